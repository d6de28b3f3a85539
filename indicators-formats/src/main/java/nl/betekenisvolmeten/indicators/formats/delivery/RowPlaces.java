package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.Optional;
import java.util.OptionalInt;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Where in a row stand who reports, on which area and of when. */
record RowPlaces(TableStructure structure, int reporter, int time, OptionalInt area) {

    /** Returns the places of the columns; empty if rows contain no reporter or no period. */
    static Optional<RowPlaces> of(TableStructure structure, ColumnName area) {
        return structure.reporterIndex().isPresent() && structure.timeIndex().isPresent()
                ? Optional.of(new RowPlaces(
                        structure,
                        structure.reporterIndex().getAsInt(),
                        structure.timeIndex().getAsInt(),
                        structure.dimensionIndex(area)))
                : Optional.empty();
    }

    KvkNumber reporter(Observation row) {
        return KvkNumber.of(row.code(reporter));
    }

    Period period(Observation row) {
        return Period.ofCode(row.code(time));
    }

    /** Returns the area as written in the row; empty if rows have no such column. */
    Optional<String> area(Observation row) {
        return area.isPresent() ? Optional.of(row.code(area.getAsInt())) : Optional.empty();
    }

    /** Returns the column of areas if its areas are known. */
    Optional<Dimension.Place> place() {
        return area.isPresent() && structure.dimensions().get(area.getAsInt()) instanceof Dimension.Place place
                ? Optional.of(place)
                : Optional.empty();
    }

    /** Returns a copy of a row for another organisation. */
    Observation withReporter(Observation row, KvkNumber other) {
        return row.withCode(reporter, other.value());
    }
}
