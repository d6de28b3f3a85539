package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import nl.betekenisvolmeten.indicators.validation.CellResult.Failure;
import nl.betekenisvolmeten.indicators.validation.CellResult.Notation;
import nl.betekenisvolmeten.indicators.validation.CellResult.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCellsTest {

    private static final long MILLION = 1_000_000;
    private static final String HUNDRED_TRILLION_MILLION = "1" + "0".repeat(20);

    private static CellResult count(String text) {
        return new ColumnType.Count(MILLION).read(text);
    }

    private static CellResult hours(String text) {
        return new ColumnType.Quantity(2, MILLION).read(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "12", "1200", "999999", "1000000"})
    void count_plainDigits_isAgreed(String text) {
        assertThat(count(text)).isEqualTo(new Value(text, Long.parseLong(text), Notation.AGREED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1.200|1200",
                "1 200|1200",
                "1\u00a0200|1200",
                "1\u202f200|1200",
                "1'200|1200",
                "1.000.000|1000000",
                " 12|12",
                "12 |12",
                "\u00a012\ufeff|12",
                "007|7",
                "000|0",
                "00000000000000000000012|12",
                "12,0|12",
                "12,00|12",
                "0,000|0",
                "-0|0",
                "\u22120|0",
                "-0,0|0"
            })
    void count_otherNotation_isReadAllTheSame(String text, long number) {
        assertThat(count(text)).isEqualTo(new Value(Long.toString(number), number, Notation.OTHER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12x",
                "3,2,1",
                ",5",
                "5,",
                "12,5",
                "12.0",
                "27.5",
                "1.20",
                "1.2000",
                "12.34.567",
                "1.200 300",
                "1..200",
                ".200",
                "1.200.",
                "1 2",
                "1e3",
                "0x10",
                "+4",
                "(4)",
                "4-",
                "--4",
                "1/2",
                "½",
                "\u0661\u0662",
                "\uff11\uff12",
                "€12",
                "twaalf",
                "1,200",
                "1234.567"
            })
    void count_noWholeNumber_isRefused(String text) {
        assertThat(count(text)).isEqualTo(Failure.of(RuleSet.CellCheck.WHOLE_NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "12,000", "999,000", " 1,000"})
    void count_commaAndThreeNoughts_hasTwoReadings(String text) {
        assertThat(count(text)).isEqualTo(Failure.of(RuleSet.CellCheck.WHOLE_NUMBER));
        assertThat(hours(text)).isEqualTo(Failure.of(RuleSet.CellCheck.DECIMAL_NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.123", "00.500", "0.500.000", "012.345"})
    void count_groupsAfterANought_areNoThousands(String text) {
        assertThat(count(text)).isEqualTo(Failure.of(RuleSet.CellCheck.WHOLE_NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-4", "- 4", "\u22124", "\u20134", "-1.200", " -12 ", "-1000001"})
    void count_negative_isRefusedAsSuch(String text) {
        assertThat(count(text)).isEqualTo(Failure.of(RuleSet.CellCheck.NOT_NEGATIVE));
        assertThat(hours(text)).isEqualTo(Failure.of(RuleSet.CellCheck.NOT_NEGATIVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000001", "1.000.001", "999999999999999", "9999999999999999", "9223372036854775808"})
    void count_beyondThePossible_isRefusedWithTheLimit(String text) {
        assertThat(count(text)).isEqualTo(Failure.of(RuleSet.CellCheck.POSSIBLE_NUMBER, "limit", "1000000"));
        assertThat(hours(text)).isEqualTo(Failure.of(RuleSet.CellCheck.POSSIBLE_NUMBER, "limit", "1000000"));
    }

    @Test
    void count_tenToTheTwentieth_isBeyondThePossible() {
        Failure tooLarge = Failure.of(RuleSet.CellCheck.POSSIBLE_NUMBER, "limit", "1000000");
        assertThat(count(HUNDRED_TRILLION_MILLION)).isEqualTo(tooLarge);
        assertThat(hours(HUNDRED_TRILLION_MILLION + ",25")).isEqualTo(tooLarge);
        assertThat(count("9".repeat(100_000))).isEqualTo(tooLarge);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\u200b\ufeff", "\t\r\n"})
    void anyNumber_blanks_isEmpty(String text) {
        assertThat(count(text)).isEqualTo(CellResult.empty());
        assertThat(hours(text)).isEqualTo(CellResult.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "7|700",
                "12,5|1250",
                "12,50|1250",
                "12,05|1205",
                "0,01|1",
                "1000000,00|100000000",
                "27,5|2750"
            })
    void quantity_dutchNotation_isAgreed(String text, long hundredths) {
        assertThat(hours(text)).isEqualTo(new Value(text, hundredths, Notation.AGREED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1.234,5|123450|1234,50",
                "1 234,56|123456|1234,56",
                "27.5|2750|27,50",
                "0.25|25|0,25",
                ".5|50|0,50",
                "1234.50|123450|1234,50",
                "0.500|50|0,50",
                ",5|50|0,50",
                " 12,5|1250|12,50",
                "007,5|750|7,50",
                "12,5000|1250|12,50",
                "-0,00|0|0,00"
            })
    void quantity_otherNotation_isReadAllTheSame(String text, long hundredths, String canonical) {
        assertThat(hours(text)).isEqualTo(new Value(canonical, hundredths, Notation.OTHER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3,2,1",
                "5,",
                ",",
                "1,234.5",
                "1.23,4",
                "12,555",
                "1e3",
                "12,5 uur",
                "12:30",
                "\u0661,5",
                "1,2.3",
                "0.500,25",
                "12.5.3"
            })
    void quantity_noDutchNumber_isRefused(String text) {
        assertThat(hours(text)).isEqualTo(Failure.of(RuleSet.CellCheck.DECIMAL_NUMBER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.234|1,234|1234", "12.500|12,500|12500", "999.000|999,000|999000"})
    void quantity_pointAndThreeDigits_isRefusedWithBothReadings(String text, String decimal, String thousands) {
        Failure failure = (Failure) hours(text);
        assertThat(failure.failed()).isEqualTo(RuleSet.CellCheck.DECIMAL_NUMBER);
        assertThat(failure.arguments())
                .containsEntry("decimal", decimal)
                .containsEntry("thousands", thousands)
                .containsEntry("reason", "two_readings");
        assertThat(failure.suggestions()).containsExactly(decimal, thousands);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.250|125", "12.500|1250", "1.000|100", "100.000|10000"})
    void quantityWithPoint_zerosAtTheEnd_areDecimals(String text, long hundredths) {
        Value value = (Value) NumberCells.quantityWithPoint(text, 2, MILLION);
        assertThat(value.number()).isEqualTo(hundredths);
        assertThat(value.passed()).isEqualTo(Notation.OTHER);
    }

    @Test
    void quantityWithPoint_moreDecimalsThanAllowed_isRefused() {
        assertThat(NumberCells.quantityWithPoint("1.234", 2, MILLION))
                .isEqualTo(Failure.of(RuleSet.CellCheck.DECIMAL_NUMBER));
        assertThat(((Value) NumberCells.quantityWithPoint("1.234", 3, MILLION)).number())
                .isEqualTo(1_234);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<5",
                "> 10",
                "25%",
                "ca. 30",
                "circa 12",
                "ongeveer 8",
                "10-15",
                "50 of meer",
                "20+",
                "meer dan 5"
            })
    void anyNumber_limitEstimateOrShare_isRefusedWithItsReason(String text) {
        assertThat(count(text)).isEqualTo(Failure.of(RuleSet.CellCheck.WHOLE_NUMBER, "reason", "inexact"));
        assertThat(hours(text)).isEqualTo(Failure.of(RuleSet.CellCheck.DECIMAL_NUMBER, "reason", "inexact"));
    }

    /** Removing the word would leave an empty cell, so the finding asks what was meant. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-", "--", "\u2013", "?", "x", "n.v.t.", "N.v.t", "nvt", "n/a", "nihil", "Geen", "NULL", "NaN", "\\N"
            })
    void anyNumber_wordForNothing_isRefusedWithItsReason(String text) {
        assertThat(count(text)).isEqualTo(Failure.of(RuleSet.CellCheck.WHOLE_NUMBER, "reason", "nothing"));
        assertThat(hours(text)).isEqualTo(Failure.of(RuleSet.CellCheck.DECIMAL_NUMBER, "reason", "nothing"));
    }

    /** A cell with a number that was formatted as a day. */
    @ParameterizedTest
    @ValueSource(strings = {"1900-06-29", "29-6-1900", "2026-01-12 00:00:00"})
    void anyNumber_day_isRefusedWithItsReason(String text) {
        assertThat(count(text)).isEqualTo(Failure.of(RuleSet.CellCheck.WHOLE_NUMBER, "reason", "day"));
        assertThat(hours(text)).isEqualTo(Failure.of(RuleSet.CellCheck.DECIMAL_NUMBER, "reason", "day"));
    }

    @Test
    void quantity_negativeWithADecimalPoint_isNegative() {
        assertThat(hours("-27.5")).isEqualTo(Failure.of(RuleSet.CellCheck.NOT_NEGATIVE));
    }

    @Test
    void quantity_justAboveTheMaximum_isRefused() {
        assertThat(hours("1000000,01")).isEqualTo(Failure.of(RuleSet.CellCheck.POSSIBLE_NUMBER, "limit", "1000000"));
        assertThat(hours("1000000,00")).isInstanceOf(Value.class);
    }

    @Test
    void quantity_manyDecimals_neverOverflows() {
        long largest = Long.MAX_VALUE / 1_000_000;
        ColumnType.Quantity wide = new ColumnType.Quantity(6, largest);
        assertThat(wide.read(largest + ",0"))
                .isEqualTo(new Value(largest + ",0", largest * 1_000_000, Notation.AGREED));
        for (String text :
                List.of(largest + ",999999", largest + ",000001", "999999999999999,999999", "999999999999999")) {
            assertThat(wide.read(text))
                    .isEqualTo(Failure.of(RuleSet.CellCheck.POSSIBLE_NUMBER, "limit", Long.toString(largest)));
        }
    }

    @Test
    void quantity_ofThreeDecimals_pointHasTwoReadings() {
        ColumnType.Quantity thousandths = new ColumnType.Quantity(3, MILLION);
        assertThat(((Failure) thousandths.read("1.234")).failed()).isEqualTo(RuleSet.CellCheck.DECIMAL_NUMBER);
        assertThat(thousandths.read("1.234.000")).isInstanceOf(Failure.class);
        assertThat(((Value) thousandths.read("1.234,5")).number()).isEqualTo(1_234_500);
        assertThat(((Value) thousandths.read("12,000")).number()).isEqualTo(12_000);
        assertThat(((Value) thousandths.read("1 234")).number()).isEqualTo(1_234_000);
    }

    @Test
    void types_outOfRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnType.Count(0))
                .withMessageContaining("maximum must be positive and below 10^15: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnType.Count(1_000_000_000_000_000L))
                .withMessageContaining("maximum must be positive and below 10^15: 1000000000000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnType.Quantity(0, 1))
                .withMessageContaining("scale and maximum out of range: scale 0, maximum 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnType.Quantity(7, 1))
                .withMessageContaining("scale and maximum out of range: scale 7, maximum 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnType.Quantity(2, Long.MAX_VALUE))
                .withMessageContaining("scale and maximum out of range: scale 2, maximum 9223372036854775807");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnType.Text(0))
                .withMessageContaining("maximumLength must be positive: 0");
    }
}
