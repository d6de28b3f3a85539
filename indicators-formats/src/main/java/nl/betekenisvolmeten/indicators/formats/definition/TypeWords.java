package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Locale;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** What a column holds, in the words of a definition file. */
final class TypeWords {

    private TypeWords() {}

    static String of(ColumnType type) {
        if (type instanceof ColumnType.Time time) {
            return "PERIOD " + time.kind() + " " + time.notation();
        }
        if (type instanceof ColumnType.Place place) {
            return "AREA " + place.level() + (place.byName() ? " NAME" : " CODE");
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return "QUANTITY, " + quantity.scale();
        }
        return type.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** The largest number or the longest text. */
    static OptionalLong limit(ColumnType type) {
        return type instanceof ColumnType.Text text ? OptionalLong.of(text.maximumLength()) : type.largest();
    }
}
