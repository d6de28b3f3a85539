package nl.betekenisvolmeten.indicators.formats.internal.result;

import java.math.BigDecimal;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;

/**
 * A figure in JSON.
 *
 * @param value the number, where it is exact
 * @param lower the lower bound
 * @param upper the upper bound
 * @param status what kind of answer it is
 */
public record BoundsJson(
        Optional<BigDecimal> value, Optional<BigDecimal> lower, Optional<BigDecimal> upper, String status) {

    /**
     * Returns a figure for JSON.
     *
     * @param value the figure
     * @return the same
     */
    public static BoundsJson of(CellValue value) {
        return new BoundsJson(
                value.exact(),
                Numbers.lower(value),
                Numbers.upper(value),
                value.status().code());
    }
}
