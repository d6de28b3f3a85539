package nl.betekenisvolmeten.indicators.formats.internal.chart;

/**
 * Numbers along a line.
 *
 * @param from the number at the start
 * @param to the number at the end, above {@code from}
 * @param start the coordinate of the start
 * @param end the coordinate of the end
 */
record Scale(double from, double to, double start, double end) {

    static Scale of(Ticks ticks, double start, double end) {
        return new Scale(ticks.first(), ticks.last(), start, end);
    }

    /** Returns the coordinate of a number; a number beyond either end is put at that end. */
    double at(double number) {
        double share = (number / 2 - from / 2) / (to / 2 - from / 2);
        return start + Math.max(0, Math.min(1, share)) * (end - start);
    }
}
