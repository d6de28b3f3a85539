package nl.betekenisvolmeten.indicators.formats.definition;

import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Provenance;

/**
 * The areas of a year, with where they come from.
 *
 * @param hierarchy the areas; its id is the list's
 * @param version the version of the list
 * @param title its name
 * @param provenance what it rests on, with the licences to mention
 */
public record AreaList(AreaHierarchy hierarchy, String version, LocalizedText title, Provenance provenance) {

    /**
     * Returns the list's name in definitions.
     *
     * @return such as {@code denhaag}
     */
    public String id() {
        return hierarchy.id();
    }
}
