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
 * The decimal columns in which points are decimal signs: some cell has a point followed by one or two digits, and none
 * has a comma or thousands separators. All rows are read once more, at the first cell where it matters.
 */
final class DecimalPoints implements IntPredicate {

    private static final Pattern POINT = Pattern.compile("[-\u2212\u2013]?\\s*[0-9]*\\.[0-9]{1,2}");

    private final Header header;
    private final RawTable table;
    private final long mostRows;
    private Optional<Set<Integer>> columns = Optional.empty();

    DecimalPoints(Header header, RawTable table, long mostRows) {
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
        List<Integer> decimals = IntStream.range(0, header.places().size())
                .filter(i -> header.places().get(i) >= 0
                        && header.rules().columns().get(i).type() instanceof ColumnType.Quantity)
                .boxed()
                .toList();
        Set<Integer> points = new HashSet<>();
        Set<Integer> others = new HashSet<>();
        try (RowReader rows = table.rows()) {
            Optional<RawRow> row = rows.next();
            for (long seen = 0; row.isPresent() && seen < mostRows; row = rows.next()) {
                if (row.get().number() > header.row().number()
                        && !Blanks.isBlank(row.get().cells())) {
                    look(row.get(), decimals, points, others);
                    seen++;
                }
            }
        } catch (UnreadableException e) {
            // reported where the rows are read; what came before it counts
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        points.removeAll(others);
        return points;
    }

    private void look(RawRow row, List<Integer> decimals, Set<Integer> points, Set<Integer> others) {
        for (int column : decimals) {
            int place = header.places().get(column);
            String text = place < row.cells().size() ? row.cells().get(place) : "";
            if (text.indexOf(',') >= 0 || text.indexOf('.') != text.lastIndexOf('.')) {
                others.add(column);
            } else if (text.indexOf('.') >= 0
                    && POINT.matcher(Blanks.strip(text)).matches()) {
                points.add(column);
            }
        }
    }
}
