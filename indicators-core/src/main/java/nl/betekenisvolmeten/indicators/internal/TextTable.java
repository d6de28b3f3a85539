package nl.betekenisvolmeten.indicators.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table as plain text: columns of the width of their cells, long cells on several lines. Not thread-safe. */
public final class TextTable {

    /** Figures are broken between words where they are longer than this. */
    private static final int FIGURE_WIDTH = 24;

    private static final int TEXT_WIDTH = 40;

    private static final String GAP = "  ";

    private final int texts;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Creates a table without rows.
     *
     * @param texts how many columns hold texts, which begin at the left; those after them hold figures
     * @param heads the head of each column
     */
    public TextTable(int texts, List<String> heads) {
        this.texts = texts;
        rows.add(List.copyOf(heads));
    }

    /**
     * Adds a row.
     *
     * @param cells a cell for each column
     */
    public void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /**
     * Returns the table with a line under its heads.
     *
     * @return lines that end in a line feed
     */
    public String toText() {
        List<List<List<String>>> wrapped = rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> lines(row.get(column), column < texts ? TEXT_WIDTH : FIGURE_WIDTH))
                        .toList())
                .toList();
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> wrapped.stream()
                        .flatMap(row -> row.get(column).stream())
                        .mapToInt(TextTable::width)
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < wrapped.size(); row++) {
            append(text, wrapped.get(row), widths);
            if (row == 0) {
                append(
                        text,
                        IntStream.of(widths).mapToObj("-"::repeat).map(List::of).toList(),
                        widths);
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, List<List<String>> row, int[] widths) {
        int lines = row.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < lines; line++) {
            StringBuilder out = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = line < row.get(column).size() ? row.get(column).get(line) : "";
                String blanks = " ".repeat(widths[column] - width(cell));
                out.append(column == 0 ? "" : GAP).append(column < texts ? cell + blanks : blanks + cell);
            }
            text.append(out.toString().stripTrailing()).append('\n');
        }
    }

    /** Returns the lines of a cell: as few as the width allows, and of about the same length. */
    private static List<String> lines(String cell, int widest) {
        List<String> lines = wrapped(cell, widest);
        int fewest = lines.size();
        for (int width = widest - 1; width > 0; width--) {
            List<String> narrower = wrapped(cell, width);
            if (narrower.size() > fewest) {
                break;
            }
            lines = narrower;
        }
        return lines;
    }

    private static List<String> wrapped(String cell, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : cell.split(" ", -1)) {
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
