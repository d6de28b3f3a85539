package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;
import nl.betekenisvolmeten.indicators.validation.internal.BulkAccess;

/** What is found many bytes at a time is what is found cell by cell. */
class MaskScannerProperties {

    private static final Validator VALIDATOR = Validator.of(Definitions.bundled().formats().all().stream()
            .filter(format -> format.columns().size() == 17)
            .findFirst()
            .orElseThrow()
            .ruleSet());

    private static final int WIDTH = 4;

    private static Chunk chunk(String text, boolean last) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Chunk chunk = new Chunk(
                bytes.length, BulkAccess.<Validator, ValidationRun>get().newBatch(VALIDATOR));
        // what a chunk held before may still stand after its end
        Arrays.fill(chunk.bytes, (byte) '"');
        System.arraycopy(bytes, 0, chunk.bytes, 0, bytes.length);
        chunk.length = bytes.length;
        chunk.last = last;
        return chunk;
    }

    private static boolean scannedByMask(Chunk chunk) {
        return new MaskScanner(';', WIDTH, ReadLimits.withDefaults(), chunk).scan();
    }

    /** Where each record starts, and its cells as texts; of a ragged one only that it is. */
    private static List<List<String>> records(Chunk chunk) {
        List<List<String>> records = new ArrayList<>();
        for (int row = 0; row < chunk.rows; row++) {
            List<String> record = new ArrayList<>(List.of(chunk.starts[row] + "-" + chunk.end(row)));
            for (int cell = 0; cell < WIDTH && !chunk.ragged[row]; cell++) {
                int at = row * chunk.stride + cell * chunk.perCell;
                record.add(RawRecords.text(chunk.bytes, chunk.bounds[at] + 1, chunk.bounds[at + 1]));
            }
            records.add(record);
        }
        return records;
    }

    private static void assertSame(String text, boolean last) {
        Chunk fast = chunk(text, last);
        if (!scannedByMask(fast)) {
            return;
        }
        Chunk slow = chunk(text, last);
        new RecordScanner(';', WIDTH, ReadLimits.withDefaults(), slow).scan();
        assertThat(fast.irregular).isEqualTo(slow.irregular);
        assertThat(fast.consumed).isEqualTo(slow.consumed);
        assertThat(records(fast)).isEqualTo(records(slow));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> cell = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.strings().withChars("aé0 €\u000b:<").ofMaxLength(12)),
                Tuple.of(2, Arbitraries.of("\"a;b\"", "\"a\"\"b\"", "\"\"", "\"x\ny\"", "b\"b")),
                Tuple.of(1, Arbitraries.of("\"", "a;b", "\"a\"b", "\r", "c\nd")));
        Arbitrary<String> row = cell.list().ofSize(WIDTH).map(cells -> String.join(";", cells) + "\n");
        return row.list().ofMaxSize(40).map(rows -> rows.stream().collect(Collectors.joining()));
    }

    @Property
    void scan_anyText_isAsCellByCell(@ForAll("texts") String text, @ForAll boolean last) {
        assertSame(text, last);
    }

    @Property(tries = 300)
    void scan_anyLetters_isAsCellByCell(@ForAll boolean last, @ForAll("letters") String text) {
        assertSame(text, last);
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings().withChars(";\"\na").ofMaxLength(300);
    }

    @Example
    void scan_usualText_isDoneByMask() {
        String text = "een;1;2;drie\n".repeat(30) + "te;kort;maar lang\n" + "x;\"zeg \"\"a;b\"\"\";2;\"z\n\"\n"
                + "te;veel;a;b;c;d\n" + "é;;;\n".repeat(30);
        Chunk chunk = chunk(text, true);
        assertThat(scannedByMask(chunk)).isTrue();
        assertThat(chunk.rows).isEqualTo(63);
        assertThat(chunk.ragged[30]).isTrue();
        assertThat(chunk.ragged[32]).isTrue();
        assertSame(text, true);
        assertSame(text, false);
    }
}
