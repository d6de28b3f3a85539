package nl.betekenisvolmeten.indicators.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of a column of a format or a table: a dimension, a measure or an attribute.
 *
 * @param value lower-case letters, digits and underscores, starting with a letter; at most 64 characters
 */
public record ColumnName(String value) implements Comparable<ColumnName> {

    private static final int MAX_LENGTH = 64;

    /** @throws IllegalArgumentException if {@code value} has another shape */
    public ColumnName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a column name, such as unieke_deelnemers: '" + value + "'");
        }
    }

    /**
     * Returns the name with this text.
     *
     * @param value such as {@code bezoeken}
     * @return the name
     * @throws IllegalArgumentException if the shape is another
     */
    public static ColumnName of(String value) {
        return new ColumnName(value);
    }

    /**
     * Returns whether a text has the shape of a name.
     *
     * @param text any text
     * @return true when {@link #of} takes it
     */
    public static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (!isLetter(sign) && (sign < '0' || sign > '9') && sign != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char sign) {
        return sign >= 'a' && sign <= 'z';
    }

    /**
     * Compares the values. Written out, as {@link #hashCode} is: linking a record's own methods takes longer than
     * reading a small header.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ColumnName name && value.equals(name.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
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
