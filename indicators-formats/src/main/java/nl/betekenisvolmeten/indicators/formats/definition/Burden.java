package nl.betekenisvolmeten.indicators.formats.definition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a format asks of those who fill it in, and what it is used for.
 *
 * @param format the format
 * @param columns its columns, in order, each with its use
 * @param handover to whom a delivery goes, and by when
 */
public record Burden(FormatId format, List<Item> columns, FormatDefinition.Handover handover) {

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
        List<Item> items = format.columns().stream()
                .map(column -> item(column, format, fed))
                .toList();
        return new Burden(format.id(), items, format.handover());
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

    /** Returns whether an indicator, or its response, is computed from a column. */
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
     * The effort of the deliveries of a year, by a norm that the caller states, as the time per cell is not known.
     *
     * @param year the year
     * @param deliveries the number of deliveries
     * @param rows the rows of each
     * @param requiredCells the cells that must be filled in, in all of them
     * @param optionalCells the cells that may stay empty, in all of them
     * @param minutesPerCell the norm; empty when none is stated
     * @param euroPerHour what an hour costs; empty when that is not stated
     */
    public record Effort(
            int year,
            long deliveries,
            long rows,
            long requiredCells,
            long optionalCells,
            Optional<BigDecimal> minutesPerCell,
            Optional<BigDecimal> euroPerHour) {

        private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

        /**
         * Returns the hours that a number of cells takes.
         *
         * @param cells the number of cells
         * @return the hours, with two decimals; empty without a norm
         */
        public Optional<BigDecimal> hours(long cells) {
            return minutesPerCell.map(
                    norm -> norm.multiply(BigDecimal.valueOf(cells)).divide(MINUTES, 2, RoundingMode.HALF_UP));
        }

        /**
         * Returns the cost of a number of cells.
         *
         * @param cells the number of cells
         * @return the cost in whole euros; empty without a norm
         */
        public Optional<BigDecimal> euro(long cells) {
            return minutesPerCell.flatMap(norm -> euroPerHour.map(price ->
                    norm.multiply(price).multiply(BigDecimal.valueOf(cells)).divide(MINUTES, 0, RoundingMode.HALF_UP)));
        }
    }

    /**
     * Returns the periods of a year for which a format asks for a delivery.
     *
     * @param format the format
     * @param year the year
     * @return the periods of its length for which it holds; the year itself if it asks for no period
     */
    public static List<Period> periods(FormatDefinition format, int year) {
        PeriodKind kind = format.columns().stream()
                .map(column -> column.rule().type())
                .filter(ColumnType.Time.class::isInstance)
                .map(type -> ((ColumnType.Time) type).kind())
                .findFirst()
                .orElse(PeriodKind.YEAR);
        return IntStream.rangeClosed(1, kind.perYear())
                .mapToObj(index -> Period.of(kind, year, index))
                .filter(format.validity()::contains)
                .toList();
    }

    /**
     * Returns the effort of the deliveries of a year.
     *
     * @param year the year
     * @param deliveries the number of deliveries
     * @param rows the rows of each
     * @param minutesPerCell the norm; null when none is stated
     * @param euroPerHour what an hour costs; null when that is not stated
     * @return the effort
     * @throws IllegalArgumentException if a number is negative
     */
    public Effort over(
            int year,
            long deliveries,
            long rows,
            @Nullable BigDecimal minutesPerCell,
            @Nullable BigDecimal euroPerHour) {
        long all = Math.multiplyExact(deliveries, rows);
        return new Effort(
                year,
                deliveries,
                rows,
                requiredCells(all),
                optionalCells(all),
                Optional.ofNullable(minutesPerCell),
                Optional.ofNullable(euroPerHour));
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
