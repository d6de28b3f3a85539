package nl.betekenisvolmeten.indicators.model;

import nl.betekenisvolmeten.indicators.finding.Language;

/**
 * A text in the two languages.
 *
 * @param nl the Dutch text, not blank
 * @param en the English text, not blank
 */
public record LocalizedText(String nl, String en) {

    /** @throws IllegalArgumentException if {@code nl} or {@code en} is blank */
    public LocalizedText {
        if (nl.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text must not be blank: nl='" + nl + "', en='" + en + "'");
        }
    }

    /**
     * Returns a text in both languages.
     *
     * @param nl the Dutch text
     * @param en the English text
     * @return the text
     * @throws IllegalArgumentException if one is blank
     */
    public static LocalizedText of(String nl, String en) {
        return new LocalizedText(nl, en);
    }

    /**
     * Returns the text in a language.
     *
     * @param language the language
     * @return the text
     */
    public String in(Language language) {
        return switch (language) {
            case NL -> nl;
            case EN -> en;
        };
    }
}
