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

    /** A column of texts that say what a row is about. */
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

    /** A remark on the row before. */
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

    /** As wide as the cells, or for texts narrower where the screen is too narrow: the widest first. */
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

    /** The cells of a column and its header; the header of numbers by the word, as it may take several lines. */
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
        header(block, widths, out);
        for (Row row : rows) {
            if (row.cells().isEmpty()) {
                paragraph(row.below(), 3 * GAP, width, out);
            } else {
                line(row.cells(), block, widths, out);
            }
        }
    }

    /** Headers of numbers in as many lines as they need, each at the right. */
    private void header(List<Integer> block, int[] widths, PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            String header = headers.get(column);
            lines.add(numbers.get(column) && block.contains(column) ? lines(header, widths[column]) : List.of(header));
        }
        int height = block.stream()
                .mapToInt(column -> lines.get(column).size())
                .max()
                .orElse(1);
        for (int i = 0; i < height; i++) {
            int from = i;
            line(
                    lines.stream()
                            .map(parts -> from < parts.size() ? parts.get(from) : "")
                            .toList(),
                    block,
                    widths,
                    out);
        }
    }

    private static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        words(text).forEach(word -> {
            int last = lines.size() - 1;
            if (last >= 0 && lines.get(last).length() + 1 + word.length() <= width) {
                lines.set(last, lines.get(last) + " " + word);
            } else {
                lines.add(word);
            }
        });
        return lines;
    }

    private void line(List<String> cells, List<Integer> block, int[] widths, PrintWriter out) {
        TextTable table = table(columns(block, widths));
        table.addEmptyRow();
        for (int i = 0; i < block.size(); i++) {
            int column = block.get(i);
            String cell = cells.get(column);
            String padded = numbers.get(column) ? " ".repeat(widths[column] - cell.length()) + cell : cell;
            table.putValue(0, i, Ansi.OFF.new Text(padded, Help.defaultColorScheme(Ansi.OFF)));
        }
        // a text that fills its column to the last character is followed by an empty line
        table.toString().lines().filter(line -> !line.isBlank()).forEach(out::println);
    }

    /** A text has room for one blank more, taken from the gap after it: or else a line begins with that blank. */
    private Column[] columns(List<Integer> block, int[] widths) {
        List<Column> columns = new ArrayList<>();
        int gap = GAP;
        for (int column : block) {
            int room = numbers.get(column) ? 0 : 1;
            columns.add(new Column(gap + widths[column] + room, gap, Overflow.WRAP));
            gap = GAP - room;
        }
        return columns.toArray(Column[]::new);
    }

    private static TextTable table(Column... columns) {
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns);
        table.indentWrappedLines = 0;
        return table;
    }

    /** A text as wide as the screen. */
    static void paragraph(String text, Terminal terminal, PrintWriter out) {
        paragraph(text, 0, terminal.person() ? WIDTH : UNLIMITED, out);
    }

    private static void paragraph(String text, int indent, int width, PrintWriter out) {
        TextTable table = table(new Column(Math.min(width, text.length() + indent + 1), indent, Overflow.WRAP));
        table.addRowValues(text);
        out.print(table);
    }
}
