package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** What a column holds, in the words of a definition file. */
final class TypeWords {

    private TypeWords() {}

    static String of(ColumnType type) {
        String kind = ColumnTypeLoader.kind(type);
        if (type instanceof ColumnType.Time time) {
            return kind + " " + time.kind() + " " + time.notation();
        }
        if (type instanceof ColumnType.Place place) {
            return kind + " " + place.level() + (place.byName() ? " NAME" : " CODE");
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return kind + ", " + quantity.scale();
        }
        return kind;
    }

    /** The largest number or the longest text. */
    static Optional<Long> limit(ColumnType type) {
        if (type instanceof ColumnType.Count count) {
            return Optional.of(count.maximum());
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return Optional.of(quantity.maximum());
        }
        return type instanceof ColumnType.Text text ? Optional.of((long) text.maximumLength()) : Optional.empty();
    }
}
