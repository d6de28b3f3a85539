package nl.betekenisvolmeten.indicators.formats.internal.csv;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/** A small CSV file of one's own with a header in the first row that is not blank, such as inhabitants or totals. */
public final class SmallTableReader {

    private static final FindingCode UNREADABLE = FindingCode.of("TF-S06");
    private static final int HEADER_ROWS = 20;

    private SmallTableReader() {}

    /**
     * Reads a file.
     *
     * @param source the file
     * @param below for the header, or none, takes the rows below it that are not blank; empty when they mean nothing
     * @param found takes the finding that the file cannot be read on
     * @throws IndicatorsException if the source cannot be read
     */
    public static void read(
            DeliverySource source,
            Function<Optional<RawRow>, Optional<Consumer<RawRow>>> below,
            Consumer<Finding> found) {
        try {
            rows(CsvDelivery.open(source, ReadLimits.withDefaults(), false), below);
        } catch (IOException e) {
            throw new IndicatorsException("cannot read " + source.name(), e);
        } catch (UnreadableException e) {
            Location place = Location.of(source.name());
            String reason = e.reason().name().toLowerCase(Locale.ROOT);
            Location where = e.row().isPresent() ? place.withRow(e.row().getAsLong()) : place;
            found.accept(Finding.of(UNREADABLE, Severity.ERROR, where, Map.of("reason", reason)));
        }
    }

    private static void rows(CsvDelivery delivery, Function<Optional<RawRow>, Optional<Consumer<RawRow>>> below)
            throws IOException, UnreadableException {
        try (RowReader reader = delivery.rows(separator(delivery))) {
            Optional<RawRow> header = reader.next();
            while (header.isPresent() && Blanks.isBlank(header.get().cells())) {
                header = reader.next();
            }
            Optional<Consumer<RawRow>> taker = below.apply(header);
            Optional<RawRow> row = taker.isEmpty() ? Optional.empty() : reader.next();
            while (row.isPresent()) {
                if (!Blanks.isBlank(row.get().cells())) {
                    taker.orElseThrow().accept(row.get());
                }
                row = reader.next();
            }
        }
    }

    /** The separator that gives the first row with anything in it the most cells. */
    private static char separator(CsvDelivery delivery) {
        char best = CsvDelivery.SEPARATORS.get(0);
        int largest = 0;
        for (char separator : CsvDelivery.SEPARATORS) {
            int cells = delivery.firstRows(separator, HEADER_ROWS).stream()
                    .filter(row -> !Blanks.isBlank(row.cells()))
                    .mapToInt(row -> row.cells().size())
                    .findFirst()
                    .orElse(0);
            if (cells > largest) {
                largest = cells;
                best = separator;
            }
        }
        return best;
    }
}
