package nl.betekenisvolmeten.indicators.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that written values are read back, small numbers take few bytes, and any other bytes are refused. */
class StateReaderTest {

    /** Returns the number of bytes without the version before them and the checksum after them. */
    private static int length(StateWriter out) {
        return out.toBytes().length - 5;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "63, 1",
        "-64, 1",
        "64, 2",
        "-65, 2",
        "8191, 2",
        "8192, 3",
        "9223372036854775807, 10",
        "-9223372036854775808, 10",
    })
    void number_isReadAgain(long value, int bytes) {
        StateWriter out = new StateWriter();
        out.number(value);
        assertThat(length(out)).isEqualTo(bytes);
        StateReader in = new StateReader(out.toBytes());
        assertThat(in.number()).isEqualTo(value);
        in.end();
    }

    @Test
    void texts_areReadAgain() {
        String long300 = "é".repeat(300);
        StateWriter out = new StateWriter();
        out.texts(List.of("", long300, "x"));
        out.bytes(new byte[] {1, 2, 3});
        StateReader in = new StateReader(out.toBytes());
        assertThat(in.texts()).containsExactly("", long300, "x");
        assertThatThrownBy(in::end).hasMessageContaining("at byte");
        assertThat(in.bytes()).containsExactly(1, 2, 3);
        in.end();
    }

    private static byte[] written(Consumer<StateWriter> writing) {
        StateWriter out = new StateWriter();
        writing.accept(out);
        return out.toBytes();
    }

    @Test
    void changedOrCutOff_isRefused() {
        byte[] state = written(out -> out.number(7));
        byte[] changed = state.clone();
        changed[1]++;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateReader(changed))
                .withMessageContaining("changed or cut off");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateReader(Arrays.copyOf(state, state.length - 1)))
                .withMessageContaining("changed or cut off");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateReader(new byte[3]))
                .withMessageContaining("changed or cut off");
        // the checksum of nothing is 0
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateReader(new byte[4]))
                .withMessageContaining("not a state of version 2: empty");
        byte[] newer = ByteBuffer.allocate(5)
                .put((byte) 3)
                .putInt(StateWriter.checksum(new byte[] {3}, 1))
                .array();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateReader(newer))
                .withMessageContaining("not a state of version 2: 3");
    }

    @Test
    void numbersOfBytesAndTextsThatAreNotThere_areRefused() {
        for (long count : new long[] {-1, 3, Long.MAX_VALUE}) {
            byte[] state = written(out -> {
                out.number(count);
                out.number(0);
                out.number(0);
            });
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new StateReader(state).bytes())
                    .withMessageContaining("at byte");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new StateReader(state).texts())
                    .withMessageContaining("at byte");
        }
        byte[] two = written(out -> out.texts(List.of("", "")));
        assertThat(new StateReader(two).texts()).containsExactly("", "");
        assertThat(new StateReader(two).bytes()).containsExactly(0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateReader(written(out -> {})).number())
                .withMessageContaining("at byte 1");
        // eleven bytes that each say that another follows
        byte[] endless = new byte[11];
        Arrays.fill(endless, (byte) 0xFF);
        byte[] state = written(out -> out.bytes(endless));
        StateReader in = new StateReader(state);
        assertThat(in.number()).isEqualTo(11);
        assertThatIllegalArgumentException().isThrownBy(in::number).withMessageContaining("not the state");
    }

    private static final long MOST = Long.MAX_VALUE;

    private static ExactSums sums(long... values) {
        Level root = new Level();
        root.plant();
        ExactSums sums = new ExactSums(root);
        sums.makeRoom();
        for (long value : values) {
            sums.add(0, value);
        }
        return sums;
    }

    /** A sum that overflows a long has no value, but has one again once it is back in range. */
    @Test
    void sums_areExactInAnyOrder() {
        assertThat(sums(MOST, 1).value(0)).isEmpty();
        assertThat(sums(MOST, 1, -2).value(0)).hasValue(MOST - 1);
        assertThat(sums(-2, MOST, 1).value(0)).hasValue(MOST - 1);
        assertThat(sums(Long.MIN_VALUE, -1).value(0)).isEmpty();
        assertThat(sums(Long.MIN_VALUE, -1, 1).value(0)).hasValue(Long.MIN_VALUE);
        assertThat(sums(MOST, MOST, MOST, -MOST, -MOST).value(0)).hasValue(MOST);
        assertThat(sums(5, -7).value(0)).hasValue(-2);
    }

    @Test
    void products_areExact() {
        ExactSums sums = sums();
        sums.addProduct(0, 3, -7);
        sums.addProduct(0, -2, -2);
        assertThat(sums.value(0)).hasValue(-17);
        sums.addProduct(0, MOST, 2);
        assertThat(sums.value(0)).isEmpty();
        sums.addProduct(0, -2, MOST);
        assertThat(sums.value(0)).hasValue(-17);
        // 2 to the power of 63 is just too large for a long; 17 less is not
        sums.addProduct(0, 1L << 32, 1L << 31);
        assertThat(sums.value(0)).hasValue(MOST - 16);
        sums.addProduct(0, -(1L << 32), 1L << 31);
        assertThat(sums.value(0)).hasValue(-17);
    }

    /** Equal sums have equal bytes, and are added exactly even if they overflow a long. */
    @Test
    void sums_writtenAndPutTogether() {
        byte[] one = written(out -> sums(MOST, MOST, 3).write(0, out));
        assertThat(written(out -> sums(3, MOST, 1, MOST, -1).write(0, out))).isEqualTo(one);
        ExactSums read = sums();
        read.read(0, new StateReader(one));
        assertThat(read.value(0)).isEmpty();
        read.add(0, -MOST);
        assertThat(read.value(0)).isEmpty();
        ExactSums all = sums(-MOST);
        all.add(0, read, 0);
        assertThat(all.value(0)).hasValue(3);
    }
}
