package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.AgreedText;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Changes a good row so that it breaks one rule, and no other. */
final class RuleBreaks {

    private final FormatDefinition format;
    private final RowFacts facts;

    RuleBreaks(FormatDefinition format) {
        this.format = format;
        facts = new RowFacts(format);
    }

    /** The row, broken; empty when no change is known that breaks this rule alone. */
    Optional<SampleRow> broken(Rule rule, SampleRow good) {
        return changes(rule, good).filter(row -> breaksOnly(rule, row, good)).findFirst();
    }

    /** The column that is pointed at; empty for the row as a whole. */
    static Optional<ColumnName> column(Rule rule) {
        if (rule instanceof Rule.AtMost atMost) {
            return Optional.of(atMost.left());
        }
        if (rule instanceof Rule.OnlyWith onlyWith) {
            return Optional.of(onlyWith.left());
        }
        if (rule instanceof Rule.Inside inside) {
            return Optional.of(inside.inner());
        }
        if (rule instanceof Rule.NotTogether notTogether) {
            return Optional.of(notTogether.right());
        }
        return rule instanceof Rule.WithinPopulation within ? Optional.of(within.persons()) : FigureFacts.column(rule);
    }

    /** A rule of an unknown kind may break too when its columns change: then nothing can be promised. */
    private boolean breaksOnly(Rule rule, SampleRow row, SampleRow good) {
        boolean unsure = format.ruleSet().rules().stream()
                .anyMatch(other -> facts.keeps(other, row).isEmpty() && row.differsIn(good, other.columns()));
        return !unsure && facts.broken(row).equals(List.of(rule)) && inRange(row) && cellsAreGood(row, good);
    }

    /** No cell that was changed is itself wrong. */
    private boolean cellsAreGood(SampleRow row, SampleRow good) {
        return format.columns().stream()
                .filter(column -> row.differsIn(good, List.of(column.name())))
                .allMatch(column -> row.text(column.name()).isEmpty()
                        ? !column.rule().required()
                        : AgreedText.isAgreed(column.rule().type(), row.text(column.name())));
    }

    private boolean inRange(SampleRow row) {
        return format.columns().stream().allMatch(column -> {
            OptionalLong maximum = GoodRows.maximum(column.rule().type());
            return maximum.isEmpty() || row.number(column.name()).orElse(0L) <= maximum.getAsLong();
        });
    }

    private Stream<SampleRow> changes(Rule rule, SampleRow good) {
        if (rule instanceof Rule.AtMost atMost) {
            long right = good.number(atMost.right()).orElse(1L);
            return Stream.of(
                    good.with(atMost.left(), Long.toString(right + 1)),
                    good.with(atMost.right(), Long.toString(right - 1)));
        }
        if (rule instanceof Rule.OnlyWith onlyWith) {
            SampleRow zero = good.with(onlyWith.right(), "0");
            List<ColumnName> others = new ArrayList<>(smaller(onlyWith.right()));
            others.remove(onlyWith.left());
            return Stream.of(zero, zero.with(others, "0"));
        }
        if (rule instanceof Rule.NotAllZero notAllZero) {
            return Stream.of(good.with(notAllZero.columns(), "0"));
        }
        if (rule instanceof Rule.Inside inside) {
            return Areas.all(facts.place(inside.inner())).stream()
                    .map(area -> good.with(inside.inner(), Areas.text(area, facts.place(inside.inner()))));
        }
        if (rule instanceof Rule.NotTogether notTogether) {
            return notTogether.pairs().entrySet().stream()
                    .flatMap(pair -> pair.getValue().stream()
                            .sorted()
                            .map(other ->
                                    good.with(notTogether.left(), pair.getKey()).with(notTogether.right(), other)));
        }
        return rule instanceof Rule.WithinPopulation within ? crowds(within, good) : FigureFacts.changes(rule, good);
    }

    /** The columns that may not be above a column, nor above one of those. */
    private List<ColumnName> smaller(ColumnName column) {
        Set<ColumnName> found = new HashSet<>(Set.of(column));
        boolean more = true;
        while (more) {
            more = false;
            for (Rule rule : format.ruleSet().rules()) {
                if (rule instanceof Rule.AtMost atMost && found.contains(atMost.right())) {
                    more |= found.add(atMost.left());
                }
            }
        }
        found.remove(column);
        return found.stream().sorted().toList();
    }

    /** One person more than there are inhabitants; or so in every count, for the rules that compare them. */
    private Stream<SampleRow> crowds(Rule.WithinPopulation rule, SampleRow good) {
        OptionalLong limit = facts.limit(rule, good);
        if (limit.isEmpty()) {
            return Stream.empty();
        }
        String crowd = Long.toString(limit.getAsLong() + 1);
        List<ColumnName> numbers = format.columns().stream()
                .filter(column -> column.rule().type().decimals().isPresent())
                .map(Column::name)
                .toList();
        return Stream.of(good.with(rule.persons(), crowd), good.with(numbers, crowd));
    }
}
