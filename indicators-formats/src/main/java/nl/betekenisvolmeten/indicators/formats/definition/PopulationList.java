package nl.betekenisvolmeten.indicators.formats.definition;

import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Provenance;

/**
 * Inhabitants of areas, with where the figures come from.
 *
 * @param population the figures; its id is the list's
 * @param version the version of the list
 * @param title its name
 * @param provenance what it rests on, with the licences to mention
 */
public record PopulationList(Population population, String version, LocalizedText title, Provenance provenance) {

    /**
     * Returns the list's name in definitions.
     *
     * @return such as {@code denhaag-inwoners}
     */
    public String id() {
        return population.id();
    }
}
