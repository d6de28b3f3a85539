package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.Per;

/** One case of a reference file: what goes in, and what R says. */
record ReferenceCase(String id, Part in, Part out) {

    private static final double LARGEST_PER = 1_000_000;

    /** The inputs or the expected values; null is R's missing value. */
    record Part(Map<String, Object> members) {

        boolean has(String key) {
            return members.containsKey(key);
        }

        /** Whether a value is missing, or not there at all. */
        boolean isMissing(String key) {
            return members.get(key) == null;
        }

        Object value(String key) {
            return Objects.requireNonNull(members.get(key), key);
        }

        double number(String key) {
            return toNumber(value(key));
        }

        long whole(String key) {
            return toWhole(number(key));
        }

        boolean yes(String key) {
            return (boolean) value(key);
        }

        String text(String key) {
            return (String) value(key);
        }

        Part part(String key) {
            return new Part(map(value(key)));
        }

        /** Numbers; a single one is a list of one. */
        List<?> list(String key) {
            Object value = value(key);
            return value instanceof List<?> list ? list : List.of(value);
        }

        double[] numbers(String key) {
            return list(key).stream().mapToDouble(Part::toNumber).toArray();
        }

        /** Numbers, with 0 for what is missing. */
        double[] numbersOrZero(String key) {
            return list(key).stream()
                    .mapToDouble(item -> item == null ? 0 : toNumber(item))
                    .toArray();
        }

        long[] wholes(String key) {
            return list(key).stream().mapToLong(item -> toWhole(toNumber(item))).toArray();
        }

        boolean hasGaps(String key) {
            return list(key).stream().anyMatch(Objects::isNull);
        }

        private static double toNumber(Object value) {
            return value instanceof String text ? Double.parseDouble(text) : (double) Objects.requireNonNull(value);
        }

        private static long toWhole(double number) {
            assertThat(number).as("a whole number").isEqualTo(Math.rint(number));
            return (long) number;
        }

        /** The package takes 95 for 0.95. */
        Confidence confidence() {
            return level(number("confidence"));
        }

        List<Confidence> confidences() {
            return list("confidence").stream()
                    .map(item -> level(toNumber(item)))
                    .toList();
        }

        private static Confidence level(double number) {
            return number >= 90 ? Confidence.ofPercent(number) : Confidence.of(number);
        }

        /** The unit: our own where there is one for it; other multipliers are left to {@link #scale}. */
        Per per(String key) {
            double multiplier = number(key);
            double digits = Math.log10(multiplier);
            boolean own = digits >= 0 && multiplier <= LARGEST_PER && digits == Math.rint(digits);
            return own ? Per.of((long) multiplier) : Per.ONE;
        }

        double scale(String key) {
            return number(key) / per(key).multiplier();
        }
    }

    /**
     * One level that was asked for.
     *
     * @param confidence 95 percent where only the value was asked for
     * @param hasLimits whether an interval was asked for
     * @param suffix what its columns end in: nothing for a single level, and of several 95 and 998
     */
    record Level(Confidence confidence, boolean hasLimits, String suffix) {

        /** R has an interval without end; here there is none. */
        boolean isCertain() {
            return confidence.isCertain();
        }

        /** Relative 1e-10, and 1e-9 where the confidence is next to 1. */
        double relative() {
            return confidence.level() > 0.99999 && !isCertain() ? 1e-9 : 1e-10;
        }
    }

    List<Level> levels() {
        if (in.isMissing("confidence")) {
            return List.of(new Level(Confidence.P95, false, ""));
        }
        boolean single = in.list("confidence").size() == 1;
        return in.confidences().stream()
                .map(level -> new Level(level, true, single && out.has("lower") ? "" : digits(level)))
                .toList();
    }

    private static String digits(Confidence level) {
        return BigDecimal.valueOf(level.level())
                .stripTrailingZeros()
                .unscaledValue()
                .toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    static List<ReferenceCase> read(Path file) {
        try {
            List<?> cases = (List<?>) Json.read(Files.readString(file, StandardCharsets.UTF_8));
            return cases.stream().map(ReferenceCase::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferenceCase of(Object value) {
        Part part = new Part(map(value));
        return new ReferenceCase(part.text("id"), part.part("inputs"), part.part("expected"));
    }
}
