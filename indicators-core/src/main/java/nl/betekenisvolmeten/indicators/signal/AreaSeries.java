package nl.betekenisvolmeten.indicators.signal;

import java.math.BigDecimal;
import java.util.List;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * An indicator of an area over time.
 *
 * @param area the area
 * @param indicator the indicator
 * @param kind how its figures are made, and so which chart fits
 * @param per what the values are expressed per
 * @param points the periods in which anyone reported on the area, in the order of time
 */
public record AreaSeries(Area area, Indicator indicator, Kind kind, Per per, List<Point> points) {

    public AreaSeries {
        points = List.copyOf(points);
    }

    /** How figures are made. */
    public enum Kind {
        /** Part of a counted whole: a p′ chart. */
        SHARE,
        /** Counted events by a size: a u′ chart. */
        RATE,
        /** Single numbers, such as a mean, hours or a total: an XmR chart. */
        NUMBER
    }

    /**
     * A period.
     *
     * @param period which period
     * @param stretch which stretch between breaks it lies in, from 0
     * @param numerator what was counted, or the figure itself for {@link Kind#NUMBER} without a denominator
     * @param denominator of how many; 1 where there is none
     * @param value numerator / denominator &times; per: exact, between bounds, or why there is none
     * @param complete whether no cell was left empty
     * @param reporters how many organisations it is of: those that reported in every period of the stretch; 0 where the rows
     *     don't say who reports
     * @param excluded how many others reported in this period
     */
    public record Point(
            Period period,
            int stretch,
            CellValue numerator,
            CellValue denominator,
            CellValue value,
            boolean complete,
            int reporters,
            int excluded) {

        /**
         * Returns whether random variation can be modelled: exact and complete. Events and persons must not be negative
         * besides.
         *
         * @return true if it has a place on a chart
         */
        public boolean isUsable() {
            return complete
                    && value.exact().isPresent()
                    && numerator.exact().isPresent()
                    && denominator.exact().isPresent()
                    && denominator.exact().get().signum() > 0;
        }
    }

    /**
     * Returns the points that have a place on a chart.
     *
     * @return in the order of time
     */
    public List<Point> usable() {
        return points.stream().filter(point -> point.isUsable() && fits(point)).toList();
    }

    /**
     * Returns whether a point is possible: events and persons cannot be negative, nor a part exceed its whole; a mean
     * change can be anything.
     */
    private boolean fits(Point point) {
        BigDecimal above = point.numerator().exact().orElseThrow();
        BigDecimal below = point.denominator().exact().orElseThrow();
        return kind == Kind.NUMBER || (above.signum() >= 0 && (kind == Kind.RATE || above.compareTo(below) <= 0));
    }

    static double value(Point point) {
        return point.value().exact().orElseThrow().doubleValue();
    }

    static long[] numerators(List<Point> points) {
        return points.stream()
                .mapToLong(point -> point.numerator().exact().orElseThrow().longValueExact())
                .toArray();
    }

    static double[] denominators(List<Point> points) {
        return points.stream()
                .mapToDouble(point -> point.denominator().exact().orElseThrow().doubleValue())
                .toArray();
    }

    static long[] wholes(List<Point> points) {
        return points.stream()
                .mapToLong(point -> point.denominator().exact().orElseThrow().longValueExact())
                .toArray();
    }

    static double[] values(List<Point> points) {
        return points.stream().mapToDouble(AreaSeries::value).toArray();
    }
}
