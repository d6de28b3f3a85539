package nl.betekenisvolmeten.indicators.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.signal.SeriesPlan.TrendBreak;
import nl.betekenisvolmeten.indicators.statistics.ControlChart;
import nl.betekenisvolmeten.indicators.statistics.LatestTest;
import nl.betekenisvolmeten.indicators.table.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalListTest {

    private static final String ONE = "91000001";

    private static final Indicator VISITS =
            Village.indicator("bezoeken", Village.VISIT_RATE, new Indicator.Direction.HigherIsBetter());

    private static List<Observation> haven(long latest) {
        return Village.visits(ONE, Village.HAVEN, 0, 100, 104, 98, 101, 99, 103, 97, 102, 100, latest);
    }

    private static List<Observation> kade() {
        return Village.visits(ONE, Village.KADE, 0, 200, 204, 198, 201, 199, 203, 197, 202, 200, 199);
    }

    private static SignalList list(List<AreaSeries> series) {
        return SignalList.of(series, 0.05, LatestTest.Variation.OVERDISPERSED);
    }

    @Test
    void list_putsTheStrongestFirst_withWhatItMeans() {
        SignalList list = list(Village.series(Village.plan(VISITS), haven(40), kade()));
        assertThat(list.lookedAt()).isEqualTo(2);
        assertThat(list.rows()).hasSize(2);
        SignalList.Row first = list.rows().get(0);
        assertThat(first.series().area().code()).isEqualTo(Village.HAVEN);
        assertThat(first.signal()).isTrue();
        assertThat(first.verdict()).isEqualTo(SignalList.Verdict.CONCERN);
        assertThat(first.earlier()).isEqualTo(9);
        // 904 visits in nine quarters, per 1000 of 2000 inhabitants
        assertThat(first.expected()).isCloseTo(904 / 9.0 / 2, within(1e-12));
        assertThat(first.adjusted().value()).isCloseTo(2 * first.test().pValue().value(), within(1e-15));
        assertThat(first.rules()).anyMatch(rule -> rule.rule() == ControlChart.Rule.ASTRONOMICAL_POINT && !rule.high());
        assertThat(list.rows().get(1).verdict()).isEqualTo(SignalList.Verdict.NONE);
        assertThat(list.signals()).containsExactly(first);
        assertThat(list.expectedFalse()).isCloseTo(0.05, within(1e-15));
        assertThat(list.expectedFalseUncorrected()).isCloseTo(0.1, within(1e-15));
        assertThat(list.latest()).contains(Village.quarter(9));
    }

    @ParameterizedTest
    @CsvSource({"20, RULE", "13, RULE", "12, NONE", "9, NONE"})
    void steadyRise_isASignalOfItsOwnKind_fromFourPeriodsOfTheSeasonOn(int quarters, SignalList.Kind kind) {
        long[] visits = new long[quarters];
        Arrays.setAll(visits, i -> 100 + 2 * i);
        SignalList list = list(Village.series(Village.plan(VISITS), Village.visits(ONE, Village.HAVEN, 0, visits)));
        SignalList.Row row = list.rows().get(0);
        assertThat(row.rules()).isNotEmpty();
        assertThat(row.adjusted().value()).isGreaterThan(0.05);
        assertThat(row.kind()).isEqualTo(kind);
        assertThat(row.signal()).isEqualTo(kind == SignalList.Kind.RULE);
        assertThat(row.verdict())
                .isEqualTo(kind == SignalList.Kind.RULE ? SignalList.Verdict.IMPROVEMENT : SignalList.Verdict.NONE);
        assertThat(list.expectedFalse()).isZero();
    }

    @Test
    void list_withoutDirection_doesNotJudge() {
        Indicator plain = Village.indicator("bezoeken", Village.VISIT_RATE, new Indicator.Direction.NoJudgement());
        assertThat(list(Village.series(Village.plan(plain), haven(40)))
                        .rows()
                        .get(0)
                        .verdict())
                .isEqualTo(SignalList.Verdict.CHANGE);
    }

    @Test
    void series_thatHasNoFigureOfTheLatestPeriod_isLookedAtAndNotTested() {
        SignalList list = list(
                Village.series(Village.plan(VISITS), Village.visits(ONE, Village.HAVEN, 0, 100, 104, 98, 101), kade()));
        assertThat(list.lookedAt()).isEqualTo(2);
        assertThat(list.rows()).hasSize(1);
        assertThat(list(List.of()).latest()).isEmpty();
    }

    @Test
    void break_leavesTooLittle_soThereIsNoTest() {
        SeriesPlan plan = Village.plan(VISITS).withBreaks(List.of(TrendBreak.everywhere(Village.quarter(7))));
        List<AreaSeries> series = Village.series(plan, haven(40));
        assertThat(list(series).rows()).isEmpty();
        assertThat(SignalList.of(series, 0.05, LatestTest.Variation.CHANCE)
                        .rows()
                        .get(0)
                        .earlier())
                .isEqualTo(2);
    }

    @Test
    void sharesAndNumbers_areTestedInTheirOwnWay() {
        List<Observation> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long reached = i == 5 ? 10 : 60 + i % 2;
            Map<ColumnName, Long> numbers =
                    Map.of(Village.REACHED, reached, Village.CLIENTS, 100L, Village.WAIT, i == 5 ? 900L : 100L + i % 2);
            rows.add(Village.row(ONE, Village.HAVEN, Village.quarter(i), numbers));
        }
        SignalList list = list(Village.series(
                Village.plan(
                        Village.indicator("deel", Village.REACHED_SHARE, new Indicator.Direction.HigherIsBetter()),
                        Village.indicator(
                                "wachten",
                                new Formula.Mean("test", Village.WAIT, Village.CLIENTS),
                                new Indicator.Direction.LowerIsBetter())),
                rows));
        assertThat(list.signals()).hasSize(2).allMatch(row -> row.verdict() == SignalList.Verdict.CONCERN);
        assertThat(list.rows()).allMatch(row -> row.rules().isEmpty());
        assertThat(list.rows().stream()
                        .filter(row -> row.series().kind() == AreaSeries.Kind.SHARE)
                        .findFirst()
                        .orElseThrow()
                        .expected())
                .isCloseTo(100 * 302 / 500.0, within(1e-12));
    }

    @Test
    void list_withAShareOutOfRange_isRefused() {
        assertThatThrownBy(() -> SignalList.of(List.of(), 1, LatestTest.Variation.CHANCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.0");
    }

    private static List<Observation> shares(int quarter, long reached, long clients) {
        List<Observation> rows = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            long[] pair = i == quarter ? new long[] {reached, clients} : new long[] {60 + i % 2, 100};
            rows.add(Village.row(
                    ONE,
                    Village.HAVEN,
                    Village.quarter(i),
                    Map.of(Village.REACHED, pair[0], Village.CLIENTS, pair[1])));
        }
        return rows;
    }

    private static AreaSeries share(List<Observation> rows) {
        Indicator share = Village.indicator("deel", Village.REACHED_SHARE, new Indicator.Direction.HigherIsBetter());
        return Village.series(Village.plan(share), rows).get(0);
    }

    /** Of the latest quarter a second organisation's row is in, without its visits: a fall may be only that. */
    @Test
    void quarterWithAnEmptyCell_isNoEarlySignal() {
        List<Observation> rows = new ArrayList<>(haven(40));
        rows.add(Village.row(ONE, Village.HAVEN, Village.quarter(9), Map.of(Village.HOURS, 100L)));
        AreaSeries series = Village.series(Village.plan(VISITS), rows).get(0);
        assertThat(series.points()).hasSize(10);
        assertThat(series.usable()).hasSize(9);
        assertThat(list(List.of(series)).rows()).isEmpty();
    }

    /** The hours were not filled in, which says nothing of visits. */
    @Test
    void quarterWithAnEmptyCellOfAnotherIndicator_isTested() {
        Indicator hours = Village.indicator(
                "uren", new Formula.Total("test", Village.part(Village.HOURS)), new Indicator.Direction.NoJudgement());
        List<AreaSeries> series = Village.series(Village.plan(hours, VISITS), haven(40));
        assertThat(list(series).signals())
                .singleElement()
                .satisfies(row -> assertThat(row.series().indicator()).isEqualTo(VISITS));
    }

    @ParameterizedTest
    @CsvSource({"101, 100, 8", "100, 100, 9", "0, 100, 9", "-1, 100, 8", "0, 0, 8"})
    void share_ofWhichAPartIsBelowZeroOrAboveItsWhole_hasNoPlace(long reached, long clients, int usable) {
        AreaSeries series = share(shares(4, reached, clients));
        assertThat(series.points()).hasSize(9);
        assertThat(series.usable()).hasSize(usable);
    }

    @Test
    void rate_mayBeAboveItsDenominatorAndNotBelowZero() {
        long[] visits = {2500, 2400, -1, 2450};
        AreaSeries series = Village.series(Village.plan(VISITS), Village.visits(ONE, Village.HAVEN, 0, visits))
                .get(0);
        assertThat(series.usable().stream().map(point -> point.period().code()))
                .containsExactly("2020KW01", "2020KW02", "2020KW04");
    }

    /** Two signals and one series that is steady: a twentieth of two is false at most, three twentieths by chance alone. */
    @Test
    void list_ofSeveralSignals_isInTheOrderOfTheirStrength() {
        List<Observation> kade = Village.visits(ONE, Village.KADE, 0, 200, 204, 198, 201, 199, 203, 197, 202, 200, 20);
        List<AreaSeries> series = new ArrayList<>(Village.series(Village.plan(VISITS), haven(40), kade));
        series.add(share(shares(-1, 0, 0)));
        series.add(Village.series(Village.plan(VISITS), kade()).get(0));
        SignalList list = list(series);
        assertThat(list.signals(SignalList.Kind.TEST).stream()
                        .map(row -> row.series().area().code()))
                .containsExactly(Village.KADE, Village.HAVEN);
        assertThat(list.rows()).isSortedAccordingTo(Comparator.comparing(SignalList.Row::adjusted));
        assertThat(list.expectedFalse()).isCloseTo(0.1, within(1e-15));
        assertThat(list.expectedFalseUncorrected()).isCloseTo(0.15, within(1e-15));
    }
}
