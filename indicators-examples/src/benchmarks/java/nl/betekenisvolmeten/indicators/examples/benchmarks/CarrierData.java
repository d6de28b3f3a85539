package nl.betekenisvolmeten.indicators.examples.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.json.JsonRowWriter;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.XlsxRowWriter;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;

/** One made-up delivery, in memory, as text, workbook and JSON Lines. */
final class CarrierData {

    private final FormatDefinition format = Definitions.bundled().formats().get(LargeDelivery.FORMAT);
    private final byte[] csv;
    private final List<Planted> planted = new ArrayList<>();

    CarrierData(int rows, int faultsEvery) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new LargeDelivery(rows, faultsEvery, 1).writeTo(out, planted::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        csv = out.toByteArray();
    }

    FormatDefinition format() {
        return format;
    }

    byte[] csv() {
        return csv;
    }

    /** The faults in it. */
    List<Planted> planted() {
        return planted;
    }

    /** The cells of the rows below the header. */
    List<List<String>> rows() {
        return CsvReader.builder().fieldSeparator(';').ofCsvRecord(new String(csv, StandardCharsets.UTF_8)).stream()
                .skip(1)
                .map(CsvRecord::getFields)
                .toList();
    }

    byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowWriter writer = XlsxRowWriter.of(out, numbers())) {
            write(writer);
        }
        return out.toByteArray();
    }

    byte[] jsonLines() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowWriter writer = JsonRowWriter.lines(out, numbers())) {
            write(writer);
        }
        return out.toByteArray();
    }

    private void write(RowWriter writer) throws IOException {
        writer.header(
                format.columns().stream().map(column -> column.name().value()).toList());
        for (List<String> row : rows()) {
            writer.row(row);
        }
    }

    private Set<String> numbers() {
        return format.columns().stream()
                .filter(column -> column.rule().type().decimals().isPresent())
                .map(column -> column.name().value())
                .collect(Collectors.toSet());
    }
}
