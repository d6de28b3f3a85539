package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.BalanceRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.RuleCheck;

/**
 * Changes a good row so that it breaks one rule, and no other. The kinds of rules that need more than chance have a way of their own;
 * for any other kind, other texts of one or two of its cells are tried.
 */
final class RuleBreaks {

    private static final String FILLING = "1";

    private final FormatDefinition format;
    private final RowFacts facts;
    private final GoodRows texts;

    RuleBreaks(FormatDefinition format) {
        this.format = format;
        facts = new RowFacts(format);
        texts = new GoodRows(format);
    }

    /** Returns the column at which a breach of a rule is reported; empty for the row as a whole. */
    Optional<ColumnName> column(Rule rule, SampleRow broken) {
        return facts.breach(rule, broken).flatMap(RuleCheck.Breach::column);
    }

    /** Returns the row changed so that it breaks this rule alone; empty if no such change is known. */
    Optional<SampleRow> broken(Rule rule, SampleRow good) {
        return changes(rule, good).filter(row -> breaksOnly(rule, row, good)).findFirst();
    }

    private boolean breaksOnly(Rule rule, SampleRow row, SampleRow good) {
        return facts.broken(row).equals(List.of(rule)) && cellsAreGood(row, good);
    }

    /** Returns whether no changed cell is itself wrong. */
    private boolean cellsAreGood(SampleRow row, SampleRow good) {
        return format.columns().stream()
                .filter(column -> row.differsIn(good, List.of(column.name())))
                .allMatch(column -> row.text(column.name()).isEmpty()
                        ? column.rule().mayBeEmpty()
                        : column.rule().type().read(row.text(column.name())).isAgreed());
    }

    /** Returns rows that may break the rule. */
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
            ColumnType.Place place = facts.place(inside.inner());
            return place.areas().areas(place.level()).stream().map(area -> good.with(inside.inner(), place.text(area)));
        }
        if (rule instanceof Rule.NotTogether notTogether) {
            return notTogether.pairs().entrySet().stream()
                    .flatMap(pair -> pair.getValue().stream()
                            .sorted()
                            .map(other ->
                                    good.with(notTogether.left(), pair.getKey()).with(notTogether.right(), other)));
        }
        return rule instanceof Rule.WithinPopulation within ? crowds(within, good) : ofFigures(rule, good);
    }

    /** Returns the columns that may not exceed a column, directly or through others. */
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

    /**
     * Returns rows with one person more than there are inhabitants: in one count, and in every count, for rules that
     * compare them.
     */
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

    private Stream<SampleRow> ofFigures(Rule rule, SampleRow good) {
        if (rule instanceof Rule.OnlyTogether together) {
            // a code that goes with one code may not go with another
            List<String> rights = together.pairs().values().stream()
                    .flatMap(Set::stream)
                    .distinct()
                    .sorted()
                    .toList();
            return together.pairs().keySet().stream()
                    .flatMap(left -> rights.stream()
                            .map(right -> good.with(together.left(), left).with(together.right(), right)));
        }
        if (rule instanceof Rule.Within within) {
            return Stream.of(within.lower() - 1, within.upper() + 1)
                    .map(number -> good.with(within.column(), Long.toString(number)));
        }
        if (rule instanceof BalanceRule balance) {
            long sum = good.sum(balance.plus()) - good.sum(balance.minus());
            return Stream.of(sum + 1, sum - 1).map(total -> good.with(balance.total(), Long.toString(total)));
        }
        return rule instanceof Rule.Filled filled ? filled(filled, good) : trials(rule, good);
    }

    private static Stream<SampleRow> filled(Rule.Filled rule, SampleRow good) {
        Stream<SampleRow> rows = rule.where()
                .map(where -> where.codes().stream().sorted().map(code -> good.with(where.column(), code)))
                .orElseGet(() -> Stream.of(good));
        return switch (rule.fill()) {
            case ALL -> rows.map(row -> row.with(rule.filled().get(0), ""));
            case ANY -> rows.map(row -> row.with(rule.filled(), ""));
            case NONE -> rows.map(row -> row.with(rule.filled().get(0), FILLING));
            case AT_MOST_ONE -> rows.map(row -> row.with(rule.filled(), FILLING));
        };
    }

    /** Returns rows with other texts in one cell, and then in two. */
    private Stream<SampleRow> trials(Rule rule, SampleRow good) {
        return Stream.concat(once(rule, good), once(rule, good).flatMap(changed -> once(rule, changed)));
    }

    private Stream<SampleRow> once(Rule rule, SampleRow row) {
        return rule.columns().stream()
                .flatMap(name -> format.column(name).stream())
                .flatMap(column -> texts.alternatives(column).map(text -> row.with(column.name(), text)));
    }
}
