package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.CellResult.Failure;
import nl.betekenisvolmeten.indicators.validation.CellResult.Notation;
import nl.betekenisvolmeten.indicators.validation.CellResult.Value;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes, areas, periods and organisations. */
class CodeCellsTest {

    private static final ColumnType AGE = new ColumnType.Code(Forms.AGES);
    private static final ColumnType GROUP = new ColumnType.Code(Forms.GROUPS);
    private static final ColumnType WIJK = Forms.place(false);
    private static final ColumnType STADSDEEL = Forms.place(true);
    private static final ColumnType KVK = new ColumnType.Kvk();

    private static Value agreed(String text) {
        return new Value(text, 0, Notation.AGREED);
    }

    private static Value other(String text) {
        return new Value(text, 0, Notation.OTHER);
    }

    private static Value spreadsheet(String text) {
        return new Value(text, 0, Notation.SPREADSHEET);
    }

    private static Value name(String text) {
        return new Value(text, 0, Notation.NAME);
    }

    private static Failure failure(CellResult result) {
        assertThat(result).isInstanceOf(Failure.class);
        return (Failure) result;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-11", "12-17", "67+", "onbekend"})
    void code_asInTheList_isAgreed(String text) {
        assertThat(AGE.read(text)).isEqualTo(agreed(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " 67+|67+",
                "67+\u00a0|67+",
                "67 +|67+",
                "12 - 17|12-17",
                "12\u201317|12-17",
                "12\u00a0\u2212\u00a017|12-17",
                "ONBEKEND|onbekend",
                "Onbekend\ufeff|onbekend"
            })
    void code_caseBlanksAndDashes_areAnotherNotation(String text, String code) {
        assertThat(AGE.read(text)).isEqualTo(other(code));
    }

    @ParameterizedTest
    @CsvSource({
        "senioren, 67+",
        "67 jaar en ouder, 67+",
        "67 Jaar & Ouder, 67+",
        "ages 12 to 17, 12-17",
        "TIENERS, 12-17",
        "niet gevraagd, onbekend"
    })
    void code_nameOrAlias_isReadAsTheCode(String text, String code) {
        assertThat(AGE.read(text)).isEqualTo(name(code));
    }

    @Test
    void code_nearMiss_isRefusedWithSuggestions() {
        Failure failure = failure(GROUP.read("OUDERE"));
        assertThat(failure.failed()).isEqualTo(RuleSet.CellCheck.KNOWN_CODE);
        assertThat(failure.suggestions()).first().isEqualTo("OUDEREN");
        assertThat(failure(GROUP.read(" mantelzorger ")).suggestions()).containsExactly("MANTELZ");
        assertThat(failure(GROUP.read("xxxxxxxxxxxx")).suggestions()).isEmpty();
        assertThat(failure(AGE.read("67++")).suggestions()).first().isEqualTo("67+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b\ufeff\t"})
    void anyCode_blanks_isEmpty(String text) {
        for (ColumnType type : List.of(AGE, WIJK, STADSDEEL, KVK, Forms.PERIOD)) {
            assertThat(type.read(text)).isEqualTo(CellResult.empty());
        }
    }

    @Test
    void areaCode_exact_isAgreed() {
        assertThat(WIJK.read("WK051801")).isEqualTo(agreed("WK051801"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wk051801", " WK051801", "WK051801  ", "Wk051801\u00a0", "WK 051801", "051801", "0518 01"})
    void areaCode_caseAndBlanks_areAnotherNotation(String text) {
        assertThat(WIJK.read(text)).isEqualTo(other("WK051801"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Schildersbuurt", "SCHILDERSBUURT", "Schilderswijk", " schildersbuurt "})
    void areaCode_name_isReadAsTheCode(String text) {
        assertThat(WIJK.read(text)).isEqualTo(name("WK051801"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WK051899", "051899", "GM0518", "SD0518-LAAK", "Laak", "BU05180101"})
    void areaCode_otherAreaOrLevel_isUnknown(String text) {
        assertThat(failure(WIJK.read(text)).failed()).isEqualTo(RuleSet.CellCheck.KNOWN_CODE);
    }

    @Test
    void areaCode_nearMiss_suggestsCodeAndName() {
        assertThat(failure(WIJK.read("Schilderbuurt")).suggestions()).containsExactly("WK051801 (Schildersbuurt)");
        assertThat(failure(WIJK.read("WK051811")).suggestions()).contains("WK051801 (Schildersbuurt)");
    }

    @Test
    void areaCode_numberOfTheDistrictOrAPartOfItsName_suggestsIt() {
        assertThat(failure(WIJK.read("02")).suggestions()).containsExactly("WK051802 (Bezuidenhout)");
        assertThat(failure(STADSDEEL.read("Hout")).suggestions()).containsExactly("Haagse Hout");
    }

    @Test
    void areaName_exact_isAgreed() {
        assertThat(STADSDEEL.read("Haagse Hout")).isEqualTo(agreed("Haagse Hout"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "haagse hout",
                "Haagse-Hout",
                " Haagse Hout",
                "Haags Hout",
                "SD0518-HAAGSE-HOUT",
                "sd0518-haagse-hout"
            })
    void areaName_otherNotationOrCode_isReadAllTheSame(String text) {
        assertThat(STADSDEEL.read(text)).isEqualTo(other("Haagse Hout"));
    }

    @Test
    void areaName_unknown_isRefusedWithSuggestions() {
        assertThat(failure(STADSDEEL.read("Laakk")).suggestions()).containsExactly("Laak");
        assertThat(failure(STADSDEEL.read("Schildersbuurt")).failed()).isEqualTo(RuleSet.CellCheck.KNOWN_CODE);
        assertThat(failure(STADSDEEL.read("WK051801")).failed()).isEqualTo(RuleSet.CellCheck.KNOWN_CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026KW01", "2026KW04"})
    void period_code_isAgreed(String text) {
        assertThat(Forms.PERIOD.read(text)).isEqualTo(agreed(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-Q1", "1e kwartaal 2026", " 2026KW01", "2026kw01", "Q1 2026", "20261"})
    void period_otherNotation_isReadAllTheSame(String text) {
        assertThat(Forms.PERIOD.read(text)).isEqualTo(other("2026KW01"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "II 2026|2026KW02",
                "2026 kwartaal 3|2026KW03",
                "tweede kw van 2026|2026KW02",
                "IV-2026|2026KW04",
                "apr-jun 2026|2026KW02",
                "oktober t/m december 2026|2026KW04",
                "July, August, September 2026|2026KW03",
                "2026-06-30|2026KW02",
                "2e kw. '26|2026KW02",
                "Q3-26|2026KW03",
                "kwartaal 4 '26|2026KW04",
                "1-4-2026|2026KW02"
            })
    void period_thatCanBeOneQuarter_isSuggested(String text, String quarter) {
        CellResult read = Forms.PERIOD.read(text);
        if (read instanceof Failure failure) {
            assertThat(failure.suggestions()).containsExactly(quarter);
            assertThat(failure.arguments()).containsEntry("reason", "unclear").containsEntry("example", quarter);
        } else {
            assertThat(((Value) read).text()).isEqualTo(quarter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026HJ01", "2026-04", "juni 2026"})
    void period_ofAnotherLength_saysHowAQuarterIsWritten(String text) {
        Failure failure = (Failure) Forms.PERIOD.read(text);
        assertThat(failure.arguments())
                .containsEntry("reason", "unclear")
                .containsEntry("unit", "quarter")
                .containsKey("example");
        assertThat(failure.suggestions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nu",
                "2026 en 2027",
                "I of II 2026",
                "zomer 2026",
                "II 2031",
                "mei 2026",
                "mei-jul 2026",
                "apr-sep 2026",
                "31-6-2026",
                "2-26",
                "Q2-31"
            })
    void period_thatMayBeAny_isNotSuggested(String text) {
        assertThat(((Failure) Forms.PERIOD.read(text)).suggestions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025KW04",
                "2027KW01",
                "2026",
                "2026JJ00",
                "2026-01",
                "2026MM01",
                "2026HJ01",
                "2026KW05",
                "2026KW00",
                "kwartaal 1",
                "2026-1",
                "01-01-2026",
                "nu"
            })
    void period_outsideValidityOrOfAnotherLength_isRefusedWithWhatWasExpected(String text) {
        Failure failure = (Failure) Forms.PERIOD.read(text);
        assertThat(failure.failed()).isEqualTo(RuleSet.CellCheck.PERIOD);
        assertThat(failure.arguments()).containsEntry("expected", "2026KW01 - 2026KW04");
    }

    @Test
    void period_validityWithoutEnd_saysSo() {
        ColumnType since = new ColumnType.Time(PeriodKind.QUARTER, Validity.since(Period.ofQuarter(2026, 1)));
        ColumnType always = new ColumnType.Time(PeriodKind.QUARTER, Validity.always());
        assertThat(since.read("2031KW03")).isEqualTo(agreed("2031KW03"));
        assertThat(failure(since.read("2025KW04")).arguments()).containsEntry("expected", "≥ 2026KW01");
        assertThat(failure(always.read("x")).arguments()).containsEntry("expected", "KW");
        ColumnType before = new ColumnType.Time(PeriodKind.QUARTER, Validity.until(Period.ofQuarter(2026, 4)));
        assertThat(failure(before.read("2027KW01")).arguments())
                .containsEntry("expected", "≤ 2026KW04")
                .containsEntry("reason", "late");
    }

    @Test
    void period_outsideTheFormat_saysOnWhichSide() {
        ColumnType until = new ColumnType.Time(
                PeriodKind.QUARTER, Validity.between(Period.ofQuarter(2026, 1), Period.ofQuarter(2026, 4)));
        assertThat(failure(until.read("2025KW04")).arguments())
                .containsEntry("reason", "early")
                .containsEntry("limit", "2026KW01");
        assertThat(failure(until.read("2027KW01")).arguments())
                .containsEntry("reason", "late")
                .containsEntry("limit", "2026KW04");
        assertThat(failure(until.read("x")).arguments()).containsEntry("example", "2026KW01");
        ColumnType later = new ColumnType.Time(PeriodKind.QUARTER, Validity.since(Period.ofQuarter(2027, 2)));
        assertThat(failure(later.read("x")).arguments()).containsEntry("example", "2027KW02");
        ColumnType single = new ColumnType.Time(
                PeriodKind.QUARTER, Validity.between(Period.ofQuarter(2026, 2), Period.ofQuarter(2026, 2)));
        assertThat(failure(single.read("x")).arguments()).containsEntry("expected", "2026KW02");
    }

    @Test
    void period_writtenAsADay_isReadAsItsPeriod() {
        ColumnType day = new ColumnType.Time(PeriodKind.QUARTER, Validity.always(), Period.Notation.DAY);
        assertThat(day.read("2026-05-31")).isEqualTo(agreed("2026KW02"));
        assertThat(day.agreed("2026KW02")).isEqualTo("2026KW02");
        ColumnType dashed = new ColumnType.Time(PeriodKind.QUARTER, Validity.always(), Period.Notation.DASHED);
        assertThat(dashed.read("2026-Q2")).isEqualTo(agreed("2026KW02"));
        assertThat(dashed.read("2026KW02")).isEqualTo(other("2026KW02"));
        assertThat(dashed.agreed("2026KW02")).isEqualTo("2026-Q2");
        assertThat(dashed.agreed("onbekend")).isEqualTo("onbekend");
    }

    /** Checks what definitions and templates say about a column. */
    @Test
    void types_sayWhatTheyHold() {
        assertThat("41000001").matches(KVK.pattern().orElseThrow());
        assertThat("4100001").doesNotMatch(KVK.pattern().orElseThrow());
        assertThat(KVK.examples()).isNotEmpty().allMatch(example -> KVK.read(example) instanceof Value);
        String day = new ColumnType.Day(Validity.always()).pattern().orElseThrow();
        assertThat("2026-12-31").matches(day);
        assertThat("2026-13-31").doesNotMatch(day);
        String quarter = Forms.PERIOD.pattern().orElseThrow();
        assertThat("2026KW04").matches(quarter);
        assertThat(quarter).doesNotStartWith("(");
        ColumnType several =
                new ColumnType.Time(PeriodKind.QUARTER, Validity.always(), Period.Notation.CODE, PeriodKind.YEAR);
        assertThat(several.pattern().orElseThrow()).startsWith("(").endsWith(")");
        for (String period : List.of("2026KW04", "2026HJ02", "2026JJ00")) {
            assertThat(period).matches("^" + several.pattern().orElseThrow() + "$");
        }
        assertThat("2026MM01").doesNotMatch("^" + several.pattern().orElseThrow() + "$");
        assertThat(new ColumnType.Count(999_999_999_999_999L).largest()).hasValue(999_999_999_999_999L);
        assertThat(new ColumnType.Quantity(2, 500).largest()).hasValue(500);
        assertThat(AGE.largest()).isEmpty();
        Area laak = Forms.AREAS.findByName(AreaLevel.STADSDEEL, "Laak").orElseThrow();
        assertThat(((ColumnType.Place) STADSDEEL).text(laak)).isEqualTo("Laak");
        assertThat(((ColumnType.Place) WIJK).text(laak)).isEqualTo("SD0518-LAAK");
    }

    @Test
    void numbers_beyondWhatFits_areRefusedAsALimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnType.Count(1_000_000_000_000_000L))
                .withMessageContaining("below 10^15");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnType.Count(0))
                .withMessageContaining("must be positive");
        assertThat(new ColumnType.Quantity(Measure.MAX_SCALE, 1).decimals()).contains(Measure.MAX_SCALE);
        assertThat(new ColumnType.Quantity(1, Long.MAX_VALUE / 1_000_000).decimals())
                .contains(1);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> new ColumnType.Quantity(0, 1),
                () -> new ColumnType.Quantity(Measure.MAX_SCALE + 1, 1),
                () -> new ColumnType.Quantity(1, 0),
                () -> new ColumnType.Quantity(1, Long.MAX_VALUE / 1_000_000 + 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(call)
                    .withMessageContaining("scale and maximum out of range");
        }
    }

    @Test
    void kvk_eightDigits_isAgreed() {
        assertThat(KVK.read("41000001")).isEqualTo(agreed("41000001"));
        assertThat(KVK.read("01000001")).isEqualTo(agreed("01000001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000001", " 1000001", "1 000 001"})
    void kvk_withoutItsLeadingZero_isReadWithItWhereCellsMayBeNumbers(String text) {
        assertThat(CodeCells.withLeadingZero(text)).contains((CellResult.Value) spreadsheet("01000001"));
        assertThat(KVK.read(text)).isEqualTo(Failure.of(RuleSet.CellCheck.KVK_NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4100 0001", " 41000001", "41000001\u00a0", "41 00 00 01"})
    void kvk_blanks_areAnotherNotation(String text) {
        assertThat(KVK.read(text)).isEqualTo(other("41000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100001",
                "0100001",
                "410000011",
                "00000000",
                "4100000A",
                "41.000.001",
                "\u0664\u0661000001",
                "KvK 41000001"
            })
    void kvk_noNumber_isRefused(String text) {
        assertThat(KVK.read(text)).isEqualTo(Failure.of(RuleSet.CellCheck.KVK_NUMBER));
    }
}
