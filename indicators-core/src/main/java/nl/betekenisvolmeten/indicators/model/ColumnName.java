package nl.betekenisvolmeten.indicators.model;

import java.util.regex.Pattern;

/**
 * The name of a column of a format or a table: a dimension, a measure or an attribute.
 *
 * @param value lower-case letters, digits and underscores, starting with a letter; at most 64 characters
 */
public record ColumnName(String value) implements Comparable<ColumnName> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    /**
     * Checks the shape.
     *
     * @param value the name
     * @throws IllegalArgumentException if the shape is another
     */
    public ColumnName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a column name, such as unieke_deelnemers: '" + value + "'");
        }
    }

    /**
     * The name with this text.
     *
     * @param value such as {@code bezoeken}
     * @return the name
     * @throws IllegalArgumentException if the shape is another
     */
    public static ColumnName of(String value) {
        return new ColumnName(value);
    }

    /**
     * Whether a text has the shape of a name.
     *
     * @param text any text
     * @return true when {@link #of} takes it
     */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(ColumnName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
