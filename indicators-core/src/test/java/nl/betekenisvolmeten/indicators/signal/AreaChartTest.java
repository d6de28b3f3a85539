package nl.betekenisvolmeten.indicators.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Residuals;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.plot.Plots;
import nl.betekenisvolmeten.indicators.signal.SeriesPlan.TrendBreak;
import nl.betekenisvolmeten.indicators.statistics.ControlChart;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

class AreaChartTest {

    private static final String ONE = "91000001";
    private static final String TWO = "91000002";
    private static final long[] STEADY = {100, 104, 98, 101, 99, 103, 97, 102, 100, 101, 99, 160};

    private static AreaSeries steady(Indicator.Direction direction) {
        return Village.series(
                        Village.plan(Village.VISIT_RATE, direction), Village.visits(ONE, Village.HAVEN, 0, STEADY))
                .get(0);
    }

    @Test
    void chart_ofARate_isTheUPrimeChartOfItsCounts() {
        AreaChart chart = AreaChart.of(steady(new Indicator.Direction.NoJudgement()));
        double[] inhabitants = new double[STEADY.length];
        Arrays.fill(inhabitants, 2000);
        assertThat(chart.points().stream().map(AreaChart.Marked::chart))
                .isEqualTo(ControlChart.uPrime(STEADY, inhabitants, Per.THOUSAND, Set.of())
                        .points());
        assertThat(chart.method()).isEqualTo("u-prime");
        assertThat(chart.notDefined()).isEmpty();
        assertThat(chart.latest().orElseThrow().chart().signals())
                .anyMatch(signal -> signal.rule() == ControlChart.Rule.ASTRONOMICAL_POINT && signal.high());
    }

    @Test
    void verdict_followsTheDirection_andIsNoJudgementWithout() {
        assertThat(latest(new Indicator.Direction.HigherIsBetter())).isEqualTo(SignalList.Verdict.IMPROVEMENT);
        assertThat(latest(new Indicator.Direction.LowerIsBetter())).isEqualTo(SignalList.Verdict.CONCERN);
        assertThat(latest(new Indicator.Direction.NoJudgement())).isEqualTo(SignalList.Verdict.CHANGE);
        assertThat(latest(new Indicator.Direction.WithinBand(BigDecimal.valueOf(70), BigDecimal.valueOf(90))))
                .isEqualTo(SignalList.Verdict.IMPROVEMENT);
        assertThat(latest(new Indicator.Direction.WithinBand(BigDecimal.valueOf(40), BigDecimal.valueOf(60))))
                .isEqualTo(SignalList.Verdict.CONCERN);
        assertThat(latest(new Indicator.Direction.WithinBand(BigDecimal.ZERO, BigDecimal.valueOf(100))))
                .isEqualTo(SignalList.Verdict.CHANGE);
    }

    private static SignalList.Verdict latest(Indicator.Direction direction) {
        return AreaChart.of(steady(direction)).latest().orElseThrow().verdict();
    }

    @Test
    void trend_belowTheCentre_isJudgedByTheWayItGoes() {
        List<AreaSeries> series = Village.series(
                Village.plan(Village.VISIT_RATE, new Indicator.Direction.HigherIsBetter()),
                Village.visits(ONE, Village.HAVEN, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120));
        AreaChart.Marked first = AreaChart.of(series.get(0)).points().get(1);
        assertThat(first.chart().signals())
                .anyMatch(signal -> signal.rule() == ControlChart.Rule.TREND && signal.high());
        // it lies far below the centre as well, and a concern comes first
        assertThat(first.verdict()).isEqualTo(SignalList.Verdict.CONCERN);
        assertThat(AreaChart.of(series.get(0)).latest().orElseThrow().verdict())
                .isEqualTo(SignalList.Verdict.IMPROVEMENT);
    }

    @Test
    void chart_ofAShare_isPPrime_andOfHoursMeansAndTotals_isXmr() {
        List<Observation> rows = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            rows.add(Village.row(
                    ONE,
                    Village.HAVEN,
                    Village.quarter(i),
                    Map.of(
                            Village.REACHED, 40L + i % 3,
                            Village.CLIENTS, 80L,
                            Village.HOURS, 1000L + i,
                            Village.WAIT, 100L + i)));
        }
        List<AreaSeries> series = Village.series(
                Village.plan(
                        Village.indicator("deel", Village.REACHED_SHARE, new Indicator.Direction.HigherIsBetter()),
                        Village.indicator(
                                "uren",
                                new Formula.Rate(
                                        "test", Per.ONE, Village.part(Village.HOURS), Village.part(Village.CLIENTS)),
                                new Indicator.Direction.NoJudgement()),
                        Village.indicator(
                                "wachten",
                                new Formula.Mean("test", Village.WAIT, Village.CLIENTS),
                                new Indicator.Direction.LowerIsBetter()),
                        Village.indicator(
                                "totaal",
                                new Formula.Total("test", Village.part(Village.CLIENTS)),
                                new Indicator.Direction.NoJudgement())),
                rows);
        assertThat(series.stream().map(AreaChart::of).map(AreaChart::method))
                .containsExactly("p-prime", "xmr", "xmr", "xmr");
        assertThat(values(series.get(0))[1]).isCloseTo(51.25, within(1e-12));
        assertThat(values(series.get(1))[0]).isCloseTo(10.00 / 80, within(1e-12));
        assertThat(values(series.get(2))).startsWith(10.0, 10.1);
        assertThat(values(series.get(3))).containsOnly(80);
        assertThat(AreaChart.of(series.get(0)).points()).allMatch(AreaChart.Marked::rough);
    }

    private static double[] values(AreaSeries series) {
        return AreaChart.of(series).points().stream()
                .mapToDouble(point -> point.chart().value().orElseThrow())
                .toArray();
    }

    @Test
    void chart_ofTooFewPoints_isNotDefinedAndSaysWhy() {
        for (int size : new int[] {0, 1, AreaChart.FEWEST_POINTS - 1, AreaChart.FEWEST_POINTS}) {
            AreaSeries all = steady(new Indicator.Direction.HigherIsBetter());
            AreaChart chart = AreaChart.of(new AreaSeries(
                    all.area(),
                    all.indicator(),
                    all.kind(),
                    all.per(),
                    all.points().subList(0, size)));
            boolean enough = size >= AreaChart.FEWEST_POINTS;
            assertThat(chart.notDefined().isEmpty()).isEqualTo(enough);
            chart.notDefined().ifPresent(why -> assertThat(why).isEqualTo(NotDefined.TOO_FEW_VALUES));
            assertThat(chart.points()).hasSize(size);
            assertThat(chart.points()).allMatch(point -> point.chart().limits().isPresent() == enough);
        }
    }

    @Test
    void break_declared_restartsTheBaseline() {
        long[] visits = IntStream.range(0, 20)
                .mapToLong(i -> (i < 10 ? 100 : 300) + i % 3)
                .toArray();
        SeriesPlan plan = Village.plan(Village.VISIT_RATE, new Indicator.Direction.HigherIsBetter());
        List<Observation> rows = Village.visits(ONE, Village.HAVEN, 0, visits);
        AreaChart without = AreaChart.of(Village.series(plan, rows).get(0));
        assertThat(without.points()).anyMatch(point -> point.verdict() == SignalList.Verdict.CONCERN);
        TrendBreak found = TrendBreak.in(Village.HAVEN, Village.quarter(10));
        AreaChart with = AreaChart.of(
                Village.series(plan.withBreaks(List.of(found)), rows).get(0));
        assertThat(with.points()).allMatch(point -> point.verdict() == SignalList.Verdict.NONE);
        assertThat(with.points().get(0).chart().centre().orElseThrow()).isCloseTo(50.45, within(0.1));
        assertThat(with.points().get(19).chart().centre().orElseThrow()).isCloseTo(150.5, within(0.1));
        TrendBreak elsewhere = TrendBreak.in(Village.KADE, Village.quarter(10));
        assertThat(AreaChart.of(Village.series(plan.withBreaks(List.of(elsewhere)), rows)
                        .get(0)))
                .isEqualTo(without);
        AreaChart late =
                AreaChart.of(Village.series(plan.withBreaks(List.of(TrendBreak.everywhere(Village.quarter(17)))), rows)
                        .get(0));
        assertThat(late.notDefined()).isEmpty();
        assertThat(late.latest().orElseThrow().chart().centre()).isEmpty();
    }

    @Test
    void reporters_thatDidNotReportThroughout_areLeftOut() {
        SeriesPlan plan = Village.plan(Village.VISIT_RATE, new Indicator.Direction.HigherIsBetter());
        List<Observation> rows = Village.visits(ONE, Village.HAVEN, 0, STEADY);
        List<Observation> newcomer = Village.visits(TWO, Village.HAVEN, 6, 500, 500, 500, 500, 500, 500);
        AreaSeries alone = Village.series(plan, rows).get(0);
        AreaSeries matched = Village.series(plan, rows, newcomer).get(0);
        assertThat(values(matched)).isEqualTo(values(alone));
        assertThat(matched.points())
                .extracting(AreaSeries.Point::excluded)
                .startsWith(0, 0)
                .endsWith(1, 1);
        AreaSeries anew = Village.series(
                        plan.withBreaks(List.of(TrendBreak.everywhere(Village.quarter(6)))), rows, newcomer)
                .get(0);
        assertThat(values(anew)[6]).isCloseTo((97 + 500) / 2.0, within(1e-12));
        assertThat(anew.points().get(6).reporters()).isEqualTo(2);
        // one goes as the other comes: nobody is there throughout
        AreaSeries nobody = Village.series(
                        plan,
                        Village.visits(ONE, Village.HAVEN, 0, 5, 5, 5),
                        Village.visits(TWO, Village.HAVEN, 3, 5, 5, 5))
                .get(0);
        assertThat(nobody.points()).hasSize(6);
        assertThat(nobody.usable()).isEmpty();
        assertThat(AreaChart.of(nobody).notDefined()).isPresent();
    }

    @Test
    void cells_thatWereLeftEmpty_haveNoPlace() {
        List<Observation> rows = new ArrayList<>(Village.visits(ONE, Village.HAVEN, 0, STEADY));
        rows.set(3, Village.row(ONE, Village.HAVEN, Village.quarter(3), Map.of(Village.HOURS, 5L)));
        AreaSeries series = Village.series(
                        Village.plan(Village.VISIT_RATE, new Indicator.Direction.NoJudgement()), rows)
                .get(0);
        assertThat(series.points()).hasSize(12);
        assertThat(AreaChart.of(series).points()).hasSize(11);
    }

    @Test
    void rows_ofNoArea_haveNoSeries() {
        Dimension.Place wijk = (Dimension.Place) Village.STRUCTURE.dimensions().get(1);
        LocalizedText text = LocalizedText.of("onbekend", "unknown");
        Residuals unknown = Residuals.of(
                wijk.areas(),
                wijk.level(),
                List.of(new Residual(Codelist.Item.of("onbekend", text), Residual.Kind.UNKNOWN, Optional.empty())));
        List<Dimension> dimensions = new ArrayList<>(Village.STRUCTURE.dimensions());
        dimensions.set(1, new Dimension.Place(wijk.name(), wijk.areas(), wijk.level(), false, unknown));
        SeriesPlan plan = Village.plan(Village.VISIT_RATE, new Indicator.Direction.NoJudgement());
        SeriesPlan.Collector collector = SeriesPlan.of(
                        new TableStructure(dimensions, Village.STRUCTURE.measures()),
                        plan.indicators(),
                        plan.level(),
                        plan.population())
                .newCollector();
        List<Observation> rows = Village.visits(ONE, Village.HAVEN, 0, STEADY);
        rows.forEach(collector);
        long[] values = new long[Village.STRUCTURE.measures().size()];
        collector.accept(Observation.of(
                new String[] {ONE, "onbekend", rows.get(0).code(2)}, values, new boolean[values.length]));
        assertThat(collector.result().orThrow()).isEqualTo(Village.series(plan, rows));
    }

    @Test
    void totals_tooLargeToHold_areToldWithTheSeries() {
        SeriesPlan.Collector collector = Village.plan(Village.VISIT_RATE, new Indicator.Direction.NoJudgement())
                .newCollector();
        Village.visits(ONE, Village.HAVEN, 0, Long.MAX_VALUE).forEach(collector);
        Village.visits(ONE, Village.HAVEN, 0, 1).forEach(collector);
        Checked<List<AreaSeries>> made = collector.result();
        assertThat(made.findings().hasErrors()).isTrue();
        assertThat(made.value().orElseThrow().get(0).usable()).isEmpty();
    }

    @Test
    void collectors_combined_areOneCollector() {
        SeriesPlan plan = Village.plan(Village.VISIT_RATE, new Indicator.Direction.NoJudgement());
        SeriesPlan.Collector one = plan.newCollector();
        SeriesPlan.Collector other = plan.newCollector();
        Village.visits(ONE, Village.HAVEN, 0, STEADY).forEach(one);
        Village.visits(ONE, Village.KADE, 0, STEADY).forEach(other);
        one.combine(other);
        assertThat(one.result().orThrow())
                .isEqualTo(Village.series(
                        plan,
                        Village.visits(ONE, Village.KADE, 0, STEADY),
                        Village.visits(ONE, Village.HAVEN, 0, STEADY)))
                .hasSize(2);
    }

    @Test
    void plot_ofAChart_hasItsPointsAndTheLinesOfEachBaseline() {
        AreaChart chart = AreaChart.of(steady(new Indicator.Direction.LowerIsBetter()));
        Plot plot = Plots.controlChart(chart).orElseThrow();
        assertThat(plot.kind()).isEqualTo(Plot.Kind.CONTROL_CHART);
        assertThat(plot.key()).isEqualTo("maat/WK999901");
        assertThat(plot.points()).hasSize(12);
        assertThat(plot.points().get(11).category()).contains(new Plot.Category.Signalled(SignalList.Verdict.CONCERN));
        assertThat(plot.points().get(11).key()).isEqualTo("2022KW04");
        assertThat(plot.lines()).extracting(Plot.Line::name).containsExactly("centre-0", "lower-0", "upper-0");
        assertThat(plot.lines().get(2).positions().get(0).y())
                .isEqualTo(chart.points().get(0).chart().limits().orElseThrow().upper());
        AreaSeries none = new AreaSeries(
                chart.series().area(),
                chart.series().indicator(),
                chart.series().kind(),
                Per.ONE,
                List.of());
        assertThat(Plots.controlChart(AreaChart.of(none))).isEmpty();
    }

    @Test
    void chart_numbersBelowZero_areOnIt() {
        List<Observation> rows = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            rows.add(Village.row(
                    ONE, Village.HAVEN, Village.quarter(i), Map.of(Village.HOURS, -30L + i % 2, Village.CLIENTS, 10L)));
        }
        Formula change = new Formula.Rate("test", Per.ONE, Village.part(Village.HOURS), Village.part(Village.CLIENTS));
        AreaSeries series = Village.series(Village.plan(change, new Indicator.Direction.HigherIsBetter()), rows)
                .get(0);
        assertThat(values(series)).hasSize(14).startsWith(-0.030, -0.029);
    }
}
