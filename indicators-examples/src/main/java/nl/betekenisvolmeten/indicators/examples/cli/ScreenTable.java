package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/**
 * A table to read: texts on the left, numbers on the right. On a screen texts wrap, and columns that do not fit follow below,
 * with the first ones repeated. In a file or for another program every row is one line.
 */
final class ScreenTable {

    /** How many characters a screen is wide. */
    static final int WIDTH = 80;

    private static final int UNLIMITED = 100_000;
    private static final int GAP = 2;

    private record Row(List<String> cells, String below) {}

    private final List<String> headers = new ArrayList<>();
    private final List<Boolean> numbers = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int keys;

    /** Adds a column of texts that identify a row. */
    ScreenTable key(String header) {
        keys++;
        return text(header);
    }

    ScreenTable text(String header) {
        headers.add(header);
        numbers.add(false);
        return this;
    }

    ScreenTable number(String header) {
        headers.add(header);
        numbers.add(true);
        return this;
    }

    void row(String... cells) {
        row(List.of(cells));
    }

    void row(List<String> cells) {
        if (cells.size() != headers.size()) {
            throw new IllegalArgumentException("cells in a row of " + headers.size() + " columns: " + cells);
        }
        rows.add(new Row(cells.stream().map(PrintableText::text).toList(), ""));
    }

    /** Adds a remark on the row before. */
    void below(String text) {
        rows.add(new Row(List.of(), text));
    }

    void print(Terminal terminal, PrintWriter out) {
        int width = terminal.person() ? WIDTH : UNLIMITED;
        int[] most = IntStream.range(0, headers.size()).map(this::most).toArray();
        int[] least = IntStream.range(0, headers.size())
                .map(column -> numbers.get(column) ? most[column] : longestWord(column))
                .toArray();
        int repeated = Math.min(keys, headers.size() - 1);
        int next = repeated;
        while (next < headers.size()) {
            if (next > repeated) {
                out.println();
            }
            List<Integer> block =
                    new ArrayList<>(IntStream.range(0, repeated).boxed().toList());
            do {
                block.add(next++);
            } while (next < headers.size() && total(block, least) + least[next] + GAP <= width);
            print(block, widths(block, most, least, width), width, out);
        }
        out.flush();
    }

    private static int total(List<Integer> block, int[] widths) {
        return block.stream().mapToInt(column -> widths[column] + GAP).sum();
    }

    /**
     * Returns the widths of columns: those of the cells, and less for texts if the screen is too narrow, the widest
     * first.
     */
    private static int[] widths(List<Integer> block, int[] most, int[] least, int width) {
        int[] widths = most.clone();
        while (total(block, widths) > width) {
            Optional<Integer> widest = block.stream()
                    .filter(column -> widths[column] > least[column])
                    .max(Comparator.comparing(column -> widths[column]));
            if (widest.isEmpty()) {
                break;
            }
            widths[widest.get()]--;
        }
        return widths;
    }

    /**
     * Returns the cells of a column and its header; the header of numbers word by word, as it may take several lines.
     */
    private Stream<String> cells(int column) {
        String header = headers.get(column);
        return Stream.concat(
                numbers.get(column) ? words(header) : Stream.of(header),
                rows.stream().map(Row::cells).filter(cells -> !cells.isEmpty()).map(cells -> cells.get(column)));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" "));
    }

    private int most(int column) {
        return cells(column).mapToInt(String::length).max().orElse(0);
    }

    private int longestWord(int column) {
        return cells(column)
                .flatMap(ScreenTable::words)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private void print(List<Integer> block, int[] widths, int width, PrintWriter out) {
        line(headers, block, widths, out);
        for (Row row : rows) {
            if (row.cells().isEmpty()) {
                paragraph(row.below(), 3 * GAP, width, out);
            } else {
                line(row.cells(), block, widths, out);
            }
        }
    }

    /** Prints a row in as many lines as its cells need. */
    private void line(List<String> cells, List<Integer> block, int[] widths, PrintWriter out) {
        TextTable table = TextTable.forColumns(
                Help.defaultColorScheme(Ansi.OFF),
                block.stream()
                        .map(column -> new Column(widths[column] + GAP, GAP, Overflow.TRUNCATE))
                        .toArray(Column[]::new));
        List<List<String>> lines = block.stream()
                .map(column -> lines(cells.get(column), widths[column]))
                .toList();
        int height = lines.stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < height; i++) {
            table.addEmptyRow();
            for (int j = 0; j < block.size(); j++) {
                String text = i < lines.get(j).size() ? lines.get(j).get(i) : "";
                int blanks = numbers.get(block.get(j)) ? widths[block.get(j)] - text.length() : 0;
                table.putValue(i, j, Ansi.OFF.new Text(" ".repeat(blanks) + text, Help.defaultColorScheme(Ansi.OFF)));
            }
        }
        out.print(table);
    }

    private static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        words(text).forEach(word -> {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        });
        lines.add(line.toString());
        return lines;
    }

    /** Prints a text as wide as the screen. */
    static void paragraph(String text, int indent, Terminal terminal, PrintWriter out) {
        paragraph(text, indent, terminal.person() ? WIDTH : UNLIMITED, out);
    }

    private static void paragraph(String text, int indent, int width, PrintWriter out) {
        lines(text, width - indent).forEach(line -> out.println(" ".repeat(indent) + line));
    }

    /** Prints a list item, as wide as the screen. */
    static void item(String text, Terminal terminal, PrintWriter out) {
        List<String> lines = lines(text, (terminal.person() ? WIDTH : UNLIMITED) - GAP);
        for (int i = 0; i < lines.size(); i++) {
            out.println((i == 0 ? "- " : "  ") + lines.get(i));
        }
    }
}
