package nl.betekenisvolmeten.indicators.validation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Population;

/**
 * A rule over several cells of a row, or over the rows of a delivery, as data. A definition can say nothing else than
 * these: it cannot run code. A rule is applied only where each of its cells passed its own check and, for numbers, is
 * filled in.
 */
public sealed interface Rule
        permits Rule.AtMost,
                Rule.OnlyWith,
                Rule.Inside,
                Rule.UniqueKey,
                Rule.WithinPopulation,
                Rule.NotTogether,
                Rule.OnlyTogether,
                Rule.NotAllZero,
                Rule.Within,
                BalanceRule,
                FilledRule {

    /**
     * What a row that breaks the rule gives.
     *
     * @return code and severity
     */
    Verdict verdict();

    /**
     * The cells that the rule reads.
     *
     * @return their columns
     */
    List<ColumnName> columns();

    /**
     * One number is not above another.
     *
     * @param verdict what breaking it gives
     * @param left the smaller one
     * @param right the larger one
     */
    record AtMost(Verdict verdict, ColumnName left, ColumnName right) implements Rule {
        @Override
        public List<ColumnName> columns() {
            return List.of(left, right);
        }
    }

    /**
     * One number is above zero only where another is.
     *
     * @param verdict what breaking it gives
     * @param left the number that needs the other
     * @param right the other
     */
    record OnlyWith(Verdict verdict, ColumnName left, ColumnName right) implements Rule {
        @Override
        public List<ColumnName> columns() {
            return List.of(left, right);
        }
    }

    /**
     * One area lies in another.
     *
     * @param verdict what breaking it gives
     * @param inner the smaller area
     * @param outer the larger one
     */
    record Inside(Verdict verdict, ColumnName inner, ColumnName outer) implements Rule {
        @Override
        public List<ColumnName> columns() {
            return List.of(inner, outer);
        }
    }

    /**
     * No two rows of a delivery have the same codes.
     *
     * @param verdict what breaking it gives
     * @param columns the key
     */
    record UniqueKey(Verdict verdict, List<ColumnName> columns) implements Rule {
        /** @throws IllegalArgumentException if the key is empty */
        public UniqueKey {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("a key has columns");
            }
        }
    }

    /**
     * There are not more persons than inhabitants of that age, where known.
     *
     * @param verdict what breaking it gives
     * @param persons the number of persons
     * @param area where
     * @param age their age group; a code that is no age range stands for all ages
     * @param population the inhabitants
     */
    record WithinPopulation(Verdict verdict, ColumnName persons, ColumnName area, ColumnName age, Population population)
            implements Rule {
        @Override
        public List<ColumnName> columns() {
            return List.of(persons, area, age);
        }
    }

    /**
     * Two codes contradict each other.
     *
     * @param verdict what breaking it gives
     * @param left the one column
     * @param right the other
     * @param pairs for a code of the left column, the codes of the right one that contradict it
     */
    record NotTogether(Verdict verdict, ColumnName left, ColumnName right, Map<String, Set<String>> pairs)
            implements Rule {
        public NotTogether {
            Map<String, Set<String>> copy = new TreeMap<>();
            pairs.forEach((code, others) -> copy.put(code, Set.copyOf(others)));
            pairs = Collections.unmodifiableMap(copy);
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(left, right);
        }
    }

    /**
     * Not every number is zero or empty.
     *
     * @param verdict what breaking it gives
     * @param columns the numbers
     */
    record NotAllZero(Verdict verdict, List<ColumnName> columns) implements Rule {
        public NotAllZero {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Some codes go with certain codes of another column only, as a question belongs to its questionnaire.
     *
     * @param verdict what breaking it gives
     * @param left the one column
     * @param right the other
     * @param pairs for a code of the left column, the codes of the right one that go with it; a code that is not named
     *     goes with all
     */
    record OnlyTogether(Verdict verdict, ColumnName left, ColumnName right, Map<String, Set<String>> pairs)
            implements Rule {
        public OnlyTogether {
            Map<String, Set<String>> copy = new TreeMap<>();
            pairs.forEach((code, others) -> copy.put(code, Set.copyOf(others)));
            pairs = Collections.unmodifiableMap(copy);
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(left, right);
        }
    }

    /**
     * A number lies within bounds, such as a year of birth.
     *
     * @param verdict what breaking it gives
     * @param column the number
     * @param lower the least it can be, in whole units
     * @param upper the most it can be, in whole units
     */
    record Within(Verdict verdict, ColumnName column, long lower, long upper) implements Rule {
        /** @throws IllegalArgumentException if they are out of order or beyond a million million */
        public Within {
            if (lower > upper || Math.max(Math.abs(lower), Math.abs(upper)) > 1_000_000_000_000L) {
                throw new IllegalArgumentException("bounds " + lower + " to " + upper);
            }
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(column);
        }
    }
}
