package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/** A delivery whose headers and codes are read with a mapping. Row numbers stay those of the file. */
record MappedDelivery(ColumnMapping mapping, Map<String, ColumnName> names) {

    /** Returns the delivery read with a mapping; empty if none of its headers is in the file. */
    static Optional<RawDelivery> of(RawDelivery delivery, ColumnMapping mapping) {
        Map<String, ColumnName> names = new HashMap<>();
        mapping.columns().forEach((header, column) -> names.put(Blanks.visible(header), column));
        MappedDelivery mapped = new MappedDelivery(mapping, names);
        return delivery.tables().stream()
                        .anyMatch(table ->
                                table.firstRows(Layout.HEADER_ROWS).stream().anyMatch(mapped::isHeader))
                ? Optional.of(new RawDelivery.WithTables(
                        delivery,
                        delivery.tables().stream()
                                .<RawTable>map(table -> new MappedTable(table, mapped))
                                .toList()))
                : Optional.empty();
    }

    /** Returns whether a row has at least half of the headers of the mapping. */
    private boolean isHeader(RawRow row) {
        long found = row.cells().stream()
                .filter(cell -> names.containsKey(Blanks.visible(cell)))
                .count();
        return found > 0 && 2 * found >= names.size();
    }

    /** A table with its headers and codes replaced. */
    private record MappedTable(RawTable table, MappedDelivery mapped) implements RawTable.Other {

        @Override
        public List<RawRow> firstRows(int count) {
            Replacement replacement = mapped.new Replacement();
            return table.firstRows(count).stream().map(replacement::of).toList();
        }

        @Override
        public RowReader rows() throws IOException, UnreadableException {
            RowReader rows = table.rows();
            Replacement replacement = mapped.new Replacement();
            return new RowReader() {
                @Override
                public Optional<RawRow> next() throws UnreadableException {
                    return rows.next().map(replacement::of);
                }

                @Override
                public void close() {
                    rows.close();
                }
            };
        }
    }

    /** Replaces row by row; the first header row determines the column of each cell. */
    private final class Replacement {

        private final List<Map<String, String>> codes = new ArrayList<>();

        RawRow of(RawRow row) {
            List<String> cells = new ArrayList<>(row.cells());
            if (codes.isEmpty() && isHeader(row)) {
                for (int i = 0; i < cells.size(); i++) {
                    ColumnName column = names.get(Blanks.visible(cells.get(i)));
                    codes.add(column == null ? Map.of() : mapping.codes().getOrDefault(column, Map.of()));
                    cells.set(i, column == null ? cells.get(i) : column.value());
                }
                mapping.fixed().keySet().forEach(column -> cells.add(column.value()));
            } else {
                for (int i = 0; i < Math.min(codes.size(), cells.size()); i++) {
                    cells.set(i, codes.get(i).getOrDefault(Blanks.visible(cells.get(i)), cells.get(i)));
                }
                if (!codes.isEmpty() && !TotalRows.isLabelled(row)) {
                    cells.addAll(Collections.nCopies(Math.max(0, codes.size() - cells.size()), ""));
                    cells.addAll(mapping.fixed().values());
                }
            }
            return new RawRow(row.number(), List.copyOf(cells), row.remarks());
        }
    }
}
