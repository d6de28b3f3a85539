package nl.betekenisvolmeten.indicators.formats.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.validation.SpreadsheetFormula;

/** Rows of a delivery as CSV: UTF-8, separated by semicolons, a line feed after each row. */
public final class CsvRowWriter implements RowWriter {

    private final Writer text;
    private final CsvWriter csv;

    private CsvRowWriter(OutputStream out) {
        text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.LF)
                .build(text);
    }

    /**
     * A writer of CSV.
     *
     * @param out where to; closed with the writer
     * @return the writer
     */
    public static CsvRowWriter of(OutputStream out) {
        return new CsvRowWriter(out);
    }

    @Override
    public void header(List<String> columns) throws IOException {
        row(columns);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        try {
            csv.writeRecord(cells.stream().map(SpreadsheetFormula::harmless).toArray(String[]::new));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        text.close();
    }
}
