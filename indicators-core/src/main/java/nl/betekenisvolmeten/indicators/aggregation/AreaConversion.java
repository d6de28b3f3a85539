package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.aggregation.internal.RowOrder;
import nl.betekenisvolmeten.indicators.model.AreaChanges;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Figures of one division of areas in another. Each nature answers in its own way:
 *
 * <ul>
 *   <li>flows and stocks are apportioned by the shares; where an old area went to several new ones the figure is bounded
 *       by all or nothing of it, and the apportioned number is given as an estimate as well;
 *   <li>persons are bounded: someone may have been in several old areas, and all of a divided area may live in one part;
 *   <li>ratios and means are divided again, from their converted parts.
 * </ul>
 *
 * <p>An area is divided into nothing to all of its number, so what is counted must not be below zero in any part of it.
 */
public final class AreaConversion {

    private final AreaChanges changes;

    private AreaConversion(AreaChanges changes) {
        this.changes = changes;
    }

    /**
     * Returns a conversion.
     *
     * @param changes how the areas changed
     * @return the conversion
     */
    public static AreaConversion of(AreaChanges changes) {
        return new AreaConversion(changes);
    }

    /**
     * A number that was apportioned: the cell's bounds hold it, but what it is exactly is not known.
     *
     * @param key the row
     * @param series the figure
     * @param value the apportioned number
     */
    public record Estimate(List<String> key, String series, BigDecimal value) {
        public Estimate {
            key = List.copyOf(key);
        }
    }

    /**
     * Figures in the other division.
     *
     * @param table the figures: exact, bounded or not defined
     * @param estimates the apportioned numbers of figures that are bounded for it
     */
    public record Converted(ResultTable table, List<Estimate> estimates) {
        public Converted {
            estimates = List.copyOf(estimates);
        }
    }

    /**
     * Converts a table.
     *
     * @param table the figures, with area codes under the key
     * @param plan the plan that they were made by: it knows the nature of each series
     * @param key the name of the key with the areas
     * @return the figures in the other division, in the order of their keys
     * @throws IllegalArgumentException if the table is not of the plan, the key holds something else than area codes, an
     *     area has figures that the changes take for a new one, or one that was divided has a number below zero
     */
    public Converted convert(ResultTable table, AggregationPlan plan, String key) {
        int place = table.keys().indexOf(key);
        if (place < 0 || table.series().size() != plan.series().size()) {
            throw new IllegalArgumentException("no key '" + key + "' in " + table.keys() + ", or another plan");
        }
        Map<List<String>, List<Source>> sources = new TreeMap<>(RowOrder.INSTANCE);
        for (ResultTable.Row row : table.rows()) {
            String text = row.key().get(place);
            AreaCode old = AreaCode.parse(text)
                    .orElseThrow(() -> new IllegalArgumentException("not an area code under '" + key + "': " + text));
            changes.partsOf(old).forEach((area, share) -> {
                if (!changes.sourcesOf(area).contains(old)) {
                    throw new IllegalArgumentException(
                            "an area with figures must be among the old areas, as it is among the new ones: " + old);
                }
                List<String> newKey = new ArrayList<>(row.key());
                newKey.set(place, area.value());
                sources.computeIfAbsent(List.copyOf(newKey), any -> new ArrayList<>())
                        .add(new Source(row, old, share));
            });
        }
        List<Estimate> estimates = new ArrayList<>();
        List<ResultTable.Row> rows = new ArrayList<>();
        sources.forEach((newKey, parts) ->
                rows.add(new Target(plan, newKey, parts, missing(newKey.get(place), parts)).row(estimates)));
        return new Converted(
                new ResultTable(table.keys(), table.series(), rows, table.findings(), table.missing()), estimates);
    }

    /** Returns the number of old areas of a new one that have no row, so that what they would have added is unknown. */
    private int missing(String area, List<Source> parts) {
        Set<AreaCode> expected = new TreeSet<>(changes.sourcesOf(AreaCode.of(area)));
        parts.forEach(part -> expected.remove(part.area()));
        return expected.size();
    }

    /** A row that lies in a new area for a share. */
    private record Source(ResultTable.Row row, AreaCode area, BigDecimal share) {

        boolean isWhole() {
            return share.compareTo(BigDecimal.ONE) == 0;
        }
    }

    /** A row to be made. */
    private record Target(AggregationPlan plan, List<String> key, List<Source> sources, int missing) {

        ResultTable.Row row(List<Estimate> estimates) {
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < plan.series().size(); i++) {
                figures.add(figure(i, estimates));
            }
            long observations = sources.stream()
                    .mapToLong(source -> source.row().observations())
                    .sum();
            return new ResultTable.Row(key, figures, observations, Optional.empty(), coverage());
        }

        /**
         * Returns the coverage, or empty if a row's is unknown. An old area without a row counts for one expected
         * report, the fewest possible.
         */
        private Optional<Coverage> coverage() {
            return Totals.coverage(sources.stream().map(Source::row).toList())
                    .map(known -> new Coverage(known.reported(), Math.addExact(known.expected(), missing)));
        }

        private Figure figure(int index, List<Estimate> estimates) {
            List<Figure> parts = sources.stream()
                    .map(source -> source.row().figures().get(index))
                    .toList();
            if (isUnchanged()) {
                return parts.get(0);
            }
            long known = parts.stream().mapToLong(Figure::cellsKnown).sum();
            long missingCells = parts.stream().mapToLong(Figure::cellsMissing).sum();
            Series series = plan.series().get(index);
            if (series instanceof Series.Ratio ratio) {
                CellValue above = total(mayRepeat(ratio.numerator()), values(parts, true));
                CellValue below = total(mayRepeat(ratio.denominator()), values(parts, false));
                return quotient(above, below, ratio.partOfWhole(), known, missingCells);
            }
            Series.Total total = (Series.Total) series;
            if (measure(total) instanceof Measure.Mean) {
                CellValue above = total(false, values(parts, true));
                return quotient(above, total(false, values(parts, false)), false, known, missingCells);
            }
            CellValue value =
                    total(mayRepeat(total), parts.stream().map(Figure::value).toList());
            if (!mayRepeat(total) && value instanceof CellValue.Between) {
                apportioned(parts).ifPresent(number -> estimates.add(new Estimate(key, series.name(), number)));
            }
            return Figure.of(value, known, missingCells);
        }

        private boolean isUnchanged() {
            return sources.size() == 1 && missing == 0 && sources.get(0).isWhole();
        }

        private static Figure quotient(
                CellValue above, CellValue below, boolean partOfWhole, long known, long missingCells) {
            CellValue quotient = new BoundedRatio(above, below, Per.ONE, partOfWhole).value();
            return new Figure(quotient, Optional.of(above), Optional.of(below), known, missingCells);
        }

        private static List<CellValue> values(List<Figure> parts, boolean above) {
            return parts.stream()
                    .map(part -> (above ? part.numerator() : part.denominator()).orElse(new CellValue.Missing()))
                    .toList();
        }

        private CellValue total(boolean repeated, List<CellValue> values) {
            Optional<CellValue> reason = Totals.whyNone(values);
            if (reason.isPresent() || missing > 0) {
                return reason.orElse(new CellValue.Missing());
            }
            return repeated ? persons(values) : sum(values);
        }

        private Measure measure(Series.Total total) {
            TableStructure structure = plan.structure();
            return structure
                    .measures()
                    .get(structure.measureIndex(total.measure()).orElseThrow());
        }

        /** Returns whether areas may count the same: persons, and events that rows of different areas share. */
        private boolean mayRepeat(Series.Total total) {
            Measure measure = measure(total);
            return measure instanceof Measure.Distinct
                    || (measure instanceof Measure.Shared shared
                            && plan.structure().combination(shared).stream()
                                    .noneMatch(
                                            d -> plan.structure().dimensions().get(d) instanceof Dimension.Place));
        }

        /**
         * Returns the sum, with all of an old area that stayed whole, and between nothing and all of one that was
         * divided.
         */
        private CellValue sum(List<CellValue> values) {
            BigDecimal lower = BigDecimal.ZERO;
            BigDecimal upper = BigDecimal.ZERO;
            for (int i = 0; i < values.size(); i++) {
                BigDecimal partLower = values.get(i).lowerBound().orElseThrow();
                if (sources.get(i).isWhole()) {
                    lower = lower.add(partLower);
                } else if (partLower.signum() < 0) {
                    throw new IllegalArgumentException(
                            "figures of a divided area must not be negative: " + partLower.toPlainString() + " of "
                                    + sources.get(i).area());
                }
                upper = upper.add(values.get(i).upperBound().orElseThrow());
            }
            return CellValue.between(lower, upper);
        }

        private CellValue persons(List<CellValue> values) {
            BigDecimal lower = BigDecimal.ZERO;
            BigDecimal upper = BigDecimal.ZERO;
            for (int i = 0; i < values.size(); i++) {
                if (sources.get(i).isWhole()) {
                    lower = lower.max(values.get(i).lowerBound().orElseThrow());
                }
                upper = upper.add(values.get(i).upperBound().orElseThrow());
            }
            return CellValue.between(lower, upper);
        }

        /** Returns the sum of exact figures, each multiplied by its share; empty if one is not exact. */
        private Optional<BigDecimal> apportioned(List<Figure> parts) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < parts.size(); i++) {
                Optional<BigDecimal> exact = parts.get(i).value().exact();
                if (exact.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.add(exact.get().multiply(sources.get(i).share()), MathContext.DECIMAL128);
            }
            return Optional.of(sum);
        }
    }
}
