package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Rule;

/**
 * What a format asks of those who fill it in, and what it is used for.
 *
 * @param format the format
 * @param columns its columns, in order, each with its use
 */
public record Burden(FormatId format, List<Item> columns) {

    public Burden {
        columns = List.copyOf(columns);
    }

    /** What a column is used for: the first of these that holds. */
    public enum Use {
        /** An indicator is made from its numbers. */
        FIGURE,
        /** An indicator selects rows by its codes. */
        SELECTION,
        /** It says who, where or when, without which no figure can be placed. */
        PLACEMENT,
        /** It distinguishes rows, and nothing else. */
        KEY,
        /** A rule reads it to check other columns, and nothing else. */
        CHECK,
        /** No indicator and no rule reads it. */
        NONE
    }

    /**
     * A column and what it is used for.
     *
     * @param column the column
     * @param concept what it is about, whatever its name
     * @param required whether it must be filled in on every row
     * @param use what it is used for
     * @param feeds the indicators that read it, as a number or to select rows, in the order of their sets
     */
    public record Item(ColumnName column, String concept, boolean required, Use use, List<IndicatorId> feeds) {

        public Item {
            feeds = List.copyOf(feeds);
        }
    }

    /**
     * Compares a format with sets of indicators.
     *
     * @param format the format
     * @param sets the indicators that figures are wanted for
     * @return what it asks
     */
    public static Burden of(FormatDefinition format, List<IndicatorSet> sets) {
        Set<ColumnName> names = new HashSet<>();
        format.columns().forEach(column -> names.add(column.name()));
        List<Indicator> fed = sets.stream()
                .flatMap(set -> set.fedBy(format.id().name(), names).stream())
                .filter(indicator -> names.containsAll(indicator.formula().dimensions()))
                .toList();
        List<Item> items = new ArrayList<>();
        for (Column column : format.columns()) {
            items.add(item(column, format, fed));
        }
        return new Burden(format.id(), items);
    }

    private static Item item(Column column, FormatDefinition format, List<Indicator> fed) {
        ColumnName name = column.name();
        List<IndicatorId> feeds = fed.stream()
                .filter(one ->
                        isNumberOf(one, name) || one.formula().dimensions().contains(name))
                .map(Indicator::id)
                .toList();
        return new Item(name, column.concept(), column.rule().required(), use(column, format, fed), feeds);
    }

    /** Whether an indicator is made from a column, or its response is: that belongs to the figure. */
    private static boolean isNumberOf(Indicator indicator, ColumnName column) {
        boolean response = indicator.formula() instanceof Formula.Answers answers
                && answers.response()
                        .filter(of -> column.equals(of.invited()) || column.equals(of.answered()))
                        .isPresent();
        return response || indicator.formula().columns().contains(column);
    }

    private static Use use(Column column, FormatDefinition format, List<Indicator> fed) {
        ColumnName name = column.name();
        if (fed.stream().anyMatch(indicator -> isNumberOf(indicator, name))) {
            return Use.FIGURE;
        }
        if (fed.stream().anyMatch(one -> one.formula().dimensions().contains(name))) {
            return Use.SELECTION;
        }
        if (column.rule().part() instanceof ColumnRule.Part.OfDimension part
                && !(part.dimension() instanceof Dimension.Category)) {
            return Use.PLACEMENT;
        }
        List<Rule> reading = format.ruleSet().rules().stream()
                .filter(rule -> rule.columns().contains(name))
                .toList();
        if (reading.stream().anyMatch(Rule.UniqueKey.class::isInstance)) {
            return Use.KEY;
        }
        return reading.isEmpty() ? Use.NONE : Use.CHECK;
    }

    /**
     * Returns the cells that must be filled in.
     *
     * @param rows the number of rows of a delivery
     * @return how many, for all rows together
     * @throws IllegalArgumentException if the number of rows is negative
     */
    public long requiredCells(long rows) {
        return count(rows, columns.stream().filter(Item::required).count());
    }

    /**
     * Returns the cells that may stay empty.
     *
     * @param rows the number of rows of a delivery
     * @return how many, for all rows together
     * @throws IllegalArgumentException if the number of rows is negative
     */
    public long optionalCells(long rows) {
        return count(rows, columns.stream().filter(item -> !item.required()).count());
    }

    private static long count(long rows, long perRow) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows must not be negative: " + rows);
        }
        return Math.multiplyExact(rows, perRow);
    }

    /**
     * Returns the columns that no indicator reads and that place no figure: what could be left out without losing a figure.
     *
     * @return the columns, in order
     */
    public List<Item> withoutIndicator() {
        return columns.stream()
                .filter(item -> item.feeds().isEmpty() && item.use() != Use.PLACEMENT)
                .toList();
    }
}
