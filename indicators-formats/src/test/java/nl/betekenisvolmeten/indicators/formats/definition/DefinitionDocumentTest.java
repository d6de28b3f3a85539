package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Change;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Comparability;
import nl.betekenisvolmeten.indicators.formats.output.JsonDefinitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions as files: written, read back, described by a schema, and compared. */
class DefinitionDocumentTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final String CODELIST =
            "{\"id\": \"soort\", \"version\": \"2026.1\", \"items\": [{\"code\": \"A\"}, {\"code\": \"B\", \"name\": \"Bee\"}]}";

    private static final String CONTEXT = "{\"id\": \"afspraken\", \"agreements\": [{\"organisation\": \"91000011\","
            + " \"areas\": [\"Laak\"], \"validFrom\": \"2026KW01\", \"dueAfterDays\": 30}],"
            + " \"periods\": [{\"period\": \"2026KW01\", \"status\": \"definitief\"}]}";

    private static final String SET = "{\"id\": \"eigen\", \"version\": \"%s\", \"indicators\": ["
            + "{\"id\": \"bezoek\", \"name\": \"%s\", \"measure\":"
            + " {\"type\": \"TOTAL\", \"format\": \"inloop\", \"column\": \"%s\"}}%s]}";

    private static Definitions read(Definitions known, String json) {
        return DefinitionReader.of(known)
                .readInto("own.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .orThrow();
    }

    private static Definitions all() {
        return read(read(Definitions.bundled(), CODELIST), CONTEXT);
    }

    static Stream<DefinitionDocument> documents() {
        return all().documents().stream();
    }

    private static DefinitionDocument last(Definitions all) {
        return all.documents().get(all.documents().size() - 1);
    }

    private static Schema schema(String kind) {
        return REGISTRY.getSchema(DefinitionDocument.schema(kind), InputFormat.JSON);
    }

    private static boolean accepts(String kind, String json) {
        return schema(kind).validate(json, InputFormat.JSON).isEmpty();
    }

    @Test
    void documents_areOfEveryKind() {
        assertThat(documents().map(DefinitionDocument::kind).distinct())
                .containsExactlyInAnyOrderElementsOf(DefinitionDocument.kinds());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void json_isAcceptedByTheSchemaOfItsKind(DefinitionDocument document) {
        assertThat(schema(document.kind()).validate(document.json(), InputFormat.JSON))
                .isEmpty();
        String nameless = document.json().replaceFirst("\"id\"", "\"ID\"");
        assertThat(accepts(document.kind(), nameless)).isFalse();
        String numbered = document.json().replaceFirst("\"title\" ?: ?\\{", "\"title\": 3, \"titel\": {");
        assertThat(numbered.equals(document.json()) || !accepts(document.kind(), numbered))
                .isTrue();
    }

    /** The schema refuses what the loader refuses in files of three columns. */
    @ParameterizedTest
    @ValueSource(strings = {"\"KVK\"", "\"columns\"", "\"name\"", "\"type\"", "\"organisatie\""})
    void schema_ofAFormat_refusesWhatIsWrong(String word) {
        String good = "{\"id\": \"inloop\", \"columns\": [{\"name\": \"organisatie\", \"type\": \"KVK\"}]}";
        assertThat(accepts("format", good)).isTrue();
        assertThat(accepts("format", good.replace(word, "\"x-1\""))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void json_readAgain_isTheSameDefinition(DefinitionDocument document) {
        Definitions before = all();
        Definitions after = read(before, document.json());
        assertThat(last(after).json()).isEqualTo(document.json());
        assertThat(last(after).kind()).isEqualTo(document.kind());
        assertThat(definition(after, document)).isEqualTo(definition(before, document));
    }

    private static Object definition(Definitions all, DefinitionDocument document) {
        return switch (document.kind()) {
            case "format" -> all.formats().get(document.id()).columns();
            case "indicators" -> all.indicatorSets().get(document.id()).indicators();
            case "account" ->
                all.accounts().get(document.id()).parts().stream()
                        .map(part -> part.name() + part.format().id())
                        .toList();
            case "questionnaire" -> all.questionnaires().get(document.id()).questions();
            case "targets" -> all.targetSets().get(document.id()).entries();
            case "protocol" ->
                all.protocols().get(document.id()).registrations().date();
            case "policy" -> all.policies().get(document.id());
            case "plan" -> all.plans().get(document.id()).parts();
            case "areas" -> all.areas().get(document.id().name()).title();
            case "population" -> all.populations().get(document.id().name()).title();
            case "codelist" -> all.codelists().get(document.id().name()).items();
            default -> all.contexts().get(document.id()).agreements();
        };
    }

    @Test
    void write_all_isAnArrayThatCanBeRead() throws IOException {
        StringWriter out = new StringWriter();
        JsonDefinitions.write(all().documents(), out);
        List<String> written = new ArrayList<>();
        read(Definitions.empty(), out.toString()).documents().forEach(one -> written.add(one.json()));
        assertThat(written).isEqualTo(documents().map(DefinitionDocument::json).toList());
    }

    @Test
    void documents_ofADefinitionMadeByAProgram_lackIt() {
        Definitions all = all();
        FormatDefinition format = all.formats().all().get(0);
        assertThat(all.with(format).documents()).hasSize(all.documents().size() - 1);
    }

    @Test
    void codelist_ofItsOwnFile_isKnownToFormats() {
        Definitions all = read(
                all(),
                "{\"id\": \"inloop\", \"columns\": ["
                        + "{\"name\": \"soort\", \"type\": {\"kind\": \"CODE\", \"codelist\": \"soort\"}}]}");
        assertThat(all.formats()
                        .latest("inloop")
                        .orElseThrow()
                        .columns()
                        .get(0)
                        .rule()
                        .type())
                .hasToString(all.formats()
                        .latest("inloop")
                        .orElseThrow()
                        .columns()
                        .get(0)
                        .rule()
                        .type()
                        .toString())
                .isInstanceOfSatisfying(
                        nl.betekenisvolmeten.indicators.validation.ColumnType.Code.class,
                        code -> assertThat(code.codes().codes()).containsExactly("A", "B"));
    }

    @Test
    void lines_areInTheLanguageAskedFor() {
        DefinitionDocument areas = Definitions.bundled().documents().get(0);
        assertThat(areas.lines(Language.NL)).contains("id: denhaag").anyMatch(line -> line.startsWith("  - code: "));
        assertThat(areas.lines(Language.EN)).noneMatch(line -> line.contains("Gemeente Den Haag is"));
    }

    @Test
    void diff_ofIndicatorSets_saysWhichFiguresStayComparable() {
        Definitions one = read(all(), SET.formatted("1", "Bezoek", "bezoeken", ""));
        String more =
                ", {\"id\": \"nieuw\", \"measure\": {\"type\": \"TOTAL\", \"format\": \"inloop\", \"column\": \"x\"}}";
        DefinitionDiff words =
                DefinitionDiff.between(last(one), last(read(one, SET.formatted("2", "Bezoeken", "bezoeken", more))));
        assertThat(words.changes())
                .extracting(Change::kind, Change::level, Change::subject)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Change.Kind.VALUE_CHANGED, Change.Level.PATCH, "/indicators/bezoek/name"),
                        org.assertj.core.groups.Tuple.tuple(
                                Change.Kind.VALUE_ADDED, Change.Level.MINOR, "/indicators/nieuw"));
        assertThat(words.indicators())
                .extracting(Comparability::verdict)
                .containsExactly(Comparability.Verdict.COMPARABLE, Comparability.Verdict.NOT_COMPARABLE);
        DefinitionDiff made =
                DefinitionDiff.between(last(one), last(read(one, SET.formatted("2", "Bezoek", "deelnemers", ""))));
        assertThat(made.level()).contains(Change.Level.MAJOR);
        assertThat(made.indicators().get(0).reasons().get(0).cause()).isEqualTo(Comparability.Cause.FORMULA);
        assertThat(DefinitionDiff.between(last(one), last(one)).level()).isEmpty();
        assertThatThrownBy(() -> DefinitionDiff.between(last(one), last(all())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("indicators, context");
    }
}
