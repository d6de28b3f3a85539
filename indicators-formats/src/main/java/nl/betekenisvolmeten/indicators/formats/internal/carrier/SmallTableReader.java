package nl.betekenisvolmeten.indicators.formats.internal.carrier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * A small table of one's own with a header in the first row that is not blank, such as inhabitants or totals, in any
 * carrier. Of several sheets it is the one with the widest header.
 */
public final class SmallTableReader {

    /** Takes the first row of a table. */
    @FunctionalInterface
    public interface HeaderTaker {

        /**
         * Takes the names of the columns.
         *
         * @param names the names; none where the table has no rows
         * @param place where they are
         * @return true when the rows below can be read
         */
        boolean accept(List<String> names, Location place);
    }

    private static final FindingCode BROKEN_CHARACTER = FindingCode.of("TF-V12");
    private static final int HEADER_ROWS = 20;

    private SmallTableReader() {}

    /**
     * Reads a file.
     *
     * @param source the file
     * @param header takes the names of the columns, in lower case, and where they are; says whether the rows below mean
     *     anything. There are no names where the file holds nothing
     * @param row takes each row below that is not blank
     * @param found takes the finding that the file cannot be read on
     * @throws IndicatorsException if the source cannot be read
     */
    public static void read(DeliverySource source, HeaderTaker header, Consumer<RawRow> row, Consumer<Finding> found) {
        Location place = Location.of(source.name());
        ReadLimits limits = ReadLimits.withDefaults();
        try {
            RawTable table = Carriers.open(source, limits, false).tables().stream()
                    .max(Comparator.comparingInt(SmallTableReader::width))
                    .orElseThrow();
            try (RowReader reader = table.rows()) {
                rows(reader, header, table.isGrid() ? wide(table, row) : row, place, found);
            }
        } catch (IOException e) {
            throw new IndicatorsException("cannot read " + source.name(), e);
        } catch (UnreadableException e) {
            found.accept(e.finding(source, limits, place));
        }
    }

    private static void rows(
            RowReader reader, HeaderTaker header, Consumer<RawRow> to, Location place, Consumer<Finding> found)
            throws UnreadableException {
        boolean below = false;
        for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
            if (Blanks.isBlank(row.get().cells())) {
                continue;
            }
            if (row.get().remarks().stream().anyMatch(remark -> remark.kind() == Remark.Kind.BROKEN_CHARACTER)) {
                found.accept(Finding.of(
                        BROKEN_CHARACTER,
                        Severity.ERROR,
                        place.withRow(row.get().number())));
            } else if (below) {
                to.accept(row.get());
            } else {
                List<String> names = row.get().cells().stream()
                        .map(cell -> Blanks.visible(cell).toLowerCase(Locale.ROOT))
                        .toList();
                below = header.accept(names, place.withRow(row.get().number()));
                if (!below) {
                    return;
                }
            }
        }
        if (!below) {
            header.accept(List.of(), place);
        }
    }

    /** Returns the number of cells of the first row that is not blank. */
    private static int width(RawTable table) {
        return table.firstRows(HEADER_ROWS).stream()
                .map(RawRow::cells)
                .filter(cells -> !Blanks.isBlank(cells))
                .findFirst()
                .map(List::size)
                .orElse(0);
    }

    /** Returns a taker of rows that gives each as many cells as the header; a sheet leaves out empty ones at the end. */
    private static Consumer<RawRow> wide(RawTable table, Consumer<RawRow> to) {
        int width = width(table);
        return row -> {
            List<String> cells = new ArrayList<>(row.cells());
            cells.addAll(Collections.nCopies(Math.max(0, width - cells.size()), ""));
            to.accept(new RawRow(row.number(), cells, row.remarks()));
        };
    }
}
