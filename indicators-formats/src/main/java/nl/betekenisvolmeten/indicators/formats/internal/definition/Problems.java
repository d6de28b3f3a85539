package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.Suggestions;

/** What is wrong with one definition file. */
public final class Problems {

    private static final FindingCode NOT_JSON = FindingCode.of("BM-D01");
    private static final FindingCode MISSING = FindingCode.of("BM-D02");
    private static final FindingCode UNKNOWN = FindingCode.of("BM-D03");
    private static final FindingCode WRONG_KIND = FindingCode.of("BM-D04");
    private static final FindingCode NOT_ALLOWED = FindingCode.of("BM-D05");
    private static final FindingCode NOT_FOUND = FindingCode.of("BM-D06");
    private static final FindingCode TWICE = FindingCode.of("BM-D07");
    private static final FindingCode BEYOND_LIMIT = FindingCode.of("BM-D08");
    private static final FindingCode CONTRADICTION = FindingCode.of("BM-D09");

    private static final int MAX_COMPARED = 200_000;
    private static final int MAX_SHOWN = 30;
    private static final String PROPERTY = "property";
    private static final String EXPECTED = "expected";

    /** What is expected in a file that the deliverer fills in, which has its own texts. */
    static final String DAY_OF_EXPLANATION = "day_of_explanation";

    private final String source;
    private final boolean trusted;
    private final Findings.Collector collector = Findings.Collector.withDefaults();
    private int compared;

    /** Problems of a file without any yet; a trusted one, such as a bundled file, is known to have none. */
    public Problems(String source, boolean trusted) {
        this.source = source;
        this.trusted = trusted;
    }

    /** Problems of a file without any yet. */
    public Problems(String source) {
        this(source, false);
    }

    boolean isTrusted() {
        return trusted;
    }

    String source() {
        return source;
    }

    /** Returns whether there is an error among them. */
    public boolean hasErrors() {
        return collector.count(Severity.ERROR) > 0;
    }

    /** Returns the problems as findings. */
    public Findings findings() {
        return collector.toFindings();
    }

    void notJson(DefinitionPosition spot, String reason) {
        Map<String, String> arguments = Map.of("reason", reason, "character", Integer.toString(spot.character()));
        add(NOT_JSON, Severity.ERROR, spot, arguments, List.of());
    }

    void missing(DefinitionPosition object, String property) {
        add(MISSING, Severity.ERROR, object, Map.of(PROPERTY, property), List.of());
    }

    /** Reports an unknown property; the absent ones are suggested. */
    void unknown(DefinitionPosition spot, String property, Collection<String> known, Collection<String> absent) {
        Map<String, String> arguments = Map.of(PROPERTY, property, EXPECTED, some(known));
        add(UNKNOWN, Severity.WARNING, spot, arguments, nearest(property, absent));
    }

    void wrongKind(DefinitionPosition spot, String property, String expected) {
        add(WRONG_KIND, Severity.ERROR, spot, Map.of(PROPERTY, property, EXPECTED, expected), List.of());
    }

    /** Reports a value that is out of range or badly formed. */
    public void notAllowed(DefinitionPosition spot, String property, String value, String expected) {
        Map<String, String> arguments =
                new HashMap<>(Map.of(PROPERTY, property, Finding.VALUE, value, EXPECTED, expected));
        if (DAY_OF_EXPLANATION.equals(expected)) {
            arguments.put("reason", expected);
        }
        add(NOT_ALLOWED, Severity.ERROR, spot, arguments, List.of());
    }

    /** Reports a value that is not one of the allowed words. */
    public void notAllowed(DefinitionPosition spot, String property, String value, Collection<String> allowed) {
        String expected = String.join(", ", allowed);
        Map<String, String> arguments = Map.of(PROPERTY, property, Finding.VALUE, value, EXPECTED, expected);
        add(NOT_ALLOWED, Severity.ERROR, spot, arguments, nearest(value, allowed));
    }

    /** Reports a reference to something that does not exist. */
    void notFound(DefinitionPosition spot, String property, String value, Collection<String> known) {
        Map<String, String> arguments = Map.of(PROPERTY, property, Finding.VALUE, value, EXPECTED, some(known));
        add(NOT_FOUND, Severity.ERROR, spot, arguments, nearest(value, known));
    }

    /** Returns the first of the known names, as text. */
    private static String some(Collection<String> known) {
        String first = known.stream().limit(MAX_SHOWN).collect(Collectors.joining(", "));
        return known.isEmpty() ? "nothing" : first + (known.size() > MAX_SHOWN ? ", …" : "");
    }

    void twice(DefinitionPosition spot, String value) {
        add(TWICE, Severity.ERROR, spot, Map.of(Finding.VALUE, value), List.of());
    }

    /** Reports that a limit is exceeded: of a unit, such as {@code characters}, or of a property. */
    public void beyondLimit(DefinitionPosition spot, int limit, String unit) {
        Map<String, String> arguments = Map.of("limit", Integer.toString(limit), "unit", unit);
        add(BEYOND_LIMIT, Severity.ERROR, spot, arguments, List.of());
    }

    void contradiction(DefinitionPosition spot, String reason) {
        add(CONTRADICTION, Severity.ERROR, spot, Map.of("reason", reason), List.of());
    }

    /**
     * Returns the candidates nearest to a text. As this is the costliest step of reading, the number of texts compared
     * for one file is limited.
     */
    private List<String> nearest(String text, Collection<String> candidates) {
        if (candidates.size() > MAX_COMPARED - compared) {
            return List.of();
        }
        compared += candidates.size();
        return Suggestions.nearest(text, List.copyOf(candidates), Suggestions.MAX);
    }

    private void add(
            FindingCode code,
            Severity severity,
            DefinitionPosition spot,
            Map<String, String> arguments,
            List<String> suggestions) {
        Location location = Location.of(source).withRow(spot.line()).withPath(spot.path());
        collector.add(new Finding(code, severity, location, arguments, suggestions));
    }
}
