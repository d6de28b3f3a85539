package nl.betekenisvolmeten.indicators.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Dimension;

/** A {@link Rule} made ready for rows: names become places, and columns that do not fit are refused. */
interface RowCheck {

    /**
     * A row that breaks a rule.
     *
     * @param column the column to point at; empty when the whole row is meant
     * @param arguments what the message speaks of
     */
    record Broken(Optional<ColumnName> column, Map<String, String> arguments) {}

    /** Checks a row whose cells have been read. */
    Optional<Broken> check(RowCells cells);

    static RowCheck of(Rule rule, List<ColumnRule> columns) {
        Columns at = new Columns(columns);
        if (rule instanceof Rule.AtMost atMost) {
            return atMost(atMost, at);
        }
        if (rule instanceof Rule.OnlyWith onlyWith) {
            return onlyWith(onlyWith, at);
        }
        if (rule instanceof Rule.Inside inside) {
            return inside(inside, at);
        }
        if (rule instanceof Rule.WithinPopulation within) {
            return withinPopulation(within, at);
        }
        if (rule instanceof Rule.NotTogether notTogether) {
            return notTogether(notTogether, at);
        }
        return ofFigures(rule, at);
    }

    private static RowCheck ofFigures(Rule rule, Columns at) {
        if (rule instanceof Rule.NotAllZero notAllZero) {
            return notAllZero(notAllZero, at);
        }
        if (rule instanceof Rule.OnlyTogether onlyTogether) {
            return onlyTogether(onlyTogether, at);
        }
        if (rule instanceof BalanceRule balance) {
            return BalanceCheck.of(balance, at);
        }
        if (rule instanceof FilledRule filled) {
            return FilledCheck.of(filled, at);
        }
        if (rule instanceof Rule.Within within) {
            return within(within, at);
        }
        // A key is a matter of the delivery; here its columns are only checked.
        rule.columns().forEach(at::keyPart);
        return cells -> Optional.empty();
    }

    /** Finds columns by name and checks that they fit. */
    record Columns(List<ColumnRule> columns) {

        int index(ColumnName name) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equals(name)) {
                    return i;
                }
            }
            throw new IllegalArgumentException("a rule names a column that does not exist: " + name);
        }

        int number(ColumnName name) {
            int index = index(name);
            if (columns.get(index).type().decimals().isEmpty()) {
                throw new IllegalArgumentException("a rule needs a number in column " + name);
            }
            return index;
        }

        int wholeNumber(ColumnName name) {
            int index = number(name);
            if (!(columns.get(index).type() instanceof ColumnType.Count)) {
                throw new IllegalArgumentException("a rule needs a whole number in column " + name);
            }
            return index;
        }

        int dimension(ColumnName name) {
            int index = index(name);
            if (!(columns.get(index).part() instanceof ColumnRule.Part.OfDimension)) {
                throw new IllegalArgumentException("a rule needs a dimension in column " + name);
            }
            return index;
        }

        void keyPart(ColumnName name) {
            if (columns.get(index(name)).part() instanceof ColumnRule.Part.OfMeasure) {
                throw new IllegalArgumentException("a key has no number: " + name);
            }
        }

        int code(ColumnName name) {
            int index = index(name);
            if (!(columns.get(index).type() instanceof ColumnType.Code)) {
                throw new IllegalArgumentException("a rule needs a code list in column " + name);
            }
            return index;
        }

        Dimension.Place place(ColumnName name) {
            if (columns.get(index(name)).type() instanceof ColumnType.Place place) {
                return new Dimension.Place(name, place.areas(), place.level(), place.byName(), place.residuals());
            }
            throw new IllegalArgumentException("a rule needs areas in column " + name);
        }
    }

    private static Map<String, String> pair(ColumnName left, String leftValue, ColumnName right, String rightValue) {
        return pair(left.value(), leftValue, right.value(), rightValue);
    }

    static Map<String, String> pair(String left, String leftValue, String right, String rightValue) {
        return Map.of("left", left, "left_value", leftValue, "right", right, "right_value", rightValue);
    }

    private static RowCheck atMost(Rule.AtMost rule, Columns at) {
        int left = at.number(rule.left());
        int right = at.number(rule.right());
        if (!at.columns()
                .get(left)
                .type()
                .decimals()
                .equals(at.columns().get(right).type().decimals())) {
            throw new IllegalArgumentException("columns of different scale: " + rule.left() + ", " + rule.right());
        }
        return cells -> {
            if (!cells.hasValue(left) || !cells.hasValue(right) || cells.number(left) <= cells.number(right)) {
                return Optional.empty();
            }
            return Optional.of(new Broken(
                    Optional.of(rule.left()), pair(rule.left(), cells.text(left), rule.right(), cells.text(right))));
        };
    }

    private static RowCheck onlyWith(Rule.OnlyWith rule, Columns at) {
        int left = at.number(rule.left());
        int right = at.number(rule.right());
        return cells -> {
            if (!cells.hasValue(left) || !cells.hasValue(right) || cells.number(left) == 0 || cells.number(right) > 0) {
                return Optional.empty();
            }
            return Optional.of(new Broken(
                    Optional.of(rule.left()), pair(rule.left(), cells.text(left), rule.right(), cells.text(right))));
        };
    }

    private static RowCheck inside(Rule.Inside rule, Columns at) {
        int inner = at.index(rule.inner());
        int outer = at.index(rule.outer());
        Dimension.Place innerPlace = at.place(rule.inner());
        Dimension.Place outerPlace = at.place(rule.outer());
        return cells -> {
            if (!cells.hasValue(inner) || !cells.hasValue(outer)) {
                return Optional.empty();
            }
            if (AreaContainment.isPossible(innerPlace, cells.text(inner), outerPlace, cells.text(outer))) {
                return Optional.empty();
            }
            String actual = innerPlace
                    .area(cells.text(inner), outerPlace.level())
                    .flatMap(innerPlace.areas()::find)
                    .map(Area::name)
                    .orElse("?");
            Map<String, String> arguments = Map.of(
                    rule.inner().value(), cells.text(inner), rule.outer().value(), cells.text(outer), "actual", actual);
            return Optional.of(new Broken(Optional.of(rule.inner()), arguments));
        };
    }

    private static RowCheck withinPopulation(Rule.WithinPopulation rule, Columns at) {
        int persons = at.wholeNumber(rule.persons());
        int area = at.index(rule.area());
        int age = at.index(rule.age());
        Dimension.Place place = at.place(rule.area());
        // a few hundred pairs of codes, looked up for every row: a check belongs to one run and one thread
        Map<String, Map<String, OptionalLong>> limits = new HashMap<>();
        return cells -> {
            if (!cells.hasValue(persons) || !cells.hasValue(area) || !cells.hasValue(age)) {
                return Optional.empty();
            }
            OptionalLong most = limits.computeIfAbsent(cells.text(area), any -> new HashMap<>())
                    .computeIfAbsent(cells.text(age), code -> limit(rule, place, cells.text(area), code));
            if (most.isEmpty() || cells.number(persons) <= most.getAsLong()) {
                return Optional.empty();
            }
            Map<String, String> arguments = Map.of(
                    "left_value",
                    cells.text(persons),
                    "limit",
                    Long.toString(most.getAsLong()),
                    "area",
                    place.code(cells.text(area)).map(AreaCode::value).orElse(cells.text(area)));
            return Optional.of(new Broken(Optional.of(rule.persons()), arguments));
        };
    }

    static OptionalLong limit(Rule.WithinPopulation rule, Dimension.Place place, String area, String age) {
        return place.code(area).map(code -> rule.population().atMost(code, age)).orElse(OptionalLong.empty());
    }

    private static RowCheck notTogether(Rule.NotTogether rule, Columns at) {
        int left = at.dimension(rule.left());
        int right = at.dimension(rule.right());
        return cells -> {
            if (!cells.hasValue(left)
                    || !cells.hasValue(right)
                    || !rule.pairs().getOrDefault(cells.text(left), Set.of()).contains(cells.text(right))) {
                return Optional.empty();
            }
            return Optional.of(new Broken(
                    Optional.of(rule.right()), pair(rule.left(), cells.text(left), rule.right(), cells.text(right))));
        };
    }

    private static RowCheck onlyTogether(Rule.OnlyTogether rule, Columns at) {
        int left = at.code(rule.left());
        int right = at.code(rule.right());
        return cells -> {
            if (!cells.hasValue(left) || !cells.hasValue(right)) {
                return Optional.empty();
            }
            Set<String> allowed = rule.pairs().get(cells.text(left));
            if (allowed == null || allowed.contains(cells.text(right))) {
                return Optional.empty();
            }
            return Optional.of(new Broken(
                    Optional.of(rule.right()), pair(rule.left(), cells.text(left), rule.right(), cells.text(right))));
        };
    }

    private static RowCheck within(Rule.Within rule, Columns at) {
        int number = at.number(rule.column());
        int decimals = at.columns().get(number).type().decimals().orElseThrow();
        long least = Math.multiplyExact(rule.least(), power(decimals));
        long most = Math.multiplyExact(rule.most(), power(decimals));
        return cells -> {
            if (!cells.hasValue(number) || (cells.number(number) >= least && cells.number(number) <= most)) {
                return Optional.empty();
            }
            Map<String, String> arguments = Map.of(
                    "left",
                    rule.column().value(),
                    "left_value",
                    cells.text(number),
                    "lower",
                    Long.toString(rule.least()),
                    "upper",
                    Long.toString(rule.most()));
            return Optional.of(new Broken(Optional.of(rule.column()), arguments));
        };
    }

    static long power(int decimals) {
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        return power;
    }

    private static RowCheck notAllZero(Rule.NotAllZero rule, Columns at) {
        int[] numbers = rule.columns().stream().mapToInt(at::number).toArray();
        return cells -> {
            for (int number : numbers) {
                if (!cells.passed(number) || (cells.hasValue(number) && cells.number(number) != 0)) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Broken(Optional.empty(), Map.of()));
        };
    }
}
