package nl.betekenisvolmeten.indicators.validation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A format and its version, written {@code telformat-gebiedsgericht@2026.1}.
 *
 * @param name lower-case letters, digits and hyphens
 * @param version numbers with points
 */
public record FormatId(String name, String version) implements Comparable<FormatId> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}");

    /** @throws IllegalArgumentException if the shape is another */
    public FormatId {
        if (!NAME.matcher(name).matches() || !VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("not a format and version: '" + name + "', '" + version + "'");
        }
    }

    /**
     * Returns a format and its version.
     *
     * @param name the format
     * @param version the version
     * @return the id
     * @throws IllegalArgumentException if the shape is another
     */
    public static FormatId of(String name, String version) {
        return new FormatId(name, version);
    }

    /**
     * Reads an id.
     *
     * @param text such as {@code telformat-gebiedsgericht@2026.1}
     * @return the id, or empty when the text is none
     */
    public static Optional<FormatId> parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        String name = text.substring(0, at);
        String version = text.substring(at + 1);
        return NAME.matcher(name).matches() && VERSION.matcher(version).matches()
                ? Optional.of(new FormatId(name, version))
                : Optional.empty();
    }

    /** Compares by name, then by version, number by number. */
    @Override
    public int compareTo(FormatId other) {
        int byName = name.compareTo(other.name);
        if (byName != 0) {
            return byName;
        }
        String[] a = version.split("\\.", -1);
        String[] b = other.version.split("\\.", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int byNumber = Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i]));
            if (byNumber != 0) {
                return byNumber;
            }
        }
        int byLength = Integer.compare(a.length, b.length);
        return byLength != 0 ? byLength : version.compareTo(other.version);
    }

    /**
     * Compares name and version. Written out, as {@link #hashCode} is: linking a record's own methods takes long where
     * little is read.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FormatId id && name.equals(id.name) && version.equals(id.version);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + version.hashCode();
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
