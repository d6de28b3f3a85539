package nl.betekenisvolmeten.indicators.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.RuleCheck.Breach;
import nl.betekenisvolmeten.indicators.validation.RuleCheck.Cells;

/** Makes {@link Rule.Filled} ready for rows. */
final class FilledCheck implements RuleCheck {

    private final Rule.Filled rule;
    private final int[] columns;
    private final int where;

    FilledCheck(Rule.Filled rule, RuleColumns at) {
        this.rule = rule;
        columns = rule.filled().stream().mapToInt(at::index).toArray();
        where = rule.where().map(known -> at.code(known.column())).orElse(-1);
        rule.where().ifPresent(known -> codes(known, at));
    }

    private void codes(Rule.Filled.Where known, RuleColumns at) {
        ColumnType.Code type = (ColumnType.Code) at.columns().get(where).type();
        for (String code : known.codes()) {
            if (!type.codes().contains(code)) {
                throw new IllegalArgumentException("no code " + code + " in column " + known.column());
            }
        }
    }

    @Override
    public Optional<Breach> check(Cells row) {
        if (!RuleColumns.allPassed(row, columns)
                || !applies(row)
                || !rule.isBroken(RuleColumns.countFilled(row, columns))) {
            return Optional.empty();
        }
        if (rule.fill() == Rule.Filled.Fill.ANY) {
            String names = rule.filled().stream().map(ColumnName::value).collect(Collectors.joining(", "));
            return Breach.ofRow(arguments(row, names));
        }
        ColumnName first = firstOffender(row);
        return Breach.at(first, arguments(row, first.value()));
    }

    private boolean applies(Cells row) {
        return rule.where().isEmpty()
                || (row.hasValue(where) && rule.where().get().codes().contains(row.text(where)));
    }

    /**
     * Returns the first cell that is empty or filled in against the rule; of cells that exclude each other, the last
     * one filled in.
     */
    private ColumnName firstOffender(Cells row) {
        if (rule.fill() == Rule.Filled.Fill.AT_MOST_ONE) {
            return rule.filled().get(lastFilled(row));
        }
        int i = 0;
        while (row.hasValue(columns[i]) == (rule.fill() == Rule.Filled.Fill.ALL)) {
            i++;
        }
        return rule.filled().get(i);
    }

    private int lastFilled(Cells row) {
        int last = columns.length - 1;
        while (!row.hasValue(columns[last])) {
            last--;
        }
        return last;
    }

    private Map<String, String> arguments(Cells row, String names) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("column", names);
        rule.where().ifPresent(known -> {
            arguments.put("right", known.column().value());
            arguments.put("right_value", row.text(where));
        });
        return arguments;
    }
}
