package nl.betekenisvolmeten.indicators.validation;

import static nl.betekenisvolmeten.indicators.validation.Forms.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.internal.BatchTaker;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import nl.betekenisvolmeten.indicators.validation.internal.CleanCellCheck;
import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;
import org.junit.jupiter.api.Test;

/** Rows in batches: the same outcome as row by row. */
class BatchRowsTest {

    private static final Location PLACE = Location.of("telling.csv");

    private final BatchAccess access = new BatchAccess();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Observation> accepted = new ArrayList<>();
    private final List<RejectedRows> rejected = new ArrayList<>();

    private ValidationRun run(int keyLimit) {
        return Validator.of(Forms.RULE_SET)
                .start(PLACE, findings::add, accepted::add, keyLimit)
                .withRejected(rejected::add);
    }

    /**
     * Puts rows into a batch with the dictionaries of the run; decimals have two digits after the decimal separator.
     */
    private ColumnBatch batch(ValidationRun run, Forms.Row... rows) {
        Validator validator = Validator.of(Forms.RULE_SET);
        ColumnBatch batch = access.newBatch(validator);
        CleanCellCheck check = access.newCleanCellCheck(validator);
        batch.start(rows.length);
        for (int c = 0; c < Forms.COLUMNS.size(); c++) {
            batch.setDictionary(c, access.dictionary(run, c));
            for (int i = 0; i < rows.length; i++) {
                String text = check.cleanText(c, rows[i].cells().get(c)).orElseThrow();
                if (batch.values(c).length > 0) {
                    batch.known(c)[i] = !text.isEmpty();
                    batch.values(c)[i] = text.isEmpty() ? 7 : Long.parseLong(text.replace(",", ""));
                } else if (batch.ids(c).length > 0) {
                    batch.ids(c)[i] = batch.dictionary(c).id(text);
                }
            }
        }
        return batch;
    }

    private List<String> duplicates() {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.location().row().orElse(0) + " as "
                        + finding.arguments().get("first_row"))
                .toList();
    }

    private static Forms.Row of(String activity) {
        return good().with(Forms.ACTIVITEIT, activity);
    }

    @Test
    void cleanText_isTheCanonicalTextOfACellWithoutAFinding() {
        CleanCellCheck check = access.newCleanCellCheck(Validator.of(Forms.RULE_SET));
        assertThat(check.cleanText(2, "WK051801")).contains("WK051801");
        // a name is a warning, an unknown code an error
        assertThat(check.cleanText(2, "Schildersbuurt")).isEmpty();
        assertThat(check.cleanText(2, "WK051899")).isEmpty();
        assertThat(check.cleanText(2, "WK051802")).contains("WK051802");
        assertThat(check.cleanText(10, "")).contains("");
        assertThat(check.cleanText(8, "")).isEmpty();
        assertThat(check.cleanText(11, "12,5")).contains("12,5");
        assertThat(check.cleanText(12, " iets ")).contains("iets");
    }

    @Test
    void acceptClean_partOfABatch_isAcceptedAsIfRowByRow() {
        ValidationRun run = run(100);
        run.row(2, of("eerder").texts());
        Forms.Row full = of("dansen").with(Forms.VRIJWILLIGERS, "3").with(Forms.UREN, "12,50");
        access.expectRows(run, 4);
        access.acceptClean(run, batch(run, of("nee"), full, of("lezen"), of("nee")), 3, 1, 3);
        assertThat(run.rows()).isEqualTo(3);
        assertThat(run.rowsAccepted()).isEqualTo(3);
        assertThat(findings).isEmpty();
        assertThat(accepted.subList(1, 3))
                .containsExactly(
                        Observation.of(
                                new String[] {"41000001", "Laak", "WK051801", "2026KW01", "dansen", "ALLEN", "67+"},
                                new long[] {10, 80, 20, 3, 1_250},
                                new boolean[] {true, true, true, true, true}),
                        Observation.of(
                                new String[] {"41000001", "Laak", "WK051801", "2026KW01", "lezen", "ALLEN", "67+"},
                                new long[] {10, 80, 20, 0, 0},
                                new boolean[] {true, true, true, false, false}));
    }

    @Test
    void acceptClean_noRows_isNothing() {
        ValidationRun run = run(100);
        access.acceptClean(run, batch(run, good()), 2, 1, 1);
        assertThat(run.rows()).isZero();
        assertThat(accepted).isEmpty();
    }

    @Test
    void acceptClean_keyThatAnotherRowHas_isReportedAndRejected() {
        ValidationRun run = run(100);
        run.row(2, of("a").texts());
        access.acceptClean(run, batch(run, of("b"), of("a"), of("b"), of("c")), 3, 0, 4);
        run.row(7, of("c").texts());
        assertThat(duplicates()).containsExactly("TF-R05 4 as 2", "TF-R05 5 as 3", "TF-R05 7 as 6");
        assertThat(run.rows()).isEqualTo(6);
        assertThat(run.rowsAccepted()).isEqualTo(3);
        assertThat(accepted).extracting(row -> row.code(4)).containsExactly("a", "b", "c");
        assertThat(rejected)
                .extracting(RejectedRows::number)
                .containsExactly(OptionalLong.of(4), OptionalLong.of(5), OptionalLong.of(7));
        assertThat(rejected.get(0))
                .isEqualTo(new RejectedRows(
                        List.of(
                                Set.of("41000001"),
                                Set.of("Laak"),
                                Set.of("WK051801"),
                                Set.of("2026KW01"),
                                Set.of("a"),
                                Set.of("ALLEN"),
                                Set.of("67+")),
                        List.of(
                                OptionalLong.of(10),
                                OptionalLong.of(80),
                                OptionalLong.of(20),
                                OptionalLong.empty(),
                                OptionalLong.empty()),
                        1,
                        OptionalLong.of(4)));
    }

    /** Takes rows in batches and keeps what it was given. */
    private static final class Batches implements RowTaker, BatchTaker {
        private final List<String> given = new ArrayList<>();

        @Override
        public void accept(ObservationBatch batch, int from, int to) {
            given.add(from + "-" + to);
        }

        @Override
        public void accept(Observation row) {
            given.add("row");
        }
    }

    @Test
    void acceptClean_takerOfBatches_getsTheRowsBetweenTheRejectedOnes() {
        Batches taker = new Batches();
        ValidationRun run = Validator.of(Forms.RULE_SET).start(PLACE, findings::add, taker);
        access.acceptClean(run, batch(run, of("a"), of("b"), of("a"), of("b"), of("c")), 2, 0, 5);
        assertThat(taker.given).containsExactly("0-2", "4-5");
        assertThat(run.rowsAccepted()).isEqualTo(3);
    }

    /** A warning for rows with the same key keeps them. */
    @Test
    void acceptClean_mildKey_acceptsTheRow() {
        Rule key = new Rule.UniqueKey(Forms.verdict("TF-R05", Severity.WARNING), List.of(Forms.ACTIVITEIT));
        RuleSet rules = new RuleSet(FormatId.of("test", "1"), Forms.COLUMNS, List.of(key), Forms.verdicts());
        ValidationRun run = Validator.of(rules).start(PLACE, findings::add, accepted::add);
        access.acceptClean(run, batch(run, of("a"), of("a")), 2, 0, 2);
        run.row(4, of("a").texts());
        assertThat(duplicates()).containsExactly("TF-R05 3 as 2", "TF-R05 4 as 2");
        assertThat(run.rowsAccepted()).isEqualTo(3);
    }

    @Test
    void acceptClean_limitOfKeys_isReportedOnce() {
        ValidationRun run = run(2);
        access.acceptClean(run, batch(run, of("a"), of("b"), of("b"), of("c")), 2, 0, 4);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code().value()).isEqualTo("TF-I04");
            assertThat(finding.arguments()).isEqualTo(Map.of("limit", "2", "row", "3"));
        });
        assertThat(run.rowsAccepted()).isEqualTo(4);
    }

    @Test
    void acceptClean_withoutAColumn_isRefused() {
        ValidationRun run = run(9);
        ColumnBatch batch = batch(run, good());
        run.withoutColumns(Set.of(Forms.BEZOEKEN));
        assertThatThrownBy(() -> access.acceptClean(run, batch, 2, 0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("columns are missing");
    }

    @Test
    void finish_rowsInBatches_areAmongThoseThatAnUnreadRowMayBeOf() {
        ValidationRun run = run(9);
        run.unreadRow(2);
        access.acceptClean(run, batch(run, good().with(Forms.ORGANISATIE, "41000002")), 3, 0, 1);
        run.finish(true);
        assertThat(rejected.get(0).codes().get(0)).containsExactly("41000002");
        assertThat(rejected.get(0).codes().get(3)).containsExactly("2026KW01");
    }

    @Test
    void finish_twoQuartersInBatches_isANote() {
        ValidationRun run = run(9);
        Forms.Row second = good().with(Forms.PERIODE, "2026KW02");
        Forms.Row third = good().with(Forms.PERIODE, "2026KW03");
        // the third quarter is in the batch, not among the rows that count
        access.acceptClean(run, batch(run, third, second, good(), third), 2, 1, 3);
        run.finish(true);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code().value()).isEqualTo("TF-I11");
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
            assertThat(finding.arguments()).isEqualTo(Map.of("periods", "2026KW01, 2026KW02"));
        });
    }

    @Test
    void rowFilter_marksWhatTheRulesFindInSingleRows() {
        ValidationRun run = run(9);
        Forms.Row many = good().with(Forms.BEZOEKEN, "5000");
        Forms.Row[] rows = {
            good(),
            good().with(Forms.STADSDEEL, "Haagse Hout"),
            good().with(Forms.DEELNEMERS, "81"),
            good().with(Forms.BIJEENKOMSTEN, "0"),
            good().with(Forms.UREN, "0,50").with(Forms.VRIJWILLIGERS, "0"),
            good().with(Forms.UREN, "0,50").with(Forms.VRIJWILLIGERS, ""),
            many.with(Forms.DEELNEMERS, "102"),
            many.with(Forms.DEELNEMERS, "103"),
            many.with(Forms.LEEFTIJD, "onbekend").with(Forms.DEELNEMERS, "103"),
            good().with(Forms.DOELGROEP, "JEUGD"),
            good().with(Forms.BIJEENKOMSTEN, "0").with(Forms.BEZOEKEN, "0").with(Forms.DEELNEMERS, "0"),
            good()
        };
        ColumnBatch batch = batch(run, rows);
        batch.suspect()[11] = true;
        access.newRowFilter(Validator.of(Forms.RULE_SET)).orElseThrow().mark(batch);
        for (int i = 0; i < 11; i++) {
            assertThat(batch.suspect()[i])
                    .as("%s", rows[i])
                    .isEqualTo(!Forms.findings(rows[i]).isEmpty());
        }
        assertThat(batch.suspect()[11]).isTrue();
        assertThat(batch.suspect()[12]).isFalse();
    }

    @Test
    void batchCells_areCodesAndUnitsOfTheRow() {
        ValidationRun run = run(9);
        BatchCells cells = new BatchCells(batch(run, good(), of("b").with(Forms.UREN, "1,25")));
        cells.moveTo(1);
        assertThat(cells.passed(4)).isTrue();
        assertThat(cells.hasValue(4)).isTrue();
        assertThat(cells.text(4)).isEqualTo("b");
        assertThat(cells.hasValue(11)).isTrue();
        assertThat(cells.number(11)).isEqualTo(125);
        assertThat(cells.text(11)).isEqualTo("125");
        assertThat(cells.hasValue(10)).isFalse();
        cells.moveTo(0);
        assertThat(cells.text(4)).isEqualTo("inloop");
        assertThat(cells.hasValue(11)).isFalse();
    }
}
