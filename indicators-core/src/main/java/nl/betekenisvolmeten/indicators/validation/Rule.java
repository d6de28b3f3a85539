package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Dimension;

/**
 * A rule over several cells of a row, or over the rows of a delivery, as data. A definition can say nothing else than
 * these: it cannot run code. A rule is applied only where each of its cells passed its own check and, for numbers, is
 * filled in.
 *
 * <p>What a kind of rule means is said here once: {@code isBroken} of each kind decides for rows one by one and for rows
 * in columns.
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
                Rule.Filled,
                BalanceRule,
                PersonRule {

    /**
     * Returns what a row that breaks the rule gives.
     *
     * @return code and severity
     */
    Verdict verdict();

    /**
     * Returns the cells that the rule reads.
     *
     * @return their columns
     */
    List<ColumnName> columns();

    /**
     * Makes the rule ready for rows.
     *
     * @param columns the columns of a format, in order
     * @return the rule on cells of these columns; it may remember what it looked up, so it belongs to one thread
     * @throws IllegalArgumentException if a column does not exist or does not fit
     */
    RuleCheck on(List<ColumnRule> columns);

    /**
     * Returns what the rule says besides its kind and its columns, in the words of a definition file.
     *
     * @param names gives the name to write for a column
     * @return such as {@code 1900 - 2026}; empty when there is nothing else
     */
    default String terms(UnaryOperator<ColumnName> names) {
        return "";
    }

    /**
     * One number is not above another.
     *
     * @param verdict the verdict if the rule is broken
     * @param left the smaller one
     * @param right the larger one
     */
    record AtMost(Verdict verdict, ColumnName left, ColumnName right) implements Rule {
        static boolean isBroken(long left, long right) {
            return left > right;
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(left, right);
        }

        @Override
        public RuleCheck on(List<ColumnRule> columns) {
            RuleColumns at = new RuleColumns(columns);
            at.sameScale(left, right);
            return at.twoNumbers(left, right, AtMost::isBroken);
        }
    }

    /**
     * One number is above zero only where another is.
     *
     * @param verdict the verdict if the rule is broken
     * @param left the number that needs the other
     * @param right the other
     */
    record OnlyWith(Verdict verdict, ColumnName left, ColumnName right) implements Rule {
        static boolean isBroken(long left, long right) {
            return left != 0 && right <= 0;
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(left, right);
        }

        @Override
        public RuleCheck on(List<ColumnRule> columns) {
            return new RuleColumns(columns).twoNumbers(left, right, OnlyWith::isBroken);
        }
    }

    /**
     * One area lies in another.
     *
     * @param verdict the verdict if the rule is broken
     * @param inner the smaller area
     * @param outer the larger one
     */
    record Inside(Verdict verdict, ColumnName inner, ColumnName outer) implements Rule {
        @Override
        public List<ColumnName> columns() {
            return List.of(inner, outer);
        }

        @Override
        public RuleCheck on(List<ColumnRule> columns) {
            return AreaContainment.check(this, new RuleColumns(columns));
        }
    }

    /**
     * No two rows of a delivery have the same codes.
     *
     * @param verdict the verdict if the rule is broken
     * @param columns the key
     */
    record UniqueKey(Verdict verdict, List<ColumnName> columns) implements Rule {
        /** @throws IllegalArgumentException if the key is empty */
        public UniqueKey {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("columns of a key must not be empty");
            }
        }

        @Override
        public RuleCheck on(List<ColumnRule> all) {
            columns.forEach(new RuleColumns(all)::keyPart);
            return row -> Optional.empty();
        }
    }

    /**
     * There are not more persons than inhabitants of that age, where known.
     *
     * @param verdict the verdict if the rule is broken
     * @param persons the number of persons
     * @param area where
     * @param age their age group; a code that is no age range stands for all ages
     * @param population the inhabitants
     */
    record WithinPopulation(Verdict verdict, ColumnName persons, ColumnName area, ColumnName age, Population population)
            implements Rule {
        static boolean isBroken(long persons, long limit) {
            return persons > limit;
        }

        /** Returns the inhabitants of an area and an age group; the largest number where they are not known. */
        long limit(Dimension.Place place, String areaText, String ageCode) {
            return place.code(areaText)
                    .map(code -> population.atMost(code, ageCode))
                    .orElse(OptionalLong.empty())
                    .orElse(Long.MAX_VALUE);
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(persons, area, age);
        }

        @Override
        public RuleCheck on(List<ColumnRule> columns) {
            return new PopulationCheck(this, new RuleColumns(columns));
        }
    }

    /**
     * Two codes contradict each other.
     *
     * @param verdict the verdict if the rule is broken
     * @param left the one column
     * @param right the other
     * @param pairs for a code of the left column, the codes of the right one that contradict it
     */
    record NotTogether(Verdict verdict, ColumnName left, ColumnName right, Map<String, Set<String>> pairs)
            implements Rule {
        public NotTogether {
            pairs = CodePairs.sorted(pairs);
        }

        boolean isBroken(String leftCode, String rightCode) {
            return pairs.getOrDefault(leftCode, Set.of()).contains(rightCode);
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(left, right);
        }

        @Override
        public RuleCheck on(List<ColumnRule> columns) {
            RuleColumns at = new RuleColumns(columns);
            at.dimension(left);
            at.dimension(right);
            return at.twoCodes(left, right, this::isBroken);
        }

        @Override
        public String terms(UnaryOperator<ColumnName> names) {
            return CodePairs.text(pairs);
        }
    }

    /**
     * Not every number is zero or empty.
     *
     * @param verdict the verdict if the rule is broken
     * @param columns the numbers
     */
    record NotAllZero(Verdict verdict, List<ColumnName> columns) implements Rule {
        public NotAllZero {
            columns = List.copyOf(columns);
        }

        /** Returns whether a number counts as zero. */
        static boolean isZero(boolean known, long number) {
            return !known || number == 0;
        }

        @Override
        public RuleCheck on(List<ColumnRule> all) {
            return new RuleColumns(all).notAllZero(columns);
        }
    }

    /**
     * Some codes go with certain codes of another column only, as a question belongs to its questionnaire.
     *
     * @param verdict the verdict if the rule is broken
     * @param left the one column
     * @param right the other
     * @param pairs for a code of the left column, the codes of the right one that go with it; a code that is not named
     *     goes with all
     */
    record OnlyTogether(Verdict verdict, ColumnName left, ColumnName right, Map<String, Set<String>> pairs)
            implements Rule {
        public OnlyTogether {
            pairs = CodePairs.sorted(pairs);
        }

        boolean isBroken(String leftCode, String rightCode) {
            Set<String> allowed = pairs.get(leftCode);
            return allowed != null && !allowed.contains(rightCode);
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(left, right);
        }

        @Override
        public RuleCheck on(List<ColumnRule> columns) {
            RuleColumns at = new RuleColumns(columns);
            at.code(left);
            at.code(right);
            return at.twoCodes(left, right, this::isBroken);
        }

        @Override
        public String terms(UnaryOperator<ColumnName> names) {
            return CodePairs.text(pairs);
        }
    }

    /**
     * A number lies within bounds, such as a year of birth.
     *
     * @param verdict the verdict if the rule is broken
     * @param column the number
     * @param lower the lower bound, in whole units
     * @param upper the upper bound, in whole units
     */
    record Within(Verdict verdict, ColumnName column, long lower, long upper) implements Rule {
        /** @throws IllegalArgumentException if they are out of order or beyond a million million */
        public Within {
            if (lower > upper || Math.max(Math.abs(lower), Math.abs(upper)) > 1_000_000_000_000L) {
                throw new IllegalArgumentException("bounds out of order: " + lower + ", " + upper);
            }
        }

        static boolean isBroken(long number, long lower, long upper) {
            return number < lower || number > upper;
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(column);
        }

        @Override
        public RuleCheck on(List<ColumnRule> columns) {
            return new RuleColumns(columns).within(this);
        }

        @Override
        public String terms(UnaryOperator<ColumnName> names) {
            return lower + " - " + upper;
        }
    }

    /**
     * Cells are filled in, or left empty, always or where another column has one of some codes.
     *
     * @param verdict the verdict if the rule is broken
     * @param filled the cells
     * @param fill which of them hold something
     * @param where where the rule applies; empty when it does everywhere
     */
    record Filled(Verdict verdict, List<ColumnName> filled, Fill fill, Optional<Where> where) implements Rule {
        /** @throws IllegalArgumentException if there are no cells */
        public Filled {
            filled = List.copyOf(filled);
            if (filled.isEmpty()) {
                throw new IllegalArgumentException("columns must not be empty");
            }
        }

        /** Returns whether a number of filled cells breaks the rule, if it applies. */
        boolean isBroken(int count) {
            return switch (fill) {
                case ALL -> count < filled.size();
                case ANY -> count == 0;
                case NONE -> count > 0;
                case AT_MOST_ONE -> count > 1;
            };
        }

        @Override
        public List<ColumnName> columns() {
            return Stream.concat(filled.stream(), where.map(Where::column).stream())
                    .distinct()
                    .toList();
        }

        @Override
        public RuleCheck on(List<ColumnRule> columns) {
            return new FilledCheck(this, new RuleColumns(columns));
        }

        @Override
        public String terms(UnaryOperator<ColumnName> names) {
            return fill
                    + where.map(known -> " WHERE "
                                    + CodePairs.text(Map.of(known.column().value(), known.codes())))
                            .orElse("");
        }

        /** Which cells hold something. */
        public enum Fill {
            /** Each of them. */
            ALL,
            /** At least one. */
            ANY,
            /** Not one. */
            NONE,
            /** One, or not one. */
            AT_MOST_ONE
        }

        /**
         * Where a rule applies.
         *
         * @param column a column with a code list
         * @param codes the codes for which it applies
         */
        public record Where(ColumnName column, Set<String> codes) {
            public Where {
                codes = Set.copyOf(codes);
            }
        }
    }
}
