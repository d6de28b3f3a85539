package nl.betekenisvolmeten.indicators.formats.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.Forms;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frictionless descriptors by the profiles of Frictionless itself; and what stands in them. */
class DescriptorTest {

    private static final SchemaRegistry DRAFT_4 = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4);

    static Stream<FormatDefinition> formats() {
        return Forms.all().stream();
    }

    private static String text(Descriptor descriptor, FormatDefinition format) throws IOException {
        StringWriter out = new StringWriter();
        descriptor.write(format, Language.NL, out);
        return out.toString();
    }

    private static JsonNode tree(Descriptor descriptor, FormatDefinition format) throws IOException {
        return new ObjectMapper().readTree(text(descriptor, format));
    }

    private static Schema profile(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DescriptorTest.class.getResourceAsStream("/frictionless/" + name), name)) {
            return DRAFT_4.getSchema(in, InputFormat.JSON);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tableSchema_anyFormat_fitsTheProfile(FormatDefinition format) throws IOException {
        assertThat(profile("table-schema.json").validate(text(Descriptor.TABLE_SCHEMA, format), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void tableSchema_profile_refusesAnotherType() throws IOException {
        String wrong = text(Descriptor.TABLE_SCHEMA, Forms.telformat()).replace("\"integer\"", "\"heel getal\"");
        assertThat(profile("table-schema.json").validate(wrong, InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void dataPackage_anyFormat_fitsTheProfile(FormatDefinition format) throws IOException {
        assertThat(profile("data-package.json").validate(text(Descriptor.DATA_PACKAGE, format), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void dataPackage_profile_refusesAPackageWithoutResources() throws IOException {
        String wrong = text(Descriptor.DATA_PACKAGE, Forms.telformat()).replace("\"resources\"", "\"bronnen\"");
        assertThat(profile("data-package.json").validate(wrong, InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void dataPackage_holdsTheTableSchema() throws IOException {
        JsonNode resource = tree(Descriptor.DATA_PACKAGE, Forms.telformat())
                .get("resources")
                .get(0);
        assertThat(resource.get("schema")).isEqualTo(tree(Descriptor.TABLE_SCHEMA, Forms.telformat()));
        assertThat(resource.get("dialect").get("delimiter").asText()).isEqualTo(";");
    }

    @Test
    void tableSchema_fields_sayWhatTheColumnsSay() throws IOException {
        JsonNode schema = tree(Descriptor.TABLE_SCHEMA, Forms.telformat());
        assertThat(schema.get("fields")).hasSize(17);
        JsonNode hours = schema.get("fields").get(14);
        assertThat(hours.get("type").asText()).isEqualTo("number");
        assertThat(hours.get("decimalChar").asText()).isEqualTo(",");
        assertThat(hours.get("constraints").has("required")).isFalse();
        assertThat(schema.get("fields").get(8).get("constraints").get("enum")).hasSize(7);
        assertThat(schema.get("primaryKey")).hasSize(6);
    }

    /** Readers differ in whether a pattern must fit the whole text or a part of it. */
    @ParameterizedTest
    @MethodSource("formats")
    void tableSchema_patterns_sayWhereTheyBeginAndEnd(FormatDefinition format) throws IOException {
        for (JsonNode field : tree(Descriptor.TABLE_SCHEMA, format).get("fields")) {
            JsonNode pattern = field.path("constraints").path("pattern");
            if (!pattern.isMissingNode()) {
                assertThat(pattern.asText()).startsWith("^").endsWith("$");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void csvw_anyFormat_hasAColumnForEach(FormatDefinition format) throws IOException {
        JsonNode metadata = tree(Descriptor.CSVW, format);
        assertThat(metadata.get("@context").get(0).asText()).isEqualTo("http://www.w3.org/ns/csvw");
        JsonNode columns = metadata.get("tableSchema").get("columns");
        assertThat(columns).hasSameSizeAs(format.columns());
        for (int i = 0; i < columns.size(); i++) {
            String name = format.columns().get(i).name().value();
            assertThat(columns.get(i).get("name").asText()).isEqualTo(name);
            assertThat(columns.get(i).get("titles").get(0).asText()).isEqualTo(name);
            assertThat(columns.get(i).get("datatype").get("base").asText())
                    .isIn("string", "integer", "decimal", "date");
        }
    }

    @Test
    void csvw_patterns_matchTheCodesAndNothingElse() throws IOException {
        JsonNode columns =
                tree(Descriptor.CSVW, Forms.telformat()).get("tableSchema").get("columns");
        Pattern ages =
                Pattern.compile(columns.get(8).get("datatype").get("format").asText());
        assertThat(Stream.of("67+", "0-11", "onbekend"))
                .allMatch(code -> ages.matcher(code).matches());
        assertThat(Stream.of("67", "677", "0x11", ""))
                .noneMatch(code -> ages.matcher(code).matches());
        Pattern period =
                Pattern.compile(columns.get(3).get("datatype").get("format").asText());
        assertThat(period.matcher("2026KW04").matches()).isTrue();
        assertThat(period.matcher("2026KW05").matches()).isFalse();
        assertThat(columns.get(3).get("required").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void write_anyFormat_anchorsPatternsOnce(FormatDefinition format) throws IOException {
        for (Descriptor descriptor : Descriptor.values()) {
            assertThat(text(descriptor, format)).doesNotContain("^^", "$$", "$)^");
        }
        assertThat(text(Descriptor.TABLE_SCHEMA, format))
                .as("regular expressions of XML Schema have no look-ahead")
                .doesNotContain("(?");
    }

    @Test
    void write_language_changesTextsOnly() throws IOException {
        StringWriter english = new StringWriter();
        Descriptor.CSVW.write(Forms.telformat(), Language.EN, english);
        assertThat(english.toString()).contains("\"@language\" : \"en\"", "Every attendance counts");
        assertThat(text(Descriptor.CSVW, Forms.telformat())).contains("Elke aanwezigheid telt");
    }

    @Test
    void parse_codes_findsEach() {
        for (Descriptor descriptor : Descriptor.values()) {
            assertThat(Descriptor.parse(descriptor.code())).contains(descriptor);
        }
        assertThat(Descriptor.parse("JSON-Schema")).contains(Descriptor.JSON_SCHEMA);
        assertThat(Descriptor.parse("xsd")).isEmpty();
    }
}
