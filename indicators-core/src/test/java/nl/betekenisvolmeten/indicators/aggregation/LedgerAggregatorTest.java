package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.BatchTaker;
import org.junit.jupiter.api.Test;

class LedgerAggregatorTest {

    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ColumnName.of("organisatie")),
                    new Dimension.Time(ColumnName.of("periode")),
                    Dimension.Category.of(ColumnName.of("stadsdeel")),
                    Dimension.Category.of(ColumnName.of("soort"))),
            List.of(
                    new Measure.Flow(ColumnName.of("bezoeken"), 0),
                    new Measure.Distinct(ColumnName.of("deelnemers"), false)));

    private static final Map<String, String> HERE = Map.of("stadsdeel", "Laak", "periode", "2026KW01");

    private static final List<Observation> ROWS = List.of(
            row("a", "2026KW01", "Laak", 10), row("b", "2026KW01", "Laak", 6), row("a", "2026KW01", "Escamp", 5));

    private static Observation row(String organisation, String period, String area, long persons) {
        return Observation.of(
                new String[] {organisation, period, area, "x"},
                new long[] {persons * 2, persons},
                new boolean[] {true, true});
    }

    private static ResultTable totals(OverlapLedger.Overlap... overlaps) {
        LedgerAggregator aggregator = LedgerAggregator.of(
                AggregationPlan.by(STRUCTURE, "stadsdeel", "periode"), new OverlapLedger(List.of(overlaps)));
        ROWS.forEach(aggregator);
        return aggregator.result();
    }

    private static OverlapLedger.Overlap overlap(Map<String, String> where, OverlapLedger.Overlap.Agreement agreement) {
        return new OverlapLedger.Overlap("organisatie", "deelnemers", where, agreement, "overleg");
    }

    private static CellValue laak(ResultTable table) {
        return table.figure("deelnemers", "Laak", "2026KW01").orElseThrow().value();
    }

    private static CellValue between(long lower, long upper) {
        return CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    private static List<String> codes(ResultTable table) {
        return table.findings().kept().stream()
                .map(Finding::code)
                .map(Object::toString)
                .toList();
    }

    @Test
    void result_noLedger_isThatOfThePlan() {
        CountTable.Builder rows = CountTable.builder(STRUCTURE);
        ROWS.forEach(rows);
        assertThat(totals())
                .isEqualTo(AggregationPlan.by(STRUCTURE, "stadsdeel", "periode").aggregate(rows.build()));
        assertThat(laak(totals())).isEqualTo(between(10, 16));
    }

    @Test
    void result_sharedPersons_areCountedOnce() {
        ResultTable table = totals(overlap(HERE, new OverlapLedger.Overlap.Shared("a", "b", 4)));
        assertThat(laak(table)).isEqualTo(between(12, 12));
        assertThat(table.figure("bezoeken", "Laak", "2026KW01").orElseThrow().value())
                .isEqualTo(between(32, 32));
        assertThat(table.figure("deelnemers", "Escamp", "2026KW01")
                        .orElseThrow()
                        .value())
                .isEqualTo(between(5, 5));
        assertThat(codes(table)).containsExactly("BM-K02");
    }

    /** Findings of the addition are kept together with those about the agreements. */
    @Test
    void result_totalThatOverflows_isReportedWithTheAgreements() {
        LedgerAggregator aggregator = LedgerAggregator.of(
                AggregationPlan.by(STRUCTURE, "stadsdeel", "periode"),
                new OverlapLedger(List.of(overlap(HERE, new OverlapLedger.Overlap.Shared("a", "b", 4)))));
        ROWS.forEach(aggregator);
        for (int i = 0; i < 2; i++) {
            aggregator.accept(Observation.of(
                    new String[] {"a", "2026KW02", "Escamp", "x"},
                    new long[] {Long.MAX_VALUE, 1},
                    new boolean[] {true, true}));
        }
        assertThat(codes(aggregator.result())).containsExactlyInAnyOrder("BM-A01", "BM-K02");
    }

    @Test
    void result_agreementAboutOtherGroups_isToldAsNotUsed() {
        assertThat(codes(totals(
                        overlap(Map.of("stadsdeel", "Escamp"), new OverlapLedger.Overlap.None(Set.of("a", "b"))))))
                .containsExactly("BM-K01");
        assertThat(codes(totals(overlap(Map.of("wijk", "x"), new OverlapLedger.Overlap.None(Set.of("a", "b"))))))
                .containsExactly("BM-K01");
        assertThat(codes(totals(new OverlapLedger.Overlap(
                        "stadsdeel",
                        "deelnemers",
                        Map.of(),
                        new OverlapLedger.Overlap.None(Set.of("Laak", "Escamp")),
                        "overleg"))))
                .containsExactly("BM-K01");
        assertThat(codes(totals(new OverlapLedger.Overlap(
                        "organisatie",
                        "bezoeken",
                        Map.of(),
                        new OverlapLedger.Overlap.None(Set.of("a", "b")),
                        "overleg"))))
                .containsExactly("BM-K01");
    }

    @Test
    void result_contradiction_leavesTheBoundsAndTellsSo() {
        ResultTable table = totals(overlap(HERE, new OverlapLedger.Overlap.Shared("a", "b", 7)));
        assertThat(laak(table)).isEqualTo(between(10, 16));
        assertThat(table.findings().kept())
                .filteredOn(finding -> finding.code().value().equals("BM-A08"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.arguments()).containsEntry("group", "stadsdeel Laak, periode 2026KW01"));
    }

    /** What was agreed about who reports tells whether a total is complete, not who was seen. */
    @Test
    void result_agreedCoverage_decidesWhetherATotalIsGiven() {
        AggregationPlan refusing =
                AggregationPlan.by(STRUCTURE, "stadsdeel", "periode").withMissing(new MissingPolicy.Refuse());
        LedgerAggregator aggregator = LedgerAggregator.of(
                refusing, new OverlapLedger(List.of(overlap(HERE, new OverlapLedger.Overlap.Shared("a", "b", 4)))));
        ROWS.forEach(aggregator);
        ResultTable complete = aggregator.result(key -> Optional.of(new Coverage(2, 2)));
        assertThat(laak(complete)).isEqualTo(between(12, 12));
        ResultTable lacking =
                aggregator.result(key -> key.contains("Laak") ? Optional.of(new Coverage(2, 3)) : Optional.empty());
        assertThat(laak(lacking)).isEqualTo(new CellValue.NotDefined(CellValue.Reason.INCOMPLETE));
        assertThat(lacking.row("Laak", "2026KW01").orElseThrow().coverage()).contains(new Coverage(2, 3));
        assertThat(lacking.figure("deelnemers", "Escamp", "2026KW01")
                        .orElseThrow()
                        .value())
                .isEqualTo(between(5, 5));
    }

    /** Persons of who did not report come on top of what is known of who did. */
    @Test
    void result_boundsOfWhatDidNotComeIn_comeOnTopOfTheOverlap() {
        AggregationPlan bounding = AggregationPlan.by(STRUCTURE, "stadsdeel", "periode")
                .withMissing(new MissingPolicy.Bound(Map.of("deelnemers", BigDecimal.valueOf(20))));
        LedgerAggregator aggregator = LedgerAggregator.of(
                bounding, new OverlapLedger(List.of(overlap(HERE, new OverlapLedger.Overlap.Shared("a", "b", 4)))));
        ROWS.forEach(aggregator);
        assertThat(laak(aggregator.result(key -> Optional.of(new Coverage(2, 3)))))
                .isEqualTo(new CellValue.Incomplete(
                        Optional.empty(), Optional.of(BigDecimal.valueOf(12)), Optional.of(BigDecimal.valueOf(36))));
    }

    private static CellValue total(
            AggregationPlan plan, OverlapLedger.Overlap.Agreement agreement, Observation... rows) {
        LedgerAggregator aggregator = LedgerAggregator.of(
                plan.withSeries(List.of(Series.Total.of(ColumnName.of("deelnemers")))),
                new OverlapLedger(List.of(overlap(HERE, agreement))));
        List.of(rows).forEach(aggregator);
        return aggregator.result().rows().get(0).figures().get(0).value();
    }

    private static final AggregationPlan ALL = AggregationPlan.by(STRUCTURE).withGroupings(List.of());

    /** Ten and six persons in Laak, where all six are in both; in the whole city twelve and nine. */
    @Test
    void result_coarserThanTheAgreement_sharesAtLeastAsMany() {
        Observation[] rows = {
            row("a", "2026KW01", "Laak", 10),
            row("b", "2026KW01", "Laak", 6),
            row("a", "2026KW01", "Escamp", 12),
            row("b", "2026KW01", "Escamp", 9)
        };
        assertThat(total(ALL, new OverlapLedger.Overlap.Shared("a", "b", 4), rows))
                .isEqualTo(between(12, 33));
        assertThat(total(ALL, new OverlapLedger.Overlap.Within("b", "a"), rows)).isEqualTo(between(12, 31));
        assertThat(total(ALL, new OverlapLedger.Overlap.Together(Set.of("a", "b"), 13), rows))
                .isEqualTo(between(13, 34));
        assertThat(total(ALL, new OverlapLedger.Overlap.None(Set.of("a", "b")), rows))
                .isEqualTo(between(12, 37));
    }

    @Test
    void result_finerInOneColumnAndCoarserInAnother_saysNothing() {
        AggregationPlan years = AggregationPlan.by(STRUCTURE)
                .withGroupings(List.of(
                        new Grouping.ByColumn(ColumnName.of("soort")),
                        new Grouping.ByPeriod("jaar", ColumnName.of("periode"), PeriodKind.YEAR)));
        Observation[] rows = {row("a", "2026KW01", "Laak", 10), row("b", "2026KW01", "Laak", 6)};
        assertThat(total(years, new OverlapLedger.Overlap.Shared("a", "b", 4), rows))
                .isEqualTo(between(10, 16));
    }

    @Test
    void result_cellsMissing_onlyWhatHoldsAtMost() {
        Observation empty = Observation.of(
                new String[] {"b", "2026KW01", "Laak", "x"}, new long[] {0, 0}, new boolean[] {true, false});
        Observation[] rows = {row("a", "2026KW01", "Laak", 10), row("b", "2026KW01", "Laak", 6), empty};
        AggregationPlan own = AggregationPlan.by(STRUCTURE, "stadsdeel", "periode");
        assertThat(total(own, new OverlapLedger.Overlap.Shared("a", "b", 4), rows))
                .isEqualTo(from(12));
        assertThat(total(own, new OverlapLedger.Overlap.Within("b", "a"), rows)).isEqualTo(from(10));
        assertThat(total(ALL, new OverlapLedger.Overlap.Shared("a", "b", 4), rows))
                .isEqualTo(from(10));
    }

    private static CellValue from(long lower) {
        return new CellValue.Incomplete(Optional.empty(), Optional.of(BigDecimal.valueOf(lower)), Optional.empty());
    }

    private static final OverlapLedger SHARED =
            new OverlapLedger(List.of(overlap(HERE, new OverlapLedger.Overlap.Shared("a", "b", 4))));

    private static LedgerAggregator shared() {
        return LedgerAggregator.of(AggregationPlan.by(STRUCTURE, "stadsdeel", "periode"), SHARED);
    }

    @Test
    void accept_aTableAtOnce_isRowByRow() {
        CountTable.Builder rows = CountTable.builder(STRUCTURE);
        ROWS.forEach(rows);
        LedgerAggregator atOnce = shared();
        rows.build().handTo(atOnce);

        assertThat(laak(atOnce.result())).isEqualTo(between(12, 12));
        assertThat(atOnce.result()).isEqualTo(totals(SHARED.overlaps().get(0)));
    }

    @Test
    void combine_partsOfOneLedger_isTheWhole() {
        LedgerAggregator one = shared();
        LedgerAggregator other = shared();
        one.accept(ROWS.get(0));
        other.accept(ROWS.get(1));
        other.accept(ROWS.get(2));
        one.combine(other);
        assertThat(one.result()).isEqualTo(totals(SHARED.overlaps().get(0)));
    }

    private static LedgerAggregator ofRows() {
        LedgerAggregator totals = shared();
        ROWS.forEach(totals);
        return totals;
    }

    /** A rejected row of either organisation may contain other persons, so the total has only a lower bound. */
    @Test
    void acceptRejected_rowOfTheTotal_makesItIncomplete() {
        LedgerAggregator totals = ofRows();
        totals.acceptRejected(new RejectedRows(
                List.of(Set.of("a"), Set.of("2026KW01"), Set.of("Laak"), Set.of("y")),
                List.of(OptionalLong.empty(), OptionalLong.empty()),
                1,
                OptionalLong.of(8)));

        assertThat(laak(totals.result()).status()).isEqualTo(CellValue.Status.INCOMPLETE);
        assertThat(totals.result().row("Laak", "2026KW01").orElseThrow().rejected())
                .isEqualTo(1);
    }

    /**
     * An organisation gives only a total for one of its activities: 3 persons, who may be among those counted already.
     */
    @Test
    void acceptTotal_ofOneActivity_addsToTheTotal() {
        LedgerAggregator totals = ofRows();
        totals.acceptTotal(new OwnTotal(
                List.of(Set.of("a"), Set.of("2026KW01"), Set.of("Escamp"), Set.of("z")),
                List.of(OptionalLong.of(7), OptionalLong.of(3)),
                Map.of(),
                OwnTotal.Scope.ONE_OF_SEVERAL));

        assertThat(totals.result()
                        .figure("deelnemers", "Escamp", "2026KW01")
                        .orElseThrow()
                        .value())
                .isEqualTo(between(5, 8));
        assertThat(laak(totals.result())).isEqualTo(between(12, 12));
    }

    @Test
    void agreements_thatContradictTheFigures_areIgnoredAndReported() {
        ResultTable table = totals(overlap(HERE, new OverlapLedger.Overlap.Shared("a", "b", 7)));
        assertThat(laak(table)).isEqualTo(between(10, 16));
        assertThat(codes(table)).contains("BM-A08");
    }

    @Test
    void accept_aBatch_isRowByRow() {
        LedgerAggregator batch = shared();
        List<Observation> rows = new ArrayList<>(ROWS);
        rows.add(row("b", "2026KW01", "Laak", 99));
        ((BatchTaker) batch).accept(Batches.of(rows), 0, 3);
        assertThat(batch.result()).isEqualTo(totals(SHARED.overlaps().get(0)));
    }

    @Test
    void agreements_usedAreANoteAndOthersAWarning() {
        assertThat(severities(totals(overlap(HERE, new OverlapLedger.Overlap.Shared("a", "b", 4)))))
                .containsExactly(Severity.NOTE);
        assertThat(severities(totals(
                        overlap(Map.of("stadsdeel", "Escamp"), new OverlapLedger.Overlap.None(Set.of("a", "b"))))))
                .containsExactly(Severity.WARNING);
    }

    private static List<Severity> severities(ResultTable table) {
        return table.findings().kept().stream().map(Finding::severity).toList();
    }

    /**
     * Nine organisations with 10 persons each share nobody: 90 persons. The linear program is not used, as it takes at
     * most eight parts.
     */
    @Test
    void agreementAboutMoreThanEightParts_isReportedAsNotTheTightest() {
        Set<String> nine = Set.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
        LedgerAggregator totals = LedgerAggregator.of(
                AggregationPlan.by(STRUCTURE, "stadsdeel", "periode"),
                new OverlapLedger(List.of(overlap(HERE, new OverlapLedger.Overlap.None(nine)))));
        nine.forEach(who -> totals.accept(row(who, "2026KW01", "Laak", 10)));
        assertThat(laak(totals.result())).isEqualTo(between(90, 90));
        assertThat(codes(totals.result())).containsExactlyInAnyOrder("BM-K02", "BM-A10");
    }

    private static LedgerAggregator ledger(AggregationPlan plan, OverlapLedger.Overlap.Agreement agreement) {
        return LedgerAggregator.of(plan, new OverlapLedger(List.of(overlap(HERE, agreement))));
    }

    /**
     * The successor of a is c, so the rows of a come under that name; the agreement is about the organisation that
     * delivered them.
     */
    @Test
    void accept_rowsOfAPredecessor_areCoveredByTheAgreement() {
        LedgerAggregator totals = shared();
        totals.accept(row("c", "2026KW01", "Laak", 10), ROWS.get(0));
        totals.accept(ROWS.get(1));
        assertThat(laak(totals.result())).isEqualTo(between(12, 12));
    }

    /**
     * A total for one activity adds 3 persons to a, who may be the same persons: a has 10 to 13, and 4 of them are
     * among the 6 of b.
     */
    @Test
    void acceptTotal_ofAnOrganisationInTheAgreement_isCovered() {
        LedgerAggregator totals = shared();
        ROWS.forEach(totals);
        totals.acceptTotal(new OwnTotal(
                List.of(Set.of("a"), Set.of("2026KW01"), Set.of("Laak"), Set.of("z")),
                List.of(OptionalLong.of(7), OptionalLong.of(3)),
                Map.of(),
                OwnTotal.Scope.ONE_OF_SEVERAL));
        assertThat(laak(totals.result())).isEqualTo(between(12, 15));
    }

    @Test
    void refuse_rowOfTheAgreement_leavesTheAgreementUnused() {
        LedgerAggregator totals = shared();
        ROWS.forEach(totals);
        assertThat(codes(totals.result())).containsExactly("BM-K02");
        totals.refuse(ROWS.get(0));
        assertThat(laak(totals.result())).isEqualTo(new CellValue.NotDefined(CellValue.Reason.CONTRADICTION));
        assertThat(codes(totals.result())).containsExactly("BM-K01");
    }

    /** The rows of the two organisations in the agreement's cell are in different parts. */
    @Test
    void combine_coarserThanTheAgreement_isTheSameAsOneAggregator() {
        OverlapLedger.Overlap.Agreement within = new OverlapLedger.Overlap.Within("b", "a");
        LedgerAggregator one = ledger(ALL, within);
        one.accept(row("a", "2026KW01", "Laak", 10));
        one.accept(row("a", "2026KW01", "Escamp", 12));
        LedgerAggregator other = ledger(ALL, within);
        other.accept(row("b", "2026KW01", "Laak", 6));
        other.accept(row("b", "2026KW01", "Escamp", 9));
        one.combine(other);
        assertThat(one.result().figure("deelnemers").orElseThrow().value()).isEqualTo(between(12, 31));
    }

    /**
     * Three organisations with 10, 6 and 5 persons have 15 together, so their sum is 6 too high, and that of the city
     * at least 6.
     */
    @Test
    void result_coarserThanAnAgreementAboutThree_sharesAtLeastAsMany() {
        Observation[] rows = {
            row("a", "2026KW01", "Laak", 10), row("a", "2026KW01", "Escamp", 12),
            row("b", "2026KW01", "Laak", 6), row("b", "2026KW01", "Escamp", 9),
            row("c", "2026KW01", "Laak", 5), row("c", "2026KW01", "Escamp", 8)
        };
        assertThat(total(ALL, new OverlapLedger.Overlap.Together(Set.of("a", "b", "c"), 15), rows))
                .isEqualTo(between(15, 44));
    }

    /** If an organisation has no row in the cell of the agreement, the agreement says nothing beyond that cell. */
    @Test
    void result_coarserThanTheAgreement_withoutARowOfAPart_saysNothing() {
        Observation[] rows = {
            row("a", "2026KW01", "Laak", 10), row("a", "2026KW01", "Escamp", 12), row("b", "2026KW01", "Escamp", 9)
        };
        assertThat(total(ALL, new OverlapLedger.Overlap.Shared("a", "b", 4), rows))
                .isEqualTo(between(12, 31));
    }

    /**
     * If a report is missing, lower bounds of the overlap are not used: at most 37 persons, and 20 more of the missing
     * report.
     */
    @Test
    void result_coarserThanTheAgreement_reportMissing_saysNothing() {
        LedgerAggregator totals = ledger(
                ALL.withMissing(new MissingPolicy.Bound(Map.of("deelnemers", BigDecimal.valueOf(20)))),
                new OverlapLedger.Overlap.Shared("a", "b", 4));
        totals.accept(row("a", "2026KW01", "Laak", 10));
        totals.accept(row("a", "2026KW01", "Escamp", 12));
        totals.accept(row("b", "2026KW01", "Laak", 6));
        totals.accept(row("b", "2026KW01", "Escamp", 9));
        CellValue value = totals.result(any -> Optional.of(new Coverage(2, 3)))
                .figure("deelnemers")
                .orElseThrow()
                .value();
        assertThat(value)
                .isEqualTo(new CellValue.Incomplete(
                        Optional.empty(), Optional.of(BigDecimal.valueOf(12)), Optional.of(BigDecimal.valueOf(57))));
    }

    /**
     * An agreement for the whole city gives only an upper limit in Laak: 13 persons together, nobody in common, or four
     * in common.
     */
    @Test
    void result_finerThanTheAgreement_isAnUpperLimit() {
        assertThat(laakOfTheCity(new OverlapLedger.Overlap.Together(Set.of("a", "b"), 13)))
                .isEqualTo(between(10, 13));
        assertThat(laakOfTheCity(new OverlapLedger.Overlap.None(Set.of("a", "b"))))
                .isEqualTo(between(16, 16));
        assertThat(laakOfTheCity(new OverlapLedger.Overlap.Shared("a", "b", 4))).isEqualTo(between(12, 16));
        assertThat(laakOfTheCity(new OverlapLedger.Overlap.Within("b", "a"))).isEqualTo(between(10, 16));
    }

    private static CellValue laakOfTheCity(OverlapLedger.Overlap.Agreement agreement) {
        LedgerAggregator totals = LedgerAggregator.of(
                AggregationPlan.by(STRUCTURE, "stadsdeel", "periode"),
                new OverlapLedger(List.of(overlap(Map.of("periode", "2026KW01"), agreement))));
        totals.accept(row("a", "2026KW01", "Laak", 10));
        totals.accept(row("b", "2026KW01", "Laak", 6));
        return laak(totals.result());
    }

    /** Rows of a quarter do not say what happened in January. */
    @Test
    void result_agreementAboutAMonthOfAQuarter_saysNothing() {
        LedgerAggregator totals = LedgerAggregator.of(
                ALL,
                new OverlapLedger(List.of(
                        overlap(Map.of("periode", "2026MM01"), new OverlapLedger.Overlap.Shared("a", "b", 4)))));
        ROWS.forEach(totals);
        assertThat(totals.result().figure("deelnemers").orElseThrow().value()).isEqualTo(between(10, 21));
        assertThat(codes(totals.result())).containsExactly("BM-K01");
    }

    /** Nothing is known about c; a and b have at least 12 persons together. */
    @Test
    void result_anotherOrganisationWithoutANumber_theAgreementStillHolds() {
        Observation empty = Observation.of(
                new String[] {"c", "2026KW01", "Laak", "x"}, new long[] {0, 0}, new boolean[] {true, false});
        assertThat(total(
                        AggregationPlan.by(STRUCTURE, "stadsdeel", "periode"),
                        new OverlapLedger.Overlap.Shared("a", "b", 4),
                        row("a", "2026KW01", "Laak", 10),
                        row("b", "2026KW01", "Laak", 6),
                        empty))
                .isEqualTo(from(12));
    }

    private static final TableStructure WITH_AGES = new TableStructure(
            List.of(
                    new Dimension.Reporter(ColumnName.of("organisatie")),
                    new Dimension.Time(ColumnName.of("periode")),
                    new Dimension.Category(ColumnName.of("leeftijdsgroep"), Set.of("0-17", "67+"))),
            List.of(new Measure.Distinct(ColumnName.of("deelnemers"))));

    private static ResultTable ofTwoAges(boolean sameAgeRule, List<OverlapLedger.Overlap> overlaps) {
        LedgerAggregator totals = LedgerAggregator.of(
                AggregationPlan.by(WITH_AGES).withGroupings(List.of()), new OverlapLedger(overlaps, sameAgeRule));
        totals.accept(Observation.of(new String[] {"a", "2026KW01", "0-17"}, new long[] {10}, new boolean[] {true}));
        totals.accept(Observation.of(new String[] {"b", "2026KW01", "67+"}, new long[] {6}, new boolean[] {true}));
        return totals.result();
    }

    @Test
    void result_sameAgeRuleOfTheLedger_agesShareNobody() {
        assertThat(ofTwoAges(false, List.of())
                        .figure("deelnemers")
                        .orElseThrow()
                        .value())
                .isEqualTo(between(10, 16));
        assertThat(ofTwoAges(true, List.of()).figure("deelnemers").orElseThrow().value())
                .isEqualTo(between(16, 16));
    }

    /**
     * Nobody can be young at one organisation and old at the other, so an agreement on four persons in common is wrong.
     */
    @Test
    void result_agreementContradictedByAges_isIgnoredAndReported() {
        OverlapLedger.Overlap shared = overlap(Map.of(), new OverlapLedger.Overlap.Shared("a", "b", 4));
        assertThat(ofTwoAges(false, List.of(shared))
                        .figure("deelnemers")
                        .orElseThrow()
                        .value())
                .isEqualTo(between(12, 12));
        ResultTable table = ofTwoAges(true, List.of(shared));
        assertThat(table.figure("deelnemers").orElseThrow().value()).isEqualTo(between(16, 16));
        assertThat(codes(table)).containsExactlyInAnyOrder("BM-K02", "BM-A08");
    }

    private static final TableStructure FIRST_VISITS = new TableStructure(
            List.of(
                    new Dimension.Reporter(World.ORGANISATION),
                    new Dimension.Place(World.WIJK, World.AREAS, AreaLevel.WIJK, false),
                    new Dimension.Time(World.PERIOD),
                    Dimension.Category.of(World.ACTIVITY)),
            List.of(
                    new Measure.Distinct(World.PERSONS, false),
                    World.firstInYear(ColumnName.of("eerste_keer"), World.PERSONS, World.ORGANISATION, World.WIJK)));

    private static Observation visits(String organisation, String quarter, String activity, long persons, long first) {
        return Observation.of(
                new String[] {organisation, World.WIJKEN.get(0), quarter, activity},
                new long[] {persons, first},
                new boolean[] {true, true});
    }

    private static LedgerAggregator firstVisits(
            Series series, String period, OverlapLedger.Overlap.Agreement agreement) {
        Map<String, String> where = Map.of("wijk", World.WIJKEN.get(0), "periode", period);
        return LedgerAggregator.of(
                AggregationPlan.by(FIRST_VISITS)
                        .withGroupings(List.of(new Grouping.ByColumn(World.WIJK), new Grouping.ByColumn(World.PERIOD)))
                        .withSeries(List.of(series)),
                new OverlapLedger(List.of(new OverlapLedger.Overlap(
                        World.ORGANISATION.value(), World.PERSONS.value(), where, agreement, "overleg"))));
    }

    /**
     * In the first quarter, all persons come for the first time in the year; in the second quarter, some may have come
     * before.
     */
    @Test
    void result_agreementAboutAllPersons_holdsForFirstVisitsOfTheFirstQuarter() {
        OverlapLedger.Overlap.Agreement shared = new OverlapLedger.Overlap.Shared("a", "b", 4);
        Series first = Series.Total.of(ColumnName.of("eerste_keer"));
        LedgerAggregator january = firstVisits(first, "2026KW01", shared);
        LedgerAggregator april = firstVisits(first, "2026KW02", shared);
        for (LedgerAggregator totals : List.of(january, april)) {
            totals.accept(visits("a", "2026KW01", "inloop", 10, 10));
            totals.accept(visits("b", "2026KW01", "inloop", 6, 6));
            totals.accept(visits("a", "2026KW02", "inloop", 9, 5));
            totals.accept(visits("b", "2026KW02", "inloop", 8, 4));
        }
        assertThat(january.result()
                        .figure("eerste_keer", World.WIJKEN.get(0), "2026KW01")
                        .orElseThrow()
                        .value())
                .isEqualTo(between(12, 12));
        assertThat(january.result()
                        .figure("eerste_keer", World.WIJKEN.get(0), "2026KW02")
                        .orElseThrow()
                        .value())
                .isEqualTo(between(5, 9));
        assertThat(april.result()
                        .figure("eerste_keer", World.WIJKEN.get(0), "2026KW02")
                        .orElseThrow()
                        .value())
                .isEqualTo(between(5, 9));
        assertThat(codes(april.result())).containsExactly("BM-K01");
    }

    /**
     * Two organisations share nobody: a has 25 to 35 persons, because there were 30 first visits in the first quarter
     * and 5 later, and b has 6. If a row of the first quarter has an error, a has 25 to 45.
     */
    @Test
    void acceptRejected_rowOfAnEarlierQuarter_itsFirstVisitsBoundNothing() {
        LedgerAggregator totals = firstVisits(
                Series.Total.of(World.PERSONS), "2026KW02", new OverlapLedger.Overlap.None(Set.of("a", "b")));
        totals.outside().accept(visits("a", "2026KW01", "inloop", 30, 30));
        totals.accept(visits("a", "2026KW02", "inloop", 25, 3));
        totals.accept(visits("a", "2026KW02", "taalcafe", 20, 2));
        totals.accept(visits("b", "2026KW02", "inloop", 6, 6));
        assertThat(totals.result()
                        .figure(World.PERSONS.value(), World.WIJKEN.get(0), "2026KW02")
                        .orElseThrow()
                        .value())
                .isEqualTo(between(31, 41));
        totals.acceptRejected(new RejectedRows(
                List.of(Set.of("a"), Set.of(World.WIJKEN.get(0)), Set.of("2026KW01"), Set.of("inloop")),
                List.of(OptionalLong.empty(), OptionalLong.empty()),
                1,
                OptionalLong.empty()));
        assertThat(totals.result()
                        .figure(World.PERSONS.value(), World.WIJKEN.get(0), "2026KW02")
                        .orElseThrow()
                        .value())
                .isEqualTo(between(31, 51));
    }
}
