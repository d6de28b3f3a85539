package nl.betekenisvolmeten.indicators.formats.internal.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.validation.internal.SpreadsheetFormula;

/**
 * Rows as CSV: UTF-8, separated by semicolons. A text that a spreadsheet would run gets an apostrophe before it and
 * quotes around both, by which it is recognised when read.
 */
public final class CsvRowWriter implements RowWriter {

    private final CsvWriter csv;
    private int columns = -1;

    private CsvRowWriter(CsvWriter csv) {
        this.csv = csv;
    }

    /**
     * Returns a writer to a stream.
     *
     * @param out the destination; closed with the writer
     * @return the writer
     */
    public static CsvRowWriter of(OutputStream out) {
        return new CsvRowWriter(builder()
                .quoteStrategy(new HarmlessInQuotes())
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    @Override
    public void header(List<String> names) throws IOException {
        columns = names.size();
        write(names);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (cells.size() != columns) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
        }
        write(cells);
    }

    private void write(List<String> cells) throws IOException {
        try {
            csv.writeRecord(cells.stream().map(SpreadsheetFormula::harmless).toArray(String[]::new));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /**
     * Returns a writer of CSV as the library writes it.
     *
     * @param out the destination
     * @return the writer
     */
    public static CsvWriter csv(Writer out) {
        return builder().build(out);
    }

    private static CsvWriter.CsvWriterBuilder builder() {
        return CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.LF);
    }

    /** Distinguishes a cell that was made harmless from one that was written that way. */
    private static final class HarmlessInQuotes implements QuoteStrategy {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return SpreadsheetFormula.isHarmless(value);
        }
    }
}
