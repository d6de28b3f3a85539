package nl.betekenisvolmeten.indicators.formats.template;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;

/**
 * Whether a sample row keeps a rule. It looks at sample rows only, whose cells are all well written, and does so apart
 * from the validator: what is expected of a program must not come from the program that is tested.
 */
final class RowFacts {

    private final FormatDefinition format;

    RowFacts(FormatDefinition format) {
        this.format = format;
    }

    /** The rules that a row breaks, by itself; keys are a matter of several rows. */
    List<Rule> broken(SampleRow row) {
        return format.ruleSet().rules().stream()
                .filter(rule -> keeps(rule, row).filter(kept -> !kept).isPresent())
                .toList();
    }

    /** Whether a row keeps a rule; empty for a kind of rule that is not known here. */
    Optional<Boolean> keeps(Rule rule, SampleRow row) {
        if (rule instanceof Rule.UniqueKey) {
            return Optional.of(true);
        }
        if (rule instanceof Rule.AtMost atMost) {
            return Optional.of(atMost(row.number(atMost.left()), row.number(atMost.right())));
        }
        if (rule instanceof Rule.OnlyWith onlyWith) {
            return Optional.of(row.number(onlyWith.left())
                            .filter(left -> left > 0)
                            .isEmpty()
                    || row.number(onlyWith.right()).filter(right -> right == 0).isEmpty());
        }
        if (rule instanceof Rule.NotTogether notTogether) {
            return Optional.of(!notTogether
                    .pairs()
                    .getOrDefault(row.text(notTogether.left()), Set.of())
                    .contains(row.text(notTogether.right())));
        }
        if (rule instanceof Rule.NotAllZero notAllZero) {
            return Optional.of(notAllZero.columns().stream()
                    .anyMatch(column -> row.number(column).orElse(0L) > 0));
        }
        if (rule instanceof Rule.Inside inside) {
            return Optional.of(inside(inside, row));
        }
        return rule instanceof Rule.WithinPopulation within
                ? Optional.of(within(within, row))
                : FigureFacts.keeps(rule, row);
    }

    private static boolean atMost(Optional<Long> left, Optional<Long> right) {
        return left.isEmpty() || right.isEmpty() || left.get() <= right.get();
    }

    private boolean inside(Rule.Inside rule, SampleRow row) {
        ColumnType.Place inner = place(rule.inner());
        return inner.areas()
                .isWithin(
                        Areas.code(inner, row.text(rule.inner())),
                        Areas.code(place(rule.outer()), row.text(rule.outer())));
    }

    private boolean within(Rule.WithinPopulation rule, SampleRow row) {
        OptionalLong most = most(rule, row);
        return most.isEmpty() || row.number(rule.persons()).orElse(0L) <= most.getAsLong();
    }

    /** The inhabitants of the row's area and age; empty where they are not known. */
    OptionalLong most(Rule.WithinPopulation rule, SampleRow row) {
        AreaCode area = Areas.code(place(rule.area()), row.text(rule.area()));
        return rule.population().atMost(area, row.text(rule.age()));
    }

    ColumnType.Place place(ColumnName column) {
        if (type(column) instanceof ColumnType.Place place) {
            return place;
        }
        throw new IllegalArgumentException("no areas in column " + column);
    }

    ColumnType type(ColumnName column) {
        return format.column(column).orElseThrow().rule().type();
    }
}
