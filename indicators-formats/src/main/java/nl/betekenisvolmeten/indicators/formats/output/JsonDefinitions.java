package nl.betekenisvolmeten.indicators.formats.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;

/**
 * Definitions as JSON, for programs, and what was found out about them: what differs between two versions, what differs
 * between two deliveries, and what a format asks.
 */
public final class JsonDefinitions {

    private JsonDefinitions() {}

    /**
     * Writes all that a registry holds, except areas and inhabitants: an array of objects whose {@code kind} is {@code
     * format}, {@code account}, {@code questionnaire}, {@code targets}, {@code protocol}, {@code policy} or {@code plan}. Names are those of definition
     * files.
     *
     * @param definitions the registry
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(Definitions definitions, Writer out) throws IOException {
        Stream<Object> all = Stream.of(
                        definitions.formats().all().stream().map(FormatJson::of),
                        definitions.accounts().all().stream().map(DefinitionJson.AccountJson::of),
                        definitions.questionnaires().all().stream().map(DefinitionJson.QuestionnaireJson::of),
                        definitions.targetSets().all().stream().map(DefinitionJson.TargetsJson::of),
                        definitions.protocols().all().stream().map(DefinitionJson.ProtocolJson::of),
                        definitions.policies().all().stream().map(DefinitionJson.PolicyJson::of),
                        definitions.plans().all().stream().map(DefinitionJson.PlanJson::of))
                .flatMap(kind -> kind);
        JsonFiles.writeArray(all.iterator(), out);
    }

    /**
     * Writes one account, as an array of one.
     *
     * @param account the account
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(AccountDefinition account, Writer out) throws IOException {
        JsonFiles.writeArray(List.of(DefinitionJson.AccountJson.of(account)).iterator(), out);
    }

    /**
     * Writes formats as an array: columns with their codes, rules, and how rows of the version before become rows of it.
     *
     * @param formats the formats
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(List<FormatDefinition> formats, Writer out) throws IOException {
        JsonFiles.writeArray(formats.stream().map(FormatJson::of).iterator(), out);
    }

    /**
     * Writes the differences between two definitions as one object: {@code from}, {@code to}, {@code level} (null when
     * nothing differs), {@code changes} and {@code indicators}.
     *
     * @param diff the differences
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(DefinitionDiff diff, Writer out) throws IOException {
        JsonFiles.write(DiffJson.OfDefinitions.of(diff), out);
    }

    /**
     * Writes the differences between two deliveries as one object: {@code format}, {@code key}, {@code gone}, {@code
     * added}, {@code not_compared}, {@code changed}, {@code same}, {@code findings}, {@code carried}: null, or the {@code
     * source} that was carried over {@code from} an earlier version, with {@code losses}; the {@code periods} of both, and
     * {@code errors}: whether either has any.
     *
     * @param diff the differences
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(DeliveryDiff diff, Writer out) throws IOException {
        JsonFiles.write(DiffJson.OfDeliveries.of(diff), out);
    }

    /**
     * Writes what a format asks as one object: {@code format}, the number of cells for each row, {@code columns} with their
     * use, {@code without_indicator}, and {@code overlaps}; {@code delivery} is null.
     *
     * @param burden what the format asks
     * @param overlaps what it shares with other formats
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(Burden burden, List<SharedColumns> overlaps, Writer out) throws IOException {
        JsonFiles.write(BurdenJson.of(burden, overlaps), out);
    }

    /**
     * Writes what a format asks as {@link #write(Burden, List, Writer)} does, with the number of cells of a delivery.
     *
     * @param burden what the format asks
     * @param rows the number of rows of the delivery
     * @param overlaps what it shares with other formats
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(Burden burden, long rows, List<SharedColumns> overlaps, Writer out) throws IOException {
        JsonFiles.write(BurdenJson.of(burden, rows, overlaps), out);
    }
}
