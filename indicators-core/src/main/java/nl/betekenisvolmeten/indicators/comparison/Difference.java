package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/**
 * One value less another, in the unit of both.
 *
 * @param value exact, between bounds, or why there is none
 * @param interval what chance and bounds leave open; empty where a value has none
 */
public record Difference(CellValue value, Optional<Interval> interval) {

    /** The difference of two values that may be bounded; where one has no number that is the answer. */
    static CellValue between(CellValue own, CellValue other) {
        if (own.least().isEmpty() || other.least().isEmpty()) {
            return own.least().isEmpty() ? own : other;
        }
        BigDecimal least = own.least().orElseThrow().subtract(other.most().orElseThrow());
        BigDecimal most = own.most().orElseThrow().subtract(other.least().orElseThrow());
        return CellValue.between(least, most);
    }
}
