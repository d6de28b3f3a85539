package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import nl.betekenisvolmeten.indicators.Per;

/**
 * A difference, a ratio or a slope with its uncertainty and the numbers that it was made of. Nothing is rounded.
 *
 * @param value the effect, finite
 * @param interval the interval, in the same unit as the value
 * @param per the unit of the value and of the interval; {@link Per#ONE} for a ratio
 * @param confidence how sure the interval is
 * @param parts the numbers that it was made of, in the order of the method's arguments; of a list of numbers how many
 *     they were
 * @param method the stable code of the method, such as {@code newcombe}
 */
public record Effect(double value, Interval interval, Per per, Confidence confidence, List<Double> parts, String method)
        implements Statistic {

    /** @throws IllegalArgumentException if the value is not finite or the method is blank */
    public Effect {
        Require.finite(value, "an effect");
        Require.named(method, "the code of a method");
        parts = List.copyOf(parts);
    }
}
