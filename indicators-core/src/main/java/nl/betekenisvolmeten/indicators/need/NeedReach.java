package nl.betekenisvolmeten.indicators.need;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.statistics.Concentration;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Summary;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;

/**
 * Who is reached, compared with need. Persons who may have been counted twice are bounds, and so is what is made of them.
 *
 * @param rows the areas that have an index, most need first
 * @param concentration the concentration index of the reach over areas by need, between -1 and 1: above 0 the reach gathers
 *     where need is high; empty where an area's reach or inhabitants are not known, or nobody was reached
 */
public record NeedReach(List<Row> rows, Optional<Bounds> concentration) {

    public NeedReach {
        rows = List.copyOf(rows);
    }

    /**
     * An area.
     *
     * @param area the area
     * @param reached how many were reached; missing where nothing was delivered
     * @param perThousand the same by a thousand inhabitants
     */
    public record Row(AreaCode area, CellValue reached, CellValue perThousand) {}

    /**
     * The least and the most that a number can be.
     *
     * @param lower the least
     * @param upper the most, not below it
     */
    public record Bounds(double lower, double upper) {}

    private record Point(double need, double people, double lower, double upper) {}

    /**
     * Compares reach with need.
     *
     * @param ranking the need
     * @param reached how many were reached in each area
     * @param population the inhabitants
     * @return the reach of the areas with an index
     */
    public static NeedReach of(NeedRanking ranking, Map<AreaCode, CellValue> reached, Population population) {
        List<Row> rows = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (NeedRanking.Row need : ranking.rows()) {
            OptionalLong people = population.total(need.area());
            CellValue reach = reached.getOrDefault(need.area(), new CellValue.Missing());
            CellValue rate = BoundedRatio.of(reach, population.denominator(need.area()), Per.THOUSAND)
                    .value();
            rows.add(new Row(need.area(), reach, rate));
            if (people.orElse(0) > 0
                    && reach.lowerBound().filter(lower -> lower.signum() >= 0).isPresent()) {
                points.add(new Point(
                        need.index(),
                        people.getAsLong(),
                        reach.lowerBound().orElseThrow().doubleValue(),
                        reach.upperBound().orElseThrow().doubleValue()));
            }
        }
        return new NeedReach(rows, points.size() == rows.size() ? concentration(points) : Optional.empty());
    }

    /**
     * Returns the bounds of the concentration index. As it is a mean of ranks weighted by the reach, its extremes lie
     * where all areas above some need are at one end of their bounds and all below it at the other.
     */
    private static Optional<Bounds> concentration(List<Point> points) {
        List<Point> byNeed =
                points.stream().sorted(Comparator.comparingDouble(Point::need)).toList();
        List<Double> found = new ArrayList<>();
        for (int split = 0; split <= byNeed.size(); split++) {
            index(byNeed, split, true).ifPresent(found::add);
            index(byNeed, split, false).ifPresent(found::add);
        }
        return found.stream()
                .min(Comparator.naturalOrder())
                .map(lower -> new Bounds(
                        lower, found.stream().max(Comparator.naturalOrder()).orElseThrow()));
    }

    private static Optional<Double> index(List<Point> byNeed, int split, boolean lowHasMost) {
        int size = byNeed.size();
        double[] rates = new double[size];
        double[] people = new double[size];
        double[] needs = new double[size];
        for (int i = 0; i < size; i++) {
            Point point = byNeed.get(i);
            rates[i] = ((i < split) == lowHasMost ? point.upper() : point.lower()) / point.people();
            people[i] = point.people();
            needs[i] = point.need();
        }
        return Concentration.estimate(rates, people, needs).summary().map(Summary::value);
    }

    /** Takes rows one by one and adds up how many were reached by area. The order of rows does not matter. Not thread-safe. */
    public static final class Collector implements RowTaker {

        private final AggregationPlan plan;
        private final Dimension.Place place;
        private final AreaLevel level;
        private final @Nullable Period period;
        private final int time;
        private final int area;
        private final Aggregator totals;
        private final Set<String> seen = new HashSet<>();
        private final Set<RejectedRows> rejected = new HashSet<>();

        private Collector(AggregationPlan plan, Dimension.Place place, AreaLevel level, @Nullable Period period) {
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
        public static Collector of(TableStructure structure, ColumnName measure, AreaLevel level) {
            if (structure.measureIndex(measure).isEmpty()
                    || structure.timeIndex().isEmpty()) {
                throw new IllegalArgumentException("no measure by period: " + measure);
            }
            Dimension.Place place = structure.requiredPlace(level);
            AggregationPlan plan = new AggregationPlan(
                    structure,
                    List.of(new Grouping.ByArea("area", place.name(), level)),
                    List.of(Series.Total.of(measure)),
                    Optional.empty());
            return new Collector(plan, place, level, null);
        }

        /**
         * Returns a collector for the rows of one period, that has seen no rows yet.
         *
         * @param newPeriod the period
         * @return the collector
         */
        public Collector withPeriod(Period newPeriod) {
            Grouping.ByPeriod byPeriod = new Grouping.ByPeriod(
                    "period", plan.structure().dimensions().get(time).name(), newPeriod.kind());
            AggregationPlan ofPeriod =
                    plan.withGroupings(List.of(plan.groupings().get(0), byPeriod));
            return new Collector(ofPeriod, place, level, newPeriod);
        }

        /**
         * Returns the plan of the totals, from which the agreed reports behind them can be found.
         *
         * @return the plan
         */
        public AggregationPlan plan() {
            return plan;
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
                rejected.add(new RejectedRows(rows.codes(), List.of(), 0, OptionalLong.empty()));
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
            return result(any -> Optional.empty());
        }

        /**
         * Returns how many persons were reached, taking agreed reports into account: the figure of an area is
         * incomplete unless all its agreed reports are there.
         *
         * @param agreed returns for a key of the plan how many of the agreed reports are there; empty if nothing was
         *     agreed
         * @return for every area of the level
         */
        public Map<AreaCode, CellValue> result(Function<List<String>, Optional<Coverage>> agreed) {
            Set<AreaCode> delivered = new HashSet<>();
            seen.forEach(code -> place.code(code).map(this::part).ifPresent(delivered::add));
            ResultTable table = totals.result(agreed);
            Map<AreaCode, CellValue> reached = new TreeMap<>();
            for (Area one : place.areas().areas(level)) {
                List<String> key = period == null
                        ? List.of(one.code().value())
                        : List.of(one.code().value(), period.code());
                CellValue none = delivered.contains(part(one.code()))
                        ? nobody(one.code(), agreed.apply(key))
                        : new CellValue.Missing();
                reached.put(
                        one.code(),
                        table.row(key.toArray(String[]::new))
                                .map(row -> row.figures().get(0).value())
                                .orElse(none));
            }
            return reached;
        }

        /** Returns zero, which is only a lower bound if a report or row that may be about the area is missing. */
        private CellValue nobody(AreaCode code, Optional<Coverage> agreed) {
            boolean whole = agreed.map(Coverage::isComplete).orElse(true)
                    && rejected.stream().noneMatch(rows -> rows.mayLieIn(plan.structure(), code));
            CellValue zero = CellValue.of(BigDecimal.ZERO);
            return whole ? zero : CellValue.Incomplete.of(zero);
        }

        private AreaCode part(AreaCode code) {
            return place.areas().ancestor(code, AreaLevel.STADSDEEL).orElse(code);
        }
    }
}
