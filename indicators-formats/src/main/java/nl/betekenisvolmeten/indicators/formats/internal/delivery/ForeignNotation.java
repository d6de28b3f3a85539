package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * The columns that are written in the notation of another country. In a decimal column points are decimal signs if some
 * cell has a point followed by one or two digits, and none has a comma or thousands separators; in a column of days
 * some cell has the month first and a day above 12. All rows are read again at the first cell that depends on this.
 */
final class ForeignNotation implements IntPredicate {

    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?:0?[1-9]|1[0-2])[-/.](?:1[3-9]|2[0-9]|3[01])[-/.][0-9]{2,4}(?![0-9]).*");
    private static final Pattern POINT = Pattern.compile("[-\u2212\u2013]?\\s*[0-9]*\\.[0-9]{1,2}");

    private final Header header;
    private final RawTable table;
    private final long mostRows;
    private Optional<Set<Integer>> columns = Optional.empty();

    ForeignNotation(Header header, RawTable table, long mostRows) {
        this.header = header;
        this.table = table;
        this.mostRows = mostRows;
    }

    @Override
    public boolean test(int column) {
        if (columns.isEmpty()) {
            columns = Optional.of(find());
        }
        return columns.get().contains(column);
    }

    private Set<Integer> find() {
        List<Integer> looked = IntStream.range(0, header.places().size())
                .filter(i -> header.places().get(i) >= 0
                        && (type(i) instanceof ColumnType.Quantity
                                || type(i) instanceof ColumnType.Day
                                || type(i) instanceof ColumnType.Time))
                .boxed()
                .toList();
        Set<Integer> foreign = new HashSet<>();
        Set<Integer> others = new HashSet<>();
        try (RowReader rows = table.rows()) {
            Optional<RawRow> row = rows.next();
            for (long seen = 0; row.isPresent() && seen < mostRows; row = rows.next()) {
                if (row.get().number() > header.row().number()
                        && !Blanks.isBlank(row.get().cells())) {
                    look(row.get(), looked, foreign, others);
                    seen++;
                }
            }
        } catch (UnreadableException e) {
            // reported where the rows are read; what came before it counts
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        foreign.removeAll(others);
        return foreign;
    }

    private ColumnType type(int column) {
        return header.rules().columns().get(column).type();
    }

    private void look(RawRow row, List<Integer> looked, Set<Integer> foreign, Set<Integer> others) {
        for (int column : looked) {
            int place = header.places().get(column);
            String text = place < row.cells().size() ? row.cells().get(place) : "";
            boolean decimal = type(column) instanceof ColumnType.Quantity;
            if (decimal && (text.indexOf(',') >= 0 || text.indexOf('.') != text.lastIndexOf('.'))) {
                others.add(column);
            } else if ((decimal ? POINT : MONTH_FIRST)
                    .matcher(Blanks.strip(text))
                    .matches()) {
                foreign.add(column);
            }
        }
    }
}
