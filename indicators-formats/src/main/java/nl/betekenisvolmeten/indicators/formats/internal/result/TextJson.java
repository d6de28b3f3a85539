package nl.betekenisvolmeten.indicators.formats.internal.result;

import nl.betekenisvolmeten.indicators.model.LocalizedText;

/**
 * A text in JSON.
 *
 * @param nl the Dutch text
 * @param en the English text
 */
public record TextJson(String nl, String en) {

    /**
     * Returns a text for JSON.
     *
     * @param text the text
     * @return the same
     */
    public static TextJson of(LocalizedText text) {
        return new TextJson(text.nl(), text.en());
    }
}
