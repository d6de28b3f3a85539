package nl.betekenisvolmeten.indicators.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.MultipleTesting;
import nl.betekenisvolmeten.indicators.statistics.ProportionMethod;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;
import nl.betekenisvolmeten.indicators.statistics.RateMethod;
import nl.betekenisvolmeten.indicators.statistics.StandardPopulation;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;

/**
 * Choices of a researcher, each with a usual answer: {@link #withDefaults}. Immutable.
 *
 * @param inference what the numbers are taken for
 * @param reference what an area is compared with
 * @param change with which earlier period each area is also compared; empty for none
 * @param standard whose ages all areas are given
 * @param shareMethod how intervals of shares are made
 * @param rateMethod how intervals of rates are made
 * @param multipleTesting how p-values are raised for all areas and indicators of a period
 * @param dispersion whether areas are taken to differ in more than chance
 * @param otherConfidences further intervals, in addition to that of the plan's confidence
 * @param ranking how places are found; figures that are only known between bounds always by {@link RankIntervals#PAIRWISE}
 * @param seed of {@link RankIntervals#MONTE_CARLO}
 * @param missing what happens to a figure if a part of it did not come in
 */
public record ComparisonOptions(
        Inference inference,
        Reference reference,
        Optional<Change.Since> change,
        Standard standard,
        ProportionMethod shareMethod,
        RateMethod rateMethod,
        MultipleTesting multipleTesting,
        Dispersion dispersion,
        List<Confidence> otherConfidences,
        RankIntervals ranking,
        long seed,
        MissingPolicy missing) {

    /** How many draws {@link RankIntervals#MONTE_CARLO} makes. */
    static final int DRAWS = 1_000;

    public ComparisonOptions {
        otherConfidences = List.copyOf(otherConfidences);
    }

    /**
     * Returns the usual choices: a super-population, compared with the whole city, without change or standard, Wilson and Byar,
     * Benjamini-Hochberg, no overdispersion, one confidence, places by pairs, and what came in is added up.
     *
     * @return the choices
     */
    public static ComparisonOptions withDefaults() {
        return new Draft().options();
    }

    /**
     * Returns a copy that takes the numbers for something else.
     *
     * @param newInference what the numbers are taken for
     * @return the choices
     */
    public ComparisonOptions withInference(Inference newInference) {
        return with(draft -> draft.inference = newInference);
    }

    /**
     * Returns a copy with another reference.
     *
     * @param newReference what an area is compared with
     * @return the choices
     */
    public ComparisonOptions withReference(Reference newReference) {
        return with(draft -> draft.reference = newReference);
    }

    /**
     * Returns a copy with the change since an earlier period.
     *
     * @param since which period
     * @return the choices
     */
    public ComparisonOptions withChange(Change.Since since) {
        return with(draft -> draft.change = Optional.of(since));
    }

    /**
     * Returns a copy that is standardised to other ages.
     *
     * @param newStandard whose ages all areas are given
     * @return the choices
     */
    public ComparisonOptions withStandard(Standard newStandard) {
        return with(draft -> draft.standard = newStandard);
    }

    /**
     * Returns a copy with other methods.
     *
     * @param newShareMethod how intervals of shares are made
     * @param newRateMethod how intervals of rates are made
     * @return the choices
     */
    public ComparisonOptions withMethods(ProportionMethod newShareMethod, RateMethod newRateMethod) {
        return with(draft -> {
            draft.shareMethod = newShareMethod;
            draft.rateMethod = newRateMethod;
        });
    }

    /**
     * Returns a copy with another correction of p-values.
     *
     * @param newMultipleTesting how p-values are raised for all areas and indicators of a period
     * @return the choices
     */
    public ComparisonOptions withMultipleTesting(MultipleTesting newMultipleTesting) {
        return with(draft -> draft.multipleTesting = newMultipleTesting);
    }

    /**
     * Returns a copy with another view of how areas differ.
     *
     * @param newDispersion whether areas are taken to differ in more than chance
     * @return the choices
     */
    public ComparisonOptions withDispersion(Dispersion newDispersion) {
        return with(draft -> draft.dispersion = newDispersion);
    }

    /**
     * Returns a copy with further intervals.
     *
     * @param newOtherConfidences further intervals, in addition to that of the plan's confidence
     * @return the choices
     */
    public ComparisonOptions withOtherConfidences(List<Confidence> newOtherConfidences) {
        return with(draft -> draft.otherConfidences = newOtherConfidences);
    }

    /**
     * Returns a copy with another way to find places.
     *
     * @param newRanking how places are found; figures that are only known between bounds always by {@link RankIntervals#PAIRWISE}
     * @param newSeed of {@link RankIntervals#MONTE_CARLO}
     * @return the choices
     */
    public ComparisonOptions withRanking(RankIntervals newRanking, long newSeed) {
        return with(draft -> {
            draft.ranking = newRanking;
            draft.seed = newSeed;
        });
    }

    /**
     * Returns a copy with another policy for figures that lack a part.
     *
     * @param newMissing the policy
     * @return the choices
     */
    public ComparisonOptions withMissing(MissingPolicy newMissing) {
        return with(draft -> draft.missing = newMissing);
    }

    /** The choices while one of them changes: a record can't, and to name all of them each time hides which. */
    private static final class Draft {
        private Inference inference = Inference.SUPER_POPULATION;
        private Reference reference = new Reference.City();
        private Optional<Change.Since> change = Optional.empty();
        private Standard standard = new Standard.None();
        private ProportionMethod shareMethod = ProportionMethod.WILSON;
        private RateMethod rateMethod = RateMethod.BYAR_EXACT;
        private MultipleTesting multipleTesting = MultipleTesting.BENJAMINI_HOCHBERG;
        private Dispersion dispersion = Dispersion.NONE;
        private List<Confidence> otherConfidences = List.of();
        private RankIntervals ranking = RankIntervals.PAIRWISE;
        private long seed = 1;
        private MissingPolicy missing = new MissingPolicy.AddUp();

        Draft() {}

        Draft(ComparisonOptions from) {
            inference = from.inference;
            reference = from.reference;
            change = from.change;
            standard = from.standard;
            shareMethod = from.shareMethod;
            rateMethod = from.rateMethod;
            multipleTesting = from.multipleTesting;
            dispersion = from.dispersion;
            otherConfidences = from.otherConfidences;
            ranking = from.ranking;
            seed = from.seed;
            missing = from.missing;
        }

        ComparisonOptions options() {
            return new ComparisonOptions(
                    inference,
                    reference,
                    change,
                    standard,
                    shareMethod,
                    rateMethod,
                    multipleTesting,
                    dispersion,
                    otherConfidences,
                    ranking,
                    seed,
                    missing);
        }
    }

    private ComparisonOptions with(Consumer<Draft> edit) {
        Draft draft = new Draft(this);
        edit.accept(draft);
        return draft.options();
    }

    /**
     * The ages that all areas are given, so that a difference in age does not pass for a difference between areas. Applies to
     * indicators per inhabitants of all ages; others stay as they are.
     */
    public sealed interface Standard {

        /**
         * Returns the word in files.
         *
         * @return such as {@code none} or {@code european-2013}
         */
        String code();

        /** The ages of each area itself: crude figures. */
        record None() implements Standard {
            @Override
            public String code() {
                return "none";
            }
        }

        /**
         * The ages of a standard population.
         *
         * @param population such as {@link StandardPopulation#EUROPEAN_2013}
         */
        record Of(StandardPopulation population) implements Standard {
            @Override
            public String code() {
                return population.code();
            }
        }

        /**
         * The ages of an area whose inhabitants are known by age.
         *
         * @param area its code, such as the gemeente's
         */
        record OfArea(AreaCode area) implements Standard {
            @Override
            public String code() {
                return area.value();
            }
        }
    }

    /** What an area is compared with. */
    public sealed interface Reference {

        /**
         * Returns the word in files.
         *
         * @return {@code city}, {@code rest}, or an area's code
         */
        String code();

        /**
         * The whole gemeente, the area itself included; its value is taken as known. The usual choice, as it is the same for
         * all areas.
         */
        record City() implements Reference {
            @Override
            public String code() {
                return "city";
            }
        }

        /**
         * The gemeente without the area itself, which has a sampling error of its own. To be preferred where one area is a
         * large part of its city.
         */
        record RestOfCity() implements Reference {
            @Override
            public String code() {
                return "rest";
            }
        }

        /**
         * Another area of the same level.
         *
         * @param area its code
         */
        record OtherArea(AreaCode area) implements Reference {
            @Override
            public String code() {
                return area.value();
            }
        }
    }

    /** Whether areas are taken to differ in more than chance before one of them stands out. */
    public enum Dispersion {
        /** They are not: the funnel and the tests know chance only. */
        NONE,
        /**
         * They are, by as much as the figures themselves show: {@link
         * nl.betekenisvolmeten.indicators.statistics.Overdispersion}, with a tenth drawn in on each side. Widens the funnel, and
         * the tests against the city; those are then normal ones. Where the figures vary no more than chance does, nothing
         * changes.
         */
        SPIEGELHALTER;

        /**
         * Returns the word in files.
         *
         * @return such as {@code spiegelhalter}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
