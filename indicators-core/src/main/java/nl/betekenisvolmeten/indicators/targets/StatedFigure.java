package nl.betekenisvolmeten.indicators.targets;

import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * A figure that somebody states, because no delivery has it: quality marks, locations, a waiting list.
 *
 * @param indicator of what
 * @param area where
 * @param period when
 * @param realised the figure, and how much it says
 * @param source the document that states it
 */
public record StatedFigure(IndicatorId indicator, AreaCode area, Period period, Realised realised, String source) {

    /** @throws IllegalArgumentException if {@code source} is blank */
    public StatedFigure {
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must not be blank: " + indicator);
        }
    }
}
