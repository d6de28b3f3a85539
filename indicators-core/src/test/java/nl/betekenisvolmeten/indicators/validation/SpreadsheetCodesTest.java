package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets make of codes, and what of it can be undone. */
class SpreadsheetCodesTest {

    private static final Codelist AGES = list("0-11", "12-17", "18-29", "30-49", "50-66", "67+", "onbekend");

    private static Codelist list(String... codes) {
        List<Codelist.Item> items = Arrays.stream(codes)
                .map(code -> Codelist.Item.of(code, LocalizedText.of("naam van " + code, "name of " + code)))
                .toList();
        return Codelist.of("lijst", LocalizedText.of("Lijst", "List"), items);
    }

    @ParameterizedTest
    @CsvSource({
        "67, 67+",
        "+67, 67+",
        "'67,0', 67+",
        "67.00, 67+",
        "dec-17, 12-17",
        "Dec-17, 12-17",
        "dec 2017, 12-17",
        "december-17, 12-17",
        "12-dec, 12-17",
        "1-dec-17, 12-17",
        "01-12-2017, 12-17",
        "12-12-2017, 12-17",
        "12/1/2017, 12-17",
        "2017-12-01, 12-17",
        "17-dec, 12-17",
        "17-12-2026, 12-17",
        "2026-12-17, 12-17",
        "43070, 12-17",
        "46373, 12-17",
        "nov-00, 0-11",
        "1-11-2000, 0-11",
        "11-nov, 0-11"
    })
    void undo_whatOneCodeBecomes_isThatCode(String cell, String code) {
        assertThat(SpreadsheetCodes.undo(cell, AGES)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "66",
                "6",
                "670",
                "0",
                "-67",
                "67-",
                "67,5",
                "67.000",
                "5-dec",
                "18-dec",
                "1-1-2026",
                "12-17-2026x",
                "31-31-2017",
                "dec",
                "decoratie-17",
                "99999",
                "20000",
                "1-12-1817",
                "12-2017-01",
                "",
                "+",
                "onbekend1",
                "de-17",
                "1-12-20",
                "٦٧",
                "012345678901234567890123"
            })
    void undo_whatNoCodeBecomes_isNothing(String cell) {
        assertThat(SpreadsheetCodes.undo(cell, AGES)).isEmpty();
    }

    @Test
    void undo_whatTwoCodesBecome_isNothing() {
        Codelist dates = list("5-10", "10-5", "3-4");
        assertThat(SpreadsheetCodes.undo("5-10-2026", dates)).isEmpty();
        assertThat(SpreadsheetCodes.undo("5-okt", dates)).isEmpty();
        assertThat(SpreadsheetCodes.undo("3-apr", dates)).contains("3-4");
        assertThat(SpreadsheetCodes.undo("4-mrt", dates)).contains("3-4");
        Codelist numbers = list("007", "07", "8+");
        assertThat(SpreadsheetCodes.undo("7", numbers)).isEmpty();
        assertThat(SpreadsheetCodes.undo("8", numbers)).contains("8+");
    }

    @Test
    void undo_yearsOfTwoFigures_turnAtThirty() {
        Codelist years = list("1-29", "1-30", "1-2026");
        assertThat(SpreadsheetCodes.undo("2029-01-01", years)).contains("1-29");
        assertThat(SpreadsheetCodes.undo("1930-01-01", years)).contains("1-30");
        assertThat(SpreadsheetCodes.undo("2026-01-01", years)).contains("1-2026");
        assertThat(SpreadsheetCodes.undo("jan-26", list("1-2026"))).contains("1-2026");
        // a day in January of 2026 may be shown like this too
        assertThat(SpreadsheetCodes.undo("jan-26", years)).isEmpty();
        assertThat(SpreadsheetCodes.undo("2030-01-01", years)).isEmpty();
    }

    @Test
    void undo_codesOfLetters_areSafe() {
        Codelist letters = list("WK051829", "2026KW01", "TAAL");
        for (String cell : List.of("51829", "2026", "2026-01-01", "43070", "1-2026")) {
            assertThat(SpreadsheetCodes.undo(cell, letters)).isEmpty();
        }
    }

    @Test
    void read_namesAndNotations_goBeforeDates() {
        ColumnType type = new ColumnType.Code(AGES);
        assertThat(((CellResult.Value) type.read("12 - 17")).passed()).isEqualTo(CellResult.Notation.OTHER);
        assertThat(((CellResult.Value) type.read("naam van 67+")).passed()).isEqualTo(CellResult.Notation.NAME);
        assertThat(type.read("\u00a067 ")).isEqualTo(new CellResult.Value("67+", 0, CellResult.Notation.SPREADSHEET));
    }

    @Test
    void check_changedCell_isJudgedByTheLeniency() {
        Map<Leniency, Severity> expected = Map.of(
                Leniency.STRICT, Severity.ERROR, Leniency.STANDARD, Severity.WARNING, Leniency.LENIENT, Severity.NOTE);
        expected.forEach((leniency, severity) -> {
            List<Finding> findings = Forms.check(Forms.good().with(Forms.LEEFTIJD, "67"), leniency);
            assertThat(Forms.summary(findings)).containsExactly("TF-W04 leeftijdsgroep");
            assertThat(findings.get(0).severity()).isEqualTo(severity);
            assertThat(findings.get(0).arguments()).containsEntry("value", "67").containsEntry("read_as", "67+");
        });
    }

    @Test
    void ruleSet_withoutTheCheck_judgesItAsAnotherNotation() {
        Map<RuleSet.CellCheck, Verdict> verdicts = Forms.verdicts();
        verdicts.remove(RuleSet.CellCheck.SPREADSHEET);
        RuleSet rules = new RuleSet(FormatId.of("test", "1"), Forms.COLUMNS, Forms.RULES, verdicts);
        assertThat(rules.verdict(RuleSet.CellCheck.SPREADSHEET)).isEqualTo(rules.verdict(RuleSet.CellCheck.NOTATION));
    }
}
