package nl.betekenisvolmeten.indicators.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/** The figures and lines of one baseline while a chart is made; NaN where there is none. */
final class ChartLines {

    private final double[] figures;
    private final double centre;
    private final double[] halves;
    private final Range range;

    /**
     * Creates the lines of a chart.
     *
     * @param figures the figures
     * @param centre the centre line
     * @param halves how far the limits are from it, before cutting
     * @param range what a figure can be
     */
    ChartLines(double[] figures, double centre, double[] halves, Range range) {
        this.figures = figures;
        this.centre = centre;
        this.halves = halves;
        this.range = range;
    }

    /**
     * Where limits are cut.
     *
     * @param lower the least
     * @param upper the most
     */
    record Range(double lower, double upper) {}

    int size() {
        return figures.length;
    }

    /** Returns by how much a figure is above another. */
    double step(int from, int to) {
        return figures[to] - figures[from];
    }

    boolean has(int i) {
        return !Double.isNaN(figures[i]);
    }

    OptionalDouble figure(int i) {
        return has(i) ? OptionalDouble.of(figures[i]) : OptionalDouble.empty();
    }

    OptionalDouble centreLine() {
        return Double.isNaN(centre) ? OptionalDouble.empty() : OptionalDouble.of(centre);
    }

    Optional<Interval> limits(int i) {
        return Double.isFinite(halves[i])
                ? Optional.of(Interval.of(
                        Math.max(range.lower(), centre - halves[i]), Math.min(range.upper(), centre + halves[i])))
                : Optional.empty();
    }

    /** Returns 1 above the centre line, -1 below, 0 on it. */
    int side(int i) {
        return (int) Math.signum(figures[i] - centre);
    }

    boolean isBeyond(int i) {
        return limits(i).isPresent() && !limits(i).orElseThrow().contains(figures[i]);
    }

    /** Returns whether a figure is in the outer third between the centre line and the limit before cutting. */
    boolean isFarOut(int i) {
        return Double.isFinite(halves[i]) && Math.abs(figures[i] - centre) > halves[i] * 2 / 3 && !isBeyond(i);
    }
}
