package nl.betekenisvolmeten.indicators.comparison;

import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Population;

/**
 * The ages of the inhabitants that a figure is divided by.
 *
 * @param band the ages; empty for all
 */
record Ages(Optional<AgeBand> band) {

    static Ages of(AgeBand band) {
        return new Ages(Optional.of(band));
    }

    /** Returns the inhabitants of an area of these ages; empty if unknown. */
    OptionalLong count(Population population, AreaCode area) {
        return band.isPresent() ? population.exactly(area, band.get()) : population.total(area);
    }
}
