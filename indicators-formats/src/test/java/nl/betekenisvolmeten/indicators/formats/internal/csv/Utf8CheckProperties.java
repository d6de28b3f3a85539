package nl.betekenisvolmeten.indicators.formats.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** UTF-8 is what Java's decoder takes for it, in whatever pieces it comes. */
class Utf8CheckProperties {

    private static boolean javaTakes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Utf8Check seen(byte[] bytes, int piece) {
        Utf8Check sight = new Utf8Check();
        for (int from = 0; from < bytes.length; from += piece) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece));
            sight.see(part, part.length);
        }
        return sight;
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> texts =
                Arbitraries.strings().all().ofMaxLength(9).map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> plain =
                Arbitraries.strings().ascii().ofMaxLength(40).map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> edges = Arbitraries.of(
                        0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4,
                        0xF5, 0xFF)
                .map(b -> new byte[] {b.byteValue()});
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(4, texts),
                        net.jqwik.api.Tuple.of(4, plain),
                        net.jqwik.api.Tuple.of(1, edges))
                .list()
                .ofMaxSize(12)
                .map(Utf8CheckProperties::joined);
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteBuffer all =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(all::put);
        return all.array();
    }

    @Property(tries = 3_000)
    void see_anyBytes_isWhatJavasDecoderSays(
            @ForAll("bytes") byte[] bytes, @ForAll @IntRange(min = 1, max = 50) int piece) {
        Utf8Check sight = seen(bytes, piece);
        assertThat(sight.isUtf8()).isEqualTo(javaTakes(bytes));
        long nuls = 0;
        boolean undefined = false;
        for (byte b : bytes) {
            nuls += b == 0 ? 1 : 0;
            undefined |= List.of(0x81, 0x8D, 0x8F, 0x90, 0x9D).contains(b & 0xFF);
        }
        assertThat(sight.nuls()).isEqualTo(nuls);
        assertThat(sight.hasUndefined1252()).isEqualTo(undefined);
    }

    @Example
    void see_everyPairOfBytes_isWhatJavasDecoderSays() {
        for (int pair = 0; pair < 1 << 16; pair++) {
            byte[] bytes = {'a', (byte) (pair >> 8), (byte) pair, (byte) 0x80, (byte) 0x80};
            for (int length = 2; length <= bytes.length; length++) {
                byte[] part = Arrays.copyOf(bytes, length);
                assertThat(seen(part, length).isUtf8())
                        .as("%x, %d", pair, length)
                        .isEqualTo(javaTakes(part));
            }
        }
    }
}
