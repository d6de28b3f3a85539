package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.CITY;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.PERSONS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.indicator;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.part;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.plan;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.populationRate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;

/** What holds whatever a researcher chooses. */
class ComparisonChoicesProperties {

    private static final Indicator.Direction NONE = new Indicator.Direction.NoJudgement();
    private static final Indicator.Direction MORE = new Indicator.Direction.HigherIsBetter();

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of(SmallCity.WIJKEN),
                        Arbitraries.of("2025KW04", "2026KW01", "2026KW02"),
                        Arbitraries.of("0-17", "18-66", "67+", "onbekend"),
                        Arbitraries.of("A", "B", "C"),
                        Arbitraries.longs().between(0, 90))
                .as((wijk, quarter, age, organisation, visits) -> new Row(
                        organisation, wijk, quarter, "inloop", age, Map.of(VISITS, visits, PERSONS, visits / 2)))
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<ComparisonOptions> options() {
        ComparisonOptions usual = ComparisonOptions.withDefaults();
        return Arbitraries.of(
                usual,
                usual.withChange(Change.Since.PREVIOUS_PERIOD),
                usual.withReference(new ComparisonOptions.Reference.RestOfCity())
                        .withDispersion(ComparisonOptions.Dispersion.SPIEGELHALTER),
                usual.withReference(new ComparisonOptions.Reference.OtherArea(WEST)),
                usual.withStandard(new ComparisonOptions.Standard.OfArea(CITY))
                        .withChange(Change.Since.PREVIOUS_PERIOD),
                usual.withRanking(RankIntervals.MONTE_CARLO, 3),
                usual.withInference(Inference.REGISTER).withChange(Change.Since.PREVIOUS_PERIOD));
    }

    private static ComparisonPlan both(ComparisonOptions options, Indicator.Direction direction) {
        return plan(
                        indicator("bezoeken", populationRate(VISITS), direction),
                        indicator("deelnemers", populationRate(PERSONS), direction),
                        indicator(
                                "verhouding",
                                new Formula.Rate("test", Per.ONE, part(VISITS), part(PERSONS)),
                                direction))
                .withOptions(options);
    }

    private static Comparison compare(ComparisonPlan plan, List<Row> rows) {
        return SmallCity.compare(plan, rows.toArray(Row[]::new));
    }

    @Property(tries = 200)
    void orderAndSplit_doNotMatter(
            @ForAll("rows") List<Row> rows, @ForAll("options") ComparisonOptions options, @ForAll Random random) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        Comparer one = both(options, NONE).newComparer();
        Comparer other = both(options, NONE).newComparer();
        shuffled.forEach(row -> (random.nextBoolean() ? one : other).accept(row.observation()));
        one.combine(other);

        assertThat(one.result()).isEqualTo(compare(both(options, NONE), rows));
    }

    private static Judgement mirror(Judgement judgement) {
        return judgement == Judgement.BETTER
                ? Judgement.WORSE
                : judgement == Judgement.WORSE ? Judgement.BETTER : judgement;
    }

    @Property(tries = 200)
    void otherDirection_mirrorsJudgementsAndNothingElse(
            @ForAll("rows") List<Row> rows, @ForAll("options") ComparisonOptions options) {
        List<Comparison.Row> more = compare(both(options, MORE), rows).rows();
        List<Comparison.Row> less = compare(both(options, new Indicator.Direction.LowerIsBetter()), rows)
                .rows();
        for (int i = 0; i < more.size(); i++) {
            assertThat(less.get(i).assessment().judgement())
                    .isEqualTo(mirror(more.get(i).assessment().judgement()));
            assertThat(less.get(i).contrast().pValue())
                    .isEqualTo(more.get(i).contrast().pValue());
            assertThat(less.get(i).assessment().rank())
                    .isEqualTo(more.get(i).assessment().rank());
            Optional<Judgement> change = more.get(i).assessment().change().map(Change::judgement);
            assertThat(less.get(i).assessment().change().map(Change::judgement))
                    .isEqualTo(change.map(ComparisonChoicesProperties::mirror));
        }
    }

    private static Formula per(long per) {
        return new Formula.PopulationRate("test", Per.of(per), part(VISITS), Optional.empty());
    }

    @Property(tries = 200)
    void scale_doesNotMatter(@ForAll("rows") List<Row> rows) {
        List<Comparison.Row> small = compare(plan(per(1), MORE), rows).rows();
        List<Comparison.Row> large = compare(plan(per(100_000), MORE), rows).rows();
        for (int i = 0; i < small.size(); i++) {
            assertThat(large.get(i).assessment().funnel())
                    .isEqualTo(small.get(i).assessment().funnel());
            assertThat(large.get(i).assessment().rank())
                    .isEqualTo(small.get(i).assessment().rank());
            assertThat(large.get(i).contrast().pValue().isPresent())
                    .isEqualTo(small.get(i).contrast().pValue().isPresent());
            if (small.get(i).contrast().pValue().isPresent()) {
                assertThat(p(large.get(i))).isCloseTo(p(small.get(i)), within(1e-9));
            }
        }
    }

    private static double p(Comparison.Row row) {
        return row.contrast().pValue().map(PValue::value).orElseThrow();
    }

    private static Measurement measurement(Measurement.Kind kind, CellValue above, CellValue below) {
        return Measurement.of(kind, Per.HUNDRED, above, below, true, ComparisonOptions.withDefaults());
    }

    private static CellValue exact(long number) {
        return CellValue.of(BigDecimal.valueOf(number));
    }

    private static CellValue around(long number, int less, int more) {
        return CellValue.between(BigDecimal.valueOf(Math.max(0, number - less)), BigDecimal.valueOf(number + more));
    }

    @Property
    void bounds_onlyWiden(
            @ForAll @IntRange(max = 300) int above,
            @ForAll @IntRange(min = 1, max = 300) int rest,
            @ForAll @IntRange(max = 20) int less,
            @ForAll @IntRange(max = 20) int more,
            @ForAll boolean share) {
        Measurement.Kind kind = share ? Measurement.Kind.SHARE : Measurement.Kind.RATE;
        long below = (long) above + rest;
        Measurement city = measurement(kind, exact(500), exact(1000));
        ComparedPair known = ComparedPair.of(measurement(kind, exact(above), exact(below)), city, true);
        ComparedPair bounded = ComparedPair.of(measurement(kind, around(above, less, more), exact(below)), city, true);
        if (bounded.own().value().lowerBound().isEmpty()) {
            return;
        }
        Interval narrow = known.own().interval(Confidence.P95).orElseThrow();
        Interval wide = bounded.own().interval(Confidence.P95).orElseThrow();
        assertThat(wide.lower()).isLessThanOrEqualTo(narrow.lower());
        assertThat(wide.upper()).isGreaterThanOrEqualTo(narrow.upper());
        Interval difference = bounded.difference(Confidence.P95).interval().orElseThrow();
        double own =
                known.difference(Confidence.P95).value().exact().orElseThrow().doubleValue();
        assertThat(difference.contains(own)).isTrue();
        Judgement judgement = Verdict.of(
                        bounded,
                        bounded.difference(Confidence.P95),
                        new UnadjustedRow.Adjusted(bounded.pValue(), bounded.leastPValue(), Confidence.P95),
                        MORE,
                        Confidence.P95)
                .judgement();
        if (judgement == Judgement.BETTER) {
            assertThat(own).isPositive();
        }
        if (judgement == Judgement.WORSE) {
            assertThat(own).isNegative();
        }
    }

    @Property(tries = 200)
    void ranks_apart_areInTheOrderOfTheFigures(@ForAll("rows") List<Row> rows) {
        List<Comparison.Row> all =
                compare(both(ComparisonOptions.withDefaults(), NONE), rows).rows();
        for (Comparison.Row one : all) {
            for (Comparison.Row other : all) {
                boolean together = one.key().indicator().equals(other.key().indicator())
                        && one.key().period().equals(other.key().period())
                        && one.assessment().rank().isPresent()
                        && other.assessment().rank().isPresent();
                if (together
                        && isAbove(
                                one.assessment().rank().orElseThrow(),
                                other.assessment().rank().orElseThrow())) {
                    assertThat(one.figure().value().upperBound().orElseThrow())
                            .isGreaterThan(other.figure().value().lowerBound().orElseThrow());
                }
            }
        }
    }

    private static boolean isAbove(RankIntervals.Places one, RankIntervals.Places other) {
        return one.upper() < other.lower();
    }
}
