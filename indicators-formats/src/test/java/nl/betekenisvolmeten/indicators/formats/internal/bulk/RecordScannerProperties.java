package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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

/** What is found many bytes at a time is what is found byte by byte, as far as it goes. */
class RecordScannerProperties {

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

    private static Chunk scanned(String text, boolean last) {
        Chunk chunk = chunk(text, last);
        new RecordScanner(';', WIDTH, ReadLimits.withDefaults(), chunk).scan();
        return chunk;
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

    /** The same of whole records, one byte after the other. */
    private static List<List<String>> recordsByteByByte(String text, boolean last) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<List<String>> records = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        boolean mayOpen = true;
        for (int at = 0; at < bytes.length; at++) {
            boolean isQuote = bytes[at] == '"' && (quoted || mayOpen);
            quoted ^= isQuote;
            boolean ends = bytes[at] == '\n' || (bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] != '\n');
            if (ends && !quoted) {
                records.add(record(bytes, start, at + 1));
                start = at + 1;
            }
            mayOpen = isQuote || ends || bytes[at] == ';';
        }
        if (last && !quoted && start < bytes.length) {
            records.add(record(bytes, start, bytes.length));
        }
        return records;
    }

    private static List<String> record(byte[] bytes, int from, int to) {
        List<String> cells = RawRecords.cells(bytes, from, to, ';');
        List<String> record = new ArrayList<>(List.of(from + "-" + to));
        record.addAll(cells.size() == WIDTH ? cells : List.of());
        return record;
    }

    private static void assertSame(String text, boolean last) {
        Chunk chunk = scanned(text, last);
        List<List<String>> expected = recordsByteByByte(text, last);
        List<List<String>> found = records(chunk);
        boolean whole = last && !chunk.irregular;
        assertThat(found).isEqualTo(whole ? expected : expected.subList(0, found.size()));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> cell = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.strings().withChars("aé0 €\u000b:<").ofMaxLength(12)),
                Tuple.of(2, Arbitraries.of("\"a;b\"", "\"a\"\"b\"", "\"\"", "\"x\ny\"", "b\"b")),
                Tuple.of(1, Arbitraries.of("\"", "a;b", "\"a\"b", "\r", "c\nd")));
        Arbitrary<String> row = Arbitraries.frequencyOf(
                        Tuple.of(20, cell.list().ofSize(WIDTH)),
                        Tuple.of(1, cell.list().ofMaxSize(6)))
                .map(cells -> String.join(";", cells));
        Arbitrary<String> end = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of("\n", "\r\n")), Tuple.of(1, Arbitraries.of("\r", "\n\n", "\r\n\r\n")));
        return Combinators.combine(row.list().ofMaxSize(40), end, Arbitraries.of("", ";", "a;b;c;d"))
                .as((rows, lineEnd, rest) ->
                        rows.stream().map(one -> one + lineEnd).collect(Collectors.joining()) + rest);
    }

    @Property
    void scan_anyText_isAsByteByByte(@ForAll("texts") String text, @ForAll boolean last) {
        assertSame(text, last);
    }

    @Property(tries = 300)
    void scan_anyLetters_isAsByteByByte(@ForAll boolean last, @ForAll("letters") String text) {
        assertSame(text, last);
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings().withChars(";\"\n\ra").ofMaxLength(300);
    }

    @Example
    void scan_usualText_isRegular() {
        for (String end : List.of("\n", "\r\n")) {
            String text = ("een;1;2;drie\n".repeat(30) + "te;kort;maar lang\n\n" + "x;\"zeg \"\"a;b\"\"\";2;\"z\n\"\n"
                            + "te;veel;a;b;c;d\n" + "\"é\";;;\n".repeat(300) + "a;b;c;d")
                    .replace("\n", end);
            Chunk chunk = scanned(text, true);
            assertThat(chunk.irregular).isFalse();
            assertThat(chunk.rows).isEqualTo(335);
            assertThat(chunk.ragged).startsWith(raggedAt(30, 31, 33));
            assertThat(scanned(text, false).rows).isEqualTo(334);
            assertSame(text, true);
            assertSame(text, false);
        }
    }

    private static boolean[] raggedAt(int... rows) {
        boolean[] ragged = new boolean[335];
        Arrays.stream(rows).forEach(row -> ragged[row] = true);
        return ragged;
    }

    @Example
    void scan_otherText_isLeftFromThereOn() {
        for (String other :
                List.of("a;\"b\"c;d;e\n", ";".repeat(5_000) + "\n", "a;b;c;" + "d".repeat(100_000) + "\n")) {
            Chunk chunk = scanned("a;b;c;d\n".repeat(100) + other + "a;b;c;d\n", true);
            assertThat(chunk.irregular).isTrue();
            assertThat(chunk.rows).isEqualTo(100);
        }
    }
}
