package nl.betekenisvolmeten.indicators.plot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.signal.SignalVerdict;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/**
 * A plot.
 *
 * @param kind what kind of plot
 * @param key what it is of, such as {@code bezoeken-per-1000-inwoners/2026KW01}; unique within a comparison and kind
 * @param title what stands above it
 * @param x the axis from left to right
 * @param y the axis from bottom to top
 * @param points the points, in the order in which they are drawn or joined
 * @param lines the lines
 */
public record Plot(Kind kind, String key, LocalizedText title, Axis x, Axis y, List<Point> points, List<Line> lines) {

    public Plot {
        points = List.copyOf(points);
        lines = List.copyOf(lines);
    }

    /** Kinds of plots. */
    public enum Kind {
        /** Figures by size, within lines that chance draws around the city's value. */
        FUNNEL,
        /** Figures from low to high, with their intervals. */
        CATERPILLAR,
        /** One area's figures over time beside the city's: one of several small plots with the same axes. */
        SMALL_MULTIPLE,
        /** A figure over time, between control limits. */
        CONTROL_CHART,
        /** The share of a whole that the areas up to a rank have. */
        CONCENTRATION_CURVE;

        /**
         * The word in files.
         *
         * @return such as {@code funnel}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An axis.
     *
     * @param label what is measured along it
     * @param unit in what
     */
    public record Axis(LocalizedText label, LocalizedText unit) {}

    /**
     * A point.
     *
     * @param key what it stands for, such as an area code
     * @param label its name
     * @param position where it is
     * @param interval what chance and bounds leave open along the y axis
     * @param category the class by which it is drawn; empty for none
     */
    public record Point(
            String key, String label, Position position, Optional<Interval> interval, Optional<Category> category) {}

    /** The class by which a point is drawn. */
    public sealed interface Category {

        /**
         * Returns the word in files.
         *
         * @return such as {@code high} or {@code similar}
         */
        String code();

        /**
         * A place in a funnel.
         *
         * @param place the place
         */
        record InFunnel(FunnelClass place) implements Category {
            @Override
            public String code() {
                return place.code();
            }
        }

        /**
         * A figure compared with its reference.
         *
         * @param judgement what can be said of it
         */
        record Judged(Judgement judgement) implements Category {
            @Override
            public String code() {
                return judgement.code();
            }
        }

        /**
         * A point of a control chart.
         *
         * @param verdict what the rules say of it
         */
        record Signalled(SignalVerdict verdict) implements Category {
            @Override
            public String code() {
                return verdict.code();
            }
        }
    }

    /**
     * A place in a plot.
     *
     * @param x along the axis from left to right, finite
     * @param y along the axis from bottom to top, finite
     */
    public record Position(double x, double y) {
        /** @throws IllegalArgumentException if one is NaN or infinite */
        public Position {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("a place in a plot is finite: " + x + ", " + y);
            }
        }
    }

    /**
     * A line through places.
     *
     * @param name what it is, such as {@code city} or {@code upper-998}
     * @param positions the places, from left to right
     */
    public record Line(String name, List<Position> positions) {
        public Line {
            positions = List.copyOf(positions);
        }
    }
}
