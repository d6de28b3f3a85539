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

    /** Empty where rows do not say who reports, or of when. */
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

    /** The area as the row writes it; empty where rows have no such column. */
    Optional<String> area(Observation row) {
        return area.isPresent() ? Optional.of(row.code(area.getAsInt())) : Optional.empty();
    }

    /** The column of areas, where it holds areas that are known. */
    Optional<Dimension.Place> place() {
        return area.isPresent() && structure.dimensions().get(area.getAsInt()) instanceof Dimension.Place place
                ? Optional.of(place)
                : Optional.empty();
    }

    /** The same row of another organisation. */
    Observation withReporter(Observation row, KvkNumber other) {
        return row.withCode(reporter, other.value());
    }
}
