package nl.betekenisvolmeten.indicators.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The areas of a year and how they lie in each other. Codes and borders change, so a hierarchy always belongs to a
 * year.
 *
 * <p>Every parent is of a higher level than its children, so there are no cycles. Codes that say where an area lies
 * agree with its parents: a buurt under a wijk has the wijk's digits, and all below a gemeente have the gemeente's.
 */
public final class AreaHierarchy {

    /** The number of a district within its municipality. */
    /** Words before a name, which no name has itself: wijk Spoorwijk. */
    private static final Pattern LEVEL_BEFORE = Pattern.compile("(?i)^(?:wijk|stadsdeel|buurt) +(?=\\p{L})");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{2}");

    private final String id;
    private final int year;
    private final Map<AreaCode, Area> areas;
    private final AreaNames names;

    private AreaHierarchy(String id, int year, Map<AreaCode, Area> areas) {
        this.id = id;
        this.year = year;
        this.areas = areas;
        this.names = new AreaNames(areas.values());
    }

    /**
     * Returns a hierarchy.
     *
     * @param id its name, such as {@code denhaag}
     * @param year the year for which the areas hold, 1900 to 2999
     * @param areas the areas, in any order
     * @return the hierarchy
     * @throws IllegalArgumentException if the id is blank, the year is out of range, a code occurs twice, a parent is
     *     unknown, not of a higher level or at odds with the code, or two areas of one level share a name or alias; the
     *     message names them
     */
    public static AreaHierarchy of(String id, int year, List<Area> areas) {
        if (id.isBlank() || year < Period.FIRST_YEAR || year > Period.LAST_YEAR) {
            throw new IllegalArgumentException("not an id and a year of a hierarchy: '" + id + "', " + year);
        }
        Map<AreaCode, Area> byCode = new TreeMap<>();
        for (Area area : areas) {
            if (byCode.put(area.code(), area) != null) {
                throw new IllegalArgumentException("two areas with the code " + area.code());
            }
        }
        areas.forEach(area -> area.parent().ifPresent(parent -> checkParent(area.code(), parent, byCode)));
        return new AreaHierarchy(id, year, byCode);
    }

    private static void checkParent(AreaCode child, AreaCode parent, Map<AreaCode, Area> areas) {
        if (!areas.containsKey(parent)) {
            throw new IllegalArgumentException(child + " has an unknown parent: " + parent);
        }
        if (parent.level().compareTo(child.level()) <= 0) {
            throw new IllegalArgumentException(child + " has a parent that is not of a higher level: " + parent);
        }
        boolean otherWijk = parent.level() == AreaLevel.WIJK && !child.wijk().equals(Optional.of(parent));
        if (otherWijk || (parent.level() != AreaLevel.REGIO && !child.gemeente().equals(parent.gemeente()))) {
            throw new IllegalArgumentException(child + " has a parent that its code contradicts: " + parent);
        }
    }

    /**
     * Returns the name of the hierarchy.
     *
     * @return such as {@code denhaag}
     */
    public String id() {
        return id;
    }

    /**
     * Returns the year for which the areas hold.
     *
     * @return the year
     */
    public int year() {
        return year;
    }

    /**
     * Returns the area with a code.
     *
     * @param code the code
     * @return the area, or empty when it isn't in this hierarchy
     */
    public Optional<Area> find(AreaCode code) {
        return Optional.ofNullable(areas.get(code));
    }

    /**
     * Returns the area with a name or alias. Case, accents and blanks don't matter, nor whether words are joined by a
     * blank, a hyphen, a slash, {@code en} or {@code &}. A wijk is also found with its number before the name, as CBS
     * writes it (Wijk 05 Archipelbuurt), unless it is another wijk's number.
     *
     * @param level the level
     * @param name any text
     * @return the area, or empty when none of this level has that name
     */
    public Optional<Area> findByName(AreaLevel level, String name) {
        return names.find(level, name);
    }

    /**
     * Returns the areas that a text may mean: those whose code is in it, or that of a buurt in them; or else those with
     * that number within the municipality; or else those whose code or name is nearest to it.
     *
     * @param text what was written
     * @param areas the areas
     * @param max how many at most, at least 1; never more than {@link Suggestions#MAX}
     * @return the nearest, best first; may be empty
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    public static List<Area> nearest(String text, List<Area> areas, int max) {
        String capitals = text.toUpperCase(Locale.ROOT).replace("BU", "WK");
        boolean number = NUMBER.matcher(text).matches();
        List<Area> coded = areas.stream()
                .filter(area -> capitals.contains(area.code().value())
                        || (number && area.code().value().endsWith(text)))
                .toList();
        if (!coded.isEmpty()) {
            return coded;
        }
        return Suggestions.nearest(
                LEVEL_BEFORE.matcher(text).replaceFirst(""),
                areas,
                area -> Stream.concat(Stream.of(area.code().value(), area.name()), area.aliases().stream())
                        .toList(),
                max);
    }

    /**
     * Returns the area of a level in which an area lies.
     *
     * @param code the area
     * @param level the level
     * @return the enclosing area, or the area itself for its own level; empty when either isn't in this hierarchy
     */
    public Optional<AreaCode> ancestor(AreaCode code, AreaLevel level) {
        Area area = areas.get(code);
        while (area != null && area.code().level() != level) {
            area = parent(area);
        }
        return Optional.ofNullable(area).map(Area::code);
    }

    /**
     * Returns whether an area lies in another.
     *
     * @param inner the one area
     * @param outer the other area
     * @return true when it does; an area lies in itself; false when either isn't in this hierarchy
     */
    public boolean isWithin(AreaCode inner, AreaCode outer) {
        Area area = areas.get(inner);
        while (area != null && !area.code().equals(outer)) {
            area = parent(area);
        }
        return area != null;
    }

    private @Nullable Area parent(Area area) {
        return area.parent().isPresent() ? areas.get(area.parent().get()) : null;
    }

    /**
     * Returns the areas of a level.
     *
     * @param level the level
     * @return the areas in the order of their codes
     */
    public List<Area> areas(AreaLevel level) {
        return areas.values().stream()
                .filter(area -> area.code().level() == level)
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AreaHierarchy that
                && id.equals(that.id)
                && year == that.year
                && areas.equals(that.areas);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * id.hashCode() + year) + areas.hashCode();
    }

    @Override
    public String toString() {
        return id + " " + year + " (" + areas.size() + " areas)";
    }
}
