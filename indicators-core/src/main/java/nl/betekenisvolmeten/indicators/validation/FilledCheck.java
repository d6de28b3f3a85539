package nl.betekenisvolmeten.indicators.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.RowCheck.Broken;
import nl.betekenisvolmeten.indicators.validation.RowCheck.Columns;

/** Makes {@link FilledRule} ready for rows. */
final class FilledCheck {

    private final FilledRule rule;
    private final int[] columns;
    private final int where;

    private FilledCheck(FilledRule rule, Columns at) {
        this.rule = rule;
        columns = rule.filled().stream().mapToInt(at::index).toArray();
        where = rule.where().map(known -> at.code(known.column())).orElse(-1);
        rule.where().ifPresent(known -> codes(known, at));
    }

    private void codes(FilledRule.Where known, Columns at) {
        ColumnType.Code type = (ColumnType.Code) at.columns().get(where).type();
        for (String code : known.codes()) {
            if (!type.codes().contains(code)) {
                throw new IllegalArgumentException("no code " + code + " in column " + known.column());
            }
        }
    }

    static RowCheck of(FilledRule rule, Columns at) {
        return new FilledCheck(rule, at)::check;
    }

    private Optional<Broken> check(RowCells cells) {
        return applies(cells) ? offence(cells) : Optional.empty();
    }

    private boolean applies(RowCells cells) {
        for (int column : columns) {
            if (!cells.passed(column)) {
                return false;
            }
        }
        return rule.where().isEmpty()
                || (cells.hasValue(where) && rule.where().get().codes().contains(cells.text(where)));
    }

    private Optional<Broken> offence(RowCells cells) {
        if (rule.fill() == FilledRule.Fill.ANY) {
            for (int column : columns) {
                if (cells.hasValue(column)) {
                    return Optional.empty();
                }
            }
            String names = rule.filled().stream().map(ColumnName::value).collect(Collectors.joining(", "));
            return Optional.of(new Broken(Optional.empty(), arguments(cells, names)));
        }
        boolean wanted = rule.fill() == FilledRule.Fill.ALL;
        for (int i = 0; i < columns.length; i++) {
            if (cells.hasValue(columns[i]) != wanted) {
                ColumnName name = rule.filled().get(i);
                return Optional.of(new Broken(Optional.of(name), arguments(cells, name.value())));
            }
        }
        return Optional.empty();
    }

    private Map<String, String> arguments(RowCells cells, String names) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("column", names);
        rule.where().ifPresent(known -> {
            arguments.put("right", known.column().value());
            arguments.put("right_value", cells.text(where));
        });
        return arguments;
    }
}
