package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.csv.CsvDelivery;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.RawRow;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.Blanks;

/**
 * How a CSV delivery is laid out: its separator and its header row, seen from its first rows.
 *
 * @param separator between the cells
 * @param header the row with the most column names; empty when there is no row that is not blank
 * @param following the rows after it that were looked at
 */
record Layout(char separator, Optional<RawRow> header, List<RawRow> following) {

    /** The header is looked for in so many rows. */
    static final int HEADER_ROWS = 20;

    /** So many rows after the header tell for which period the delivery is. */
    private static final int SAMPLE_ROWS = 200;

    private record Candidate(char separator, List<RawRow> rows, int header, int names) {

        /** More column names win; then more cells, so that a file without a known header is still split. */
        boolean isBetterThan(Candidate other) {
            return names != other.names ? names > other.names : cells() > other.cells();
        }

        private int cells() {
            return header < 0 ? 0 : rows.get(header).cells().size();
        }
    }

    static Layout of(CsvDelivery delivery, List<FormatDefinition> formats) {
        Set<ColumnName> known = new HashSet<>();
        formats.forEach(format -> format.columns().stream().map(Column::name).forEach(known::add));
        Candidate best = new Candidate(CsvDelivery.SEPARATORS.get(0), List.of(), -1, -1);
        for (char separator : CsvDelivery.SEPARATORS) {
            Candidate candidate = candidate(separator, delivery.firstRows(separator, SAMPLE_ROWS), known);
            if (candidate.isBetterThan(best)) {
                best = candidate;
            }
        }
        if (best.header() < 0) {
            return new Layout(best.separator(), Optional.empty(), List.of());
        }
        return new Layout(
                best.separator(),
                Optional.of(best.rows().get(best.header())),
                best.rows().subList(best.header() + 1, best.rows().size()));
    }

    private static Candidate candidate(char separator, List<RawRow> rows, Set<ColumnName> known) {
        int header = -1;
        int names = -1;
        for (int i = 0; i < Math.min(rows.size(), HEADER_ROWS); i++) {
            int found = names(rows.get(i), known);
            if (!Blanks.isBlank(rows.get(i).cells()) && found > names) {
                header = i;
                names = found;
            }
        }
        return new Candidate(separator, rows, header, names);
    }

    private static int names(RawRow row, Set<ColumnName> known) {
        return (int) row.cells().stream()
                .filter(cell -> Header.columnName(cell).filter(known::contains).isPresent())
                .count();
    }
}
