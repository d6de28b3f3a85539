package nl.betekenisvolmeten.indicators.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.internal.ReadableText;

/**
 * Where a finding is: a source, and in it a row, a column, a path, or none of these when the finding is about the
 * whole.
 *
 * @param source the file's name, or empty when what was checked has no name
 * @param row the row as a spreadsheet shows it (the first is 1), or the line of a definition file
 * @param column the column's name
 * @param path the place in a definition file, such as {@code /columns/3/type}
 */
public record Location(Optional<String> source, OptionalLong row, Optional<String> column, Optional<String> path)
        implements Comparable<Location> {

    private static final Location NOWHERE =
            new Location(Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());

    private static final Comparator<Location> ORDER = Comparator.comparing((Location l) -> l.source.orElse(""))
            .thenComparing(l -> l.row.orElse(0L))
            .thenComparing(l -> l.column.orElse(""))
            .thenComparing(l -> l.path.orElse(""));

    /** @throws IllegalArgumentException if the row is not positive */
    public Location {
        if (row.isPresent() && row.getAsLong() < 1) {
            throw new IllegalArgumentException("rows are counted from 1: " + row.getAsLong());
        }
    }

    /**
     * Returns the empty location: what was checked has no name.
     *
     * @return the empty location
     */
    public static Location nowhere() {
        return NOWHERE;
    }

    /**
     * Returns a whole file.
     *
     * @param source its name
     * @return the location
     */
    public static Location of(String source) {
        return new Location(Optional.of(source), OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns this place, in a row.
     *
     * @param newRow the row, from 1
     * @return the location
     * @throws IllegalArgumentException if the row is not positive
     */
    public Location withRow(long newRow) {
        return new Location(source, OptionalLong.of(newRow), column, path);
    }

    /**
     * Returns this place, in a column.
     *
     * @param newColumn the column's name
     * @return the location
     */
    public Location withColumn(String newColumn) {
        return new Location(source, row, Optional.of(newColumn), path);
    }

    /**
     * Returns this place, at a path of a definition file.
     *
     * @param newPath such as {@code /columns/3/type}
     * @return the location
     */
    public Location withPath(String newPath) {
        return new Location(source, row, column, Optional.of(newPath));
    }

    /**
     * Returns the place in words.
     *
     * @param language the reader's language
     * @return such as {@code levering.csv, rij 5, kolom wijk}
     */
    public String toText(Language language) {
        ReadableText words = ReadableText.of(language.locale());
        List<String> parts = new ArrayList<>();
        source.map(PrintableText::text).ifPresent(parts::add);
        row.ifPresent(number -> parts.add(words.text("location.row", number)));
        column.map(PrintableText::text).ifPresent(name -> parts.add(words.text("location.column", name)));
        path.map(PrintableText::text).ifPresent(place -> parts.add(words.text("location.path", place)));
        return parts.isEmpty() ? words.text("location.nowhere") : String.join(", ", parts);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }
}
