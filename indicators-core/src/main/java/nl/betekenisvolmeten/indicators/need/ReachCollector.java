package nl.betekenisvolmeten.indicators.need;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;

/** Takes rows one by one and adds up how many were reached by area. The order of rows does not matter. Not thread-safe. */
public final class ReachCollector implements RowTaker {

    private final AggregationPlan plan;
    private final Dimension.Place place;
    private final AreaLevel level;
    private final @Nullable Period period;
    private final int time;
    private final int area;
    private final Aggregator totals;
    private final Set<String> seen = new HashSet<>();

    private ReachCollector(AggregationPlan plan, Dimension.Place place, AreaLevel level, @Nullable Period period) {
        this.plan = plan;
        this.place = place;
        this.level = level;
        this.period = period;
        totals = plan.newAggregator();
        time = plan.structure().timeIndex().orElseThrow();
        area = plan.structure().dimensionIndex(place.name()).orElseThrow();
    }

    /**
     * Returns a collector that has seen no rows yet.
     *
     * @param structure the columns of the rows
     * @param measure what counts as reach, such as persons or visits
     * @param level the areas
     * @return the collector, for rows of all periods
     * @throws IllegalArgumentException if the rows have no such measure, no period, or no areas to roll up to the level
     */
    public static ReachCollector of(TableStructure structure, ColumnName measure, AreaLevel level) {
        if (structure.measureIndex(measure).isEmpty() || structure.timeIndex().isEmpty()) {
            throw new IllegalArgumentException("no measure by period: " + measure);
        }
        Dimension.Place place = structure
                .place(level)
                .orElseThrow(() -> new IllegalArgumentException("no areas to roll up to " + level));
        AggregationPlan plan = new AggregationPlan(
                structure,
                List.of(new Grouping.ByArea("area", place.name(), level)),
                List.of(Series.Total.of(measure)),
                Optional.empty());
        return new ReachCollector(plan, place, level, null);
    }

    /**
     * Returns a collector for the rows of one period, that has seen no rows yet.
     *
     * @param newPeriod the period
     * @return the collector
     */
    public ReachCollector withPeriod(Period newPeriod) {
        return new ReachCollector(plan, place, level, newPeriod);
    }

    /**
     * Adds a row.
     *
     * @param row a row of the structure
     * @throws IllegalArgumentException if its period is no CBS code or its area cannot be rolled up
     */
    @Override
    public void accept(Observation row) {
        Period own = Period.ofCode(row.code(time));
        if (period == null || period.contains(own)) {
            seen.add(row.code(area));
            totals.accept(row);
        }
    }

    @Override
    public void acceptRejected(RejectedRows rows) {
        Set<String> codes = rows.codes().get(time);
        if (period == null
                || codes.isEmpty()
                || codes.stream().map(Period::ofCode).anyMatch(period::contains)) {
            totals.acceptRejected(rows);
        }
    }

    @Override
    public void acceptTotal(OwnTotal total) {
        total.within(time, code -> period == null || period.contains(Period.ofCode(code)))
                .ifPresent(one -> {
                    seen.addAll(one.codes().get(area));
                    totals.acceptTotal(one);
                });
    }

    @Override
    public void refuse(Observation row) {
        if (period == null || period.contains(Period.ofCode(row.code(time)))) {
            totals.refuse(row);
        }
    }

    /**
     * Returns how many were reached. An area without rows in a stadsdeel that delivered had no activities, so nobody
     * was reached there; in one that did not deliver it is missing.
     *
     * @return for every area of the level
     */
    public Map<AreaCode, CellValue> result() {
        Set<AreaCode> delivered = new HashSet<>();
        seen.forEach(code -> place.code(code).map(this::part).ifPresent(delivered::add));
        ResultTable table = totals.result();
        Map<AreaCode, CellValue> reached = new TreeMap<>();
        for (Area one : place.areas().areas(level)) {
            CellValue none =
                    delivered.contains(part(one.code())) ? CellValue.of(BigDecimal.ZERO) : new CellValue.Missing();
            reached.put(
                    one.code(),
                    table.row(one.code().value())
                            .map(row -> ReachCollector.value(row.figures().get(0)))
                            .orElse(none));
        }
        return reached;
    }

    /** A figure with empty cells is not known: nobody can tell how many more there were. */
    private static CellValue value(Figure figure) {
        return figure.cellsMissing() > 0 ? new CellValue.Missing() : figure.value();
    }

    private AreaCode part(AreaCode code) {
        return place.areas().ancestor(code, AreaLevel.STADSDEEL).orElse(code);
    }
}
