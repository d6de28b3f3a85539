package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.ReadPath;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.XlsxRowWriter;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.Leniency;

/** Judging the rows of workbooks and of JSON many at a time gives what reading row by row gives. */
class GridParityProperties {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    private static final Set<String> NUMBERS = Set.of(
            "bijeenkomsten",
            "bezoeken",
            "unieke_deelnemers",
            "nieuwe_deelnemers",
            "vrijwilligers",
            "vrijwilligersuren",
            "doorverwijzingen");

    record Outcome(DeliveryReport report, List<Observation> rows) {}

    private static Outcome read(DeliveryReader reader, DeliverySource source) {
        List<Observation> rows = new ArrayList<>();
        DeliveryReport report = reader.open(source).read(rows::add);
        assertThat(reader.open(source).read(RowTaker.ofNothing())).isEqualTo(report);
        return new Outcome(report, rows);
    }

    /** Reads along all paths, which must not differ in anything. */
    static Outcome assertSame(DeliverySource source, DeliveryReader reader) {
        Outcome expected = read(reader.withPath(ReadPath.STANDARD.rowByRow()), source);
        for (int blockSize : new int[] {1, 1000, 1 << 17}) {
            Outcome actual = read(reader.withPath(ReadPath.STANDARD.withBlockSize(blockSize)), source);
            assertThat(actual).isEqualTo(expected);
            assertThat(actual.toString()).isEqualTo(expected.toString());
        }
        return expected;
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void read_oddObjects_isTheSame(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int rows, @ForAll Leniency leniency) {
        byte[] json = new OddObjects(random).make(rows).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(30) == 0) {
            json[random.nextInt(json.length)] = (byte) random.nextInt(256);
        }
        byte[] some = random.nextInt(30) == 0 ? Arrays.copyOf(json, random.nextInt(json.length)) : json;
        assertSame(DeliverySource.of("telling.jsonl", some), READER.withLeniency(leniency));
    }

    @Property(tries = 60)
    void read_objectsWithinLimits_isTheSame(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 30) int mostRows,
            @ForAll @IntRange(min = 15, max = 20) int mostColumns,
            @ForAll @IntRange(max = 5) int mostFindings) {
        ReadLimits limits = new ReadLimits(mostRows, mostColumns, 125, mostFindings, mostRows);
        byte[] json = new OddObjects(random).make(40).getBytes(StandardCharsets.UTF_8);
        assertSame(DeliverySource.of("telling.jsonl", json), READER.withLimits(limits));
    }

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void read_oddSheet_isTheSame(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int rows, @ForAll Leniency leniency)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OddObjects odd = new OddObjects(random);
        List<String> columns = odd.columns();
        try (RowWriter writer = XlsxRowWriter.of(out, NUMBERS)) {
            writer.header(columns);
            for (int i = 0; i < rows; i++) {
                writer.row(odd.cells(columns, i));
            }
        }
        long mostRows = random.nextInt(5) == 0
                ? 1 + random.nextInt(rows)
                : ReadLimits.withDefaults().rows();
        ReadLimits limits = new ReadLimits(mostRows, 30, 200, 1_000, 1_000);
        assertSame(
                DeliverySource.of("telling.xlsx", out.toByteArray()),
                READER.withLeniency(leniency).withLimits(limits));
    }

    /** Plain rows must not be odd by accident, and there are more than one block of them. */
    @Example
    void read_manyPlainObjects_allAreAccepted() {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            json.append(OddObjects.plain(i)).append('\n');
        }
        Outcome outcome = assertSame(DeliverySource.ofText("telling.jsonl", json.toString()), READER);
        assertThat(outcome.report().rowsAccepted()).isEqualTo(10_000);
        assertThat(outcome.report().findings().kept()).isEmpty();
    }
}
