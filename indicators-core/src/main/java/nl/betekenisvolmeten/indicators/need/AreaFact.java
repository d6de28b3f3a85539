package nl.betekenisvolmeten.indicators.need;

import nl.betekenisvolmeten.indicators.model.AreaCode;

/**
 * A characteristic of an area, such as its share of people on a low income.
 *
 * @param area the area
 * @param characteristic its name
 * @param value a finite number, in any unit: areas are only put beside each other
 */
public record AreaFact(AreaCode area, String characteristic, double value) {

    /** @throws IllegalArgumentException if the name is blank or the value not finite */
    public AreaFact {
        if (characteristic.isBlank() || !Double.isFinite(value)) {
            throw new IllegalArgumentException("no characteristic of " + area + ": '" + characteristic + "', " + value);
        }
    }
}
