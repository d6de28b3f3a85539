package nl.betekenisvolmeten.indicators.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The residual codes of a column of areas, such as one for an unknown wijk. None of them can be taken for an area. */
public final class Residuals {

    private static final Residuals NONE = new Residuals(List.of(), null);

    private static final LocalizedText TITLE = LocalizedText.of("Geen gebied", "No area");

    private final List<Residual> items;
    private final @Nullable Codelist codes;

    private Residuals(List<Residual> items, @Nullable Codelist codes) {
        this.items = List.copyOf(items);
        this.codes = codes;
    }

    /**
     * Returns no residual codes: every cell holds an area.
     *
     * @return none
     */
    public static Residuals none() {
        return NONE;
    }

    /**
     * Returns the residual codes of areas of a level.
     *
     * @param areas the areas
     * @param level the level of the column's areas
     * @param items the codes, none or more
     * @return the codes
     * @throws IllegalArgumentException if two codes or names are the same, one of them is also an area's, or a code lies
     *     within an area that is unknown or not above the level
     */
    public static Residuals of(AreaHierarchy areas, AreaLevel level, List<Residual> items) {
        if (items.isEmpty()) {
            return NONE;
        }
        items.forEach(item -> check(item, areas, level));
        Codelist codes = Codelist.of(
                "residual", TITLE, items.stream().map(Residual::item).toList());
        return new Residuals(items, codes);
    }

    private static void check(Residual residual, AreaHierarchy areas, AreaLevel level) {
        Stream.concat(Stream.of(residual.code()), residual.item().names().stream())
                .filter(name -> AreaCode.parse(name).isPresent()
                        || areas.findByName(level, name).isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "a residual code or name that is also an area's: '" + name + "'");
                });
        boolean above = residual.within()
                .map(area -> areas.find(area).isPresent() && area.level().compareTo(level) > 0)
                .orElse(true);
        if (!above) {
            throw new IllegalArgumentException(
                    residual.code() + " lies within no area above " + level + ": " + residual.within());
        }
    }

    /**
     * Returns the codes.
     *
     * @return in the order given
     */
    public List<Residual> items() {
        return items;
    }

    /**
     * Returns the codes as a list to read cells by.
     *
     * @return the list, or empty when there are none
     */
    public Optional<Codelist> codes() {
        return Optional.ofNullable(codes);
    }

    /**
     * Returns the residual with exactly this code.
     *
     * @param code any text
     * @return the residual, or empty when the text is none
     */
    public Optional<Residual> find(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Residuals that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return items.stream().map(Residual::code).toList().toString();
    }

    /**
     * A code in place of an area: its rows count in totals as a group of their own. They are in no
     * rate, since nobody lives there.
     *
     * @param item the code and its names
     * @param kind why there is no area
     * @param within the smallest area that is known all the same: rows count in the totals of it and of what it lies in;
     *     empty where none is
     */
    public record Residual(Codelist.Item item, Kind kind, Optional<AreaCode> within) {

        /** Why there is no area. */
        public enum Kind {
            /** Nobody knows where it was. */
            UNKNOWN,
            /** It was outside all areas of the list. */
            OUTSIDE,
            /** It was meant for a larger area as a whole, such as the city. */
            WHOLE
        }

        /**
         * @throws IllegalArgumentException if {@code kind} is outside all areas and {@code within} is not empty, or for
         *     a larger area and {@code within} is empty
         */
        public Residual {
            if ((kind == Kind.OUTSIDE && within.isPresent()) || (kind == Kind.WHOLE && within.isEmpty())) {
                throw new IllegalArgumentException(
                        "area of " + item.code() + " does not fit its kind " + kind + ": " + within);
            }
        }

        /**
         * Returns the code.
         *
         * @return the code as written in files
         */
        public String code() {
            return item.code();
        }

        /**
         * Returns whether this can be said of a place in an area: of an area within it, or one that holds it.
         *
         * @param area the area
         * @param areas how areas lie in each other
         * @return false when the two contradict each other
         */
        public boolean fits(AreaCode area, AreaHierarchy areas) {
            return kind != Kind.OUTSIDE
                    && (within.isEmpty() || areas.isWithin(within.get(), area) || areas.isWithin(area, within.get()));
        }
    }
}
