package nl.betekenisvolmeten.indicators.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.ControlChart;
import nl.betekenisvolmeten.indicators.statistics.ExactTest;
import nl.betekenisvolmeten.indicators.statistics.LatestTest;
import nl.betekenisvolmeten.indicators.statistics.MultipleTesting;
import nl.betekenisvolmeten.indicators.statistics.PValue;

/**
 * What deserves a look now, in one list: of every indicator in every area the latest period compared with its own earlier ones,
 * strongest first, corrected with {@link MultipleTesting#BENJAMINI_HOCHBERG} for how many series were tested. What is listed
 * is a question, not an answer.
 *
 * <p>A series is tested with {@link LatestTest} over the periods since its last break, when it has a usable figure of the
 * latest period there is. Series hang together (the same visitors stand behind several indicators); the correction then
 * holds when they do so in one direction, as visits and visitors do.
 *
 * @param rows the tested series
 * @param lookedAt how many series there were
 * @param falseShare the share of false signals among all signals that is accepted
 * @param latest the latest period; empty without series
 */
public record SignalList(List<Row> rows, int lookedAt, double falseShare, Optional<Period> latest) {

    /** How many periods of the same season, the latest included, a rule of the control chart must have to be a signal. */
    public static final int FEWEST_OF_SEASON = 4;

    public SignalList {
        rows = List.copyOf(rows);
    }

    /**
     * A tested series.
     *
     * @param series what it is of
     * @param point its latest period
     * @param expected the value that the earlier periods lead to expect, in the unit of the point's value
     * @param earlier how many earlier periods it was compared with
     * @param test the test
     * @param adjusted the p-value corrected for all series that were tested
     * @param rules what the control chart says of the latest period; not corrected, and empty where it has no lines
     * @param kind what makes it a signal
     * @param verdict what the difference means for a signal; none for other rows
     */
    public record Row(
            AreaSeries series,
            AreaSeries.Point point,
            double expected,
            int earlier,
            LatestTest test,
            PValue adjusted,
            List<ControlChart.Signal> rules,
            Kind kind,
            Verdict verdict) {

        public Row {
            rules = List.copyOf(rules);
        }

        /**
         * Returns whether it is a signal, of either kind.
         *
         * @return true when it is
         */
        public boolean signal() {
            return kind != Kind.NONE;
        }
    }

    /** What makes a row a signal. */
    public enum Kind {
        /** The test: the corrected p-value is at most the share of false signals. */
        TEST,
        /**
         * The test does not, but the latest period falls under a rule of the control chart, such as a steady rise, which a test
         * of one period cannot see. Rules are not corrected, and take a season for a change until there are {@value
         * SignalList#FEWEST_OF_SEASON} periods of the same season: before that they are no signal.
         */
        RULE,
        /** Nothing: it is no signal. */
        NONE;

        /**
         * Returns the word in files.
         *
         * @return such as {@code rule}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Tested(AreaSeries series, List<AreaSeries.Point> points, LatestTest test) {

        AreaSeries.Point latest() {
            return points.get(points.size() - 1);
        }

        Row row(PValue adjusted, double falseShare) {
            // a rate or share is tested as a number of events
            double unit = series.kind() == AreaSeries.Kind.NUMBER
                    ? 1
                    : latest().denominator().exact().orElseThrow().doubleValue()
                            / series.per().multiplier();
            double expected = test.expected() / unit;
            Optional<AreaChart.Marked> charted = AreaChart.of(series).latest();
            List<ControlChart.Signal> rules =
                    charted.map(marked -> marked.chart().signals()).orElse(List.of());
            Kind kind = Kind.NONE;
            Verdict verdict = Verdict.NONE;
            if (adjusted.value() <= falseShare) {
                kind = Kind.TEST;
                verdict = Verdict.of(series.indicator().direction(), expected, AreaSeries.value(latest()));
            } else if (!rules.isEmpty() && ofSeason() >= FEWEST_OF_SEASON) {
                kind = Kind.RULE;
                verdict = charted.map(AreaChart.Marked::verdict).orElse(Verdict.NONE);
            }
            return new Row(series, latest(), expected, points.size() - 1, test, adjusted, rules, kind, verdict);
        }

        /** Returns the number of periods of the latest one's season, itself included. */
        private long ofSeason() {
            Period last = latest().period();
            return points.stream()
                    .filter(point -> point.period().index() == last.index())
                    .count();
        }
    }

    /**
     * Returns the list.
     *
     * @param series all that were looked at, also those in which nothing is to be seen: leaving them out would undo the
     *     correction
     * @param falseShare the share of false signals among all signals that is accepted, above 0 and below 1; usually 0.05
     * @param variation how much figures are taken to vary from period to period while nothing changes
     * @return strongest first: by corrected p-value, then p-value, then indicator and area
     * @throws IllegalArgumentException if the share is not above 0 and below 1
     */
    public static SignalList of(List<AreaSeries> series, double falseShare, LatestTest.Variation variation) {
        if (!(falseShare > 0 && falseShare < 1)) {
            throw new IllegalArgumentException("falseShare must be above 0 and below 1: " + falseShare);
        }
        Optional<Period> latest = series.stream()
                .flatMap(one -> one.points().stream())
                .map(AreaSeries.Point::period)
                .max(Comparator.naturalOrder());
        List<Tested> tested = latest.stream()
                .flatMap(period -> series.stream().flatMap(one -> tested(one, period, variation).stream()))
                .toList();
        List<PValue> adjusted = MultipleTesting.BENJAMINI_HOCHBERG.adjust(
                tested.stream().map(one -> one.test().pValue()).toList());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < tested.size(); i++) {
            rows.add(tested.get(i).row(adjusted.get(i), falseShare));
        }
        rows.sort(Comparator.comparing(Row::adjusted)
                .thenComparing(row -> row.test().pValue())
                .thenComparing(row -> row.series().indicator().id().value())
                .thenComparing(row -> row.series().area().code()));
        return new SignalList(rows, series.size(), falseShare, latest);
    }

    private static Optional<Tested> tested(AreaSeries series, Period latest, LatestTest.Variation variation) {
        List<AreaSeries.Point> usable = series.usable();
        if (usable.isEmpty()) {
            return Optional.empty();
        }
        AreaSeries.Point last = usable.get(usable.size() - 1);
        if (!latest.equals(last.period())) {
            return Optional.empty();
        }
        List<AreaSeries.Point> points = usable.stream()
                .filter(point -> point.stretch() == last.stretch())
                .toList();
        return test(series.kind(), points, variation).map(test -> new Tested(series, points, test));
    }

    private static Optional<LatestTest> test(
            AreaSeries.Kind kind, List<AreaSeries.Point> points, LatestTest.Variation variation) {
        if (kind != AreaSeries.Kind.NUMBER && isBeyondExact(points)) {
            return Optional.empty();
        }
        return switch (kind) {
            case SHARE -> LatestTest.share(AreaSeries.numerators(points), AreaSeries.wholes(points), variation);
            case RATE -> LatestTest.rate(AreaSeries.numerators(points), AreaSeries.denominators(points), variation);
            case NUMBER -> LatestTest.number(AreaSeries.values(points));
        };
    }

    /** Returns whether there are more events than the {@link ExactTest#LARGEST_COUNT} that exact methods can handle. */
    private static boolean isBeyondExact(List<AreaSeries.Point> points) {
        double events = points.stream()
                .mapToDouble(point -> point.numerator().exact().orElseThrow().doubleValue())
                .sum();
        return events > ExactTest.LARGEST_COUNT;
    }

    /**
     * Returns the rows that are a signal.
     *
     * @return strongest first
     */
    public List<Row> signals() {
        return rows.stream().filter(Row::signal).toList();
    }

    /**
     * Returns the signals of a kind.
     *
     * @param kind the kind
     * @return strongest first
     */
    public List<Row> signals(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).toList();
    }

    /**
     * Returns how many of the signals of the test are false on average, at most, had this list been made many times.
     *
     * @return the share of false signals times those signals
     */
    public double expectedFalse() {
        return falseShare * signals(Kind.TEST).size();
    }

    /**
     * Returns how many series would stand out by chance alone without the correction.
     *
     * @return the share of false signals times the tested series
     */
    public double expectedFalseUncorrected() {
        return falseShare * rows.size();
    }

    /** What a change means, as far as the indicator says which way is better. */
    public enum Verdict {
        /** The good way. */
        IMPROVEMENT,
        /** The bad way. */
        CONCERN,
        /** A change of an indicator that does not say which way is better, or within the band that is good. */
        CHANGE,
        /** Nothing that chance doesn't explain. */
        NONE;

        /**
         * Returns the word in files.
         *
         * @return such as {@code concern}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Returns the verdict on a change.
         *
         * @param direction which way is better
         * @param from what was to be expected, in the indicator's unit
         * @param to what it is, in the same unit
         * @return improvement or concern where the direction settles it, else change; none if the two are the same
         */
        public static Verdict of(Indicator.Direction direction, double from, double to) {
            if (from == to) {
                return NONE;
            }
            int gain = direction.compare(from, to);
            return gain == 0 ? CHANGE : gain > 0 ? IMPROVEMENT : CONCERN;
        }
    }
}
