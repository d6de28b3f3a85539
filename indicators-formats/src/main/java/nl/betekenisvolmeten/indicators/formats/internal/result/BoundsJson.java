package nl.betekenisvolmeten.indicators.formats.internal.result;

import java.math.BigDecimal;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;

/**
 * A figure in JSON.
 *
 * @param value the number if exact; the delivered number if part was not delivered
 * @param lower the lower bound
 * @param upper the upper bound
 * @param status the kind of answer
 * @param reason why it is refused; empty for other answers
 */
public record BoundsJson(
        Optional<BigDecimal> value,
        Optional<BigDecimal> lower,
        Optional<BigDecimal> upper,
        String status,
        Optional<String> reason) {

    /**
     * Returns a figure for JSON.
     *
     * @param value the figure
     * @return the same
     */
    public static BoundsJson of(CellValue value) {
        return new BoundsJson(
                Numbers.number(value),
                Numbers.lower(value),
                Numbers.upper(value),
                value.status().code(),
                value.refusal().map(CellValue.Reason::code));
    }
}
