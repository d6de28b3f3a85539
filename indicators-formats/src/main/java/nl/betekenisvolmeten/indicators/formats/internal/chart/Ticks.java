package nl.betekenisvolmeten.indicators.formats.internal.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Language;

/**
 * The round numbers along an axis: multiples of 1, 2 or 5 times a power of ten, from the last one at or below the drawn
 * range to the first one at or above it.
 *
 * @param values the numbers, ascending; at least two
 */
record Ticks(List<BigDecimal> values) {

    private static final List<Integer> STEPS = List.of(1, 2, 5, 10);
    private static final int GROUP = 3;

    Ticks {
        values = List.copyOf(values);
    }

    /**
     * Chooses the smallest step that needs no more intervals than wanted. An axis near zero begins there, so that
     * lengths can be compared.
     */
    static Ticks of(double smallest, double largest, int intervals) {
        double from = smallest > 0 && smallest < largest / 2 ? 0 : smallest;
        double to = largest;
        if (from == to) {
            double room = from == 0 ? 1 : Math.abs(from) / 10;
            from -= from == 0 ? 0 : room;
            to += room;
        }
        double least = Math.max(Double.MIN_NORMAL, to / intervals - from / intervals);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(least)));
        BigDecimal low = new BigDecimal(from);
        BigDecimal high = new BigDecimal(to);
        for (int decade = 0; decade < 3; decade++) {
            for (int step : STEPS) {
                BigDecimal size = power.multiply(BigDecimal.valueOf(step)).scaleByPowerOfTen(decade);
                BigDecimal first = low.divide(size, 0, RoundingMode.FLOOR);
                BigDecimal last = high.divide(size, 0, RoundingMode.CEILING);
                if (last.subtract(first).compareTo(BigDecimal.valueOf(intervals)) <= 0) {
                    return new Ticks(IntStream.rangeClosed(
                                    0, last.subtract(first).intValueExact())
                            .mapToObj(i -> first.add(BigDecimal.valueOf(i)).multiply(size))
                            .toList());
                }
            }
        }
        throw new IllegalStateException("no step for an axis from " + smallest + " to " + largest);
    }

    double first() {
        return values.get(0).doubleValue();
    }

    double last() {
        return values.get(values.size() - 1).doubleValue();
    }

    /** Returns a number as people write it, with all its digits: {@code 1.500} or {@code 0,25} in Dutch. */
    static String label(BigDecimal value, Language language) {
        boolean dutch = language == Language.NL;
        String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        int dot = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        if (dot >= 0 && dutch) {
            text.setCharAt(dot, ',');
        }
        int start = plain.startsWith("-") ? 1 : 0;
        for (int at = (dot < 0 ? plain.length() : dot) - GROUP; at > start; at -= GROUP) {
            text.insert(at, dutch ? '.' : ',');
        }
        return text.toString();
    }
}
