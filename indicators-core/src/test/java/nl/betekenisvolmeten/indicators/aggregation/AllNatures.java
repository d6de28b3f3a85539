package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;

/** A table with a measure of each nature. */
final class AllNatures {

    static final ColumnName HOURS = ColumnName.of("uren");
    static final ColumnName CASELOAD = ColumnName.of("caseload");
    static final ColumnName PERSONS = ColumnName.of("personen");
    static final ColumnName CASES = ColumnName.of("aantal");
    static final ColumnName MARK = ColumnName.of("cijfer");
    static final ColumnName MEETINGS = ColumnName.of("bijeenkomsten");
    static final ColumnName VISITORS = ColumnName.of("bezoekers");
    static final ColumnName NAMELESS = ColumnName.of("zonder_naam");
    static final ColumnName FIRST = ColumnName.of("eerste_keer");

    /** Columns: organisation, wijk, period, age group. */
    static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(World.ORGANISATION),
                    new Dimension.Place(World.WIJK, World.AREAS, AreaLevel.WIJK, false),
                    new Dimension.Time(World.PERIOD),
                    new Dimension.Category(World.AGE, Set.copyOf(World.AGES))),
            List.of(
                    new Measure.Flow(HOURS, 2),
                    new Measure.Stock(CASELOAD, 0),
                    // the tests of caps need persons who are known to live there
                    new Measure.Distinct(PERSONS, true, Optional.empty(), Optional.of(AreaLevel.BUURT)),
                    new Measure.Flow(CASES, 0),
                    new Measure.Mean(MARK, 1, CASES),
                    new Measure.Shared(MEETINGS, 0, Set.of(World.AGE)),
                    World.named(VISITORS, CASES, NAMELESS),
                    new Measure.Flow(NAMELESS, 0),
                    World.firstInYear(FIRST, VISITORS, World.ORGANISATION, World.WIJK)));

    private AllNatures() {}

    /** Every measure, a selection, and a ratio. */
    static AggregationPlan plan(List<Grouping> groupings) {
        List<Series> series = new ArrayList<>(AggregationPlan.by(STRUCTURE).series());
        series.add(new Series.Total("jong", PERSONS, Selection.of(Map.of(World.AGE, Set.of("0-17")))));
        series.add(new Series.Ratio("uren_per_persoon", Series.Total.of(HOURS), Series.Total.of(PERSONS), false));
        return AggregationPlan.by(STRUCTURE).withGroupings(groupings).withSeries(series);
    }

    /** A row; a null number was not delivered, nor is one that is left out at the end. */
    static Observation row(
            String organisation,
            String wijk,
            String period,
            String age,
            @Nullable Long... hoursCaseloadPersonsCasesMark) {
        long[] values = Arrays.stream(hoursCaseloadPersonsCasesMark)
                .mapToLong(value -> value == null ? 0 : value)
                .toArray();
        values = Arrays.copyOf(values, STRUCTURE.measures().size());
        boolean[] known = new boolean[values.length];
        for (int i = 0; i < hoursCaseloadPersonsCasesMark.length; i++) {
            known[i] = hoursCaseloadPersonsCasesMark[i] != null;
        }
        return Observation.of(new String[] {organisation, wijk, period, age}, values, known);
    }

    /** Rows with gaps, negative hours and, now and then, numbers at the end of what a long holds. */
    static Arbitrary<List<Observation>> rows() {
        Arbitrary<String[]> codes = Combinators.combine(
                        Arbitraries.of(World.ORGANISATIONS),
                        Arbitraries.of(World.WIJKEN),
                        Arbitraries.of(World.QUARTERS),
                        Arbitraries.of("0-17", "18-66", "67+", World.UNKNOWN))
                .as((organisation, wijk, period, age) -> new String[] {organisation, wijk, period, age});
        Arbitrary<Long> small = Arbitraries.longs().between(0, 50);
        Arbitrary<Long> any = Arbitraries.frequencyOf(
                Tuple.of(60, Arbitraries.longs().between(-500, 500)),
                Tuple.of(1, Arbitraries.of(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE / 2)));
        Arbitrary<Long[]> visitors = small.array(Long[].class).ofSize(3);
        Arbitrary<long[]> values = Combinators.combine(any, any, small, small, any, small, visitors)
                .as((hours, caseload, persons, cases, mark, meetings, more) ->
                        new long[] {hours, caseload, persons, cases, mark, meetings, more[0], more[1], more[2]});
        Arbitrary<boolean[]> known = Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false))
                .array(boolean[].class)
                .ofSize(STRUCTURE.measures().size());
        return Combinators.combine(codes, values, known)
                .as(Observation::of)
                .list()
                .ofMaxSize(30);
    }
}
