package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.internal.rows.NumberText;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows as a workbook with one sheet whose header stays in view. Numbers are numbers; texts are texts, in cells
 * that are set to text, so that a spreadsheet makes no date of {@code 12-17} when the cell is edited. A text is never a
 * formula. The same rows give the same bytes. The workbook is held in memory, packed, until the writer is closed.
 */
public final class XlsxRowWriter implements RowWriter {

    private static final String SHEET = "levering";
    private static final String APPLICATION = "indicators";
    private static final String APPLICATION_VERSION = "00.0001";
    private static final String TEXT = "@";
    private static final int LAST_ROW = Worksheet.MAX_ROWS;
    private static final int MAX_TEXT = 32_767;
    private static final int FLUSH_EVERY = 500;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 40;

    private final OutputStream out;
    private final Set<String> numbers;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(packed, APPLICATION, APPLICATION_VERSION);
    private final Worksheet sheet = workbook.newWorksheet(SHEET);
    private List<String> columns = List.of();
    private int rows;

    private XlsxRowWriter(OutputStream out, Set<String> numbers) {
        this.out = out;
        this.numbers = Set.copyOf(numbers);
    }

    /**
     * Returns a writer to a stream.
     *
     * @param out where to; closed with the writer
     * @param numbers the names of the columns that hold numbers
     * @return the writer
     */
    public static XlsxRowWriter of(OutputStream out, Set<String> numbers) {
        return new XlsxRowWriter(out, numbers);
    }

    @Override
    public void header(List<String> names) throws IOException {
        columns = List.copyOf(names);
        sheet.freezePane(0, 1);
        for (int i = 0; i < names.size(); i++) {
            sheet.width(i, Math.min(WIDEST, Math.max(NARROWEST, names.get(i).length() + 2)));
            text(i, names.get(i));
            sheet.style(0, i).bold().set();
        }
        rows = 1;
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        if (rows >= LAST_ROW) {
            throw new IOException("a sheet has no more than " + LAST_ROW + " rows");
        }
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            Optional<BigDecimal> number = numbers.contains(columns.get(i)) ? NumberText.exact(cell) : Optional.empty();
            if (number.isPresent()) {
                sheet.value(rows, i, number.get());
            } else if (!cell.isEmpty()) {
                text(i, cell);
                sheet.style(rows, i).format(TEXT).set();
            }
        }
        rows++;
        if (rows % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void text(int column, String text) throws IOException {
        if (text.length() > MAX_TEXT) {
            throw new IOException("a cell has no more than " + MAX_TEXT + " characters: " + text.length());
        }
        sheet.inlineString(rows, column, EscapedText.escaped(text));
    }

    @Override
    public void close() throws IOException {
        try (OutputStream target = out) {
            workbook.close();
            WorkbookCopy.write(packed.toByteArray(), target);
        }
    }
}
