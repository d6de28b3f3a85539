package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.CellKinds.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, dates and escaped characters of cells. */
class CellTextTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "12.0, 12",
        "1.2E1, 12",
        "48.5, '48,5'",
        "48.300000000000004, '48,3'",
        "0.1, '0,1'",
        "91000053, 91000053",
        "1234567890123456, 1234567890123456",
        "12345678901234561, 12345678901234561",
        "1234567890123451.0, 1234567890123451",
        "1.2345678901234561E16, 12345678901234561",
        "1234567890123.4567, '1234567890123,46'",
        "'', ''",
        "x, x"
    })
    void number_keepsAllDigitsOfWholeNumbersAndFifteenOfDecimals(String value, String text) {
        assertThat(CellText.of(value, Kind.NUMBER, false)).isEqualTo(text);
    }

    /** LibreOffice 7.4: the serial numbers of these dates, in a file with either first day. */
    @ParameterizedTest
    @CsvSource({
        "43070, 2017-12-01",
        "46373, 2026-12-17",
        "61, 1900-03-01",
        "59, 1900-02-28",
        "1, 1900-01-01",
        "2958465, 9999-12-31",
        "46112.5, 2026-03-31T12:00"
    })
    void date_countsFrom1900(String value, String text) {
        assertThat(CellText.of(value, Kind.DATE, false)).isEqualTo(text);
    }

    @Test
    void date_countsFrom1904WhereTheWorkbookSaysSo() {
        assertThat(CellText.of("0", Kind.DATE, true)).isEqualTo("1904-01-01");
        assertThat(CellText.of("41608", Kind.DATE, true)).isEqualTo("2017-12-01");
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "2958466, 2958466", "1e9, 1000000000"})
    void date_outOfRange_isANumber(String value, String text) {
        assertThat(CellText.of(value, Kind.DATE, false)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2.0208333333333335, 48:30", "0.5, 12:00", "0, 0:00"})
    void time_isHoursAndMinutes(String value, String text) {
        assertThat(CellText.of(value, Kind.TIME, false)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd-mm-yyyy",
                "d-m-jj",
                "mmm-yy",
                "[$-413]d mmmm yyyy;@",
                "yyyy\\-mm\\-dd",
                "m/d/yy h:mm",
                "mmmm",
                "\"op \"d mmm"
            })
    void kind_formatOfADate_isADate(String code) {
        assertThat(CellKinds.ofCode(code)).isEqualTo(Kind.DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[h]:mm", "hh:mm:ss", "h:mm AM/PM", "[mm]:ss", "[$-413]u:mm:ss"})
    void kind_formatOfATime_isATime(String code) {
        assertThat(CellKinds.ofCode(code)).isEqualTo(Kind.TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "Standaard",
                "0",
                "0.00",
                "#,##0",
                "0%",
                "@",
                "00000000",
                "0\" dagen\"",
                "[Red]0",
                "0.00E+00",
                "#,##0\\ \"m\"",
                "_-* #,##0_-",
                ""
            })
    void kind_otherFormats_areNumbers(String code) {
        assertThat(CellKinds.ofCode(code)).isEqualTo(Kind.NUMBER);
    }

    @ParameterizedTest
    @CsvSource({"_x000D_, '\r'", "a_x0041_b, aAb", "_x005F_x0041_, _x0041_", "_x00, _x00", "_xZZZZ_, _xZZZZ_"})
    void escapedText_isReadAsTheCharacter(String written, String text) throws UnreadableException {
        assertThat(EscapedText.unescaped(written)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"een\rtwee", "_x0041_", "_x005F_x0041_", "\u0001\u001f", "_x000D", "\ufffe", "gewoon"})
    void escapedText_thereAndBack_isTheSame(String text) throws UnreadableException {
        assertThat(EscapedText.unescaped(EscapedText.escaped(text))).isEqualTo(text);
    }
}
