package nl.betekenisvolmeten.indicators.formats.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionHeader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Json;
import nl.betekenisvolmeten.indicators.formats.internal.definition.JsonTreeReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.JsonTreeWriter;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Problems;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Values;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * A definition of any kind as it is written in a file, to be read with {@link DefinitionReader#readInto}. Immutable and
 * thread-safe.
 */
public final class DefinitionDocument {

    private static final String SCHEMA = "/nl/betekenisvolmeten/indicators/formats/schemas/definitions.schema.json";

    private final String kind;
    private final Json.Members root;
    private final DefinitionHeader header;

    DefinitionDocument(String kind, Json.Members root) {
        this.kind = kind;
        this.root = root;
        header = DefinitionHeader.read(reader()).orElseThrow(() -> new IllegalArgumentException("no id: " + root));
    }

    /** Reads a file that is known to be valid. */
    static DefinitionDocument read(String kind, String name, InputStream in) {
        return JsonTreeReader.read(in, new Problems(name))
                .filter(Json.Members.class::isInstance)
                .map(json -> new DefinitionDocument(kind, (Json.Members) json))
                .orElseThrow(() -> new IndicatorsException("a bundled definition is broken: " + name));
    }

    private ObjectReader reader() {
        return ObjectReader.of(root, new Problems("")).orElseThrow();
    }

    /**
     * Returns the words for the kinds of definition, such as {@code format}.
     *
     * @return the words
     */
    public static List<String> kinds() {
        return DefinitionKind.words();
    }

    /**
     * Returns the JSON Schema (draft 2020-12) of definition files of a kind.
     *
     * @param kind one of {@link #kinds}, or {@code mapping} for files that map the columns of an export
     * @return the schema
     * @throws IllegalArgumentException if there is no such kind
     */
    public static String schema(String kind) {
        if (!kind.equals("mapping") && !kinds().contains(kind)) {
            throw new IllegalArgumentException("no such kind: '" + kind + "'");
        }
        try (InputStream in = Objects.requireNonNull(DefinitionDocument.class.getResourceAsStream(SCHEMA))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${kind}", kind);
        } catch (IOException e) {
            throw new IndicatorsException("cannot read " + SCHEMA, e);
        }
    }

    /**
     * Returns the word for its kind.
     *
     * @return one of {@link #kinds}
     */
    public String kind() {
        return kind;
    }

    /**
     * Returns its id, with its version.
     *
     * @return the id
     */
    public FormatId id() {
        return header.id();
    }

    /**
     * Returns its name.
     *
     * @return the title
     */
    public LocalizedText title() {
        return header.title();
    }

    /**
     * Returns its sources and how official it is.
     *
     * @return the provenance
     */
    public Provenance provenance() {
        return header.provenance();
    }

    /**
     * Returns the periods for which it is valid.
     *
     * @return the periods; unlimited if its kind does not state them
     */
    public Validity validity() {
        return Values.validity(reader()).orElse(Validity.always());
    }

    Json.Members root() {
        return root;
    }

    /**
     * Returns the definition as JSON, with the properties of the file in their order.
     *
     * @return the text of a definition file
     */
    public String json() {
        return JsonTreeWriter.pretty(root);
    }

    /**
     * Returns its content as readable lines, one for each value, indented under what it belongs to.
     *
     * @param language the reader's language
     * @return the lines
     */
    public List<String> lines(Language language) {
        List<String> lines = new ArrayList<>();
        lines("", "", root, language, lines);
        return lines;
    }

    private static void lines(String first, String indent, Json value, Language language, List<String> lines) {
        Optional<String> text = inline(value, language);
        if (text.isPresent()) {
            lines.add(first + text.get());
        } else if (value instanceof Json.Items array) {
            array.items().forEach(item -> lines(indent + "- ", indent + "  ", item, language, lines));
        } else {
            String start = first;
            for (Map.Entry<String, Json> entry :
                    ((Json.Members) value).members().entrySet()) {
                Json member = entry.getValue();
                if (inline(member, language).isPresent()) {
                    lines(start + entry.getKey() + ": ", indent, member, language, lines);
                } else {
                    lines.add(start + entry.getKey() + ":");
                    lines(indent + "  ", indent + "  ", member, language, lines);
                }
                start = indent;
            }
        }
    }

    /** Returns a value that fits on a line: a text, in one or two languages, a number, or a list of these. */
    private static Optional<String> inline(Json value, Language language) {
        if (value instanceof Json.Members object) {
            String code = language.name().toLowerCase(Locale.ROOT);
            Json text = object.members().getOrDefault(code, object.members().get("nl"));
            return object.members().isEmpty()
                    ? Optional.of("-")
                    : Optional.ofNullable(text).flatMap(any -> inline(any, language));
        }
        if (value instanceof Json.Items array) {
            List<Optional<String>> texts =
                    array.items().stream().map(item -> inline(item, language)).toList();
            return array.items().stream().anyMatch(Json.Members.class::isInstance)
                    ? Optional.empty()
                    : Optional.of(texts.stream().flatMap(Optional::stream).collect(Collectors.joining(", ")));
        }
        return Optional.of(JsonTreeWriter.compact(value));
    }
}
