package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import nl.betekenisvolmeten.indicators.validation.CellResult.Notation;
import nl.betekenisvolmeten.indicators.validation.CellResult.Value;

/** A number written in Dutch is read as that number. */
class NumberCellsProperties {

    private static final long MAXIMUM = 1_000_000_000L;

    /** Digits with a separator between groups of three. */
    private static String grouped(long whole, String separator) {
        StringBuilder text = new StringBuilder(Long.toString(whole));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, separator);
        }
        return text.toString();
    }

    private static Value read(long number, int scale, String whole) {
        String decimals = scale == 0 ? "" : "," + ("" + (power(scale) + number % power(scale))).substring(1);
        ColumnType type = scale == 0 ? new ColumnType.Count(MAXIMUM) : new ColumnType.Quantity(scale, MAXIMUM);
        return (Value) type.read(whole + decimals);
    }

    private static long power(int scale) {
        return (long) Math.pow(10, scale);
    }

    @Property
    void plainNumber_isReadAsItself(
            @ForAll @LongRange(max = MAXIMUM - 1) long whole,
            @ForAll @IntRange(max = 6) int scale,
            @ForAll @IntRange(max = 999_999) int fraction) {
        long number = whole * power(scale) + fraction % power(scale);
        Value value = read(number, scale, Long.toString(whole));
        assertThat(value.number()).isEqualTo(number);
        assertThat(value.passed()).isEqualTo(Notation.AGREED);
    }

    @Property
    void groupedNumber_isReadAsThePlainOneAndFormatsBack(
            @ForAll @LongRange(min = 1_000, max = MAXIMUM - 1) long whole,
            @ForAll @IntRange(max = 6) int scale,
            @ForAll @IntRange(max = 999_999) int fraction) {
        long number = whole * power(scale) + fraction % power(scale);
        for (String separator : new String[] {".", " ", "\u00a0", "\u202f", "'"}) {
            Value value = read(number, scale, grouped(whole, separator));
            assertThat(value.number()).isEqualTo(number);
            assertThat(value.passed()).isEqualTo(Notation.OTHER);
            UnaryOperator<String> again = text -> ((Value)
                            (scale == 0 ? new ColumnType.Count(MAXIMUM) : new ColumnType.Quantity(scale, MAXIMUM))
                                    .read(text))
                    .text();
            assertThat(again.apply(value.text())).isEqualTo(value.text());
            assertThat(value.text().replace(",", "")).isEqualTo(Long.toString(number));
        }
    }

    @Property
    void anyText_isReadOrRefused(
            @ForAll String text,
            @ForAll @IntRange(max = 6) int scale,
            @ForAll @LongRange(min = 1, max = MAXIMUM) long maximum) {
        ColumnType type = scale == 0 ? new ColumnType.Count(maximum) : new ColumnType.Quantity(scale, maximum);
        CellResult result = type.read(text);
        if (result instanceof Value value) {
            assertThat(value.number()).isBetween(0L, maximum * power(scale));
        }
    }

    @Property
    void anyDigitsAndSigns_areReadOrRefused(
            @ForAll @Chars({'0', '1', '9', '.', ',', '-', ' ', '\''}) String text,
            @ForAll @IntRange(max = 6) int scale) {
        ColumnType type = scale == 0 ? new ColumnType.Count(MAXIMUM) : new ColumnType.Quantity(scale, MAXIMUM);
        if (type.read(text) instanceof Value value) {
            assertThat(type.read(value.text())).isEqualTo(new Value(value.text(), value.number(), Notation.AGREED));
        }
    }
}
