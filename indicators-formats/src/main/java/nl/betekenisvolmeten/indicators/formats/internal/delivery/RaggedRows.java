package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * Reports rows of a text with too many or too few cells. If the first rows all have the same number of cells and the
 * header has another, that is one finding; so is a row that a line break splits in two.
 */
final class RaggedRows {

    private final Header header;
    private final Location place;
    private final Consumer<Finding> found;
    private final Optional<Integer> usual;
    private final int width;
    private Optional<RawRow> pending = Optional.empty();
    private Optional<RawRow> first = Optional.empty();
    private long count;

    /**
     * Creates the report of one table.
     *
     * @param sample the first rows of a text; empty for a table in which no row can have another number of cells
     */
    RaggedRows(Header header, List<RawRow> sample, Location place, Consumer<Finding> found) {
        this.header = header;
        this.place = place;
        this.found = found;
        List<Integer> sizes = sample.stream().map(row -> row.cells().size()).toList();
        usual = Optional.of(sizes)
                .filter(all -> all.size() > 1 && all.stream().distinct().count() == 1)
                .map(all -> all.get(0));
        width = usual.filter(size -> size == named())
                .orElse(header.row().cells().size());
    }

    /** Returns the number of cells of a valid row: up to the last column name if the first rows all have that many. */
    int width() {
        return width;
    }

    private int named() {
        int named = header.row().cells().size();
        while (named > 0 && Blanks.isBlank(header.row().cells().get(named - 1))) {
            named--;
        }
        return named;
    }

    /** Adds a row with another number of cells. */
    void add(RawRow row) {
        int size = row.cells().size();
        if (usual.filter(all -> all == size).isPresent()) {
            first = first.or(() -> Optional.of(row));
            count++;
            return;
        }
        Optional<RawRow> start = pending.filter(
                before -> before.number() + 1 == row.number() && before.cells().size() + size - 1 == width);
        if (start.isPresent()) {
            pending = Optional.empty();
            report(start.get(), "broken");
        } else {
            flush();
            pending = Optional.of(row);
        }
    }

    /** Reports a held row that turned out not to be the first part of the next one. */
    void flush() {
        pending.ifPresent(row -> found.accept(
                Finding.of(DeliveryCodes.RAGGED_ROW, Severity.ERROR, place.withRow(row.number()), counts(row))));
        pending = Optional.empty();
    }

    /** Reports the remaining rows once there are no more rows. */
    void finish() {
        flush();
        first.ifPresent(row -> report(row, count == 1 ? "one" : cause(row)));
    }

    private void report(RawRow row, String reason) {
        Map<String, String> arguments = new HashMap<>(counts(row));
        arguments.put("reason", reason);
        arguments.put("row", Long.toString(row.number()));
        arguments.put("count", Long.toString(count));
        found.accept(Finding.of(DeliveryCodes.RAGGED_ROW, Severity.ERROR, place.withRow(row.number()), arguments));
    }

    private Map<String, String> counts(RawRow row) {
        return Map.of(
                "expected",
                Integer.toString(width),
                "found",
                Integer.toString(row.cells().size()));
    }

    /** Returns why rows have a different number of cells than the header. */
    private String cause(RawRow row) {
        String text = String.join("\n", row.cells());
        if (Stream.of(";", ",", "\t").anyMatch(other -> text.split(other, -1).length == width)) {
            return "separator";
        }
        return isCommaInNumber(row) ? "comma" : "rows";
    }

    /** Returns whether the first cell is valid and a later number is split at its comma. */
    private boolean isCommaInNumber(RawRow row) {
        List<ColumnRule> columns = header.rules().columns();
        for (int i = 0; i < columns.size(); i++) {
            int at = header.places().get(i);
            if (columns.get(i).type().decimals().filter(scale -> scale > 0).isPresent()
                    && at >= 0
                    && at + 1 < row.cells().size()
                    && row.cells().get(at).matches("[0-9]+")
                    && row.cells().get(at + 1).matches("[0-9]{1,2}")) {
                int leading = header.places().indexOf(0);
                return leading >= 0
                        && columns.get(leading).type().read(row.cells().get(0)) instanceof CellResult.Value;
            }
        }
        return false;
    }
}
