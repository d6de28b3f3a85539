package nl.betekenisvolmeten.indicators.formats.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.StoryTexts;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

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
 * @param critical whether it shows what went wrong or could be better; empty when that was not said
 * @param selections who chose it and why, from the lowest level to the highest; empty when it was not chosen yet
 */
public record ImpactStory(
        String title,
        Setting setting,
        Content content,
        Teller teller,
        Optional<Consent> consent,
        Optional<Boolean> pseudonym,
        Set<IndicatorId> indicators,
        Optional<Boolean> critical,
        List<Selection> selections) {

    /** @throws IllegalArgumentException if there is no title */
    public ImpactStory {
        indicators = Set.copyOf(indicators);
        selections = List.copyOf(selections);
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
     * @param level the level that chose it
     * @param reason why; may be empty
     */
    public record Selection(Level level, Optional<String> reason) {}

    /** The levels that choose stories, from the lowest to the highest. */
    public enum Level {
        /** Residents. */
        INWONER,
        /** Professionals. */
        PROFESSIONAL,
        /** The management of the organisation. */
        LEIDING,
        /** The municipality. */
        GEMEENTE
    }

    /**
     * Returns the story as it may be shown.
     *
     * @param day the day on which it is shown
     * @return the story, or empty if consent is absent, withdrawn or expired, a text contains personal data, or someone
     *     may be recognisable: by an age, a street with a house number, or a name that is not stated to be a pseudonym
     */
    public Optional<Publishable> publishable(LocalDate day) {
        return consent.filter(held -> held.holds(day))
                .filter(held -> !isRecognisable())
                .map(held -> new Publishable(this, held, day));
    }

    /**
     * Returns the personal data in the texts of the story.
     *
     * @return their kinds
     */
    public Set<PersonalData.Kind> personalData() {
        Set<PersonalData.Kind> kinds = new TreeSet<>();
        texts().forEach(text -> kinds.addAll(PersonalData.find(text)));
        return new LinkedHashSet<>(kinds);
    }

    private Stream<String> texts() {
        return Stream.of(
                        Stream.of(title, content.before(), content.effort(), content.change(), content.significance()),
                        setting.domain().stream(),
                        selections.stream().flatMap(chosen -> chosen.reason().stream()))
                .flatMap(texts -> texts);
    }

    private boolean isRecognisable() {
        boolean otherNames = pseudonym.orElse(false);
        return !personalData().isEmpty()
                || texts().flatMap(text -> StoryTexts.traits(text).stream())
                        .anyMatch(trait -> trait != StoryTexts.Trait.NAME || !otherNames);
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
                critical,
                selections);
    }

    /**
     * The consent of the one who told a story.
     *
     * @param givenOn when it was given
     * @param purpose what the story may be used for
     * @param until the last day on which it holds; empty if no end was agreed
     * @param withdrawnOn when it was withdrawn; empty as long as it holds
     */
    public record Consent(
            LocalDate givenOn, String purpose, Optional<LocalDate> until, Optional<LocalDate> withdrawnOn) {

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
         * Returns a consent without an end.
         *
         * @param givenOn when it was given
         * @param purpose what the story may be used for
         * @return the consent
         * @throws IllegalArgumentException if there is no purpose
         */
        public static Consent of(LocalDate givenOn, String purpose) {
            return new Consent(givenOn, purpose, Optional.empty(), Optional.empty());
        }

        /**
         * Returns a copy of this consent, withdrawn. It may be withdrawn at any time, and then holds no more.
         *
         * @param day when it was withdrawn
         * @return the consent
         * @throws IllegalArgumentException if that is before it was given
         */
        public Consent withWithdrawal(LocalDate day) {
            return new Consent(givenOn, purpose, until, Optional.of(day));
        }

        /**
         * Returns whether it was not withdrawn and is not over.
         *
         * @param day the day on which the story is shown
         * @return true as long as it holds
         */
        public boolean holds(LocalDate day) {
            return withdrawnOn.isEmpty() && until.filter(day::isAfter).isEmpty();
        }
    }

    /**
     * A story that may be shown: its consent is valid, and nothing was found in it that may identify someone. A
     * parameter of this type accepts no other story. To take a later withdrawal of consent into account, create it
     * again from the story.
     *
     * @param story the story
     * @param consent the consent that it is shown under
     * @param day the day on which it is shown
     */
    public record Publishable(ImpactStory story, Consent consent, LocalDate day) {

        /** @throws IllegalArgumentException if the story may not be shown under this consent */
        public Publishable {
            if (!consent.holds(day) || !story.consent.equals(Optional.of(consent)) || story.isRecognisable()) {
                throw new IllegalArgumentException("story must not be shown: '" + story.title + "'");
            }
        }

        /** Returns the title only: a story is not for logs. */
        @Override
        public String toString() {
            return "PublishableStory[" + story.title + "]";
        }
    }

    /**
     * Reads deliveries of impact stories, as rows of text or in JSON (see below). A story that breaks a rule of severity error (no valid consent, personal data, a
     * part that is missing) is not given at all. Immutable and thread-safe.
     *
     * <p>JSON is an object or a list of objects with the form's columns as properties. What belongs together may be an
     * object of its own, {@code "toestemming": {"gegeven": true, "datum": "2026-05-12", "doel": "..."}}, which stands for
     * the columns {@code toestemming}, {@code toestemming_datum} and {@code toestemming_doel}; indicators may be a list. In
     * findings the first story is row 2.
     */
    public static final class Reader {

        /** The form's name, without version. */
        public static final String FORMAT = "impactverhaal";

        private final Form form;

        private Reader(Form form) {
            this.form = form;
        }

        /**
         * Returns a reader of the latest version of the form.
         *
         * @param definitions where the form is looked up
         * @return the reader
         * @throws IllegalArgumentException if there is no such form
         */
        public static Reader of(Definitions definitions) {
            return new Reader(Form.of(FORMAT, definitions));
        }

        /**
         * Returns a copy that refuses stories whose consent is over.
         *
         * @param day the day on which the stories are shown
         * @return the reader
         */
        public Reader withDay(LocalDate day) {
            return new Reader(new Form(form.format(), form.reader().withDay(day)));
        }

        /**
         * Reads stories.
         *
         * @param source the delivery
         * @return the stories of the good rows, in order, and what was found; no stories when the delivery was not
         *     recognised
         * @throws IndicatorsException if the source cannot be read
         */
        public Checked<List<ImpactStory>> read(DeliverySource source) {
            return form.read(source, Reader::story);
        }

        private static ImpactStory story(CheckedRow row) {
            return new ImpactStory(
                    required(row, "titel"),
                    setting(row),
                    new Content(
                            required(row, "situatie_vooraf"),
                            required(row, "inzet"),
                            required(row, "verandering"),
                            required(row, "waarom_belangrijk")),
                    Teller.valueOf(required(row, "verteller")),
                    consent(row),
                    text(row, "pseudoniem_gebruikt").map("ja"::equals),
                    indicators(text(row, "indicatoren").orElse("")),
                    text(row, "kritisch").map("ja"::equals),
                    selections(row));
        }

        /** Returns who chose the story: the level that did last, and each that gave a reason of its own. */
        private static List<Selection> selections(CheckedRow row) {
            Optional<String> last = text(row, "selectie_niveau");
            List<Selection> selections = new ArrayList<>();
            for (Level level : Level.values()) {
                Optional<String> own =
                        text(row, "selectie_reden_" + level.name().toLowerCase(Locale.ROOT));
                boolean isLast = last.filter(level.name()::equals).isPresent();
                if (own.isPresent() || isLast) {
                    selections.add(new Selection(level, own.or(() -> text(row, "selectie_reden"))));
                }
            }
            return selections;
        }

        private static Setting setting(CheckedRow row) {
            return new Setting(
                    Period.parseCode(required(row, "periode")).orElseThrow(),
                    required(row, "stadsdeel"),
                    text(row, "wijk"),
                    required(row, "ambitie"),
                    required(row, "activiteitsoort"),
                    required(row, "doelgroep"),
                    text(row, "domein"));
        }

        private static Optional<Consent> consent(CheckedRow row) {
            Optional<LocalDate> givenOn = text(row, "toestemming_datum").map(LocalDate::parse);
            Optional<String> purpose = text(row, "toestemming_doel");
            Optional<LocalDate> until = text(row, "toestemming_tot").map(LocalDate::parse);
            return givenOn.flatMap(day -> purpose.map(text -> new Consent(day, text, until, Optional.empty())))
                    .filter(any -> text(row, "toestemming").filter("ja"::equals).isPresent());
        }

        /** Returns the indicators that a text names, without words that cannot be the code of one. */
        private static Set<IndicatorId> indicators(String text) {
            return Arrays.stream(text.split("[,;\\s]+", -1))
                    .filter(IndicatorId::isValid)
                    .map(IndicatorId::of)
                    .collect(Collectors.toSet());
        }

        private static Optional<String> text(CheckedRow row, String column) {
            return row.text(ColumnName.of(column));
        }

        /** Returns a value that the form's rules require. */
        private static String required(CheckedRow row, String column) {
            return text(row, column).orElseThrow();
        }
    }
}
