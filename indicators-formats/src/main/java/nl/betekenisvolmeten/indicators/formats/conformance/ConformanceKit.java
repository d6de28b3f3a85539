package nl.betekenisvolmeten.indicators.formats.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.zip.StableZip;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * For each rule of each format a small delivery that keeps it and one that breaks it, with what must be found. Whoever
 * writes an export or a validator, in whatever language, can hold it against these.
 *
 * <p>The deliveries are made from the definitions: good rows out of the code lists, of which one thing is changed. What
 * is expected follows from the change, not from a run of a validator. The same formats give the same bytes each time.
 */
public final class ConformanceKit {

    private static final List<String> READ_ME = List.of("README.nl.md", "README.en.md");
    private static final String NOT_BROKEN = "@NOT_BROKEN@";

    private final List<KitCase> cases = new ArrayList<>();
    private final List<String> notBroken = new ArrayList<>();

    private ConformanceKit(List<FormatDefinition> formats) {
        for (FormatDefinition format : formats) {
            FormatCases all = FormatCases.of(format);
            cases.addAll(all.cases());
            if (!all.notBroken().isEmpty()) {
                notBroken.add("- " + format.id() + ": "
                        + all.notBroken().stream()
                                .sorted()
                                .map(FindingCode::value)
                                .collect(Collectors.joining(", ")));
            }
        }
    }

    /**
     * Makes a kit.
     *
     * @param formats the formats
     * @return the kit
     */
    public static ConformanceKit of(List<FormatDefinition> formats) {
        return new ConformanceKit(formats);
    }

    /**
     * The deliveries with what must be found in them.
     *
     * @return the cases, by format
     */
    public List<KitCase> cases() {
        return List.copyOf(cases);
    }

    /**
     * Writes the kit as a zip file: explanation in two languages, and for each format a folder with its deliveries and
     * {@code expected.csv}.
     *
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public void write(OutputStream out) throws IOException {
        StableZip zip = StableZip.of(out);
        String list = notBroken.isEmpty() ? "-" : String.join("\n", notBroken);
        for (String name : READ_ME) {
            zip.put(name, resource(name).replace(NOT_BROKEN, list));
        }
        for (FormatId format : cases.stream().map(KitCase::format).distinct().toList()) {
            List<KitCase> own =
                    cases.stream().filter(one -> one.format().equals(format)).toList();
            zip.put(format + "/expected.csv", expected(own));
            for (KitCase one : own) {
                zip.put(format + "/" + one.file(), one.text());
            }
        }
        zip.finish();
    }

    private static String expected(List<KitCase> cases) {
        List<List<String>> rows = new ArrayList<>();
        for (KitCase one : cases) {
            String accepted = Integer.toString(one.accepted());
            if (one.expected().isEmpty()) {
                rows.add(List.of(one.file(), "", "", "", "", accepted));
            }
            for (KitCase.Expected finding : one.expected()) {
                rows.add(List.of(
                        one.file(),
                        finding.code().value(),
                        finding.severity().name(),
                        finding.row().isPresent() ? Long.toString(finding.row().getAsLong()) : "",
                        finding.column().orElse(""),
                        accepted));
            }
        }
        return CsvText.of(List.of("file", "code", "severity", "row", "column", "accepted"), rows);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ConformanceKit.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IndicatorsException("a text of the kit is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
