package nl.betekenisvolmeten.indicators.finding;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing that is wrong or worth knowing, as data. The text is made by a {@link MessageCatalogue}.
 *
 * <p>Arguments, suggestions and the location are masked on construction, as a file may be called after a client: a citizen service number, e-mail address, telephone number
 * and so on never gets into a finding, whichever rule made it (see {@link PersonalData#mask}).
 *
 * @param code the rule's stable code
 * @param severity how serious
 * @param location where
 * @param arguments the arguments of the text, by name; {@code value} is the cell's own text
 * @param suggestions what was probably meant, the nearest first; may be empty
 */
public record Finding(
        FindingCode code,
        Severity severity,
        Location location,
        Map<String, String> arguments,
        List<String> suggestions) {

    /** The name of the argument that holds the text of the cell. */
    public static final String VALUE = "value";

    /** The longest text that an argument keeps; what is longer is cut and ends in an ellipsis. */
    public static final int MAX_ARGUMENT = 200;

    private static final int MAX_LOOKED_AT = 5_000;

    public Finding {
        TreeMap<String, String> masked = new TreeMap<>();
        arguments.forEach((name, text) -> masked.put(name, presentable(text)));
        arguments = Collections.unmodifiableMap(masked);
        suggestions = suggestions.stream().map(Finding::presentable).toList();
        location = new Location(
                location.source().map(PersonalData::mask),
                location.row(),
                location.column().map(Finding::presentable),
                location.path().map(PersonalData::mask));
    }

    private static String presentable(String text) {
        // the rest is not shown, and masking it would take time
        int looked = Math.min(text.length(), MAX_LOOKED_AT);
        String masked = PersonalData.mask(text.substring(0, looked));
        if (masked.length() <= MAX_ARGUMENT && looked == text.length()) {
            return masked;
        }
        int last = Math.min(MAX_ARGUMENT, masked.length()) - 1;
        int end = Character.isHighSurrogate(masked.charAt(last - 1)) ? last - 1 : last;
        return masked.substring(0, end) + "…";
    }

    /**
     * Returns a finding without arguments.
     *
     * @param code the rule's code
     * @param severity how serious
     * @param location where
     * @return the finding
     */
    public static Finding of(FindingCode code, Severity severity, Location location) {
        return new Finding(code, severity, location, Map.of(), List.of());
    }

    /**
     * Returns a finding with arguments.
     *
     * @param code the rule's code
     * @param severity how serious
     * @param location where
     * @param arguments the arguments of the text, by name
     * @return the finding
     */
    public static Finding of(FindingCode code, Severity severity, Location location, Map<String, String> arguments) {
        return new Finding(code, severity, location, arguments, List.of());
    }

    /**
     * Returns a finding with arguments about what has no place, such as a total.
     *
     * @param code the rule's code
     * @param severity how serious
     * @param arguments the arguments of the text
     * @return the finding
     */
    public static Finding of(FindingCode code, Severity severity, Map<String, String> arguments) {
        return of(code, severity, Location.nowhere(), arguments);
    }

    /**
     * Returns a copy of this finding elsewhere.
     *
     * @param newLocation where
     * @return the finding
     */
    public Finding withLocation(Location newLocation) {
        return new Finding(code, severity, newLocation, arguments, suggestions);
    }

    /**
     * Returns the text of the cell, masked where it held personal data.
     *
     * @return the text, or empty when the finding is not about one cell's text
     */
    public Optional<String> value() {
        return Optional.ofNullable(arguments.get(VALUE));
    }
}
