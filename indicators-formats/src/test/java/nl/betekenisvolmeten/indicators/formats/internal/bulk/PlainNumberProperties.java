package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** A plain number is one that the column type reads without a remark, and the same one; it passes over none in sight. */
class PlainNumberProperties {

    private static final long MAXIMUM = 1_000_000;

    @Provide
    Arbitrary<String> cells() {
        Arbitrary<String> digits = Arbitraries.strings().withCharRange('0', '9').ofMaxLength(9);
        Arbitrary<String> near =
                Arbitraries.strings().withChars("0123456789,,.- /:\u0000\u00e9").ofMaxLength(10);
        Arbitrary<String> decimal = Arbitraries.longs().between(0, 99_999).map(n -> n / 100 + "," + n % 100);
        return Arbitraries.oneOf(digits, near, decimal);
    }

    /** The bytes, with something else around them. */
    private static byte[] padded(String cell) {
        byte[] bytes = ("7" + cell + "12345678").getBytes(StandardCharsets.UTF_8);
        return bytes;
    }

    private static int end(String cell) {
        return 1 + cell.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void assertAgrees(long number, CellResult read) {
        if (number != PlainNumber.NONE) {
            assertThat(read).isInstanceOfSatisfying(CellResult.Value.class, value -> {
                assertThat(value.number()).isEqualTo(number);
                assertThat(value.passed()).isEqualTo(CellResult.Notation.AGREED);
            });
        }
    }

    @Property(tries = 5_000)
    void whole_isWhatTheColumnReads(@ForAll("cells") String cell) {
        long number = PlainNumber.whole(padded(cell), 1, end(cell));
        assertAgrees(number, new ColumnType.Count(999_999_999).read(cell));
    }

    @Property(tries = 5_000)
    void decimal_isWhatTheColumnReads(@ForAll("cells") String cell, @ForAll @IntRange(min = 1, max = 6) int scale) {
        long number = PlainNumber.decimal(padded(cell), 1, end(cell), scale, MAXIMUM);
        assertAgrees(number, new ColumnType.Quantity(scale, MAXIMUM).read(cell));
    }

    @Example
    void usualNumbers_areSeen() {
        for (long number = 0; number < 20_000; number++) {
            String whole = Long.toString(number);
            assertThat(PlainNumber.whole(padded(whole), 1, end(whole))).isEqualTo(number);
            String hundredths = String.format(java.util.Locale.ROOT, "%d,%02d", number / 100, number % 100);
            assertThat(PlainNumber.decimal(padded(hundredths), 1, end(hundredths), 2, MAXIMUM))
                    .isEqualTo(number);
        }
        byte[] eight = Arrays.copyOf("99999999".getBytes(StandardCharsets.UTF_8), 16);
        assertThat(PlainNumber.whole(eight, 0, 8)).isEqualTo(99_999_999);
    }
}
