package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the position of areas in a funnel that is wider than independent events alone would make it. */
class ComparisonFunnelTest {

    /**
     * 16 stadsdelen with 38 and 62 visits alternately, and four that are further from the mean: 53.15 on average, with
     * 1,000 inhabitants each.
     */
    private static final long[] COUNTS = {38, 62, 38, 62, 38, 62, 38, 62, 38, 62, 38, 62, 38, 62, 38, 62, 150, 88, 5, 20
    };

    private static AreaCode stadsdeel(int number) {
        return AreaCode.of("SD9999-D" + (char) ('A' + number));
    }

    private static Comparison manyAreas() {
        List<Area> areas = new ArrayList<>(List.of(Area.of(SmallCity.CITY, "Stad")));
        Map<AreaCode, Population.Figures> people = new HashMap<>();
        for (int i = 0; i < COUNTS.length; i++) {
            areas.add(Area.of(stadsdeel(i), "Deel " + i, SmallCity.CITY));
            people.put(stadsdeel(i), SmallCity.figures(1000));
        }
        TableStructure structure = new TableStructure(
                List.of(
                        new Dimension.Place(
                                ColumnName.of("stadsdeel"),
                                AreaHierarchy.of("test", 2026, areas),
                                AreaLevel.STADSDEEL,
                                false),
                        new Dimension.Time(ColumnName.of("periode"))),
                List.of(new Measure.Flow(VISITS, 0)));
        Comparer comparer = ComparisonPlan.of(
                        structure,
                        List.of(SmallCity.indicator("maat", VISITS_PER_1000, new Indicator.Direction.NoJudgement())),
                        AreaLevel.STADSDEEL,
                        new Population("test", people))
                .withOptions(
                        ComparisonOptions.withDefaults().withDispersion(ComparisonOptions.Dispersion.SPIEGELHALTER))
                .newComparer();
        IntStream.range(0, COUNTS.length)
                .mapToObj(i -> Observation.of(
                        new String[] {stadsdeel(i).value(), SmallCity.QUARTER},
                        new long[] {COUNTS[i]},
                        new boolean[] {true}))
                .forEach(comparer);
        return comparer.result();
    }

    /** numpy: z winsorised at its quantiles 0.1 and 0.9, then Spiegelhalter's formulas; 2 * norm.sf of scipy 1.17.1. */
    @ParameterizedTest
    @CsvSource({
        "0, SIMILAR, 0.2502933822754305",
        "1, SIMILAR, 0.5018573731987768",
        "16, HIGH_998, 1.9920273144533373e-13",
        "17, HIGH_95, 0.008180090514731326",
        "18, LOW_998, 0.0002583905523589896",
        "19, LOW_95, 0.011884934514315423"
    })
    void spiegelhalter_manyAreas_onEitherSide(int number, FunnelClass place, double p) {
        Comparison.Row row = only(manyAreas(), stadsdeel(number));

        assertThat(row.assessment().funnel()).contains(place);
        assertThat(row.contrast().pValue().orElseThrow().value()).isCloseTo(p, within(1e-12));
        assertThat(row.assessment().overdispersion().orElseThrow().betweenVariance())
                .isCloseTo(120.51157894736849, within(1e-9));
    }

    /**
     * Visits in Oost at a design effect of 4, where 236 are expected of the 1,180 of the city: z is ln(N / 236) / √(4 / N),
     * and p by 2 * norm.sf of scipy 1.17.1.
     */
    @ParameterizedTest
    @CsvSource({
        "400, HIGH_998, 1.3179851603554727e-07",
        "300, HIGH_95, 0.037706250222738776",
        "272, SIMILAR, 0.241712643797225",
        "180, SIMILAR, 0.06920418605817946",
        "172, LOW_95, 0.038045649613492306",
        "100, LOW_998, 1.7603046804589014e-05"
    })
    void repeatedVisits_onEitherSide(long visits, FunnelClass place, double p) {
        Comparison.Row oost = only(
                repeated(
                        visits(WIJK_OOST, visits, visits / 4, 4 * visits),
                        visits(WIJK_WEST, 630 - visits, 100, 1000),
                        visits(WIJK_ZUID, 550, 180, 2200)),
                OOST);

        assertThat(oost.contrast().pValue().orElseThrow().value()).isCloseTo(p, within(1e-12));
        assertThat(oost.assessment().funnel()).contains(place);
    }

    /**
     * 600 visits of ten organisations where 520 are expected: D is 1.5 to 15, so the visits may be outside or within
     * the lines.
     */
    @Test
    void repeatedVisits_whereTheEndsDisagree_noPlace() {
        List<Observation> rows =
                new ArrayList<>(List.of(visits(WIJK_WEST, 750, 750, 750), visits(WIJK_ZUID, 1250, 1250, 1250)));
        for (int i = 0; i < 10; i++) {
            rows.add(RepeatedEventsTest.rowIn(SmallCity.QUARTER, "4200000" + i, WIJK_OOST, "inloop", 60, 50, 90));
        }
        assertThat(only(repeated(rows.toArray(Observation[]::new)), OOST)
                        .assessment()
                        .funnel())
                .isEmpty();
    }

    /** An area within the lines at the smallest design effect is within them at any larger one. */
    @Test
    void repeatedVisits_withLowerBound_similarOrNoPlace() {
        Comparison comparison =
                repeated(visits(WIJK_OOST, 205, 60), visits(WIJK_WEST, 300, 100), visits(WIJK_ZUID, 500, 180));
        assertThat(only(comparison, OOST).assessment().funnel()).contains(FunnelClass.SIMILAR);
        Comparison far =
                repeated(visits(WIJK_OOST, 1500, 500), visits(WIJK_WEST, 300, 100), visits(WIJK_ZUID, 500, 100));
        assertThat(only(far, OOST).assessment().funnel()).isEmpty();
    }

    private static Observation visits(String wijk, long... numbers) {
        return RepeatedEventsTest.rowIn(SmallCity.QUARTER, "41000001", wijk, "inloop", numbers);
    }

    private static Comparison repeated(Observation... rows) {
        Comparer comparer = ComparisonPlan.of(
                        RepeatedEventsTest.STRUCTURE,
                        List.of(SmallCity.indicator("maat", VISITS_PER_1000, new Indicator.Direction.NoJudgement())),
                        AreaLevel.STADSDEEL,
                        SmallCity.POPULATION)
                .newComparer();
        List.of(rows).forEach(comparer);
        return comparer.result();
    }
}
