package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
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

    /** What a point means follows from all cells of the column, whatever carries them and however they are read. */
    @Property(tries = 100)
    void read_pointsInDecimals_areTheSameInEveryCarrier(
            @ForAll @Size(min = 1, max = 6) List<@From("hours") String> hours) throws IOException {
        List<String> columns = Deliveries.COLUMNS;
        StringBuilder csv = new StringBuilder(Deliveries.HEADER).append('\n');
        StringBuilder json = new StringBuilder();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowWriter writer = XlsxRowWriter.of(out, Set.of())) {
            writer.header(columns);
            for (int i = 0; i < hours.size(); i++) {
                Map<String, String> row = new LinkedHashMap<>(Deliveries.row(i));
                row.put("vrijwilligers", "1");
                row.put("vrijwilligersuren", hours.get(i));
                List<String> cells = columns.stream().map(row::get).toList();
                csv.append(String.join(";", cells)).append('\n');
                json.append(row.entrySet().stream()
                                .map(cell -> '"' + cell.getKey() + "\":\"" + cell.getValue() + '"')
                                .collect(Collectors.joining(",", "{", "}")))
                        .append('\n');
                writer.row(cells);
            }
        }
        Outcome text = assertSame(DeliverySource.ofText("telling.csv", csv.toString()), READER);
        Outcome objects = assertSame(DeliverySource.ofText("telling.jsonl", json.toString()), READER);
        Outcome sheet = assertSame(DeliverySource.of("telling.xlsx", out.toByteArray()), READER);
        assertThat(objects.rows()).isEqualTo(text.rows());
        assertThat(sheet.rows()).isEqualTo(text.rows());
        boolean points = hours.stream().anyMatch(cell -> cell.matches("[0-9]+[.][0-9]{1,2}"));
        boolean commas = hours.stream().anyMatch(cell -> cell.contains(",") || cell.matches(".*[.].*[.].*"));
        long readable = hours.stream()
                .filter(cell ->
                        !cell.matches("[1-9][0-9]{0,2}[.][0-9]{3}") || (points && !commas && cell.endsWith("0")))
                .count();
        assertThat(text.rows()).hasSize((int) readable);
    }

    @Provide
    Arbitrary<String> hours() {
        return Arbitraries.of("12", "1.234", "12.500", "1.000", "12.5", "3.25", "12,5", "1.234,5", "1.000.000", "");
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
