package nl.betekenisvolmeten.indicators.validation;

import static nl.betekenisvolmeten.indicators.validation.Forms.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A delivery, row by row. */
class ValidationRunTest {

    private static final String BSN = "123456782";

    private final List<Finding> findings = new ArrayList<>();
    private final List<Observation> accepted = new ArrayList<>();

    private ValidationRun run(RuleSet rules, Leniency leniency, int keyLimit, Forms.Row... rows) {
        ValidationRun run =
                Validator.of(rules, leniency).start(Location.of("telling.csv"), findings::add, accepted::add, keyLimit);
        for (int i = 0; i < rows.length; i++) {
            run.row(i + 2L, rows[i].texts());
        }
        return run;
    }

    private ValidationRun run(Forms.Row... rows) {
        return run(Forms.RULE_SET, Leniency.STANDARD, 1_000, rows);
    }

    private List<String> duplicates() {
        return findings.stream()
                .filter(finding -> finding.code().value().equals("TF-R05"))
                .map(finding -> finding.location().row().orElse(0) + " as "
                        + finding.arguments().get("first_row"))
                .toList();
    }

    @Test
    void goodRow_isAcceptedAsAnObservation() {
        ValidationRun run = run(good().with(Forms.UREN, "12,5").with(Forms.BEZOEKEN, "1.200"));
        assertThat(run.rows()).isEqualTo(1);
        assertThat(run.rowsAccepted()).isEqualTo(1);
        assertThat(accepted)
                .containsExactly(Observation.of(
                        new String[] {"41000001", "Laak", "WK051801", "2026KW01", "inloop", "ALLEN", "67+"},
                        new long[] {10, 1_200, 20, 0, 1_250},
                        new boolean[] {true, true, true, false, true}));
    }

    @Test
    void observation_holdsCanonicalCodes() {
        run(good().with(Forms.STADSDEEL, "LAAK")
                .with(Forms.WIJK, "Schilderswijk")
                .with(Forms.PERIODE, "2026-Q1")
                .with(Forms.ACTIVITEIT, " cafe\u0301 ")
                .with(Forms.LEEFTIJD, "senioren"));
        Observation row = accepted.get(0);
        assertThat(List.of(row.code(1), row.code(2), row.code(3), row.code(4), row.code(6)))
                .containsExactly("Laak", "WK051801", "2026KW01", "caf\u00e9", "67+");
        assertThat(Forms.summary(findings))
                .containsExactly(
                        "TF-W02 stadsdeel",
                        "TF-W01 wijk",
                        "TF-W02 periode",
                        "TF-W02 activiteit",
                        "TF-W01 leeftijdsgroep");
    }

    @Test
    void finding_namesFileRowAndColumn() {
        run(good(), good().with(Forms.ACTIVITEIT, "dansen").with(Forms.BEZOEKEN, "12x"));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).location())
                .isEqualTo(Location.of("telling.csv").withRow(3).withColumn("bezoeken"));
        assertThat(findings.get(0).arguments()).containsEntry("value", "12x").containsEntry("column", "bezoeken");
    }

    /** Both districts are one letter away from WK051803. */
    @Test
    void unknownDistrict_isSuggestedWithinTheAreaThatTheRowNames() {
        run(
                good().with(Forms.STADSDEEL, "Laak").with(Forms.WIJK, "WK051803"),
                good().with(Forms.STADSDEEL, "Haagse Hout").with(Forms.WIJK, "WK051803"),
                good().with(Forms.STADSDEEL, "nergens").with(Forms.WIJK, "WK051803"),
                good().with(Forms.STADSDEEL, "Laak").with(Forms.WIJK, "Bezuidenhoud"));
        assertThat(findings)
                .filteredOn(finding -> finding.location().column().equals(Optional.of("wijk")))
                .extracting(Finding::suggestions)
                .containsExactly(
                        List.of("WK051801 (Schildersbuurt)"),
                        List.of("WK051802 (Bezuidenhout)"),
                        List.of("WK051801 (Schildersbuurt)", "WK051802 (Bezuidenhout)"),
                        List.of("WK051802 (Bezuidenhout)"));
    }

    @Test
    void uniqueKey_threeEqualRows_eachNameTheFirst() {
        ValidationRun run = run(good(), good().with(Forms.ACTIVITEIT, "dansen"), good(), good());
        assertThat(duplicates()).containsExactly("4 as 2", "5 as 2");
        assertThat(run.rows()).isEqualTo(4);
        assertThat(run.rowsAccepted()).isEqualTo(2);
    }

    @Test
    void uniqueKey_otherNotationOfTheSameCodes_isTheSameKey() {
        run(good(), good().with(Forms.WIJK, "wk051801").with(Forms.ACTIVITEIT, "inloop "));
        assertThat(duplicates()).containsExactly("3 as 2");
    }

    @Test
    void uniqueKey_columnsOutsideTheKey_doNotCount() {
        run(good(), good().with(Forms.DOELGROEP, "OUDEREN").with(Forms.BEZOEKEN, "99"));
        assertThat(duplicates()).containsExactly("3 as 2");
    }

    @Test
    void uniqueKey_errorInAnotherCell_stillCounts() {
        run(good().with(Forms.BEZOEKEN, "12x"), good(), good().with(Forms.BEZOEKEN, "-1"));
        assertThat(duplicates()).containsExactly("3 as 2", "4 as 2");
    }

    @Test
    void uniqueKey_errorInAKeyCell_isPassedOver() {
        ValidationRun run = run(good().with(Forms.WIJK, "nergens"), good().with(Forms.WIJK, "nergens"), good());
        assertThat(duplicates()).isEmpty();
        assertThat(run.rowsAccepted()).isEqualTo(1);
    }

    @Test
    void uniqueKey_limitReached_isSaidOnce() {
        Forms.Row[] rows = {
            good(),
            good(),
            good().with(Forms.ACTIVITEIT, "b"),
            good().with(Forms.ACTIVITEIT, "c"),
            good().with(Forms.ACTIVITEIT, "d"),
            good().with(Forms.ACTIVITEIT, "d")
        };
        ValidationRun run = run(Forms.RULE_SET, Leniency.STANDARD, 2, rows);
        assertThat(duplicates()).containsExactly("3 as 2");
        List<Finding> full = findings.stream()
                .filter(finding -> finding.code().value().equals("TF-I04"))
                .toList();
        assertThat(full).hasSize(1);
        assertThat(full.get(0).arguments()).containsEntry("limit", "2").containsEntry("row", "4");
        assertThat(full.get(0).location()).isEqualTo(Location.of("telling.csv"));
        assertThat(run.rowsAccepted()).isEqualTo(5);
    }

    @Test
    void uniqueKey_limitNotExceeded_saysNothing() {
        run(Forms.RULE_SET, Leniency.STANDARD, 2, good(), good().with(Forms.ACTIVITEIT, "b"));
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"STRICT, ERROR, 0", "STANDARD, WARNING, 1", "LENIENT, NOTE, 1"})
    void leniency_judgesNotations(Leniency leniency, Severity severity, int rows) {
        Forms.Row name = good().with(Forms.WIJK, "Schildersbuurt");
        Forms.Row notation = good().with(Forms.PERIODE, "2026-Q2");
        ValidationRun run = run(Forms.RULE_SET, leniency, 10, name, notation);
        assertThat(Forms.summary(findings)).containsExactly("TF-W01 wijk", "TF-W02 periode");
        assertThat(findings).allMatch(finding -> finding.severity() == severity);
        assertThat(findings.get(0).arguments())
                .containsEntry("read_as", "WK051801")
                .containsEntry("value", "Schildersbuurt");
        assertThat(run.rowsAccepted()).isEqualTo(2L * rows);
    }

    @ParameterizedTest
    @CsvSource({"STRICT", "STANDARD", "LENIENT"})
    void leniency_leavesOtherFindingsAsDefined(Leniency leniency) {
        run(
                Forms.RULE_SET,
                leniency,
                10,
                good().with(Forms.DOELGROEP, "JEUGD"),
                good().with(Forms.ACTIVITEIT, "b").with(Forms.BEZOEKEN, "x"));
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.WARNING, Severity.ERROR);
    }

    @Test
    void attribute_blanksAround_areNoFinding() {
        assertThat(Forms.findings(good().with(Forms.TOELICHTING, " goed gegaan ")))
                .isEmpty();
    }

    @Test
    void text_formula_isAWarningAndTheRowCounts() {
        ValidationRun run = run(good().with(Forms.ACTIVITEIT, "=1+1"));
        assertThat(Forms.summary(findings)).containsExactly("TF-X01 activiteit");
        assertThat(run.rowsAccepted()).isEqualTo(1);
    }

    @Test
    void text_blanksOnly_hasOneCauseAndOneFinding() {
        assertThat(Forms.findings(good().with(Forms.ACTIVITEIT, "\t"))).containsExactly("TF-V01 activiteit");
        assertThat(Forms.findings(good().with(Forms.TOELICHTING, "\t \r"))).isEmpty();
    }

    @Test
    void personalData_inAText_isAnErrorThatDoesNotEchoIt() {
        ValidationRun run = run(good().with(Forms.TOELICHTING, "bsn " + BSN));
        assertThat(Forms.summary(findings)).containsExactly("TF-P01 toelichting");
        assertThat(findings.get(0).arguments()).containsEntry("kinds", "BSN");
        assertThat(findings.toString()).doesNotContain(BSN);
        assertThat(run.rowsAccepted()).isZero();
    }

    @Test
    void personalData_inAnyOtherCellThatFails_isTheOnlyFinding() {
        for (ColumnName column :
                List.of(Forms.ORGANISATIE, Forms.WIJK, Forms.PERIODE, Forms.DOELGROEP, Forms.BEZOEKEN, Forms.UREN)) {
            for (String text : List.of("bsn " + BSN, "jan@example.org", BSN)) {
                List<Finding> found = Forms.check(good().with(column, text), Leniency.STANDARD);
                assertThat(Forms.summary(found)).containsExactly("TF-P01 " + column);
                assertThat(found.toString()).doesNotContain(BSN).doesNotContain("jan@");
            }
        }
    }

    private static RuleSet mild(RuleSet.CellCheck... checks) {
        Map<RuleSet.CellCheck, Verdict> verdicts = new EnumMap<>(Forms.verdicts());
        for (RuleSet.CellCheck check : checks) {
            verdicts.computeIfPresent(check, (any, verdict) -> new Verdict(verdict.code(), Severity.WARNING));
        }
        return new RuleSet(FormatId.of("test", "2"), Forms.COLUMNS, Forms.RULES, verdicts);
    }

    @Test
    void mildVerdict_onADimensionWithoutAValue_isAnErrorAllTheSame() {
        RuleSet rules = mild(RuleSet.CellCheck.REQUIRED, RuleSet.CellCheck.KNOWN_CODE, RuleSet.CellCheck.PERIOD);
        ValidationRun run = run(
                rules,
                Leniency.STANDARD,
                10,
                good().with(Forms.ACTIVITEIT, ""),
                good().with(Forms.WIJK, "nergens"),
                good().with(Forms.PERIODE, "ooit"));
        assertThat(Forms.summary(findings)).containsExactly("TF-V01 activiteit", "TF-V02 wijk", "TF-V07 periode");
        assertThat(findings).allMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(run.rowsAccepted()).isZero();
    }

    @Test
    void mildVerdict_onAMeasure_leavesItNotDelivered() {
        ValidationRun run = run(
                mild(RuleSet.CellCheck.REQUIRED, RuleSet.CellCheck.WHOLE_NUMBER),
                Leniency.STANDARD,
                10,
                good().with(Forms.BEZOEKEN, ""),
                good().with(Forms.ACTIVITEIT, "b").with(Forms.BEZOEKEN, "n.v.t."));
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.WARNING, Severity.WARNING);
        assertThat(run.rowsAccepted()).isEqualTo(2);
        assertThat(accepted).noneMatch(row -> row.isKnown(1));
    }

    @Test
    void mildVerdict_onPersonalData_doesNotMakeAFailedCellPass() {
        ValidationRun run = run(
                mild(RuleSet.CellCheck.NO_PERSONAL_DATA),
                Leniency.STANDARD,
                10,
                good().with(Forms.BEZOEKEN, "bsn " + BSN),
                good().with(Forms.WIJK, "bsn " + BSN));
        assertThat(Forms.summary(findings)).containsExactly("TF-P01 bezoeken", "TF-P01 wijk");
        assertThat(findings).allMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(run.rowsAccepted()).isZero();
    }

    @Test
    void row_otherNumberOfCells_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run().row(2, new String[] {"a"}))
                .withMessageContaining("1 cells for 13 columns");
    }

    @Test
    void start_limitThatIsNotPositive_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Forms.RULE_SET, Leniency.STRICT, 0))
                .withMessageContaining("keyLimit must be positive: 0");
    }

    @Test
    void check_singleRow_saysNothingOfKeysAndPlaces() {
        List<Finding> found = Forms.check(good().with(Forms.BEZOEKEN, "x"), Leniency.STANDARD);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).location()).isEqualTo(Location.nowhere().withColumn("bezoeken"));
        assertThat(Validator.of(Forms.RULE_SET).check(Map.of())).hasSize(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Validator.of(Forms.RULE_SET).check(Map.of(ColumnName.of("nergens"), "x")))
                .withMessageContaining("nergens");
    }
}
