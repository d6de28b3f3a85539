package nl.betekenisvolmeten.indicators.formats.internal.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A placeholder in a text that the report fills, written as <code>{{kind: name=value; name=value}}</code>.
 *
 * @param kind its kind
 * @param parameters its parameters; a value without a name has the name {@code ""}
 * @param line the line in the text, from 1
 * @param column the place in that line, from 1
 */
public record Placeholder(String kind, Map<String, String> parameters, int line, int column) {

    /** Fills placeholders. */
    public interface Filler {

        /**
         * Fills a placeholder in a line.
         *
         * @param placeholder the placeholder
         * @return the words
         * @throws UnfilledException if there are none
         */
        List<Run> runs(Placeholder placeholder);

        /**
         * Fills a placeholder that is a paragraph by itself.
         *
         * @param placeholder the placeholder
         * @return the paragraphs; empty if it is filled as one in a line
         * @throws UnfilledException if there are none
         */
        Optional<List<Block>> blocks(Placeholder placeholder);
    }

    /** Thrown when a placeholder cannot be filled, with the reason in the language of the text. */
    public static final class UnfilledException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates an exception.
         *
         * @param reason the reason
         */
        public UnfilledException(String reason) {
            super(reason);
        }
    }

    static Placeholder of(String inside, int line, int column) {
        int colon = inside.indexOf(':');
        Map<String, String> parameters = new LinkedHashMap<>();
        if (colon >= 0) {
            for (String part : inside.substring(colon + 1).split(";", -1)) {
                int equals = part.indexOf('=');
                parameters.put(
                        part.substring(0, Math.max(0, equals)).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return new Placeholder((colon < 0 ? inside : inside.substring(0, colon)).strip(), parameters, line, column);
    }

    /**
     * Returns a parameter.
     *
     * @param name its name
     * @return its value; empty if it is not given
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
