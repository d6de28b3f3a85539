package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.MergedCells;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * Reads merged cells as people mean them: a text about several rows, written once, applies to each of them. A number is
 * never repeated. The sheet is searched for merged cells at the first row that lacks such a text.
 */
final class MergedTexts {

    private final Header header;
    private final RawTable table;
    private final List<Integer> dimensions = new ArrayList<>();
    private Optional<List<MergedCells>> merged = Optional.empty();
    private final Map<MergedCells, String> texts = new HashMap<>();

    MergedTexts(Header header, RawTable table) {
        this.header = header;
        this.table = table;
        List<ColumnRule> columns = header.rules().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (header.places().get(i) >= 0 && columns.get(i).part() instanceof ColumnRule.Part.OfDimension) {
                dimensions.add(header.places().get(i));
            }
        }
    }

    /** Returns the row with the texts of merged cells; the same row if nothing is missing or nothing was merged. */
    RawRow filled(RawRow row) {
        List<String> cells = null;
        for (int place : dimensions) {
            boolean blank =
                    place >= row.cells().size() || Blanks.isBlank(row.cells().get(place));
            Optional<String> text = blank ? text(row.number(), place) : Optional.empty();
            if (text.isPresent()) {
                cells = cells == null ? new ArrayList<>(row.cells()) : cells;
                while (cells.size() <= place) {
                    cells.add("");
                }
                cells.set(place, text.get());
            }
        }
        return cells == null ? row : new RawRow(row.number(), List.copyOf(cells), row.remarks());
    }

    private Optional<String> text(long row, int column) {
        if (merged.isEmpty()) {
            merged = Optional.of(find());
        }
        return merged.get().stream()
                .filter(cells -> cells.holds(row, column))
                .findFirst()
                .map(cells -> texts.getOrDefault(cells, ""))
                .filter(text -> !Blanks.isBlank(text));
    }

    private List<MergedCells> find() {
        try {
            List<MergedCells> below = table.mergedCells().stream()
                    .filter(cells -> cells.firstRow() > header.row().number())
                    .toList();
            if (!below.isEmpty()) {
                readTexts(below);
            }
            return below;
        } catch (UnreadableException e) {
            // reported where the rows are read
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readTexts(List<MergedCells> below) throws IOException, UnreadableException {
        Map<Long, List<MergedCells>> byRow = new HashMap<>();
        below.forEach(cells -> byRow.computeIfAbsent(cells.firstRow(), row -> new ArrayList<>())
                .add(cells));
        try (RowReader rows = table.rows()) {
            for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                List<String> written = row.get().cells();
                for (MergedCells cells : byRow.getOrDefault(row.get().number(), List.of())) {
                    if (cells.firstColumn() < written.size()) {
                        texts.put(cells, written.get(cells.firstColumn()));
                    }
                }
            }
        }
    }
}
