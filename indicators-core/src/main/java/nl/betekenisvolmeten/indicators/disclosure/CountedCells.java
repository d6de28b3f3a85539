package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Breakdown;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Part;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * The true figures of everything in a plan: for each area of each level, each period of each length, and each category
 * and total, whether or not anything was delivered and whether or not it is published. Only for use inside this
 * package.
 */
final class CountedCells {

    private static final int AREA = 0;
    private static final int PERIOD = 1;
    private static final BitSet NONE = new BitSet();

    private final PublicationPlan plan;
    private final List<Area> areas;
    private final List<Period> periods;
    private final LinkedTables tables;
    private final Map<ColumnName, CellValue[]> values = new HashMap<>();
    private final Map<ColumnName, BitSet> published = new HashMap<>();
    private final List<Breakdown> breakdowns;
    private final Map<String, Integer> areaPlaces = new HashMap<>();
    private final Map<String, Integer> periodPlaces = new HashMap<>();
    private final boolean[] reported;

    private CountedCells(PublicationPlan plan, List<Area> areas, List<Period> periods, LinkedTables tables) {
        this.plan = plan;
        this.areas = areas;
        this.periods = periods;
        this.tables = tables;
        breakdowns = plan.breakdowns();
        areas.forEach(area -> areaPlaces.put(area.code().value(), areaPlaces.size()));
        periods.forEach(period -> periodPlaces.put(period.code(), periodPlaces.size()));
        reported = new boolean[areas.size() * periods.size()];
        for (PublicationPlan.Count count : plan.counts()) {
            values.put(count.measure(), new CellValue[tables.cells()]);
            published.put(count.measure(), new BitSet());
        }
        for (Part part : plan.parts()) {
            int[] cells = IntStream.range(0, tables.cells())
                    .filter(cell -> isIn(part, cell))
                    .toArray();
            part.counts()
                    .forEach(count -> IntStream.of(cells)
                            .forEach(cell -> published.get(count.measure()).set(cell)));
        }
    }

    /**
     * Counts what a plan publishes.
     *
     * @throws IllegalArgumentException if the rows lack such areas, periods or categories, or an area or category is
     *     unknown
     */
    static CountedCells of(PublicationPlan plan, CountTable rows) {
        TableStructure structure = rows.structure();
        AreaHierarchy hierarchy = place(plan, structure).areas();
        List<Area> areas = plan.levels().stream()
                .flatMap(level -> hierarchy.areas(level).stream())
                .toList();
        List<Divided> totals = totals(plan, rows);
        List<Period> periods = periods(plan, totals);
        List<int[]> trees = new ArrayList<>(List.of(areaTree(plan, areas, hierarchy), periodTree(periods)));
        plan.breakdowns().forEach(one -> trees.add(LinkedTables.flat(one.codes().size())));
        CountedCells counted = new CountedCells(plan, areas, periods, LinkedTables.of(trees));
        counted.put(totals);
        return counted;
    }

    /** Counts some of the rows. Returns the figures at the cells that they are about, for each of the plan's counts. */
    Map<Integer, CellValue[]> part(CountTable rows) {
        Map<Integer, CellValue[]> part = new HashMap<>();
        totals(plan, rows).forEach(one -> one.table().rows().forEach(row -> part.put(cell(row, one.by()), row.figures().stream().map(figure -> delivered(figure.value())).toArray(CellValue[]::new))));
        return part;
    }

    /** Totals, with the categories that they are divided by. */
    private record Divided(ResultTable table, List<Breakdown> by) {}

    private static List<Divided> totals(PublicationPlan plan, CountTable rows) {
        List<Divided> totals = new ArrayList<>();
        for (List<Breakdown> by : subsets(plan.breakdowns())) {
            for (AreaLevel level : plan.levels()) {
                for (PeriodKind kind : plan.kinds()) {
                    totals.add(new Divided(totals(plan, rows, level, kind, by), by));
                }
            }
        }
        return totals;
    }

    private static Dimension.Place place(PublicationPlan plan, TableStructure structure) {
        List<AreaLevel> levels = plan.levels();
        return structure
                .place(levels.get(levels.size() - 1))
                .orElseThrow(() -> new IllegalArgumentException("no areas of the plan's levels: " + plan.id()));
    }

    private static List<List<Breakdown>> subsets(List<Breakdown> all) {
        List<List<Breakdown>> subsets = new ArrayList<>(List.of(List.of()));
        for (Breakdown one : all) {
            for (List<Breakdown> without : List.copyOf(subsets)) {
                subsets.add(Stream.concat(without.stream(), Stream.of(one)).toList());
            }
        }
        return subsets;
    }

    private static ResultTable totals(
            PublicationPlan plan, CountTable rows, AreaLevel level, PeriodKind kind, List<Breakdown> by) {
        TableStructure structure = rows.structure();
        ColumnName time = structure
                .dimensions()
                .get(structure
                        .timeIndex()
                        .orElseThrow(() -> new IllegalArgumentException("rows must have a period: " + structure)))
                .name();
        List<Grouping> groupings = new ArrayList<>(List.of(
                new Grouping.ByArea("area_code", place(plan, structure).name(), level),
                new Grouping.ByPeriod("period", time, kind)));
        by.forEach(one -> groupings.add(new Grouping.ByColumn(one.column())));
        return AggregationPlan.by(structure)
                .withGroupings(groupings)
                .withSeries(plan.counts().stream()
                        .<Series>map(count -> Series.Total.of(count.measure()))
                        .toList())
                .aggregate(rows);
    }

    /** Returns each of the longest periods with deliveries, followed by all shorter ones within it, in order. */
    private static List<Period> periods(PublicationPlan plan, List<Divided> totals) {
        TreeSet<Period> longest = new TreeSet<>();
        totals.forEach(one -> one.table()
                .rows()
                .forEach(row -> longest.add(
                        Period.ofCode(row.key().get(PERIOD)).rollUp(plan.kinds().get(0)))));
        return longest.stream()
                .flatMap(period -> plan.kinds().stream()
                        .flatMap(kind -> kind == period.kind() ? Stream.of(period) : period.parts(kind).stream()))
                .toList();
    }

    private static int[] areaTree(PublicationPlan plan, List<Area> areas, AreaHierarchy hierarchy) {
        Map<Object, Integer> index = new HashMap<>();
        return areas.stream()
                .mapToInt(area -> {
                    index.put(area.code(), index.size());
                    int at = plan.levels().indexOf(area.code().level());
                    return at == 0
                            ? LinkedTables.NO_PARENT
                            : hierarchy
                                    .ancestor(area.code(), plan.levels().get(at - 1))
                                    .map(index::get)
                                    .orElse(LinkedTables.NO_PARENT);
                })
                .toArray();
    }

    /** Returns the tree of periods. The shortest longer period comes last before the shorter ones that it contains. */
    private static int[] periodTree(List<Period> periods) {
        return IntStream.range(0, periods.size())
                .map(i -> IntStream.iterate(i - 1, above -> above >= 0, above -> above - 1)
                        .filter(above ->
                                periods.get(above).kind() != periods.get(i).kind()
                                        && periods.get(above).contains(periods.get(i)))
                        .findFirst()
                        .orElse(LinkedTables.NO_PARENT))
                .toArray();
    }

    private void put(List<Divided> totals) {
        totals.forEach(one -> put(one.table(), one.by()));
        fill();
    }

    private void put(ResultTable table, List<Breakdown> by) {
        for (ResultTable.Row row : table.rows()) {
            int cell = cell(row, by);
            if (by.isEmpty()) {
                reported[tables.place(cell, AREA) * periods.size() + tables.place(cell, PERIOD)] = true;
            }
            for (int i = 0; i < plan.counts().size(); i++) {
                of(plan.counts().get(i).measure())[cell] = row.figures().get(i).value();
            }
        }
    }

    private int cell(ResultTable.Row row, List<Breakdown> by) {
        List<String> codes = breakdowns.stream()
                .map(one -> by.contains(one) ? row.key().get(PERIOD + 1 + by.indexOf(one)) : PublicationPlan.TOTAL)
                .toList();
        return cell(row.key().get(AREA), row.key().get(PERIOD), codes);
    }

    /** Fills cells without rows: if anything was delivered for the surrounding area, nothing took place there. */
    private void fill() {
        for (int cell = 0; cell < tables.cells(); cell++) {
            int top = tables.place(cell, AREA);
            while (tables.above(AREA, top) != LinkedTables.NO_PARENT) {
                top = tables.above(AREA, top);
            }
            boolean isKnown = reported[top * periods.size() + tables.place(cell, PERIOD)];
            for (CellValue[] all : values.values()) {
                if (all[cell] == null) {
                    all[cell] = isKnown ? CellValue.of(BigDecimal.ZERO) : new CellValue.Missing();
                }
            }
        }
    }

    private CellValue[] of(ColumnName measure) {
        return Optional.ofNullable(values.get(measure))
                .orElseThrow(() -> new IllegalArgumentException("not in the plan: " + measure));
    }

    PublicationPlan plan() {
        return plan;
    }

    LinkedTables tables() {
        return tables;
    }

    List<Area> areas() {
        return areas;
    }

    List<Period> periods() {
        return periods;
    }

    /**
     * Returns the cell of an area, a period and a code for each of the plan's categories.
     *
     * @throws IllegalArgumentException if there is no such cell
     */
    int cell(String area, String period, List<String> codes) {
        int[] places = new int[tables.trees()];
        places[AREA] = areaPlaces.getOrDefault(area, -1);
        places[PERIOD] = periodPlaces.getOrDefault(period, -1);
        for (int i = 0; i < codes.size(); i++) {
            places[PERIOD + 1 + i] = codes.get(i).equals(PublicationPlan.TOTAL)
                    ? 0
                    : 1 + breakdowns.get(i).codes().indexOf(codes.get(i));
            if (places[PERIOD + 1 + i] == 0 && !codes.get(i).equals(PublicationPlan.TOTAL)) {
                throw new IllegalArgumentException("rows with a code that is not in the plan: '" + codes.get(i)
                        + "' in " + plan.breakdowns().get(i).column());
            }
        }
        if (places[AREA] < 0 || places[PERIOD] < 0) {
            throw new IllegalArgumentException(
                    "rows without an area of the plan's levels cannot be published: '" + area + "' " + period);
        }
        return tables.cell(places);
    }

    Area area(int cell) {
        return areas.get(tables.place(cell, AREA));
    }

    Period period(int cell) {
        return periods.get(tables.place(cell, PERIOD));
    }

    /** Returns the code of a cell in each of the plan's categories. */
    List<String> codes(int cell) {
        return IntStream.range(0, breakdowns.size())
                .mapToObj(i -> {
                    int place = tables.place(cell, PERIOD + 1 + i);
                    return place == 0
                            ? PublicationPlan.TOTAL
                            : breakdowns.get(i).codes().get(place - 1);
                })
                .toList();
    }

    /** Returns the minimum number of persons behind a published figure of a cell. */
    int threshold(int cell) {
        return plan.threshold(codes(cell));
    }

    /** Returns the total of codes that a cell is part of, if one of them may not be that of everyone; -1 if there is none. */
    int guardedWhole(int cell) {
        int at = plan.guarded();
        return at < 0 ? LinkedTables.NO_PARENT : tables.whole(cell, PERIOD + 1 + at);
    }

    /** Returns whether a cell is about a code that nobody may find out that everyone has. */
    boolean isGuarded(int cell) {
        return plan.isGuarded(codes(cell).get(plan.guarded()));
    }

    /** Returns the cells of the codes by which a cell is divided, if one of them may not be that of everyone. */
    int[] guarded(int cell) {
        int at = plan.guarded();
        return at < 0 ? new int[0] : tables.below(cell, PERIOD + 1 + at);
    }

    /** Returns whether a table has a cell. */
    boolean isIn(Part part, int cell) {
        return part.level() == area(cell).code().level()
                && part.period() == period(cell).kind()
                && IntStream.range(0, breakdowns.size())
                        .allMatch(i -> tables.place(cell, PERIOD + 1 + i) == 0
                                || part.by().contains(breakdowns.get(i)));
    }

    boolean isPublished(ColumnName measure, int cell) {
        return published.getOrDefault(measure, NONE).get(cell);
    }

    /** Returns the longest periods. */
    List<Period> longest() {
        return periods.stream()
                .filter(period -> period.kind() == plan.kinds().get(0))
                .toList();
    }

    /**
     * Returns the cells of each of the longest periods, with all shorter ones in it; no relation leads from one to
     * another.
     */
    List<int[]> systems() {
        return longest().stream()
                .map(longest -> IntStream.range(0, tables.cells())
                        .filter(cell -> longest.contains(period(cell)))
                        .toArray())
                .toList();
    }

    /** Returns the linked tables of each of the longest periods. */
    LinkedTables system() {
        int size = periods.size() / Math.max(1, longest().size());
        List<int[]> trees = new ArrayList<>(List.of(tables.tree(AREA), Arrays.copyOf(tables.tree(PERIOD), size)));
        breakdowns.forEach(one -> trees.add(LinkedTables.flat(one.codes().size())));
        return LinkedTables.of(trees);
    }

    /**
     * Rounds a count such that published cells add up.
     *
     * @param hidden which cells are not published
     * @return how many times the base each is
     * @throws IllegalArgumentException if the plan's tables form no network, or the count does not add up
     */
    long[] roundTogether(Count count, HiddenCells hidden) {
        FlowNetwork network = system()
                .network()
                .orElseThrow(() -> new IllegalArgumentException(
                        "rounding that adds up is possible for areas by one other dimension without levels only: "
                                + plan.id()));
        long base = BigDecimal.valueOf(plan.policy().rounding().base())
                .movePointRight(count.decimals())
                .longValueExact();
        long[] rounded = new long[tables.cells()];
        for (int[] cells : systems()) {
            long[] values = new long[cells.length];
            boolean[] free = new boolean[cells.length];
            for (int i = 0; i < cells.length; i++) {
                CellValue value = value(count.measure(), cells[i]);
                boolean known = value instanceof CellValue.Missing || value.exact().isPresent();
                free[i] = !known || hidden.isHidden(cells[i]) || !isPublished(count.measure(), cells[i]);
                values[i] = value.exact()
                        .orElse(BigDecimal.ZERO)
                        .movePointRight(count.decimals())
                        .longValueExact();
            }
            long[] made = AdditiveRounding.round(network, values, free, base, values);
            for (int i = 0; i < cells.length; i++) {
                rounded[cells[i]] = made[i];
            }
        }
        return rounded;
    }

    /** Returns the delivered value of a figure, even if part of it was not delivered. */
    CellValue value(ColumnName measure, int cell) {
        return delivered(of(measure)[cell]);
    }

    private static CellValue delivered(CellValue value) {
        if (!(value instanceof CellValue.Incomplete incomplete)) {
            return value;
        }
        return incomplete
                .sum()
                .map(CellValue::of)
                .orElseGet(() -> new CellValue.NotDefined(CellValue.Reason.INCOMPLETE));
    }

    /** Returns whether part of a figure was not delivered. */
    boolean isIncomplete(ColumnName measure, int cell) {
        return of(measure)[cell] instanceof CellValue.Incomplete;
    }
}
