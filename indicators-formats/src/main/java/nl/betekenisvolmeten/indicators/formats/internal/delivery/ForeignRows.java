package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.Carriers;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * The first rows of an unknown file. The header is the row with the most filled cells among those searched for headers;
 * the first one if several have as many.
 *
 * @param headers the names of its columns
 * @param rows the rows below it
 */
public record ForeignRows(List<String> headers, List<List<String>> rows) {

    private static final int ROWS = 5_000;

    public ForeignRows {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    /**
     * Reads the first rows.
     *
     * @throws IOException if the source cannot be read
     * @throws UnreadableException if nothing can be read as rows
     */
    public static ForeignRows of(DeliverySource source, ReadLimits limits) throws IOException, UnreadableException {
        ForeignRows best = new ForeignRows(List.of(), List.of());
        for (RawTable table : Carriers.open(source, limits, false).tables()) {
            ForeignRows one = of(table.firstRows(ROWS));
            best = one.headers.size() > best.headers.size() ? one : best;
        }
        return best;
    }

    private static ForeignRows of(List<RawRow> all) {
        int header = -1;
        for (int i = 0; i < all.size() && all.get(i).number() <= Layout.HEADER_ROWS; i++) {
            if (filled(all.get(i)) > (header < 0 ? 0 : filled(all.get(header)))) {
                header = i;
            }
        }
        if (header < 0) {
            return new ForeignRows(List.of(), List.of());
        }
        List<String> names = new ArrayList<>(
                all.get(header).cells().stream().map(Blanks::visible).toList());
        while (Blanks.isBlank(names.get(names.size() - 1))) {
            names.remove(names.size() - 1);
        }
        return new ForeignRows(
                names,
                all.subList(header + 1, all.size()).stream()
                        .filter(row -> !TotalRows.isLabelled(row))
                        .map(RawRow::cells)
                        .toList());
    }

    private static long filled(RawRow row) {
        return row.cells().stream().filter(cell -> !Blanks.isBlank(cell)).count();
    }

    /** Returns why a file cannot be read. */
    public static List<Finding> findings(UnreadableException e, DeliverySource source) {
        return Opening.unreadable(e, source, ReadLimits.withDefaults(), Location.of(source.name()));
    }

    /** Returns the number of rows. */
    public int count() {
        return rows.size();
    }

    /** Returns the values of a column that are not blank. */
    public List<String> values(int column) {
        return rows.stream()
                .filter(cells -> column < cells.size() && !Blanks.isBlank(cells.get(column)))
                .map(cells -> Blanks.visible(cells.get(column)))
                .toList();
    }
}
