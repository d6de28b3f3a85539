package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with one sheet after the other, each with a header that stays in view. Numbers are numbers; texts are
 * texts, in cells that are set to text, so that a spreadsheet does not turn {@code 12-17} into a date when the cell is
 * edited. A text is never a formula. The same rows give the same bytes. The workbook is held in memory, packed, until
 * it is closed.
 */
public final class XlsxSheets implements AutoCloseable {

    private static final String APPLICATION = "indicators";
    private static final String APPLICATION_VERSION = "00.0001";
    private static final String TEXT = "@";
    private static final int LAST_ROW = Worksheet.MAX_ROWS;
    private static final int MAX_TEXT = 32_767;
    private static final int FLUSH_EVERY = 500;
    private static final Pattern NOTE = Pattern.compile("<x:Anchor>(\\d+),[^,]*,(\\d+),[^<]*</x:Anchor>");
    private static final int NOTE_COLUMNS = 4;
    private static final int NOTE_ROWS = 8;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 40;

    private final OutputStream out;
    private final Function<String, Optional<BigDecimal>> parser;
    private final HeldWorkbook packed = new HeldWorkbook();
    private final Workbook workbook = new Workbook(packed, APPLICATION, APPLICATION_VERSION);
    private @Nullable Worksheet current;
    private List<String> columns = List.of();
    private Set<String> numbers = Set.of();
    private int[] widths = {};
    private int rows;

    private XlsxSheets(OutputStream out, Function<String, Optional<BigDecimal>> parser) {
        this.out = out;
        this.parser = parser;
    }

    /**
     * Returns a writer to a stream.
     *
     * @param out the destination; closed with the writer
     * @param parser reads the cells of columns that hold numbers; a cell that it finds no number in is a text
     * @return the writer, without sheets
     */
    public static XlsxSheets of(OutputStream out, Function<String, Optional<BigDecimal>> parser) {
        return new XlsxSheets(out, parser);
    }

    /**
     * Begins a sheet, and ends the previous one.
     *
     * @param name its name
     * @param names the names of its columns
     * @param newNumbers those that hold numbers
     * @throws IOException if a name is too long for a cell
     */
    public void sheet(String name, List<String> names, Set<String> newNumbers) throws IOException {
        if (current != null) {
            current.finish();
        }
        Worksheet sheet = workbook.newWorksheet(name);
        current = sheet;
        columns = List.copyOf(names);
        numbers = Set.copyOf(newNumbers);
        sheet.freezePane(0, 1);
        rows = 0;
        widths = new int[names.size()];
        for (int i = 0; i < names.size(); i++) {
            text(sheet, i, names.get(i));
            sheet.style(0, i).bold().set();
        }
        rows = 1;
    }

    /**
     * The mark of a cell that needs attention.
     *
     * @param colour the fill colour, such as {@code FFC7CE}
     * @param note the text of its note
     */
    public record Mark(String colour, String note) {}

    /**
     * Begins a sheet without a header, and ends the previous one.
     *
     * @param name its name
     * @param width the maximum number of columns
     */
    public void sheet(String name, int width) throws IOException {
        sheet(name, Collections.nCopies(width, ""), Set.of());
        rows = 0;
    }

    /**
     * Writes a row, some of its cells marked.
     *
     * @param cells the texts; there may be fewer than columns
     * @param marks the marks by the number of their cell, from 0
     * @throws IOException if there are more rows than a sheet can have, or a text is too long for a cell
     */
    public void row(List<String> cells, Map<Integer, Mark> marks) throws IOException {
        Worksheet sheet = Objects.requireNonNull(current);
        List<String> padded = new ArrayList<>(cells);
        padded.addAll(Collections.nCopies(columns.size() - cells.size(), ""));
        for (Map.Entry<Integer, Mark> entry : marks.entrySet()) {
            sheet.style(rows, entry.getKey())
                    .fillColor(entry.getValue().colour())
                    .format(TEXT)
                    .set();
            sheet.comment(rows, entry.getKey(), entry.getValue().note());
        }
        row(padded);
    }

    /**
     * Writes a row of the sheet that was begun last.
     *
     * @param cells a text for each column; empty for an empty cell
     * @throws IOException if there are more rows than a sheet can have, or a text is too long for a cell
     * @throws IllegalArgumentException if the number of cells differs from the number of columns
     * @throws IllegalStateException if no sheet was begun
     */
    public void row(List<String> cells) throws IOException {
        List<Optional<BigDecimal>> values = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            boolean number = i < columns.size() && numbers.contains(columns.get(i));
            values.add(number ? parser.apply(cells.get(i)) : Optional.empty());
        }
        row(cells, values);
    }

    /**
     * Writes a row whose numbers are known.
     *
     * @param cells a text for each column; empty for an empty cell
     * @param values the number in each cell; empty if it holds a text. The number of a text that ends with a percent sign is a
     *     share of 1
     * @throws IOException if there are more rows than a sheet can have, or a text is too long for a cell
     * @throws IllegalArgumentException if the number of cells differs from the number of columns
     * @throws IllegalStateException if no sheet was begun
     */
    public void row(List<String> cells, List<Optional<BigDecimal>> values) throws IOException {
        Worksheet sheet = current;
        if (sheet == null) {
            throw new IllegalStateException("a sheet must be begun before its rows");
        }
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        if (rows >= LAST_ROW) {
            throw new IOException("a sheet has no more than " + LAST_ROW + " rows");
        }
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (values.get(i).isPresent()) {
                sheet.value(rows, i, values.get(i).get());
                if (cell.endsWith("%")) {
                    sheet.style(rows, i).format("0%").set();
                }
            } else if (!cell.isEmpty()) {
                text(sheet, i, cell);
                sheet.style(rows, i).format(TEXT).set();
            }
        }
        rows++;
        if (rows % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    /** Returns the change to a part that places notes to the right of their cell, large enough for some lines. */
    private static Optional<UnaryOperator<String>> edit(String part) {
        return part.endsWith(".vml")
                ? Optional.of(text -> NOTE.matcher(text).replaceAll(match -> {
                    int column = Integer.parseInt(match.group(1)) + 1;
                    int row = Integer.parseInt(match.group(2));
                    return "<x:Anchor>" + column + ",12," + row + ",4," + (column + NOTE_COLUMNS) + ",12,"
                            + (row + NOTE_ROWS) + ",4</x:Anchor>";
                }))
                : Optional.empty();
    }

    private void text(Worksheet sheet, int column, String text) throws IOException {
        if (text.length() > MAX_TEXT) {
            throw new IOException("a cell has no more than " + MAX_TEXT + " characters: " + text.length());
        }
        sheet.inlineString(rows, column, EscapedText.escaped(text));
        // columns come before rows in the file, so only the first rows can widen them
        if (rows < FLUSH_EVERY && text.length() > widths[column]) {
            widths[column] = text.length();
            sheet.width(column, Math.min(WIDEST, Math.max(NARROWEST, text.length() + 2)));
        }
    }

    @Override
    public void close() throws IOException {
        try (OutputStream target = out) {
            workbook.close();
            WorkbookCopy.write(packed, XlsxSheets::edit, target);
        }
    }
}
