package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * The layout of a delivery: where its rows are and which of them is the header, based on the first rows.
 *
 * @param table the table with the rows: a sheet, or the text split by one separator
 * @param header the row with the most column names; empty when there is no row that is not blank
 * @param above the rows before it
 * @param following the inspected rows after it
 * @param others other sheets, in the same way
 */
public record Layout(
        RawTable table, Optional<RawRow> header, List<RawRow> above, List<RawRow> following, List<Layout> others) {

    /** The header is looked for in so many rows. */
    static final int HEADER_ROWS = 20;

    /** So many rows after the header tell for which period the delivery is. */
    private static final int SAMPLE_ROWS = 200;

    private record Candidate(RawTable table, List<RawRow> rows, int header, int names) {

        /**
         * Returns whether this candidate is better. The one with more column names wins; then one that is not hidden;
         * then the one with more cells, so that a file without a known header is still split.
         */
        boolean isBetterThan(Candidate other) {
            if (names != other.names) {
                return names > other.names;
            }
            return isHidden() == other.isHidden() ? cells() > other.cells() : other.isHidden();
        }

        private boolean isHidden() {
            return table.remarks().stream().anyMatch(remark -> remark.kind() == Remark.Kind.HIDDEN_SHEET);
        }

        private int cells() {
            return header < 0 ? 0 : rows.get(header).cells().size();
        }

        Layout layout(List<Layout> others) {
            return header < 0
                    ? new Layout(table, Optional.empty(), List.of(), List.of(), others)
                    : new Layout(
                            table,
                            Optional.of(rows.get(header)),
                            rows.subList(0, header),
                            rows.subList(header + 1, rows.size()),
                            others);
        }
    }

    /** Returns the layout of some tables. */
    public static Layout of(List<RawTable> tables, List<FormatDefinition.Outline> formats) {
        Set<ColumnName> known = new HashSet<>();
        formats.forEach(format -> known.addAll(format.columns()));
        List<Candidate> candidates = tables.stream()
                .map(table -> candidate(table, table.firstRows(SAMPLE_ROWS), known))
                .toList();
        int best = 0;
        for (int i = 1; i < candidates.size(); i++) {
            best = candidates.get(i).isBetterThan(candidates.get(best)) ? i : best;
        }
        List<Layout> others = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (i != best && candidates.get(i).table().sheet().isPresent()) {
                others.add(candidates.get(i).layout(List.of()));
            }
        }
        return candidates.get(best).layout(List.copyOf(others));
    }

    private static Candidate candidate(RawTable table, List<RawRow> rows, Set<ColumnName> known) {
        int header = -1;
        int names = -1;
        for (int i = 0; i < rows.size() && rows.get(i).number() <= HEADER_ROWS; i++) {
            int found = names(rows.get(i), known);
            if (!Blanks.isBlank(rows.get(i).cells()) && found > names) {
                header = i;
                names = found;
            }
        }
        return new Candidate(table, rows, header, names);
    }

    private static int names(RawRow row, Set<ColumnName> known) {
        return (int) HeaderNames.of(row.cells(), known::contains).stream()
                .filter(name -> name.filter(known::contains).isPresent())
                .count();
    }

    /** Returns all places where rows may be, the most likely first. */
    List<RawTable> tables() {
        return Stream.concat(Stream.of(table), others.stream().map(Layout::table))
                .toList();
    }

    /** Returns what to call the place of the rows: the sheet, or the delivery where there are no sheets. */
    public String placeName(String delivery) {
        return table.sheet().orElse(delivery);
    }

    /** Returns the location for findings: with the sheet's name if there is more than one. */
    String source(String delivery) {
        return others.isEmpty() ? delivery : sheetOf(delivery);
    }

    /** Returns the name of the sheet in a delivery, as spreadsheets write it. */
    String sheetOf(String delivery) {
        return delivery + "!" + placeName(delivery);
    }
}
