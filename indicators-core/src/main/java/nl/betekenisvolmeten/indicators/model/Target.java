package nl.betekenisvolmeten.indicators.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a figure should become, as a budget or a plan says it. Values are in the unit of the indicator.
 *
 * @param indicator the indicator, which need not be one of a set: a budget has figures of its own
 * @param area the area
 * @param period when it should be so; of a path the last moment
 * @param aim what is aimed at
 * @param baseline from where it started, where known
 * @param source the document that states it
 */
public record Target(
        IndicatorId indicator, AreaCode area, Period period, Aim aim, Optional<BigDecimal> baseline, String source) {

    /**
     * @throws IllegalArgumentException if a path does not end in {@code period},
     *     or {@code source} is blank
     */
    public Target {
        if (aim instanceof Path path && !path.points().lastKey().equals(period)) {
            throw new IllegalArgumentException("the path of " + indicator + " does not end in " + period);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must not be blank: " + indicator);
        }
    }

    /** What is aimed at. */
    public sealed interface Aim {

        /**
         * Returns the stable name in files.
         *
         * @return such as {@code MINSTENS}
         */
        String code();
    }

    /**
     * It relates to a value.
     *
     * @param relation how
     * @param value the value
     * @param tolerance how far from the value is still about it, in the unit of the indicator; empty where nothing was
     *     agreed
     */
    public record Value(Relation relation, BigDecimal value, Optional<BigDecimal> tolerance) implements Aim {
        /** @throws IllegalArgumentException if {@code tolerance} is negative, or is given for another relation than about */
        public Value {
            tolerance.ifPresent(distance -> {
                if (distance.signum() < 0 || relation != Relation.ABOUT) {
                    throw new IllegalArgumentException(
                            "not a tolerance of " + relation + " " + value + ": " + distance);
                }
            });
        }

        /**
         * Creates a relation to a value, without a tolerance of its own.
         *
         * @param relation how
         * @param value the value
         */
        public Value(Relation relation, BigDecimal value) {
            this(relation, value, Optional.empty());
        }

        @Override
        public String code() {
            return relation.code();
        }
    }

    /**
     * How a figure should relate to a value. A figure beyond a value that it should be or be near, on the side that is
     * better for its indicator, meets it too.
     */
    public enum Relation {
        /** It is the value. */
        EXACTLY("EXACT"),
        /** It is near the value. How near is the tolerance, or else up to whoever judges it. */
        ABOUT("ONGEVEER"),
        /** It is the value or more. */
        AT_LEAST("MINSTENS"),
        /** It is the value or less. */
        AT_MOST("HOOGSTENS"),
        /** It is above the value. */
        MORE_THAN("MEER_DAN");

        private final String code;

        Relation(String code) {
            this.code = code;
        }

        /**
         * Returns the stable name in files.
         *
         * @return such as {@code MINSTENS}
         */
        public String code() {
            return code;
        }

        /**
         * Returns the relation with a code.
         *
         * @param code such as {@code MINSTENS}
         * @return the relation, or empty when the text is none
         */
        public static Optional<Relation> parse(String code) {
            return Arrays.stream(values())
                    .filter(relation -> relation.code.equals(code))
                    .findFirst();
        }
    }

    /**
     * It lies between two values, both included, or beyond them on the side that is better for the indicator.
     *
     * @param from the least
     * @param to the most
     */
    public record Between(BigDecimal from, BigDecimal to) implements Aim {
        /** @throws IllegalArgumentException if {@code from} is above {@code to} */
        public Between {
            if (from.compareTo(to) > 0) {
                throw new IllegalArgumentException("bounds out of order: " + from + ", " + to);
            }
        }

        @Override
        public String code() {
            return "TUSSEN";
        }
    }

    /**
     * The figure moves away from the baseline, by any amount. Without a baseline the target cannot be judged.
     *
     * @param way which way
     */
    public record Towards(Way way) implements Aim {
        @Override
        public String code() {
            return "RICHTING";
        }
    }

    /** Which way a figure moves. */
    public enum Way {
        /** It becomes larger. */
        UP,
        /** It becomes smaller. */
        DOWN,
        /** It moves the way that is better for its indicator. */
        BETTER
    }

    /**
     * It is the value or more in every area of a level, each by itself.
     *
     * @param level the areas, within the target's area
     * @param value the value
     */
    public record InEveryArea(AreaLevel level, BigDecimal value) implements Aim {
        @Override
        public String code() {
            return "ELK_GEBIED";
        }
    }

    /**
     * It passes through values at moments.
     *
     * @param points the value at each moment, in order of time
     */
    public record Path(SortedMap<Period, BigDecimal> points) implements Aim {
        /** @throws IllegalArgumentException if {@code points} is empty */
        public Path {
            if (points.isEmpty()) {
                throw new IllegalArgumentException("points must not be empty: " + points);
            }
            points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
        }

        /**
         * Returns a path.
         *
         * @param points the value at each moment, in any order
         * @return the path
         * @throws IllegalArgumentException if there are none
         */
        public static Path of(Map<Period, BigDecimal> points) {
            return new Path(new TreeMap<>(points));
        }

        @Override
        public String code() {
            return "PAD";
        }
    }
}
