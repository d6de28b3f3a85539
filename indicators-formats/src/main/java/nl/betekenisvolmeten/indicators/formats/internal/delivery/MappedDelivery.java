package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * A delivery whose headers and codes are read with a mapping. Row numbers stay those of the file.
 *
 * @param mapping the mapping
 * @param names the columns that each header becomes
 */
record MappedDelivery(ColumnMapping mapping, Map<String, List<ColumnName>> names) {

    /**
     * Returns the delivery read with a mapping; empty if fewer than half of its headers are in the file. A file whose
     * headers already have the names of their columns needs the mapping only for a fixed column that it lacks.
     */
    static Optional<RawDelivery> of(RawDelivery delivery, ColumnMapping mapping) {
        Map<String, List<ColumnName>> names = new HashMap<>();
        mapping.columns()
                .forEach((column, header) -> names.computeIfAbsent(Blanks.visible(header), any -> new ArrayList<>())
                        .add(column));
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

    /** Returns whether a row is the header that the mapping is for. */
    private boolean isHeader(RawRow row) {
        Set<String> cells = row.cells().stream().map(Blanks::visible).collect(Collectors.toSet());
        long found = names.entrySet().stream()
                .filter(entry -> cells.contains(entry.getKey())
                        || entry.getValue().stream().anyMatch(column -> cells.contains(column.value())))
                .count();
        boolean lacking = mapping.fixed().keySet().stream().anyMatch(column -> !cells.contains(column.value()));
        return found > 0 && 2 * found >= names.size() && (lacking || !Collections.disjoint(cells, names.keySet()));
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

    /** Replaces row by row; the first header row determines the columns of each cell. */
    private final class Replacement {

        /** The cell of each column that is added after those of the file. */
        private final Map<ColumnName, Integer> added = new LinkedHashMap<>();

        private final List<Map<String, String>> codes = new ArrayList<>();
        private final List<String> fixed = new ArrayList<>();

        RawRow of(RawRow row) {
            List<String> cells = new ArrayList<>(row.cells());
            if (codes.isEmpty() && isHeader(row)) {
                header(cells);
            } else if (!codes.isEmpty()) {
                boolean extended = !TotalRows.isLabelled(row);
                List<String> more = new ArrayList<>();
                added.forEach((column, cell) -> more.add(
                        cell < row.cells().size()
                                ? code(codes(column), row.cells().get(cell))
                                : ""));
                for (int i = 0; i < Math.min(codes.size(), cells.size()); i++) {
                    cells.set(i, code(codes.get(i), cells.get(i)));
                }
                if (extended) {
                    cells.addAll(Collections.nCopies(Math.max(0, codes.size() - cells.size()), ""));
                    cells.addAll(more);
                    cells.addAll(fixed);
                }
            }
            return new RawRow(row.number(), List.copyOf(cells), row.remarks());
        }

        private void header(List<String> cells) {
            for (int i = 0; i < cells.size(); i++) {
                String header = Blanks.visible(cells.get(i));
                List<ColumnName> columns = names.getOrDefault(header, List.of());
                Optional<ColumnName> own = columns.stream().findFirst().or(() -> named(header));
                codes.add(own.map(this::codes).orElse(Map.of()));
                cells.set(i, columns.isEmpty() ? cells.get(i) : columns.get(0).value());
                for (ColumnName column : columns.subList(Math.min(1, columns.size()), columns.size())) {
                    added.put(column, i);
                }
            }
            Set<String> present = new HashSet<>(cells);
            added.keySet().forEach(column -> cells.add(column.value()));
            mapping.fixed().forEach((column, value) -> {
                if (!present.contains(column.value())) {
                    cells.add(column.value());
                    fixed.add(value);
                }
            });
        }

        private Optional<ColumnName> named(String header) {
            return mapping.codes().keySet().stream()
                    .filter(column -> column.value().equals(header))
                    .findFirst();
        }

        private Map<String, String> codes(ColumnName column) {
            return mapping.codes().getOrDefault(column, Map.of());
        }

        private String code(Map<String, String> own, String cell) {
            return own.getOrDefault(Blanks.visible(cell), cell);
        }
    }
}
