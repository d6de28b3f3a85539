package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.Carriers;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.table.Observation;

/** Rows that are written and read again are the same rows, whatever carries them. */
class RowWriterProperties {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());
    private static final Set<String> NUMBERS = Set.copyOf(Deliveries.COLUMNS.subList(9, 16));

    /** What a file gives: the rows, what is found, and how many rows there are. */
    private record Outcome(List<Observation> rows, List<String> findings, long count) {}

    private static Outcome outcome(DeliverySource source) {
        List<Observation> rows = new ArrayList<>();
        DeliveryReport report = READER.open(source).read(rows::add);
        return new Outcome(rows, Deliveries.brief(report), report.rows());
    }

    @Property(tries = 4)
    void hash_isThereWhenAskedForOnly(@ForAll Carrier carrier) throws IOException {
        DeliverySource source = DeliverySource.of("telling", written(Deliveries.rows(2), carrier));
        assertThat(READER.validate(source).sha256()).isPresent();
        assertThat(READER.withHash(false).validate(source).sha256()).isEmpty();
    }

    @Property(tries = 200)
    void written_andReadAgain_isTheSame(@ForAll("rows") List<Map<String, String>> rows, @ForAll Carrier carrier)
            throws IOException {
        byte[] bytes = written(rows, carrier);
        Outcome direct = outcome(DeliverySource.ofText("a.csv", Deliveries.text(rows)));
        Outcome carried = outcome(DeliverySource.of("b", bytes));
        assertThat(carried).isEqualTo(direct);
    }

    private static byte[] written(List<Map<String, String>> rows, Carrier carrier) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RowWriter writer = Carriers.writer(carrier, bytes, NUMBERS)) {
            writer.header(Deliveries.COLUMNS);
            for (Map<String, String> row : rows) {
                writer.row(Deliveries.COLUMNS.stream().map(row::get).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Rows with one cell that may be anything but a formula, which CSV changes on purpose. */
    @Provide
    Arbitrary<List<Map<String, String>>> rows() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                        Arbitraries.of(
                                "67", "67+", "12-17", "dec-17", "1.200", "12,50", "48,5", "007", "_x0041_", "TRUE",
                                "#N/A"),
                        Arbitraries.of(
                                "WK051829",
                                "Schilderswijk",
                                "onbekend",
                                "n.v.t.",
                                "\"",
                                "een\ntwee",
                                "a;b",
                                "é€😀",
                                " x "),
                        Arbitraries.integers().between(0, 1_000).map(number -> Integer.toString(number)),
                        Arbitraries.strings()
                                .alpha()
                                .numeric()
                                .withChars(" .,'&<>\"_é;\t")
                                .ofMaxLength(12))
                .filter(text ->
                        !nl.betekenisvolmeten.indicators.validation.internal.SpreadsheetFormula.isFormula(text));
        Arbitrary<String> columns = Arbitraries.of(Deliveries.COLUMNS);
        Arbitrary<Map.Entry<String, String>> changes =
                columns.flatMap(column -> texts.map(text -> Map.entry(column, text)));
        return changes.list().ofMinSize(1).ofMaxSize(6).map(list -> {
            List<Map<String, String>> rows = Deliveries.rows(list.size());
            for (int i = 0; i < list.size(); i++) {
                rows.get(i).put(list.get(i).getKey(), list.get(i).getValue());
            }
            return rows;
        });
    }
}
