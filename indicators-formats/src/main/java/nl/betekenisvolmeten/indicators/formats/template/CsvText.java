package nl.betekenisvolmeten.indicators.formats.template;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;

/** CSV, with semicolons where nothing else is said, exactly as in the cases: nothing is made harmless. */
final class CsvText {

    private CsvText() {}

    static String of(FormatDefinition format, List<SampleRow> rows) {
        return of(format.header(), rows.stream().map(row -> row.texts(format)).toList());
    }

    static String of(List<String> header, List<List<String>> rows) {
        return of(';', header, rows);
    }

    static String of(char separator, List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(text)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
