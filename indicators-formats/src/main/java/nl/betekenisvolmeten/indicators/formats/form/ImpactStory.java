package nl.betekenisvolmeten.indicators.formats.form;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * A story of a change, as it was delivered. It may not be shown as it is: see {@link #publishable}.
 *
 * @param title a short title
 * @param setting where, when and about what
 * @param content the four parts of the story
 * @param teller whose story it is
 * @param consent the consent of that person; empty when there is none
 * @param pseudonym whether it uses other names than the real ones; empty when that was not said
 * @param indicators the indicators that it illustrates; may be empty
 * @param selection who chose it and why; empty when it was not chosen yet
 */
public record ImpactStory(
        String title,
        Setting setting,
        Content content,
        Teller teller,
        Optional<Consent> consent,
        Optional<Boolean> pseudonym,
        Set<IndicatorId> indicators,
        Optional<Selection> selection) {

    /** @throws IllegalArgumentException if there is no title */
    public ImpactStory {
        indicators = Set.copyOf(indicators);
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank: '" + title + "'");
        }
    }

    /**
     * Where, when and about what.
     *
     * @param period when the change took place
     * @param district the stadsdeel, by name
     * @param wijk the code of the wijk, the finest area that is allowed; empty where that would be too fine
     * @param ambition the code of the ambition
     * @param activityKind the code of the kind of activity
     * @param targetGroup the code of the group of people
     * @param domain what changed, in a few words; may be empty
     */
    public record Setting(
            Period period,
            String district,
            Optional<String> wijk,
            String ambition,
            String activityKind,
            String targetGroup,
            Optional<String> domain) {}

    /**
     * The four parts of a story.
     *
     * @param before how it was
     * @param effort what was done
     * @param change what became different
     * @param significance why that matters
     */
    public record Content(String before, String effort, String change, String significance) {
        /** @throws IllegalArgumentException if one is blank */
        public Content {
            if (before.isBlank() || effort.isBlank() || change.isBlank() || significance.isBlank()) {
                throw new IllegalArgumentException("each of the four parts must have a text");
            }
        }
    }

    /** Whose story it is. */
    public enum Teller {
        /** A resident. */
        INWONER,
        /** A professional. */
        PROFESSIONAL,
        /** A volunteer. */
        VRIJWILLIGER,
        /** A partner in the neighbourhood. */
        PARTNER
    }

    /**
     * Who chose a story and why, after Most Significant Change.
     *
     * @param level the code of the level that chose it last
     * @param reason why; may be empty
     */
    public record Selection(String level, Optional<String> reason) {}

    /**
     * Returns the story as it may be shown.
     *
     * @return the story, or empty when there is no consent, it was withdrawn, or a text contains personal data
     */
    public Optional<Publishable> publishable() {
        return consent.filter(Consent::holds)
                .filter(held -> personalData().isEmpty())
                .map(held -> new Publishable(this, held));
    }

    /**
     * Returns the personal data in the texts of the story.
     *
     * @return their kinds
     */
    public Set<PersonalData.Kind> personalData() {
        Set<PersonalData.Kind> kinds = new TreeSet<>();
        Stream.of(
                        Stream.of(title, content.before(), content.effort(), content.change(), content.significance()),
                        setting.domain().stream(),
                        selection.flatMap(Selection::reason).stream())
                .flatMap(texts -> texts)
                .forEach(text -> kinds.addAll(PersonalData.find(text)));
        return new LinkedHashSet<>(kinds);
    }

    /**
     * Returns a copy of this story for which the person withdrew the consent: it cannot be published any more.
     *
     * @param day when it was withdrawn
     * @return the story
     * @throws IllegalArgumentException if that is before it was given
     */
    public ImpactStory withWithdrawal(LocalDate day) {
        return new ImpactStory(
                title,
                setting,
                content,
                teller,
                consent.map(held -> held.withWithdrawal(day)),
                pseudonym,
                indicators,
                selection);
    }

    /**
     * The consent of the one who told a story.
     *
     * @param givenOn when it was given
     * @param purpose what the story may be used for
     * @param withdrawnOn when it was withdrawn; empty as long as it holds
     */
    public record Consent(LocalDate givenOn, String purpose, Optional<LocalDate> withdrawnOn) {

        /** @throws IllegalArgumentException if there is no purpose, or it was withdrawn before it was given */
        public Consent {
            if (purpose.isBlank()) {
                throw new IllegalArgumentException("purpose must not be blank: '" + purpose + "'");
            }
            if (withdrawnOn.filter(day -> day.isBefore(givenOn)).isPresent()) {
                throw new IllegalArgumentException(
                        "consent must not be withdrawn before it was given: " + withdrawnOn.get() + ", " + givenOn);
            }
        }

        /**
         * Returns a consent that holds.
         *
         * @param givenOn when it was given
         * @param purpose what the story may be used for
         * @return the consent
         * @throws IllegalArgumentException if there is no purpose
         */
        public static Consent of(LocalDate givenOn, String purpose) {
            return new Consent(givenOn, purpose, Optional.empty());
        }

        /**
         * Returns a copy of this consent, withdrawn. It may be withdrawn at any time, and then holds no more.
         *
         * @param day when it was withdrawn
         * @return the consent
         * @throws IllegalArgumentException if that is before it was given
         */
        public Consent withWithdrawal(LocalDate day) {
            return new Consent(givenOn, purpose, Optional.of(day));
        }

        /**
         * Returns whether it was not withdrawn.
         *
         * @return true as long as it holds
         */
        public boolean holds() {
            return withdrawnOn.isEmpty();
        }
    }

    /**
     * A story that may be shown: its consent holds and no personal data were found in it. Only {@link
     * ImpactStory#publishable} makes one, so whoever takes this type cannot be given any other story. A consent that is
     * withdrawn later is seen by making it anew from the story.
     */
    public static final class Publishable {

        private final ImpactStory story;
        private final ImpactStory.Consent consent;

        Publishable(ImpactStory story, ImpactStory.Consent consent) {
            this.story = story;
            this.consent = consent;
        }

        /**
         * Returns what is told.
         *
         * @return the story
         */
        public ImpactStory story() {
            return story;
        }

        /**
         * Returns the consent that it is shown under.
         *
         * @return the consent
         */
        public ImpactStory.Consent consent() {
            return consent;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Publishable that && story.equals(that.story) && consent.equals(that.consent);
        }

        @Override
        public int hashCode() {
            return Objects.hash(story, consent);
        }

        /** Returns the title only: a story is not for logs. */
        @Override
        public String toString() {
            return "PublishableStory[" + story.title() + "]";
        }
    }
}
