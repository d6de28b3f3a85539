package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.DeliveryCodes;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * JSON in which any bytes were inserted, deleted or replaced is read in the same way along all paths, and each of its
 * objects is a row or is spoken of in an error.
 */
class MutatedJsonProperties {

    private static final FindingCode TOTAL = FindingCode.of("TF-W05");
    private static final FindingCode NO_DATA = FindingCode.of("TF-W08");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    private static final String SIGNS = "{}[]\",:\\ \n0-e.t";

    private enum Shape {
        ARRAY("[", ",\n", "]"),
        LINES("", "\n", "\n"),
        WRAPPED("{\"bron\":\"é\",\"rows\":[", ",", "],\"na\":1}"),
        WITH_MARK("\ufeff", "", "");

        private final String before;
        private final String between;
        private final String after;

        Shape(String before, String between, String after) {
            this.before = before;
            this.between = between;
            this.after = after;
        }

        byte[] of(int rows, Charset charset) {
            return IntStream.rangeClosed(1, rows)
                    .mapToObj(OddObjects::plain)
                    .collect(Collectors.joining(between, before, after))
                    .getBytes(charset);
        }
    }

    @Provide
    Arbitrary<Charset> charsets() {
        return Arbitraries.frequency(
                Tuple.of(8, StandardCharsets.UTF_8),
                Tuple.of(1, StandardCharsets.UTF_16LE),
                Tuple.of(1, StandardCharsets.UTF_16BE));
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void read_mutatedBytes_isTheSameAlongAllPathsAndLosesNothingSilently(
            @ForAll Random random,
            @ForAll Shape shape,
            @ForAll("charsets") Charset charset,
            @ForAll @IntRange(min = 1, max = 6) int rows,
            @ForAll @IntRange(min = 1, max = 3) int mutations) {
        byte[] bytes = shape.of(rows, charset);
        for (int i = 0; i < mutations; i++) {
            bytes = mutated(bytes, random);
        }
        GridParityProperties.Outcome outcome =
                GridParityProperties.assertSame(DeliverySource.of("telling.json", bytes), READER);
        assertNothingIsLost(outcome.report(), bytes);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void read_mutatedBytesOfNestedObjects_isTheSameAlongAllPathsAndLosesNothingSilently(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 3) int mutations) {
        String text = "[" + NestedJsonTest.story("Één", NestedJsonTest.GOOD) + ","
                + NestedJsonTest.story("Twee", NestedJsonTest.GOOD) + "]";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < mutations; i++) {
            bytes = mutated(bytes, random);
        }
        GridParityProperties.Outcome outcome =
                GridParityProperties.assertSame(DeliverySource.of("verhaal.json", bytes), READER);
        assertNothingIsLost(outcome.report(), bytes);
    }

    /** The marks are what is left where files were put after each other. */
    @Example
    void read_byteOrderMarkBetweenObjects_isRefusedThere() {
        for (Shape shape : List.of(Shape.LINES, Shape.WITH_MARK)) {
            String text = new String(shape.of(3, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            byte[] twice = (text + '\ufeff' + text).getBytes(StandardCharsets.UTF_8);
            DeliveryReport report = GridParityProperties.assertSame(DeliverySource.of("telling.jsonl", twice), READER)
                    .report();
            assertThat(Deliveries.brief(report)).containsExactly("TF-S06 ERROR 5", "TF-I05 NOTE");
            assertThat(report.rowsAccepted()).isEqualTo(3);
        }
    }

    /** Inserts, replaces or deletes a byte: any, or one that JSON itself is made of. */
    private static byte[] mutated(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        byte any = (byte) (random.nextBoolean() ? random.nextInt(256) : SIGNS.charAt(random.nextInt(SIGNS.length())));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (random.nextInt(3)) {
            case 0 -> {
                out.write(any);
                out.write(bytes[at]);
            }
            case 1 -> out.write(any);
            default -> {
                // deleted
            }
        }
        out.write(bytes, at + 1, bytes.length - at - 1);
        return out.toByteArray();
    }

    /**
     * Each object is a row, or there is an error; where an error names a row, all objects before it are rows. Where a byte
     * too many shifts all that follows in UTF-16, an object may become one long name, and so a blank row.
     */
    private static void assertNothingIsLost(DeliveryReport report, byte[] bytes) {
        Optional<Finding> unreadable = first(report, UnreadableException.UNREADABLE);
        boolean recognised = report.format().isPresent() && report.findings().count(DeliveryCodes.NOT_RECOGNISED) == 0;
        long blank = first(report, DeliveryCodes.BLANK_ROWS)
                .map(finding -> Long.parseLong(finding.arguments().get("count")))
                .orElse(0L);
        // what is left of an object may look like a total or a remark, which is reported and not read
        long totals = report.findings().count(TOTAL) + report.findings().count(NO_DATA);
        if (!recognised) {
            assertThat(report.findings().count(Severity.ERROR)).isPositive();
        } else if (unreadable.isPresent()) {
            long before = unreadable.get().location().row().orElseThrow() - 2;
            assertThat(report.rows() + blank + totals).isEqualTo(before);
        } else {
            assertThat(report.rows() + blank + totals).isEqualTo(objects(bytes));
        }
    }

    private static Optional<Finding> first(DeliveryReport report, FindingCode code) {
        return report.findings().kept().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst();
    }

    /** How many objects another reader finds. */
    private static long objects(byte[] bytes) {
        List<JsonNode> values = new ArrayList<>();
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            while (parser.nextToken() != null) {
                values.add(MAPPER.readTree(parser));
            }
        } catch (IOException e) {
            throw new AssertionError("read without an error, but is no JSON", e);
        }
        JsonNode first = values.get(0);
        JsonNode list = first.isArray() ? first : first.path("rows");
        List<JsonNode> all =
                list.isArray() ? StreamSupport.stream(list.spliterator(), false).toList() : values;
        assertThat(all).allMatch(JsonNode::isObject);
        return all.size();
    }
}
