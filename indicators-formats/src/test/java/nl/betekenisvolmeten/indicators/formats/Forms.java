package nl.betekenisvolmeten.indicators.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** Formats to derive things from: the bundled ones, and made-up ones in which everything is different. */
public final class Forms {

    private Forms() {}

    /** The counting format of 2026. */
    public static FormatDefinition telformat() {
        return Definitions.bundled()
                .find(FormatId.of("telformat-gebiedsgericht", "2026.1"))
                .orElseThrow();
    }

    /** A made-up format: half-years, other areas and notations, a text as reporter, small maxima. */
    public static FormatDefinition eettafels() {
        return read("/cases/forms/eettafels-1.2.json");
    }

    /** A small format with codes of its own, a mean, no validity, and a rule of a column with itself. */
    public static FormatDefinition proef() {
        return read("/cases/definitions/format-good.json");
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
        return Stream.concat(Definitions.bundled().formats().stream(), Stream.of(eettafels(), proef()))
                .toList();
    }

    /** A registry with the made-up formats too. */
    public static Definitions definitions() {
        return Definitions.bundled().with(eettafels()).with(proef());
    }
}
