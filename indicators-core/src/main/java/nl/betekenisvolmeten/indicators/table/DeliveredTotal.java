package nl.betekenisvolmeten.indicators.table;

import java.math.BigDecimal;
import java.util.List;

/**
 * A total that someone delivered, to be compared with the sum of its parts.
 *
 * @param key the codes of the group, as in a table of results
 * @param series the figure
 * @param value the total as delivered: with as many decimals as were given
 */
public record DeliveredTotal(List<String> key, String series, BigDecimal value) {

    public DeliveredTotal {
        key = List.copyOf(key);
    }
}
