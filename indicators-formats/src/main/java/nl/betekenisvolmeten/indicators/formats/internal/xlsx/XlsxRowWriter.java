package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.internal.rows.NumberText;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;

/** Rows as a workbook with one sheet, as {@link XlsxSheets} writes them. */
public final class XlsxRowWriter implements RowWriter {

    private static final String SHEET = "levering";

    private final XlsxSheets sheets;
    private final Set<String> numbers;

    private XlsxRowWriter(OutputStream out, Set<String> numbers) {
        sheets = XlsxSheets.of(out, NumberText::exact);
        this.numbers = Set.copyOf(numbers);
    }

    /**
     * Returns a writer to a stream.
     *
     * @param out the destination; closed with the writer
     * @param numbers the names of the columns that hold numbers
     * @return the writer
     */
    public static XlsxRowWriter of(OutputStream out, Set<String> numbers) {
        return new XlsxRowWriter(out, numbers);
    }

    @Override
    public void header(List<String> names) throws IOException {
        sheets.sheet(SHEET, names, numbers);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        sheets.row(cells);
    }

    @Override
    public void close() throws IOException {
        sheets.close();
    }
}
