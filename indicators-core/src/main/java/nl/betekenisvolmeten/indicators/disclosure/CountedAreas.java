package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * The true figures of everything in a plan: for each period and each area of each level, whether anything came in or not.
 * Inside this package only.
 *
 * @param areas the areas, those of the highest level first and then by code
 * @param parts the part of the plan that each area is in
 * @param parents the place in {@code areas} of the area that each lies in; -1 for the highest level
 * @param periods the codes of the periods, in order
 * @param values the figures by measure, of each period and area
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CountedAreas(
        List<Area> areas,
        List<PublicationPlan.Part> parts,
        int[] parents,
        List<String> periods,
        Map<ColumnName, CellValue[][]> values) {

    /**
     * Counts what a plan publishes.
     *
     * @throws IllegalArgumentException if the rows have no such areas, periods or measures, or an area is not known
     */
    static CountedAreas of(PublicationPlan plan, CountTable rows) {
        List<PublicationPlan.Part> parts = plan.parts().stream()
                .sorted(Comparator.comparing(PublicationPlan.Part::level).reversed())
                .toList();
        Dimension.Place place = rows.structure()
                .place(parts.get(parts.size() - 1).level())
                .orElseThrow(() -> new IllegalArgumentException("no areas of the plan's levels: " + plan.id()));
        Map<PublicationPlan.Part, ResultTable> totals = new HashMap<>();
        TreeSet<String> periods = new TreeSet<>();
        for (PublicationPlan.Part part : parts) {
            ResultTable table = totals(part, place, rows);
            totals.put(part, table);
            table.rows().forEach(row -> periods.add(row.key().get(1)));
        }
        return new Builder(place.areas(), parts, List.copyOf(periods)).build(totals);
    }

    private static ResultTable totals(PublicationPlan.Part part, Dimension.Place place, CountTable rows) {
        TableStructure structure = rows.structure();
        part.counts().forEach(count -> checkDecimals(structure, count));
        ColumnName time = structure
                .dimensions()
                .get(structure.timeIndex().orElseThrow(() -> new IllegalArgumentException("no periods in the rows")))
                .name();
        return AggregationPlan.by(structure)
                .withGroupings(List.of(
                        new Grouping.ByArea("area_code", place.name(), part.level()),
                        new Grouping.ByPeriod("period", time, part.period())))
                .withSeries(part.counts().stream()
                        .<Series>map(count -> Series.Total.of(count.measure()))
                        .toList())
                .aggregate(rows);
    }

    private static void checkDecimals(TableStructure structure, Count count) {
        Measure measure = structure
                .measure(count.measure())
                .orElseThrow(() -> new IllegalArgumentException("no measure '" + count.measure() + "' in the rows"));
        boolean persons = measure instanceof Measure.Distinct;
        boolean addsUp = measure instanceof Measure.Flow || measure instanceof Measure.Shared;
        boolean fits = persons ? count.isPersons() : addsUp && !count.isPersons();
        if (!fits || measure.scale() != count.decimals()) {
            throw new IllegalArgumentException(
                    "the plan describes '" + count.measure() + "' otherwise than the rows do: " + measure);
        }
    }

    /** Puts the areas of all levels in one list, and the totals at their places. */
    private static final class Builder {
        private final List<Area> areas = new ArrayList<>();
        private final List<PublicationPlan.Part> parts = new ArrayList<>();
        private final Map<AreaCode, Integer> index = new HashMap<>();
        private final int[] parents;
        private final List<String> periods;

        Builder(AreaHierarchy hierarchy, List<PublicationPlan.Part> levels, List<String> periods) {
            this.periods = periods;
            for (PublicationPlan.Part part : levels) {
                for (Area area : hierarchy.areas(part.level())) {
                    index.put(area.code(), areas.size());
                    areas.add(area);
                    parts.add(part);
                }
            }
            parents = new int[areas.size()];
            for (int i = 0; i < areas.size(); i++) {
                int at = levels.indexOf(parts.get(i));
                Optional<AreaCode> parent = at == 0
                        ? Optional.empty()
                        : hierarchy.ancestor(
                                areas.get(i).code(), levels.get(at - 1).level());
                parents[i] = parent.map(index::get).orElse(-1);
            }
        }

        CountedAreas build(Map<PublicationPlan.Part, ResultTable> totals) {
            Map<ColumnName, CellValue[][]> values = new HashMap<>();
            totals.forEach((part, table) -> part.counts()
                    .forEach(count -> values.computeIfAbsent(
                            count.measure(), measure -> new CellValue[periods.size()][areas.size()])));
            boolean[][] reported = new boolean[periods.size()][areas.size()];
            totals.forEach((part, table) -> table.rows().forEach(row -> put(part, row, reported, values)));
            for (int period = 0; period < periods.size(); period++) {
                for (int area = 0; area < areas.size(); area++) {
                    if (!reported[period][area]) {
                        // where anything came in for the area around it, no rows means that nothing took place
                        boolean isKnown = parents[area] >= 0 && reported[period][top(area)];
                        for (CellValue[][] of : values.values()) {
                            of[period][area] = isKnown ? CellValue.of(BigDecimal.ZERO) : new CellValue.Missing();
                        }
                    }
                }
            }
            return new CountedAreas(List.copyOf(areas), List.copyOf(parts), parents, periods, values);
        }

        private int top(int area) {
            int top = area;
            while (parents[top] >= 0) {
                top = parents[top];
            }
            return top;
        }

        private void put(
                PublicationPlan.Part part,
                ResultTable.Row row,
                boolean[][] reported,
                Map<ColumnName, CellValue[][]> values) {
            Integer area = AreaCode.parse(row.key().get(0)).map(index::get).orElse(null);
            if (area == null) {
                throw new IllegalArgumentException(
                        "rows without an area of level " + part.level() + " cannot be published: " + row.key());
            }
            int period = periods.indexOf(row.key().get(1));
            reported[period][area] = true;
            for (int i = 0; i < part.counts().size(); i++) {
                CellValue[][] of = values.get(part.counts().get(i).measure());
                if (of != null) {
                    of[period][area] = row.figures().get(i).value();
                }
            }
        }
    }

    /** What came in of a figure: also where a part did not come in, that is what may be counted on. */
    CellValue value(ColumnName measure, int period, int area) {
        CellValue value = figure(measure, period, area);
        if (!(value instanceof CellValue.Incomplete incomplete)) {
            return value;
        }
        return incomplete
                .sum()
                .map(CellValue::of)
                .orElseGet(() -> new CellValue.NotDefined(CellValue.Reason.INCOMPLETE));
    }

    /** Whether a part of a figure did not come in. */
    boolean isIncomplete(ColumnName measure, int period, int area) {
        return figure(measure, period, area) instanceof CellValue.Incomplete;
    }

    private CellValue figure(ColumnName measure, int period, int area) {
        CellValue[][] of = values.get(measure);
        if (of == null) {
            throw new IllegalArgumentException("not in the plan: " + measure);
        }
        return of[period][area];
    }
}
