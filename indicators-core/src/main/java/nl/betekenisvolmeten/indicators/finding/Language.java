package nl.betekenisvolmeten.indicators.finding;

import java.util.Locale;
import java.util.Optional;

/** The languages in which names and messages exist. Dutch is the default; the machine's locale plays no part. */
public enum Language {
    /** Dutch. */
    NL("nl"),
    /** English. */
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /**
     * Returns the language's tag.
     *
     * @return {@code nl} or {@code en}
     */
    public String tag() {
        return tag;
    }

    /**
     * Returns the language as a locale, for formatting.
     *
     * @return the locale
     */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /**
     * Returns the language with a tag.
     *
     * @param tag such as {@code nl}
     * @return the language, or empty when there is none
     */
    public static Optional<Language> parse(String tag) {
        for (Language language : values()) {
            if (language.tag.equalsIgnoreCase(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
