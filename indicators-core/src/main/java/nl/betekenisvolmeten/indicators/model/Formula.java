package nl.betekenisvolmeten.indicators.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;

/**
 * How an indicator is made from the columns of a format. Numerator and denominator are kept apart to the end, with what
 * they are expressed per.
 */
public sealed interface Formula {

    /**
     * Returns the format that has the columns.
     *
     * @return its name, without version
     */
    String format();

    /**
     * Returns the parts that the formula adds up.
     *
     * @return the parts, numerator first; one for a mean; none for answers whose questions are not known
     */
    List<Part> parts();

    /**
     * Returns the columns that it reads.
     *
     * @return measures only, numerator first
     */
    default List<ColumnName> columns() {
        return parts().stream().map(Part::column).toList();
    }

    /**
     * Returns the dimensions by whose codes it selects rows.
     *
     * @return the columns of all {@link Part#where}
     */
    default Set<ColumnName> dimensions() {
        return parts().stream().flatMap(part -> part.where().keySet().stream()).collect(Collectors.toSet());
    }

    /**
     * Returns what the figure is expressed per.
     *
     * @return {@link Per#ONE} unless it is a proportion or a rate
     */
    default Per per() {
        return Per.ONE;
    }

    /**
     * Returns a copy that counts only rows with the given codes.
     *
     * @param where the codes that count, by dimension; the codes of the parts themselves apply as well
     * @return the formula; this one if it is a mean, which selects no rows
     */
    Formula where(Map<ColumnName, Set<String>> where);

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

        /**
         * Returns a copy that counts only rows with the given codes.
         *
         * @param more for a dimension, the codes that count; those of this part hold as well
         * @return the part
         */
        public Part and(Map<ColumnName, Set<String>> more) {
            Map<ColumnName, Set<String>> both = new TreeMap<>(where);
            more.forEach((dimension, codes) -> both.merge(
                    dimension,
                    codes,
                    (own, others) -> own.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet())));
            return new Part(column, both);
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
        public Formula where(Map<ColumnName, Set<String>> where) {
            return new Total(format, part.and(where));
        }

        @Override
        public List<Part> parts() {
            return List.of(part);
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
    record Proportion(String format, Per per, Part numerator, Part denominator) implements Formula {
        @Override
        public Formula where(Map<ColumnName, Set<String>> where) {
            return new Proportion(format, per, numerator.and(where), denominator.and(where));
        }

        @Override
        public List<Part> parts() {
            return List.of(numerator, denominator);
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
    record Rate(String format, Per per, Part numerator, Part denominator) implements Formula {
        @Override
        public Formula where(Map<ColumnName, Set<String>> where) {
            return new Rate(format, per, numerator.and(where), denominator.and(where));
        }

        @Override
        public List<Part> parts() {
            return List.of(numerator, denominator);
        }
    }

    /**
     * Events or persons per number of inhabitants of the area.
     *
     * @param format the format
     * @param per the number of inhabitants
     * @param numerator the events or persons
     * @param age the inhabitants' ages; empty for all
     * @param place the rule that decides which area an event or person belongs to
     */
    record PopulationRate(String format, Per per, Part numerator, Optional<AgeBand> age, PlaceOf place)
            implements Formula {

        /**
         * Creates a rate of those who live in the area.
         *
         * @param format the format
         * @param per the number of inhabitants
         * @param numerator the events or persons
         * @param age the inhabitants' ages; empty for all
         */
        public PopulationRate(String format, Per per, Part numerator, Optional<AgeBand> age) {
            this(format, per, numerator, age, PlaceOf.RESIDENCE);
        }

        @Override
        public Formula where(Map<ColumnName, Set<String>> where) {
            return new PopulationRate(format, per, numerator.and(where), age, place);
        }

        @Override
        public List<Part> parts() {
            return List.of(numerator);
        }

        /**
         * Returns the persons of the numerator who live in the stadsdeel.
         *
         * @return the part; empty if they are not counted
         */
        public Optional<Part> residents() {
            return place.residents().map(column -> new Part(column, numerator.where()));
        }
    }

    /**
     * The rule that decides which area an event or person belongs to. By place of activity, visitors from elsewhere
     * count and inhabitants who go elsewhere do not.
     *
     * @param ofActivity whether it is the place of the activity; otherwise it is where people live
     * @param residents the column that counts the persons who live in the stadsdeel; empty if they are not counted
     */
    record PlaceOf(boolean ofActivity, Optional<ColumnName> residents) {

        /** Where people live. */
        public static final PlaceOf RESIDENCE = new PlaceOf(false, Optional.empty());

        /** @throws IllegalArgumentException if residents are counted apart where all are residents */
        public PlaceOf {
            if (!ofActivity && residents.isPresent()) {
                throw new IllegalArgumentException(
                        "residents must not be apart where all persons are residents: " + residents.get());
            }
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
        public Formula where(Map<ColumnName, Set<String>> where) {
            return this;
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part(column, Map.of()));
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(column, weight);
        }
    }

    /**
     * The share of favourable answers to a questionnaire, over all its questions on a scale.
     *
     * @param format the format
     * @param questionnaire the questionnaire
     * @param scale the answer scale
     * @param favourable the answers that count as favourable
     * @param numerator the favourable answers, a part for each question and answer; empty where the questions are not
     *     known
     * @param denominator all answers that count, a part for each question and answer; those to one question have the
     *     same {@link Part#where}, and each is from a different person
     * @param numbers the numbers that answers stand for, by their columns; empty where they stand for none
     * @param response the columns that say how many people were asked; empty if a delivery does not say
     */
    record Answers(
            String format,
            String questionnaire,
            String scale,
            List<String> favourable,
            List<Part> numerator,
            List<Part> denominator,
            Map<ColumnName, Integer> numbers,
            Optional<Response> response)
            implements Formula {

        /** @throws IllegalArgumentException if only one of numerator and denominator has parts */
        public Answers {
            favourable = List.copyOf(favourable);
            numerator = List.copyOf(numerator);
            denominator = List.copyOf(denominator);
            numbers = Map.copyOf(numbers);
            if (numerator.isEmpty() != denominator.isEmpty()) {
                throw new IllegalArgumentException(
                        "a numerator without a denominator, or the other way round: " + numerator + ", " + denominator);
            }
        }

        /**
         * Creates a share of answers whose questions are not known.
         *
         * @param format the format
         * @param questionnaire the questionnaire
         * @param scale the answer scale
         * @param favourable the answers that count as favourable
         */
        public Answers(String format, String questionnaire, String scale, List<String> favourable) {
            this(format, questionnaire, scale, favourable, List.of(), List.of(), Map.of(), Optional.empty());
        }

        @Override
        public Formula where(Map<ColumnName, Set<String>> where) {
            return new Answers(
                    format,
                    questionnaire,
                    scale,
                    favourable,
                    and(numerator, where),
                    and(denominator, where),
                    numbers,
                    response);
        }

        /**
         * Returns the favourable answers as a share of all answers that count.
         *
         * @param totals a total for each of {@link #parts}, in their order; a missing one adds nothing
         * @return the share; missing if nobody answered
         */
        public BoundedRatio share(List<CellValue> totals) {
            CellValue below = sum(totals.subList(numerator.size(), totals.size()));
            CellValue above = sum(totals.subList(0, numerator.size()));
            boolean nobody = above instanceof CellValue.Missing && below.exact().isPresent();
            return BoundedRatio.ofPart(nobody ? CellValue.of(BigDecimal.ZERO) : above, below, per());
        }

        /** Returns the sum of the parts that are not missing; unknown if one of these is unknown. */
        private static CellValue sum(List<CellValue> parts) {
            Optional<BigDecimal> sum = Optional.empty();
            for (CellValue part : parts) {
                if (part.exact().isPresent()) {
                    BigDecimal one = part.exact().get();
                    sum = Optional.of(sum.map(one::add).orElse(one));
                } else if (!(part instanceof CellValue.Missing)) {
                    return part;
                }
            }
            return sum.map(CellValue::of).orElseGet(CellValue.Missing::new);
        }

        /**
         * Returns the number of questions.
         *
         * @return the number; 0 if the questions are not known
         */
        public int questions() {
            return (int) denominator.stream().map(Part::where).distinct().count();
        }

        /**
         * Returns the number of questions that have an answer: a person may answer each of them once.
         *
         * @param totals as for {@link #share}
         * @return 1 or more
         */
        public int questionsAnswered(List<CellValue> totals) {
            Set<Map<ColumnName, Set<String>>> answered = new HashSet<>();
            for (int i = 0; i < denominator.size(); i++) {
                Optional<BigDecimal> total = totals.get(numerator.size() + i).exact();
                if (total.filter(number -> number.signum() != 0).isPresent()) {
                    answered.add(denominator.get(i).where());
                }
            }
            return Math.max(1, answered.size());
        }

        private static List<Part> and(List<Part> parts, Map<ColumnName, Set<String>> where) {
            return parts.stream().map(part -> part.and(where)).toList();
        }

        @Override
        public List<Part> parts() {
            return Stream.concat(numerator.stream(), denominator.stream()).toList();
        }

        @Override
        public Per per() {
            return Per.HUNDRED;
        }
    }

    /**
     * The columns in which a delivery of answers says how many people were asked and how many answered. Rows that
     * differ only in the question are about the same people.
     *
     * @param question the dimension that holds the question
     * @param invited the measure of those who were asked
     * @param answered the measure of those who answered
     */
    record Response(ColumnName question, ColumnName invited, ColumnName answered) {}
}
