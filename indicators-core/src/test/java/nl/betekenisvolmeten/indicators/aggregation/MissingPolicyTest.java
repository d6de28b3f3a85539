package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a parent when a child did not report. */
class MissingPolicyTest {

    private static final MissingPolicy SUM = new MissingPolicy.AddUp();
    private static final MissingPolicy REFUSE = new MissingPolicy.Refuse();
    private static final MissingPolicy BOUND =
            new MissingPolicy.Bound(Map.of("uren", new BigDecimal("5"), "personen", BigDecimal.TEN));

    private static final Grouping YEAR = new Grouping.ByPeriod("jaar", World.PERIOD, PeriodKind.YEAR);
    private static final Grouping QUARTER = new Grouping.ByColumn(World.PERIOD);

    private static Observation row(String organisation, String period, @Nullable Long hours, @Nullable Long persons) {
        return AllNatures.row(organisation, "WK051801", period, "67+", hours, 1L, persons, 1L, 1L);
    }

    private static ResultTable totals(AggregationPlan plan, Observation... rows) {
        Aggregator aggregator = plan.newAggregator();
        List.of(rows).forEach(aggregator);
        return aggregator.result();
    }

    private static AggregationPlan plan(MissingPolicy policy, Grouping grouping) {
        return AllNatures.plan(List.of(grouping)).withMissing(policy);
    }

    private static String value(ResultTable table, String series, String... key) {
        return text(table.figure(series, key).orElseThrow().value());
    }

    private static String text(CellValue value) {
        if (value instanceof CellValue.Incomplete incomplete) {
            return "incomplete " + plain(incomplete.sum()) + " " + plain(incomplete.lower()) + ".."
                    + plain(incomplete.upper());
        }
        return value.lowerBound().isPresent()
                ? value.lowerBound().get().stripTrailingZeros().toPlainString() + ".."
                        + value.upperBound().orElseThrow().stripTrailingZeros().toPlainString()
                : value.status().code();
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(one -> one.stripTrailingZeros().toPlainString()).orElse("?");
    }

    private static MissingPolicy policy(String name) {
        return switch (name) {
            case "sum" -> SUM;
            case "refuse" -> REFUSE;
            default -> BOUND;
        };
    }

    /**
     * Two organisations in two quarters: A reports both, B the first only, so one of four reports is missing.
     */
    @ParameterizedTest
    @CsvSource({
        "sum, uren, 8..8",
        "refuse, uren, refused",
        "bound, uren, incomplete ? 8..13",
        "sum, personen, 20..60",
        "refuse, personen, refused",
        "bound, personen, incomplete ? 20..70",
        "sum, caseload, incomplete 2 ?..?",
        "bound, caseload, incomplete 2 ?..?",
        "sum, cijfer, 0.1..0.1",
        "refuse, cijfer, refused",
        "bound, cijfer, incomplete ? ?..?",
        "bound, uren_per_persoon, incomplete ? ?..?"
    })
    void trap_childThatDidNotReport_isTreatedByThePolicy(String policy, String series, String expected) {
        Grouping twoQuarters = new Grouping.ByPeriod("halfjaar", World.PERIOD, PeriodKind.HALF_YEAR);
        ResultTable table = totals(
                plan(policy(policy), twoQuarters),
                row("41000001", "2026KW01", 300L, 20L),
                row("41000001", "2026KW02", 300L, 20L),
                row("41000002", "2026KW01", 200L, 20L));
        assertThat(value(table, series, "2026HJ01")).isEqualTo(expected);
        assertThat(table.missing()).isEqualTo(policy(policy));
    }

    /** What it was in the first quarter says nothing of what it is in the second one. */
    @ParameterizedTest
    @CsvSource({"sum, incomplete 1 ?..?", "bound, incomplete 1 ?..?", "refuse, refused"})
    void state_ofWhichTheLastReportDidNotComeIn_hasNoBounds(String policy, String expected) {
        Aggregator aggregator = plan(
                        policy(policy), new Grouping.ByPeriod("halfjaar", World.PERIOD, PeriodKind.HALF_YEAR))
                .newAggregator();
        aggregator.accept(row("41000001", "2026KW01", 300L, 20L));
        assertThat(value(aggregator.result(any -> Optional.of(new Coverage(1, 2))), "caseload", "2026HJ01"))
                .isEqualTo(expected);
    }

    /**
     * Within a quarter there is no later state, so the states of organisations that did not report come on top of this
     * one.
     */
    @ParameterizedTest
    @CsvSource({"sum, incomplete 1 1..?", "bound, incomplete ? 1..?", "refuse, refused"})
    void state_ofOneQuarter_isAtLeastTheReportedStates(String policy, String expected) {
        Function<List<String>, Optional<Coverage>> half = any -> Optional.of(new Coverage(1, 2));
        Aggregator byQuarter = plan(policy(policy), QUARTER).newAggregator();
        byQuarter.accept(row("41000001", "2026KW01", 300L, 20L));
        assertThat(value(byQuarter.result(half), "caseload", "2026KW01")).isEqualTo(expected);
        Aggregator byWijk =
                plan(policy(policy), new Grouping.ByColumn(World.WIJK)).newAggregator();
        byWijk.accept(row("41000001", "2026KW01", 300L, 20L));
        assertThat(value(byWijk.result(half), "caseload", "WK051801"))
                .isEqualTo(policy.equals("refuse") ? "refused" : "incomplete 1 ?..?");
    }

    /** An empty cell at the last moment can only add to the state; after a rejected row the state has no bounds. */
    @Test
    void state_overTime_withAnEmptyCellOrARejectedRow() {
        Aggregator year = plan(SUM, YEAR).newAggregator();
        for (String period : List.of("2026KW01", "2026KW02", "2026KW03", "2026KW04")) {
            year.accept(row("41000001", period, 300L, 20L));
        }
        year.accept(AllNatures.row("41000001", "WK051801", "2026KW04", "0-17", 1L, null, 1L, 1L, 1L));
        assertThat(value(year, "caseload")).isEqualTo("incomplete 1 1..?");
        List<OptionalLong> numbers =
                Collections.nCopies(AllNatures.STRUCTURE.measures().size(), OptionalLong.of(1));
        year.acceptRejected(new RejectedRows(
                List.of(Set.of("41000001"), Set.of("WK051801"), Set.of("2026KW04"), Set.of("67+")),
                numbers,
                1,
                OptionalLong.of(3)));
        assertThat(value(year, "caseload")).isEqualTo("incomplete 1 ?..?");
    }

    private static String value(Aggregator year, String series) {
        return value(year.result(), series, "2026JJ00");
    }

    /**
     * A total of 5 to 8 persons, because a row without a number of persons has 3 visits. The total keeps its upper
     * bound if no report is missing and the legible part of rows with an error shows how much they may add.
     */
    @ParameterizedTest
    @CsvSource({
        "sum, 0, 0, 0, false, incomplete ? 5..8",
        "bound, 0, 0, 0, false, incomplete ? 5..8",
        "sum, 1, 0, 0, false, incomplete ? 5..?",
        "bound, 1, 0, 0, false, incomplete ? 5..?",
        "sum, 0, 1, 0, false, incomplete ? 5..?",
        "bound, 0, 1, 0, false, incomplete ? 5..12",
        "bound, 0, 1, 1, false, incomplete ? 5..?",
        "bound, 0, 1, 0, true, incomplete ? 5..?",
        "bound, 1, 1, 0, false, incomplete ? 5..?",
        "refuse, 0, 0, 0, false, refused"
    })
    void personsThatVisitsBound_keepTheirUpperBoundWhereNothingElseIsMissing(
            String policy, long reportsMissing, long cells, long unknown, boolean open, String expected) {
        CellValue fiveToEight = new CellValue.Incomplete(
                Optional.empty(), Optional.of(new BigDecimal("5")), Optional.of(new BigDecimal("8")));
        RejectedCells rejected =
                new RejectedCells(cells, cells > unknown ? new BigDecimal("4") : BigDecimal.ZERO, unknown, open);
        Figure figure = MissingParts.of(policy(policy), Optional.of(new Coverage(2, 2 + reportsMissing)), true)
                .apply("bezoekers", Figure.of(fiveToEight, 1, 1), rejected, OptionalLong.empty());
        assertThat(text(figure.value())).isEqualTo(expected);
        assertThat(figure.cellsMissing()).isEqualTo(1 + cells);
    }

    /** A row that may be of one of two other groups is a report on this one too: there was nothing. */
    @Test
    void state_ofWhoseLastReportTheGroupIsNotKnown_isNotThatOfTheReportBefore() {
        AggregationPlan plan = AllNatures.plan(List.of(
                new Grouping.ByPeriod("halfjaar", World.PERIOD, PeriodKind.HALF_YEAR),
                new Grouping.ByColumn(World.AGE)));
        ResultTable table = totals(
                plan,
                AllNatures.row("41000001", "WK051801", "2026KW01", World.UNKNOWN, 1L, 5L, 1L, 1L, 1L),
                AllNatures.row(
                        "41000001",
                        "WK051801",
                        "2026KW02",
                        PossibleCodes.text(Set.of("0-17", "18-66")),
                        1L,
                        7L,
                        1L,
                        1L,
                        1L));
        assertThat(value(table, "caseload", "2026HJ01", World.UNKNOWN)).isEqualTo("0..0");
        assertThat(value(table, "caseload", "2026HJ01", "0-17")).isEqualTo("0..7");
    }

    @ParameterizedTest
    @CsvSource({"sum", "refuse", "bound"})
    void parentWithAllChildren_isTheSameUnderEachPolicy(String policy) {
        ResultTable table = totals(
                plan(policy(policy), QUARTER),
                row("41000001", "2026KW01", 300L, 20L),
                row("41000002", "2026KW01", 200L, 20L));
        assertThat(value(table, "uren", "2026KW01")).isEqualTo("5..5");
        assertThat(value(table, "personen", "2026KW01")).isEqualTo("20..40");
    }

    /**
     * The truth table of a total over two cells: both there, one empty, both empty. NEVER_SKIP, which takes what is
     * missing for zero, is no policy here: nothing delivered stays missing. Sum is SKIP_IF_ALL, refuse SKIP_IF_ANY.
     */
    @ParameterizedTest
    @CsvSource({
        "sum, true, true, 5..5",
        "sum, true, false, incomplete 3 3..?",
        "sum, false, true, incomplete 2 2..?",
        "sum, false, false, missing",
        "refuse, true, true, 5..5",
        "refuse, true, false, refused",
        "refuse, false, true, refused",
        "refuse, false, false, missing",
        "bound, true, true, 5..5",
        "bound, true, false, incomplete ? 3..8",
        "bound, false, true, incomplete ? 2..7",
        "bound, false, false, missing"
    })
    void trap_neverSkipAndSkipIfAll_truthTable(String policy, boolean one, boolean other, String expected) {
        ResultTable table = totals(
                plan(policy(policy), QUARTER),
                row("41000001", "2026KW01", one ? 300L : null, 1L),
                row("41000002", "2026KW01", other ? 200L : null, 1L));
        assertThat(value(table, "uren", "2026KW01")).isEqualTo(expected);
    }

    /** A quotient of which one side is never given without the other: a missing side is not zero, nor skipped over. */
    @ParameterizedTest
    @CsvSource({
        "true, true, 1..1",
        "true, false, missing",
        "false, true, missing",
        "false, false, missing",
    })
    void trap_twoSides_theQuotientIsThereWhenBothAre(boolean hours, boolean persons, String expected) {
        for (MissingPolicy policy : List.of(SUM, REFUSE, BOUND)) {
            ResultTable table = totals(
                    plan(policy, QUARTER), row("41000001", "2026KW01", hours ? 300L : null, persons ? 3L : null));
            assertThat(value(table, "uren_per_persoon", "2026KW01")).isEqualTo(expected);
        }
    }

    @Test
    void bound_personsWithoutCeiling_areHeldByTheInhabitants() {
        Population people = new Population(
                "test",
                Map.of(AreaCode.of("WK051801"), new Population.Figures("2026", OptionalLong.of(50), List.of())));
        MissingPolicy none = new MissingPolicy.Bound(Map.of());
        List<Grouping> groupings = List.of(new Grouping.ByArea("wijk", World.WIJK, AreaLevel.WIJK), YEAR);
        AggregationPlan plan = AllNatures.plan(groupings).withMissing(none);
        Observation row = row("41000001", "2026KW01", 300L, 20L);
        assertThat(value(totals(plan, row), "personen", "WK051801", "2026JJ00")).isEqualTo("incomplete ? 20..?");
        assertThat(value(totals(plan.withPopulation(people), row), "personen", "WK051801", "2026JJ00"))
                .isEqualTo("incomplete ? 20..50");
        assertThat(value(
                        totals(plan.withMissing(BOUND).withPopulation(people), row),
                        "personen",
                        "WK051801",
                        "2026JJ00"))
                .isEqualTo("incomplete ? 20..50");
    }

    @Test
    void windows_haveThePolicyOfTheirPlan() {
        for (MissingPolicy policy : List.of(SUM, REFUSE, BOUND)) {
            WindowedAggregator windows = WindowedAggregator.of(
                    AllNatures.plan(List.of()).withMissing(policy),
                    "tot",
                    new WindowedAggregator.Window.YearToDate(),
                    Period.ofQuarter(2026, 1),
                    Period.ofQuarter(2026, 2));
            windows.accept(row("41000001", "2026KW01", 300L, 20L));
            ResultTable table = windows.result();
            assertThat(table.missing()).isEqualTo(policy);
            assertThat(value(table, "uren", "2026KW01")).isEqualTo("3..3");
            assertThat(value(table, "uren", "2026KW02"))
                    .isEqualTo(policy == SUM ? "3..3" : policy == REFUSE ? "refused" : "incomplete ? 3..8");
        }
    }

    @Test
    void apply_totalTooLarge_staysSo() {
        Figure overflow = Figure.of(new CellValue.NotDefined(CellValue.Reason.OVERFLOW), 2, 1);
        assertThat(MissingParts.of(REFUSE, Optional.empty(), false)
                        .apply("uren", overflow, RejectedCells.NONE, OptionalLong.empty()))
                .isEqualTo(overflow);
    }

    @Test
    void bound_negativeCeiling_isRefused() {
        assertThatThrownBy(() -> new MissingPolicy.Bound(Map.of("uren", new BigDecimal("-1"))))
                .hasMessageContaining("uren");
    }

    @Test
    void combine_aggregatorOfAnotherPolicy_isRefused() {
        Aggregator one = plan(SUM, YEAR).newAggregator();
        Aggregator other = plan(REFUSE, YEAR).newAggregator();
        assertThatThrownBy(() -> one.combine(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aggregators of different plans cannot be combined");
    }

    /** Such as a mean of rows that may have one of several codes, as it was before anything is said of what is missing. */
    @Test
    void bound_ofWhatHasNoNumber_saysNothing() {
        MissingParts half = MissingParts.of(new MissingPolicy.Bound(Map.of()), Optional.of(new Coverage(1, 2)), true);
        Figure none = Figure.of(new CellValue.NotDefined(CellValue.Reason.INCOMPLETE), 1, 0);
        assertThat(half.apply("duur", none, RejectedCells.NONE, OptionalLong.empty())
                        .value())
                .isEqualTo(CellValue.Incomplete.unknown());
    }
}
