package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ColumnTypeLoader;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** What a column holds, in the words of a definition file. */
final class TypeWords {

    private TypeWords() {}

    static String of(ColumnType type) {
        String kind = ColumnTypeLoader.kind(type);
        if (type instanceof ColumnType.Time time) {
            String longest = time.longest() == time.kind() ? "" : " - " + time.longest();
            return kind + " " + time.kind() + longest + " " + time.notation();
        }
        if (type instanceof ColumnType.Place place) {
            return kind + " " + place.level() + (place.byName() ? " NAME" : " CODE");
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return kind + ", " + quantity.scale();
        }
        return kind;
    }

    /** Returns the largest number, or the maximum length of a text. */
    static OptionalLong limit(ColumnType type) {
        return type instanceof ColumnType.Text text ? OptionalLong.of(text.maximumLength()) : type.largest();
    }
}
