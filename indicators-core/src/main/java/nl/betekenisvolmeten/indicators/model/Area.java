package nl.betekenisvolmeten.indicators.model;

import java.util.List;
import java.util.Optional;

/**
 * An area with its names.
 *
 * @param code its code
 * @param name the name to show, not blank
 * @param aliases other names by which it is known; may be empty
 * @param parent the area that it lies in; empty at the top
 */
public record Area(AreaCode code, String name, List<String> aliases, Optional<AreaCode> parent) {

    /** @throws IllegalArgumentException if {@code name} or an alias is blank */
    public Area {
        aliases = List.copyOf(aliases);
        if (Texts.isBlank(name) || aliases.stream().anyMatch(Texts::isBlank)) {
            throw new IllegalArgumentException("name must not be blank: " + code + ": '" + name + "', " + aliases);
        }
    }

    /**
     * Returns an area without aliases, at the top.
     *
     * @param code its code
     * @param name the name to show
     * @return the area
     * @throws IllegalArgumentException if the name is blank
     */
    public static Area of(AreaCode code, String name) {
        return new Area(code, name, List.of(), Optional.empty());
    }

    /**
     * Returns an area without aliases.
     *
     * @param code its code
     * @param name the name to show
     * @param parent the area that it lies in
     * @return the area
     * @throws IllegalArgumentException if the name is blank
     */
    public static Area of(AreaCode code, String name, AreaCode parent) {
        return new Area(code, name, List.of(), Optional.of(parent));
    }

    /**
     * Returns a copy of this area with other aliases.
     *
     * @param newAliases other names by which it is known
     * @return the area
     * @throws IllegalArgumentException if one is blank
     */
    public Area withAliases(List<String> newAliases) {
        return new Area(code, name, newAliases, parent);
    }
}
