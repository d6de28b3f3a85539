package nl.betekenisvolmeten.indicators.statistics;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.Per;

/**
 * Where an area stands in a funnel plot of rates: its rate against its size in one year. The size of a standardised rate
 * is the one that makes events / size the rate, so that the lines of {@link FunnelLimits#ofRate}, which know only counts,
 * hold for it too.
 *
 * @param rate the rate, 0 or more, in the unit asked for
 * @param size the persons or exposure of one year, above 0
 */
public record FunnelPoint(double rate, double size) {

    /** @throws IllegalArgumentException if the rate is negative, the size not above 0, or one not finite */
    public FunnelPoint {
        Require.amount(rate, "a rate");
        Require.positive(size, "a size");
    }

    /**
     * The point of a crude rate: at events / rate, and where there are no events at the exposure itself.
     *
     * @param events over all years, 0 or more
     * @param exposure over all years, above 0
     * @param rate in the unit of {@code per}, 0 where there are no events
     * @param per the unit of the rate
     * @param years over how many years, above 0
     * @return the point
     * @throws IllegalArgumentException if a number is out of its range, or there are events without a rate or a rate
     *     without events
     */
    public static FunnelPoint ofCrude(double events, double exposure, double rate, Per per, double years) {
        check(events, rate, years);
        Require.positive(exposure, "an exposure");
        return new FunnelPoint(rate, (events == 0 ? exposure : per.ratio(events, rate)) / years);
    }

    /**
     * The point of a directly standardised rate: at events / rate.
     *
     * @param events over all years, 0 or more
     * @param rate in the unit of {@code per}
     * @param per the unit of the rate
     * @param years over how many years, above 0
     * @return the point; empty below {@link DirectMethod#FEWEST_EVENTS} events
     * @throws IllegalArgumentException if a number is out of its range, or there are events without a rate or a rate
     *     without events
     */
    public static Optional<FunnelPoint> ofStandardised(double events, double rate, Per per, double years) {
        Require.amount(events, "a count");
        if (events < DirectMethod.FEWEST_EVENTS) {
            return Optional.empty();
        }
        check(events, rate, years);
        return Optional.of(new FunnelPoint(rate, per.ratio(events, rate) / years));
    }

    private static void check(double events, double rate, double years) {
        Require.amount(events, "a count");
        Require.amount(rate, "a rate");
        Require.positive(years, "a number of years");
        if ((events == 0) != (rate == 0)) {
            throw new IllegalArgumentException("events and their rate are both 0 or neither: " + events + ", " + rate);
        }
    }
}
