package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.RuleCheck.Breach;
import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;
import nl.betekenisvolmeten.indicators.validation.internal.RowFilter;

/** The columns of a format, for a rule that names some of them: finds them and checks that they fit. */
record RuleColumns(List<ColumnRule> columns) {

    int index(ColumnName name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such column: " + name);
    }

    int number(ColumnName name) {
        int index = index(name);
        if (decimals(index).isEmpty()) {
            throw new IllegalArgumentException("column must hold a number: " + name);
        }
        return index;
    }

    int[] numbers(List<ColumnName> names) {
        return names.stream().mapToInt(this::number).toArray();
    }

    /** Checks that numbers to be compared have the same number of decimals. */
    void sameScale(ColumnName first, ColumnName second) {
        if (!decimals(number(first)).equals(decimals(number(second)))) {
            throw new IllegalArgumentException("columns must have the same scale: " + first + ", " + second);
        }
    }

    /** Returns the number of decimals of a numeric column. */
    int scale(ColumnName name) {
        return decimals(number(name)).orElseThrow();
    }

    /** Returns how many units of a column make a whole. */
    long unit(ColumnName name) {
        long unit = 1;
        for (int i = 0; i < scale(name); i++) {
            unit *= 10;
        }
        return unit;
    }

    private Optional<Integer> decimals(int index) {
        return columns.get(index).type().decimals();
    }

    int wholeNumber(ColumnName name) {
        int index = number(name);
        if (!(columns.get(index).type() instanceof ColumnType.Count)) {
            throw new IllegalArgumentException("column must hold a whole number: " + name);
        }
        return index;
    }

    int dimension(ColumnName name) {
        int index = index(name);
        if (!(columns.get(index).part() instanceof ColumnRule.Part.OfDimension)) {
            throw new IllegalArgumentException("column must hold a dimension: " + name);
        }
        return index;
    }

    void keyPart(ColumnName name) {
        if (columns.get(index(name)).part() instanceof ColumnRule.Part.OfMeasure) {
            throw new IllegalArgumentException("a key column must not hold a number: " + name);
        }
    }

    int code(ColumnName name) {
        int index = index(name);
        if (!(columns.get(index).type() instanceof ColumnType.Code)) {
            throw new IllegalArgumentException("column must have a code list: " + name);
        }
        return index;
    }

    Dimension.Place place(ColumnName name) {
        if (columns.get(index(name)).type() instanceof ColumnType.Place place) {
            return new Dimension.Place(name, place.areas(), place.level(), place.byName(), place.residuals());
        }
        throw new IllegalArgumentException("column must hold areas: " + name);
    }

    /** Returns a check of two numbers, which applies where both are filled in and points at the left one. */
    RuleCheck twoNumbers(ColumnName left, ColumnName right, OfNumbers isBroken) {
        return new TwoNumbers(left, number(left), right, number(right), isBroken);
    }

    /** A check of two numbers, with a loop of its own: there are many of these in a format. */
    private record TwoNumbers(ColumnName left, int first, ColumnName right, int second, OfNumbers isBroken)
            implements RuleCheck, RowFilter {

        @Override
        public Optional<Breach> check(Cells row) {
            return row.hasValue(first) && row.hasValue(second) && isBroken.test(row.number(first), row.number(second))
                    ? Breach.at(left, Breach.pair(left.value(), row.text(first), right.value(), row.text(second)))
                    : Optional.empty();
        }

        @Override
        public void mark(ColumnBatch batch) {
            boolean[] suspect = batch.suspect();
            long[] lefts = batch.values(first);
            long[] rights = batch.values(second);
            boolean[] leftKnown = batch.known(first);
            boolean[] rightKnown = batch.known(second);
            for (int i = 0; i < batch.rows(); i++) {
                suspect[i] |= isBroken.test(lefts[i], rights[i]) && leftKnown[i] && rightKnown[i];
            }
        }
    }

    /** Returns a check of two codes, which applies where both are filled in and points at the right one. */
    RuleCheck twoCodes(ColumnName left, ColumnName right, BiPredicate<String, String> isBroken) {
        int first = index(left);
        int second = index(right);
        return row -> row.hasValue(first) && row.hasValue(second) && isBroken.test(row.text(first), row.text(second))
                ? Breach.at(right, Breach.pair(left.value(), row.text(first), right.value(), row.text(second)))
                : Optional.empty();
    }

    /** Returns a check that some number is filled in and not zero; it points at the row. */
    RuleCheck notAllZero(List<ColumnName> names) {
        int[] numbers = numbers(names);
        return row -> {
            for (int number : numbers) {
                boolean known = row.hasValue(number);
                if (!row.passed(number) || !Rule.NotAllZero.isZero(known, known ? row.number(number) : 0)) {
                    return Optional.empty();
                }
            }
            return Breach.ofRow(Map.of());
        };
    }

    /** Returns a check of a number against bounds, which applies where it is filled in. */
    RuleCheck within(Rule.Within rule) {
        ColumnName name = rule.column();
        int number = number(name);
        String lower = Long.toString(rule.lower());
        String upper = Long.toString(rule.upper());
        long from = Math.multiplyExact(rule.lower(), unit(name));
        long to = Math.multiplyExact(rule.upper(), unit(name));
        return row -> row.hasValue(number) && Rule.Within.isBroken(row.number(number), from, to)
                ? Breach.at(
                        name,
                        Map.of("left", name.value(), "left_value", row.text(number), "lower", lower, "upper", upper))
                : Optional.empty();
    }

    /** What breaks a rule about two numbers. */
    interface OfNumbers {
        boolean test(long left, long right);
    }

    /** Returns whether all of the given cells passed their own checks. */
    static boolean allPassed(RuleCheck.Cells row, int[] columns) {
        for (int column : columns) {
            if (!row.passed(column)) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many of the given cells are filled in. */
    static int countFilled(RuleCheck.Cells row, int[] columns) {
        int filled = 0;
        for (int column : columns) {
            filled += row.hasValue(column) ? 1 : 0;
        }
        return filled;
    }
}
