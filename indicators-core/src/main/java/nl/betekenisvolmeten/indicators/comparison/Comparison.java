package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.IntervalMethod;
import nl.betekenisvolmeten.indicators.statistics.Overdispersion;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;
import nl.betekenisvolmeten.indicators.table.Coverage;

/**
 * Areas compared with their city or another reference, for each indicator and period. Holds every area of the level, also
 * those without a figure.
 *
 * @param rows by indicator in the plan's order, then period, then area code
 * @param excluded indicators that could not be compared, and why
 * @param findings what was found while adding up
 */
public record Comparison(List<Row> rows, List<ComparisonPlan.Excluded> excluded, Findings findings) {

    public Comparison {
        rows = List.copyOf(rows);
        excluded = List.copyOf(excluded);
    }

    /**
     * Returns the comparison as tables in plain text, for a screen or a log: one for each indicator and period, with a row
     * for each area that has a figure. After them come what was not compared and what was found. Numbers are rounded for
     * reading; bounds outwards.
     *
     * @param language the language of heads, names of indicators and words
     * @return lines that end in a line feed
     */
    public String toText(Language language) {
        return new ComparisonText(this, language).text();
    }

    /**
     * An area and an indicator in a period.
     *
     * @param key what the row is about
     * @param figure what was measured
     * @param contrast the figure compared with that of the reference
     * @param assessment what can be said
     */
    public record Row(Key key, ComparedFigure figure, Contrast contrast, Assessment assessment) {

        /**
         * Returns how the figure lies to that of the reference, whether or not chance explains it.
         *
         * @return the class; empty if there is none, bounds leave it open, or the figure is not compared at all
         */
        public Optional<DifferenceClass> differenceClass() {
            if (assessment.reason().filter(Judgement.Reason::isNotCompared).isPresent()) {
                return Optional.empty();
            }
            return DifferenceClass.of(
                    figure.value(),
                    contrast.referenceValue(),
                    key.indicator().use().relevanceMargin());
        }
    }

    /**
     * What a row is about.
     *
     * @param area the area
     * @param indicator the indicator
     * @param period the period
     */
    public record Key(Area area, Indicator indicator, Period period) {}

    /**
     * The figure of an area.
     *
     * @param numerator what was counted: exact, or between bounds
     * @param denominator the number that it is divided by
     * @param per what the value is expressed per
     * @param value numerator / denominator &times; per: exact, between bounds, or why there is none
     * @param standardisation the population whose ages were used, if not the area's own
     * @param uncertainty the uncertainty from chance and bounds
     * @param coverage what was reported compared with what was expected; empty where nothing was expected
     * @param complete whether no cell of the area's figure or the reference's was left empty; if one was, the value
     *     covers what was delivered, and nothing is tested or judged
     * @param inhabitantsDate the reference date of the inhabitants in the denominator; empty if the denominator is
     *     something else
     * @param answered the respondents; empty if the figure is not a share of answers, or nobody answered
     */
    public record ComparedFigure(
            CellValue numerator,
            CellValue denominator,
            Per per,
            CellValue value,
            Optional<Standardisation> standardisation,
            Uncertainty uncertainty,
            Optional<Coverage> coverage,
            boolean complete,
            Optional<String> inhabitantsDate,
            Optional<Answered> answered) {

        /**
         * Returns whose ages the value was made with.
         *
         * @return {@link ComparisonOptions.Standard.None} where they are the area's own
         */
        public ComparisonOptions.Standard standard() {
            return standardisation.map(Standardisation::standard).orElseGet(ComparisonOptions.Standard.None::new);
        }

        /**
         * Returns the value with the area's own ages.
         *
         * @return the value itself where it was not standardised
         */
        public CellValue crude() {
            return standardisation.map(Standardisation::crude).orElse(value);
        }
    }

    /**
     * The respondents behind a share of answers.
     *
     * @param n the number of answers that the share and the mean are based on
     * @param questions the number of questions
     * @param invited how many people were asked, once for all questions of a delivery; empty if a delivery does not say
     * @param response the share of them that answered, from 0 to 1, based on the question of each delivery that most
     *     people answered; empty if not known
     * @param mean the mean of the numbers that the answers stand for; empty if they stand for none
     */
    public record Answered(
            long n, int questions, OptionalLong invited, Optional<BigDecimal> response, Optional<BigDecimal> mean) {}

    /**
     * How a value was standardised by age.
     *
     * @param standard whose ages it was made with
     * @param crude the value with the area's own ages
     */
    public record Standardisation(ComparisonOptions.Standard standard, CellValue crude) {}

    /**
     * What chance and bounds leave open of a value.
     *
     * @param inference what the numbers were taken for
     * @param method how the intervals were made; empty for figures taken as a full register, and for those that are no counts
     * @param effect how much larger the variance is taken to be than that of independent events, where persons may have
     *     several; empty for independent events, and where overdispersion takes its place. Intervals are made at its upper
     *     end, or where that is not known at its lower end: they are then at least so wide
     * @param confidence of the interval, where there is one
     * @param intervals the interval at each confidence that was asked for, that of the row first; empty for figures that are
     *     no counts, and for negative ones
     */
    public record Uncertainty(
            Inference inference,
            Optional<IntervalMethod> method,
            Optional<DesignEffect> effect,
            Confidence confidence,
            List<ConfidenceLimits> intervals) {

        public Uncertainty {
            intervals = List.copyOf(intervals);
        }

        /**
         * Returns the interval at the confidence of the row.
         *
         * @return the interval, expressed per the same as the value; empty if there is none
         */
        public Optional<Interval> interval() {
            return intervals.stream().map(ConfidenceLimits::interval).findFirst();
        }
    }

    /**
     * A figure compared with that of its reference.
     *
     * @param reference what the area was compared with
     * @param referenceValue the same value of the reference
     * @param cityValue the same value of the whole gemeente
     * @param difference the area's value less that of the reference; empty where there is none
     * @param pValue of the two-sided test of the area against its reference; empty where either is only known between bounds
     *     or negative, or a count is above {@link
     *     nl.betekenisvolmeten.indicators.statistics.ExactTest#LARGEST_COUNT}
     * @param pAdjusted the p-value adjusted for all areas and indicators of the period
     */
    public record Contrast(
            ComparisonOptions.Reference reference,
            CellValue referenceValue,
            CellValue cityValue,
            Optional<Difference> difference,
            Optional<PValue> pValue,
            Optional<PValue> pAdjusted) {}

    /**
     * What can be said of an area's figure.
     *
     * @param judgement what can be said of the difference
     * @param reason why it is not decided; empty where it is
     * @param funnel where the area lies in a funnel plot; empty where there is no p-value or nothing is expected
     * @param overdispersion how much more areas differ than by chance, where that widened funnel and tests
     * @param rank the places that the area may have among those of its city; empty where it has no interval
     * @param change the area compared with itself a period earlier; empty unless asked for
     */
    public record Assessment(
            Judgement judgement,
            Optional<Judgement.Reason> reason,
            Optional<FunnelClass> funnel,
            Optional<Overdispersion> overdispersion,
            Optional<RankIntervals.Places> rank,
            Optional<Change> change) {}

    /**
     * An interval and how sure it is.
     *
     * @param confidence how sure
     * @param interval what chance and bounds leave open
     */
    public record ConfidenceLimits(Confidence confidence, Interval interval) {}

    /**
     * The difference of two values, in the unit of both.
     *
     * @param value exact, between bounds, or why there is none
     * @param interval what chance and bounds leave open; empty where a value has none
     */
    public record Difference(CellValue value, Optional<Interval> interval) {

        /**
         * Returns the difference of two values that may be bounded; if either has no number, the difference has
         * none either, for the same reason.
         */
        static CellValue between(CellValue own, CellValue reference) {
            if (own.lowerBound().isEmpty() || reference.lowerBound().isEmpty()) {
                CellValue without = own.lowerBound().isEmpty() ? own : reference;
                return without instanceof CellValue.Incomplete ? CellValue.Incomplete.unknown() : without;
            }
            BigDecimal lower = own.lowerBound()
                    .orElseThrow()
                    .subtract(reference.upperBound().orElseThrow());
            BigDecimal upper = own.upperBound()
                    .orElseThrow()
                    .subtract(reference.lowerBound().orElseThrow());
            return CellValue.between(lower, upper);
        }
    }

    /**
     * How a figure lies to the one it is compared with, whether or not chance explains it: a description, apart from the
     * {@link Judgement}. A difference counts from the indicator's {@linkplain
     * nl.betekenisvolmeten.indicators.model.Indicator.Use#relevanceMargin relevance margin}.
     */
    public enum DifferenceClass {
        /** Below the reference by more than the margin. */
        SMALLER,
        /** Within the margin of the reference. */
        ABOUT_EQUAL,
        /** Above the reference by more than the margin. */
        LARGER;

        /**
         * Returns the word in files.
         *
         * @return such as {@code about_equal}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Returns the class of a figure.
         *
         * @param own the figure
         * @param reference what it is compared with
         * @param margin the share of the reference within which a figure is about equal, 0 or more
         * @return the class; empty if either has no number, or their bounds give more than one class
         */
        public static Optional<DifferenceClass> of(CellValue own, CellValue reference, BigDecimal margin) {
            if (own.lowerBound().isEmpty() || reference.lowerBound().isEmpty()) {
                return Optional.empty();
            }
            // the class rises with the own figure and falls with the reference, so two corners decide
            DifferenceClass least =
                    of(own.lowerBound().orElseThrow(), reference.upperBound().orElseThrow(), margin);
            DifferenceClass most =
                    of(own.upperBound().orElseThrow(), reference.lowerBound().orElseThrow(), margin);
            return least == most ? Optional.of(least) : Optional.empty();
        }

        private static DifferenceClass of(BigDecimal own, BigDecimal reference, BigDecimal margin) {
            BigDecimal room = reference.abs().multiply(margin);
            BigDecimal difference = own.subtract(reference);
            if (difference.abs().compareTo(room) <= 0) {
                return ABOUT_EQUAL;
            }
            return difference.signum() < 0 ? SMALLER : LARGER;
        }
    }
}
