package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * All rows of a delivery as written, held in memory.
 *
 * @param rows the rows, from the first
 * @param header the header; empty when the format is not recognised
 * @param filled the rows below the header in which merged cells were filled, or characters around cells were removed
 */
public record WrittenRows(List<RawRow> rows, Optional<Header> header, Map<Long, RawRow> filled) {

    public WrittenRows {
        rows = List.copyOf(rows);
        filled = Map.copyOf(filled);
    }

    /**
     * Reads the rows; empty if the delivery cannot be read.
     *
     * @throws IOException if the source cannot be read
     */
    public static WrittenRows of(DeliverySource source, ReadOptions options) throws IOException {
        Opening opening = Opening.of(source, options);
        List<RawRow> rows = new ArrayList<>();
        Map<Long, RawRow> filled = new HashMap<>();
        if (!opening.isReadable()) {
            return new WrittenRows(rows, Optional.empty(), filled);
        }
        Optional<MergedTexts> merged = opening.header().map(header -> new MergedTexts(header, opening.table()));
        Optional<WrappedCells> wrapped = opening.header()
                .map(header -> new TotalRows(header, opening.table().isGrid()).sample(opening.table()))
                .map(sample -> new WrappedCells(sample, options.leniency()));
        try (RowReader reader = opening.table().rows()) {
            for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                RawRow written = row.get();
                rows.add(written);
                merged.filter(any -> written.number()
                                > opening.header().orElseThrow().row().number())
                        .map(texts -> wrapped.orElseThrow().plain(texts.filled(written)))
                        .filter(one -> !one.cells().equals(written.cells()))
                        .ifPresent(one -> filled.put(one.number(), one));
            }
        } catch (UnreadableException e) {
            // the report says so; what could be read is here
            return new WrittenRows(rows, opening.header(), filled);
        }
        return new WrittenRows(rows, opening.header(), filled);
    }

    /** Returns the cell of a column, by its name in findings. */
    public OptionalInt cell(String column) {
        if (header.isEmpty()) {
            return OptionalInt.empty();
        }
        Header known = header.get();
        for (int i = 0; i < known.places().size(); i++) {
            if (known.places().get(i) >= 0
                    && known.format().columns().get(i).name().value().equals(column)) {
                return OptionalInt.of(known.places().get(i));
            }
        }
        return IntStream.range(0, known.row().cells().size())
                .filter(cell -> known.nameOf(cell).equals(column))
                .findFirst();
    }

    /**
     * Returns the headers that are not columns of the format, each with the missing column that it was probably meant
     * for.
     */
    public Map<ColumnName, String> proposals() {
        return header.map(known -> HeaderProposals.of(known.unknownHeaders(), known.missing()))
                .orElse(Map.of());
    }
}
