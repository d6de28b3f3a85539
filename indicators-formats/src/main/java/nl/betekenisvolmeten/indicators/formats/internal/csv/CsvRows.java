package nl.betekenisvolmeten.indicators.formats.internal.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifier;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.internal.SpreadsheetFormula;

/** Rows of CSV text. A row is a record: a line break within quotes does not make a new one, as in a spreadsheet. */
final class CsvRows implements RowReader {

    /** Placeholder for a byte that is not a character; not a Unicode character itself. */
    static final char BROKEN = '\uFFFF';

    private final CloseableIterator<CsvRecord> records;
    private final boolean broken;
    private long number;

    CsvRows(Reader text, char separator, ReadLimits limits, long before, boolean broken) {
        this.broken = broken;
        number = before;
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(limits.columns())
                .maxFieldSize(limits.cellLength())
                .fieldModifier(new WithoutApostrophe())
                .build();
        records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(2 * limits.cellLength() + (1 << 14))
                .build(handler, text)
                .iterator();
    }

    @Override
    public Optional<RawRow> next() throws UnreadableException {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord next = records.next();
            number++;
            return Optional.of(row(next.getFields()));
        } catch (CsvParseException e) {
            // its message may hold a piece of a cell, so it goes no further
            throw new UnreadableException(reason(String.valueOf(e.getMessage())), number + 1);
        }
    }

    /** Returns why a record cannot be read; the parser only says so in words. */
    private static Reason reason(String message) {
        if (message.contains("max field size")) {
            return Reason.CELL_TOO_LONG;
        }
        return message.contains("maximum limit of") ? Reason.TOO_MANY_COLUMNS : Reason.MALFORMED;
    }

    /** Returns the row, with a remark about bytes that are not characters and NUL characters. */
    private RawRow row(List<String> cells) {
        List<String> shown = broken
                ? cells.stream()
                        .map(cell -> cell.replace(BROKEN, '\uFFFD').replace('\0', '\uFFFD'))
                        .toList()
                : cells;
        if (shown.equals(cells)) {
            return new RawRow(number, cells);
        }
        return new RawRow(number, shown, List.of(Remark.of(Remark.Kind.BROKEN_CHARACTER)));
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell that was made harmless is quoted, which distinguishes it from one that was written that way. */
    private static final class WithoutApostrophe implements FieldModifier {
        @Override
        public String modify(long line, int field, boolean quoted, String text) {
            return quoted ? SpreadsheetFormula.original(text) : text;
        }
    }
}
