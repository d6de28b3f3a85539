package nl.betekenisvolmeten.indicators.validation;

import static nl.betekenisvolmeten.indicators.validation.Forms.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Residuals;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what is reported about cells, depending on where they come from and when they are checked. */
class CellCheckerTest {

    private final List<Finding> findings = new ArrayList<>();
    private final List<CheckedRow> rows = new ArrayList<>();

    private ValidationRun start(Validator validator) {
        return validator
                .start(Location.of("telling.csv"), findings::add, RowTaker.ofNothing())
                .withRows(rows::add);
    }

    private List<String> check(ValidationRun run, Forms.Row row) {
        findings.clear();
        run.row(run.rows() + 2, row.texts());
        return Forms.summary(findings);
    }

    private static Forms.Row of(ColumnName column, String text) {
        return good().with(column, text);
    }

    private static Map<String, String> argumentsOf(Forms.Row row) {
        List<Finding> findings = Forms.check(row, Leniency.STANDARD);
        assertThat(findings).hasSize(1);
        return findings.get(0).arguments();
    }

    @Test
    void blanksInside_areOneInANameAndKeptInARemark() {
        check(
                start(Validator.of(Forms.RULE_SET)),
                of(Forms.ACTIVITEIT, "koffie \u00A0 uur").with(Forms.TOELICHTING, "a  b"));
        assertThat(Forms.summary(findings)).containsExactly("TF-W02 activiteit");
        assertThat(rows.get(0).text(Forms.ACTIVITEIT)).contains("koffie uur");
        assertThat(rows.get(0).text(Forms.TOELICHTING)).contains("a  b");
    }

    @Test
    void pointWithThreeDigits_isADecimalSignWhereTheColumnShowsIt() {
        ValidationRun unknown = start(Validator.of(Forms.RULE_SET));
        assertThat(check(unknown, of(Forms.UREN, "1.250"))).containsExactly("TF-V05 vrijwilligersuren");
        List<Integer> asked = new ArrayList<>();
        ValidationRun known = start(Validator.of(Forms.RULE_SET)).withForeignNotation(asked::add);
        assertThat(check(known, of(Forms.UREN, "1.250"))).containsExactly("TF-W02 vrijwilligersuren");
        assertThat(findings.get(0).arguments()).containsEntry("read_as", "1,25");
        assertThat(rows.get(0).units(Forms.UREN)).hasValue(125);
        assertThat(check(known, of(Forms.ACTIVITEIT, "b").with(Forms.UREN, "12.5x")))
                .containsExactly("TF-V05 vrijwilligersuren");
        // evaluated only where it matters
        assertThat(asked).containsExactly(11);
        ValidationRun not = start(Validator.of(Forms.RULE_SET)).withForeignNotation(column -> false);
        assertThat(check(not, of(Forms.UREN, "1.250"))).containsExactly("TF-V05 vrijwilligersuren");
    }

    @Test
    void organisationWithoutItsZero_isReadWhereCellsMayBeNumbers() {
        assertThat(check(start(Validator.of(Forms.RULE_SET)), of(Forms.ORGANISATIE, "1234567")))
                .containsExactly("TF-V06 organisatie");
        ValidationRun numbers = start(Validator.of(Forms.RULE_SET)).withNumberCells();
        assertThat(check(numbers, of(Forms.ORGANISATIE, "1234567"))).containsExactly("TF-W04 organisatie");
        assertThat(rows.get(0).text(Forms.ORGANISATIE)).contains("01234567");
        assertThat(check(numbers, of(Forms.ORGANISATIE, "12345"))).containsExactly("TF-V06 organisatie");
        assertThat(check(numbers, of(Forms.ORGANISATIE, "41000002"))).isEmpty();
        assertThat(check(numbers, of(Forms.BEZOEKEN, "x"))).containsExactly("TF-V03 bezoeken");
    }

    @Test
    void period_thatBeginsAfterTheDayOfTheCheck_isAWarning() {
        Validator march = Validator.of(Forms.RULE_SET).withDay(LocalDate.of(2026, 3, 31));
        assertThat(check(start(march), of(Forms.PERIODE, "2026KW02"))).containsExactly("TF-V10 periode");
        assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(rows).hasSize(1);
        assertThat(check(start(march), good())).isEmpty();
        Validator april = Validator.of(Forms.RULE_SET).withDay(LocalDate.of(2026, 4, 1));
        assertThat(check(start(april), of(Forms.PERIODE, "2026KW02"))).isEmpty();
        // an activity may have any name
        assertThat(check(start(april), of(Forms.ACTIVITEIT, "2027KW01"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caf\u00C3\u00A9",
                "\u00C3\u0080",
                "\u00C2\u00BF",
                "\u00C3\u2030n",
                "caf\uFFFD",
                "\u00E2\u20AC\u2122s",
                "x\u00C5\u00BF"
            })
    void signsThatAnotherProgramLost_areAWarning(String text) {
        assertThat(Forms.findings(of(Forms.ACTIVITEIT, text))).containsExactly("TF-W07 activiteit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caf\u00E9",
                "\u00C3",
                "\u00C3A",
                "\u00C3\u00C0",
                "a\u00BF",
                "\u20AC 5",
                "\u00E2a",
                "p\u00E2t\u00E9"
            })
    void signsThatAreRight_areNoFinding(String text) {
        assertThat(Forms.findings(of(Forms.ACTIVITEIT, text))).isEmpty();
    }

    @Test
    void emptyCell_saysWhatIsMissingUnlessItIsANumber() {
        assertThat(argumentsOf(of(Forms.DOELGROEP, ""))).containsEntry("reason", "code");
        assertThat(argumentsOf(of(Forms.WIJK, ""))).containsEntry("reason", "code");
        assertThat(argumentsOf(of(Forms.ACTIVITEIT, ""))).containsEntry("reason", "text");
        assertThat(argumentsOf(of(Forms.ORGANISATIE, ""))).containsEntry("reason", "text");
        assertThat(argumentsOf(of(Forms.BEZOEKEN, ""))).doesNotContainKey("reason");
    }

    private static Finding about(String text, Severity severity) {
        return Finding.of(FindingCode.of("XX-B01"), severity, Map.of(Finding.VALUE, text));
    }

    @Test
    void text_isAlsoReadForWhatAReaderWouldNotice() {
        Function<String, List<Finding>> reader = text -> text.startsWith("x")
                ? List.of(about(text, Severity.WARNING))
                : text.startsWith("y") ? List.of(about(text, Severity.ERROR), about(text, Severity.NOTE)) : List.of();
        Validator validator = Validator.of(Forms.RULE_SET)
                .withTexts(Map.of(Forms.TOELICHTING, reader, Forms.ACTIVITEIT, text -> List.of()));
        ValidationRun run = start(validator);
        assertThat(check(run, of(Forms.TOELICHTING, "goed"))).isEmpty();
        assertThat(check(run, of(Forms.TOELICHTING, "x").with(Forms.ACTIVITEIT, "b")))
                .containsExactly("XX-B01 toelichting");
        assertThat(findings.get(0).location())
                .isEqualTo(Location.of("telling.csv").withRow(3).withColumn("toelichting"));
        assertThat(findings.get(0).arguments()).isEqualTo(Map.of("column", "toelichting", "value", "x"));
        assertThat(rows).hasSize(2);
        assertThat(check(run, of(Forms.TOELICHTING, "y").with(Forms.ACTIVITEIT, "c")))
                .containsExactly("XX-B01 toelichting", "XX-B01 toelichting");
        assertThat(rows).hasSize(2);
        // only the more serious finding is reported
        assertThat(check(run, of(Forms.TOELICHTING, "x bsn 123456782").with(Forms.ACTIVITEIT, "d")))
                .containsExactly("TF-P01 toelichting");
        ValidationRun formulas = start(Validator.of(Forms.RULE_SET)
                .withTexts(Map.of(Forms.TOELICHTING, text -> List.of(about(text, Severity.ERROR)))));
        assertThat(check(formulas, of(Forms.TOELICHTING, "=x"))).containsExactly("TF-X01 toelichting");
    }

    @Test
    void personalDataInACountThatMayFail_leavesItNotDelivered() {
        Map<RuleSet.CellCheck, Verdict> verdicts = new EnumMap<>(Forms.verdicts());
        for (RuleSet.CellCheck check : List.of(RuleSet.CellCheck.NO_PERSONAL_DATA, RuleSet.CellCheck.WHOLE_NUMBER)) {
            verdicts.computeIfPresent(check, (any, verdict) -> new Verdict(verdict.code(), Severity.WARNING));
        }
        RuleSet rules = new RuleSet(FormatId.of("test", "2"), Forms.COLUMNS, Forms.RULES, verdicts);
        assertThat(check(start(Validator.of(rules)), of(Forms.BEZOEKEN, "bsn 123456782")))
                .containsExactly("TF-P01 bezoeken");
        assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(rows.get(0).units(Forms.BEZOEKEN)).isEmpty();
        assertThat(check(start(Validator.of(rules)), of(Forms.TOELICHTING, "bsn 123456782")))
                .containsExactly("TF-P01 toelichting");
        assertThat(rows).hasSize(2);
    }

    @Test
    void failedCell_showsItsTextUnlessItMayBePersonal() {
        String long41 = "1234567890".repeat(4) + "1";
        assertThat(argumentsOf(of(Forms.TOELICHTING, "a".repeat(41)))).containsEntry("value", "a".repeat(41));
        assertThat(argumentsOf(of(Forms.BEZOEKEN, "12x"))).containsEntry("value", "12x");
        assertThat(argumentsOf(of(Forms.DOELGROEP, long41)).get("value")).doesNotContain("1234567890");
    }

    @Test
    void longText_isMaskedInEachFinding() {
        String text = "=" + "a".repeat(600) + " bsn 123456782";
        List<Finding> found = Forms.check(of(Forms.TOELICHTING, text), Leniency.STANDARD);
        assertThat(Forms.summary(found))
                .containsExactly("TF-P01 toelichting", "TF-X01 toelichting", "TF-V08 toelichting");
        assertThat(found)
                .allSatisfy(finding -> assertThat(finding.arguments().get("value"))
                        .startsWith("=aaa")
                        .doesNotContain("123456782"));
    }

    @Test
    void suggestions_ofACode_areThoseOfItsList() {
        assertThat(Forms.check(of(Forms.DOELGROEP, "JEUGT"), Leniency.STANDARD)
                        .get(0)
                        .suggestions())
                .containsExactly("JEUGD");
    }

    @Test
    void wrongTextThatComesBack_hasTheSameFinding() {
        ValidationRun run = start(Validator.of(Forms.RULE_SET));
        check(run, of(Forms.WIJK, "WK051899"));
        List<String> first = findings.get(0).suggestions();
        check(run, of(Forms.WIJK, "WK051899"));
        assertThat(findings.get(0).suggestions()).isEqualTo(first).isNotEmpty();
        assertThat(check(run, good())).isEmpty();
        assertThat(check(run, of(Forms.WIJK, ""))).containsExactly("TF-V01 wijk");
    }

    private static Codelist.Item item(String code) {
        return Codelist.Item.of(code, LocalizedText.of(code + " nl", code + " en"));
    }

    /** Columns for a district and for the city district that contains it, each with codes that mean no area. */
    private static RuleSet places() {
        Residuals noDistrict = Residuals.of(
                Forms.AREAS,
                AreaLevel.WIJK,
                List.of(
                        new Residual(item("onbekend"), Residual.Kind.UNKNOWN, Optional.empty()),
                        new Residual(
                                item("ergens-laak"), Residual.Kind.UNKNOWN, Optional.of(AreaCode.of("SD0518-LAAK"))),
                        new Residual(item("buiten"), Residual.Kind.OUTSIDE, Optional.empty())));
        Residuals noPart = Residuals.of(
                Forms.AREAS,
                AreaLevel.STADSDEEL,
                List.of(new Residual(item("geen"), Residual.Kind.UNKNOWN, Optional.empty())));
        return new RuleSet(
                FormatId.of("test", "1"),
                List.of(
                        new ColumnRule(
                                Forms.STADSDEEL,
                                new ColumnType.Place(Forms.AREAS, AreaLevel.STADSDEEL, true, noPart),
                                true,
                                new ColumnRule.Part.OfDimension(new Dimension.Place(
                                        Forms.STADSDEEL, Forms.AREAS, AreaLevel.STADSDEEL, true, noPart))),
                        new ColumnRule(
                                Forms.WIJK,
                                new ColumnType.Place(Forms.AREAS, AreaLevel.WIJK, false, noDistrict),
                                true,
                                new ColumnRule.Part.OfDimension(new Dimension.Place(
                                        Forms.WIJK, Forms.AREAS, AreaLevel.WIJK, false, noDistrict)))),
                List.of(new Rule.Inside(Cases.verdict(), Forms.WIJK, Forms.STADSDEEL)),
                Forms.verdicts());
    }

    @ParameterizedTest
    @CsvSource({
        "Laak, WK051801, true",
        "Laak, WK051802, false",
        "Laak, onbekend, true",
        "Laak, ergens-laak, true",
        "Haagse Hout, ergens-laak, false",
        "Laak, buiten, false",
        "geen, onbekend, true",
        "geen, WK051801, false"
    })
    void inside_codesForNoArea_fitUnlessTheySayOtherwise(String part, String district, boolean fits) {
        List<Finding> found = Validator.of(places()).check(Map.of(Forms.STADSDEEL, part, Forms.WIJK, district));
        assertThat(found.isEmpty()).isEqualTo(fits);
        assertThat(found)
                .allSatisfy(finding -> assertThat(finding.arguments())
                        .containsEntry("wijk", district)
                        .containsEntry("stadsdeel", part));
    }

    @Test
    void residualCode_inAnotherNotation_isRead() {
        assertThat(Forms.summary(Validator.of(places()).check(Map.of(Forms.STADSDEEL, "Laak", Forms.WIJK, "ONBEKEND"))))
                .containsExactly("TF-W02 wijk");
        assertThat(Forms.summary(
                        Validator.of(places()).check(Map.of(Forms.STADSDEEL, "Laak", Forms.WIJK, "onbekend nl"))))
                .containsExactly("TF-W01 wijk");
    }

    /** Returns whether two periods in a delivery of a format give a note. */
    private boolean notes(PeriodKind kind, PeriodKind longest, String first, String second) {
        ColumnRule when = new ColumnRule(
                Forms.PERIODE,
                new ColumnType.Time(kind, Validity.always(), Period.Notation.CODE, longest),
                true,
                new ColumnRule.Part.OfDimension(new Dimension.Time(Forms.PERIODE)));
        RuleSet rules = new RuleSet(FormatId.of("test", "1"), List.of(when), List.of(), Forms.verdicts());
        findings.clear();
        ValidationRun run = start(Validator.of(rules));
        run.row(2, new String[] {first});
        run.row(3, new String[] {second});
        run.finish(true);
        return Forms.summary(findings).contains("TF-I11");
    }

    @Test
    void twoPeriods_areANoteInAFormatOfQuartersOnly() {
        assertThat(notes(PeriodKind.QUARTER, PeriodKind.QUARTER, "2026KW01", "2026KW02"))
                .isTrue();
        assertThat(notes(PeriodKind.QUARTER, PeriodKind.QUARTER, "2026KW01", "2026KW01"))
                .isFalse();
        assertThat(notes(PeriodKind.QUARTER, PeriodKind.YEAR, "2026KW01", "2026KW02"))
                .isFalse();
        assertThat(notes(PeriodKind.MONTH, PeriodKind.MONTH, "2026MM01", "2026MM02"))
                .isFalse();
    }

    @Test
    void recentTexts_forgetsTheOneUsedLongestAgo() {
        RecentTexts<Integer> recent = new RecentTexts<>();
        assertThat(recent.find("a")).isEmpty();
        recent.put("a", 1);
        assertThat(recent.find("a")).contains(1);
        assertThat(recent.get("a", text -> 2)).isEqualTo(1);
        for (int i = 0; i < 999; i++) {
            recent.put("x" + i, i);
        }
        assertThat(recent.find("a")).contains(1);
        recent.put("y", 3);
        assertThat(recent.find("a")).contains(1);
        assertThat(recent.find("x0")).isEmpty();
        // only eight long texts are kept
        String longText = "b".repeat(200);
        for (int i = 0; i < 9; i++) {
            recent.put(longText + i, i);
        }
        assertThat(recent.find(longText + 0)).isEmpty();
        assertThat(recent.find(longText + 1)).contains(1);
        assertThat(recent.find("b".repeat(199))).isEmpty();
    }

    @Test
    void rowCells_cleared_holdNothing() {
        RowCells cells = new RowCells(2);
        assertThat(cells.result(1)).isInstanceOf(CellResult.Failure.class);
        cells.set(0, new CellResult.Value("a", 0, CellResult.Notation.AGREED), true);
        assertThat(cells.codes(0)).containsExactly("a");
        assertThat(cells.codes(1)).isEmpty();
        cells.mayBe(Map.of(0, Set.of("a", "b")));
        assertThat(cells.codes(0)).containsExactlyInAnyOrder("a", "b");
        cells.clear();
        assertThat(cells.passed(0)).isFalse();
        assertThat(cells.result(0)).isInstanceOf(CellResult.Failure.class);
        assertThat(cells.codes(0)).isEmpty();
    }
}
