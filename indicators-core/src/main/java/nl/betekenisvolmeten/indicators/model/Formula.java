package nl.betekenisvolmeten.indicators.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How an indicator is made from the columns of a format. Numerator and denominator are kept apart to the end, with what
 * they are expressed per.
 */
public sealed interface Formula {

    /** The most that a figure can be expressed per. */
    long MOST_PER = 1_000_000;

    /**
     * The format that has the columns.
     *
     * @return its name, without version
     */
    String format();

    /**
     * The columns that it reads.
     *
     * @return measures only, numerator first
     */
    List<ColumnName> columns();

    /**
     * Returns what it adds up.
     *
     * @return numerator first; none for answers
     */
    default List<Part> parts() {
        if (this instanceof Total total) {
            return List.of(total.part());
        }
        if (this instanceof Proportion proportion) {
            return List.of(proportion.numerator(), proportion.denominator());
        }
        if (this instanceof Rate rate) {
            return List.of(rate.numerator(), rate.denominator());
        }
        if (this instanceof PopulationRate rate) {
            return List.of(rate.numerator());
        }
        return this instanceof Mean mean ? List.of(new Part(mean.column(), Map.of())) : List.of();
    }

    /**
     * Part of a format's numbers: a measure, over the rows that count.
     *
     * @param column the measure
     * @param where for a dimension, the codes that count; a dimension that is not named does not matter
     */
    record Part(ColumnName column, Map<ColumnName, Set<String>> where) {
        public Part {
            Map<ColumnName, Set<String>> copy = new TreeMap<>();
            where.forEach((dimension, codes) -> copy.put(dimension, Set.copyOf(codes)));
            where = Collections.unmodifiableMap(copy);
        }
    }

    /**
     * A total, as the measure's nature allows.
     *
     * @param format the format
     * @param part what is added up
     */
    record Total(String format, Part part) implements Formula {
        @Override
        public List<ColumnName> columns() {
            return List.of(part.column());
        }
    }

    /**
     * A share: what counts in the numerator counts in the denominator too.
     *
     * @param format the format
     * @param per 100 for a percentage
     * @param numerator the part
     * @param denominator the whole
     */
    record Proportion(String format, long per, Part numerator, Part denominator) implements Formula {
        /** @throws IllegalArgumentException if {@code per} is something else */
        public Proportion {
            checkPer(per);
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(numerator.column(), denominator.column());
        }
    }

    /**
     * Events by a number of other events, such as visits per meeting.
     *
     * @param format the format
     * @param per the number of other events
     * @param numerator the events
     * @param denominator the other events
     */
    record Rate(String format, long per, Part numerator, Part denominator) implements Formula {
        /** @throws IllegalArgumentException if {@code per} is something else */
        public Rate {
            checkPer(per);
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(numerator.column(), denominator.column());
        }
    }

    /**
     * Events or persons by a number of inhabitants of the area.
     *
     * @param format the format
     * @param per the number of inhabitants
     * @param numerator the events or persons
     * @param age the inhabitants' ages; empty for all
     */
    record PopulationRate(String format, long per, Part numerator, Optional<AgeBand> age) implements Formula {
        /** @throws IllegalArgumentException if {@code per} is something else */
        public PopulationRate {
            checkPer(per);
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(numerator.column());
        }
    }

    /**
     * A mean that is delivered with its number of cases.
     *
     * @param format the format
     * @param column the mean
     * @param weight the number of cases
     */
    record Mean(String format, ColumnName column, ColumnName weight) implements Formula {
        @Override
        public List<ColumnName> columns() {
            return List.of(column, weight);
        }
    }

    /**
     * The share of favourable answers to a questionnaire.
     *
     * @param format the format
     * @param questionnaire the questionnaire
     * @param scale the answer scale
     * @param favourable the answers that count as favourable
     */
    record Answers(String format, String questionnaire, String scale, List<String> favourable) implements Formula {
        public Answers {
            favourable = List.copyOf(favourable);
        }

        @Override
        public List<ColumnName> columns() {
            return List.of();
        }
    }

    private static void checkPer(long per) {
        long power = 1;
        while (power < per && power < MOST_PER) {
            power *= 10;
        }
        if (power != per) {
            throw new IllegalArgumentException("per a power of ten from 1 to " + MOST_PER + ": " + per);
        }
    }
}
