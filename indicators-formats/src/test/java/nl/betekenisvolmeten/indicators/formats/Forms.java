package nl.betekenisvolmeten.indicators.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** Formats to derive things from: the bundled ones, and made-up ones in which everything is different. */
public final class Forms {

    private static final String NO_WIJK = """
            "residuals": [
              {"code": "ONBEKEND", "kind": "UNKNOWN", "name": {"nl": "Wijk niet bekend", "en": "District unknown"}},
              {"code": "ONB-LAAK", "kind": "UNKNOWN", "within": "SD0518-LAAK",
               "name": {"nl": "Ergens in Laak", "en": "Somewhere in Laak"}},
              {"code": "BUITEN", "kind": "OUTSIDE", "name": {"nl": "Buiten de stad", "en": "Outside the city"}},
              {"code": "STAD", "kind": "WHOLE", "within": "GM0518",
               "name": {"nl": "Hele stad", "en": "Whole city"}}
            ]""";

    private static final String NO_STADSDEEL = """
            "residuals": [
              {"code": "BUITEN", "kind": "OUTSIDE", "name": {"nl": "Buiten de stad", "en": "Outside the city"}},
              {"code": "STAD", "kind": "WHOLE", "within": "GM0518",
               "name": {"nl": "Hele stad", "en": "Whole city"}}
            ]""";

    private static final String BUNDLED =
            "/nl/betekenisvolmeten/indicators/formats/formats/telformat-gebiedsgericht-2026.1.json";

    private Forms() {}

    /** The counting format of 2026. */
    public static FormatDefinition telformat() {
        return Definitions.bundled().formats().get(FormatId.of("telformat-gebiedsgericht", "2026.1"));
    }

    /** A made-up format: half-years, other areas and notations, a text as reporter, small maxima. */
    public static FormatDefinition eettafels() {
        return read("/cases/forms/eettafels-1.2.json");
    }

    /** A small format with codes of its own, a mean, no validity, and a rule of a column with itself. */
    public static FormatDefinition proef() {
        return read("/cases/definitions/format-good.json");
    }

    /** The counting format of 2026 with codes for when there is no wijk or stadsdeel. */
    public static FormatDefinition residuals() {
        return telformatWith(NO_WIJK).orThrow();
    }

    /** The counting format of 2026 with a property more of its wijken. */
    public static Checked<FormatDefinition> telformatWith(String ofWijk) {
        try (InputStream in = Objects.requireNonNull(Definitions.class.getResourceAsStream(BUNDLED))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("\"version\": \"2026.1\"", "\"version\": \"2026.9\"")
                    .replaceFirst("(\"level\": \"WIJK\",)", "$1 " + ofWijk + ",")
                    .replaceFirst("(\"level\": \"STADSDEEL\",)", "$1 " + NO_STADSDEEL + ",");
            return DefinitionReader.of(Definitions.bundled())
                    .readFormat("eigen.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormatDefinition read(String name) {
        try (InputStream in = Objects.requireNonNull(Forms.class.getResourceAsStream(name), name)) {
            return DefinitionReader.of(Definitions.bundled())
                    .readFormat(name, in)
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All bundled ones and the made-up ones. */
    public static List<FormatDefinition> all() {
        return Stream.concat(
                        Definitions.bundled().formats().all().stream(), Stream.of(eettafels(), proef(), residuals()))
                .toList();
    }

    /** A registry with the made-up formats too. */
    public static Definitions definitions() {
        return Definitions.bundled().with(eettafels()).with(proef()).with(residuals());
    }
}
