package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.HOURS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.compare;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.plan;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.populationRate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.plot.Plots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plots of a comparison. */
class ComparisonPlotsTest {

    private static final Row[] ROWS = {
        Row.of(WIJK_OOST).with(VISITS, 7),
        Row.of(WIJK_WEST).with(VISITS, 36),
        Row.of(WIJK_ZUID).with(VISITS, 41),
        Row.of(WIJK_OOST).in("2026KW02").with(VISITS, 9)
    };

    private static Plot first(Comparison comparison, Plot.Kind kind) {
        return Plots.all(comparison).stream()
                .filter(plot -> plot.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void funnel_pointsBySizeWithinLines() {
        Plot plot = first(compare(plan(VISITS_PER_1000), ROWS), Plot.Kind.FUNNEL);

        assertThat(plot.points())
                .extracting(point -> point.label() + " " + point.position().x() + " "
                        + point.position().y() + " "
                        + point.category().orElseThrow().code())
                .containsExactly("Oost 2000.0 3.5 lower", "West 3000.0 12.0 higher", "Zuid 5000.0 8.2 similar");
        assertThat(plot.lines())
                .extracting(Plot.Line::name)
                .containsExactly("city", "lower-95", "upper-95", "lower-998", "upper-998");
        assertThat(plot.lines().get(0).positions().get(0).y()).isCloseTo(8.4, within(1e-12));
        assertThat(plot.lines().get(1).positions())
                .hasSizeBetween(100, 102)
                .allSatisfy(place -> assertThat(place.y()).isLessThan(8.4));
        assertThat(plot.lines().get(4).positions())
                .allSatisfy(place -> assertThat(place.y()).isGreaterThan(8.4));
    }

    /** Many events and few, areas of about one size and of very different ones. */
    @ParameterizedTest
    @CsvSource({"7, 36, 41", "0, 1, 0", "1, 2, 900", "400, 600, 900", "3, 3, 3", "0, 2900, 4"})
    void funnel_linesOfRates_coverEveryArea(int oost, int west, int zuid) {
        Plot plot = first(
                compare(
                        plan(VISITS_PER_1000),
                        Row.of(WIJK_OOST).with(VISITS, oost),
                        Row.of(WIJK_WEST).with(VISITS, west),
                        Row.of(WIJK_ZUID).with(VISITS, zuid)),
                Plot.Kind.FUNNEL);
        assertThat(plot.lines()).hasSize(5).allSatisfy(line -> {
            List<Plot.Position> positions = line.positions();
            assertThat(positions.get(0).x()).as(line.name()).isLessThanOrEqualTo(2000);
            assertThat(positions.get(positions.size() - 1).x()).as(line.name()).isGreaterThanOrEqualTo(5000);
            assertThat(positions).extracting(Plot.Position::x).isSorted();
        });
    }

    @Test
    void funnel_overdispersed_linesAreWider() {
        ComparisonPlan plan = plan(VISITS_PER_1000)
                .withOptions(
                        ComparisonOptions.withDefaults().withDispersion(ComparisonOptions.Dispersion.SPIEGELHALTER));
        Plot plot = first(compare(plan, ROWS), Plot.Kind.FUNNEL);

        List<Plot.Position> upper = plot.lines().get(2).positions();
        // scipy 1.17.1: norm.isf(0.025) * 6.311508856655261 ** 0.5, the variance of the test of this option
        assertThat(upper.get(upper.size() - 1).y() - 8.4).isGreaterThan(4.92394);
    }

    @Test
    void caterpillar_fromLowToHighWithIntervals() {
        Plot plot = first(compare(plan(VISITS_PER_1000), ROWS), Plot.Kind.CATERPILLAR);

        assertThat(plot.points()).extracting(Plot.Point::label).containsExactly("Oost", "Zuid", "West");
        assertThat(plot.points())
                .allSatisfy(point -> assertThat(point.interval()).isPresent());
        assertThat(plot.points().get(2).position().x()).isEqualTo(3);
    }

    @Test
    void smallMultiples_areasWithTheirPeriods() {
        Comparison comparison = compare(plan(VISITS_PER_1000), ROWS);
        List<Plot> plots = Plots.all(comparison).stream()
                .filter(plot -> plot.kind() == Plot.Kind.SMALL_MULTIPLE)
                .toList();

        assertThat(plots)
                .extracting(plot -> plot.key() + " " + plot.points().size())
                .containsExactly("maat/SD9999-OOST 2", "maat/SD9999-WEST 1", "maat/SD9999-ZUID 1");
        assertThat(plots.get(0).lines().get(0).positions()).hasSize(2);
        assertThat(Plots.all(comparison))
                .extracting(plot -> plot.kind().code())
                .containsExactly(
                        "funnel",
                        "caterpillar",
                        "concentration-curve",
                        // in the second period Oost is alone: no funnel around its own value
                        "caterpillar",
                        "small-multiple",
                        "small-multiple",
                        "small-multiple");
    }

    @Test
    void spread_ofAPeriod_isTheLorenzCurveOfItsAreas() {
        Plot plot = first(compare(plan(VISITS_PER_1000), ROWS), Plot.Kind.CONCENTRATION_CURVE);

        assertThat(plot.kind()).isEqualTo(Plot.Kind.CONCENTRATION_CURVE);
        assertThat(plot.points()).hasSize(3);
        // from the lowest figure on, so the curve never lies above the diagonal
        assertThat(plot.points())
                .allMatch(point -> point.position().y() <= point.position().x());
        assertThat(plot.points().get(2).position()).isEqualTo(new Plot.Position(1, 1));
    }

    @Test
    void plots_noCounts_none() {
        Comparison hours =
                compare(plan(populationRate(HOURS)), Row.of(WIJK_OOST).with(HOURS, 100));

        assertThat(Plots.all(hours)).isEmpty();
    }

    @Test
    void caterpillar_areasOfTwoCities_haveNoLineOfOne() {
        Comparison one = compare(plan(VISITS_PER_1000), ROWS[0], ROWS[1], ROWS[2]);
        Comparison other = compare(
                plan(VISITS_PER_1000), SmallCity.Row.of(SmallCity.WIJK_WEST).with(SmallCity.VISITS, 9));
        Comparison both = new Comparison(
                List.of(SmallCity.only(one, SmallCity.OOST), SmallCity.only(other, SmallCity.WEST)),
                List.of(),
                one.findings());
        Plot plot = first(both, Plot.Kind.CATERPILLAR);
        assertThat(plot.points()).hasSize(2);
        assertThat(plot.lines()).isEmpty();
        assertThat(first(one, Plot.Kind.CATERPILLAR).lines()).hasSize(1);
    }
}
