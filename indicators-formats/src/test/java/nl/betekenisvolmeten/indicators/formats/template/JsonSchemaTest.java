package nl.betekenisvolmeten.indicators.formats.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.Forms;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Case;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas, judged by a validator that is not ours (com.networknt json-schema-validator 2.0.8). */
class JsonSchemaTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final String TELFORMAT =
            "91000011;Centrum;WK051822;2026KW01;1;TAAL;Taalcafé;ALLEN;30-49;10;40;12;3;2;20,5;1;goed";

    private static final String EETTAFELS = "De Tafel;2026HJ01;SD0392-OOST;Parkwijk;18+;02;20;15;3,5;lekker";

    static Stream<FormatDefinition> formats() {
        return Forms.all().stream();
    }

    private static String text(Descriptor descriptor, FormatDefinition format) throws IOException {
        StringWriter out = new StringWriter();
        descriptor.write(format, Language.NL, out);
        return out.toString();
    }

    private static boolean accepts(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void write_anyFormat_isASchemaByTheMetaSchema(FormatDefinition format) throws IOException {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        // the meta-schema does refuse what is no schema
        assertThat(meta.validate("{\"type\": \"rij\"}", InputFormat.JSON)).isNotEmpty();
        for (Descriptor descriptor : List.of(Descriptor.JSON_SCHEMA, Descriptor.JSON_SCHEMA_ROW)) {
            assertThat(meta.validate(text(descriptor, format), InputFormat.JSON))
                    .isEmpty();
        }
    }

    /** A row of texts as the object that the schema describes. */
    private static String json(FormatDefinition format, List<String> cells) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Column column = format.columns().get(i);
            String cell = cells.get(i);
            boolean number = column.rule().type().decimals().isPresent() && cell.matches("-?[0-9]+(,[0-9]+)?");
            members.add("\"" + column.name() + "\": "
                    + (cell.isEmpty()
                            ? column.rule().required() ? "\"\"" : "null"
                            : number ? cell.replace(',', '.') : "\"" + cell.replace("\"", "\\\"") + "\""));
        }
        return "{" + String.join(", ", members) + "}";
    }

    private static boolean validatorAccepts(FormatDefinition format, String row) {
        StringBuilder csv = new StringBuilder();
        csv.append(String.join(
                        ";",
                        format.columns().stream()
                                .map(column -> column.name().value())
                                .toList()))
                .append('\n')
                .append(row)
                .append('\n');
        return DeliveryReader.of(Forms.definitions())
                        .withFormat(format.id())
                        .validate(DeliverySource.ofText("row.csv", csv.toString()))
                        .rowsAccepted()
                == 1;
    }

    private static String changed(FormatDefinition format, String row, String changes) {
        List<String> cells = new ArrayList<>(Arrays.asList(row.split(";", -1)));
        Map<String, Integer> places = new LinkedHashMap<>();
        format.columns().forEach(column -> places.put(column.name().value(), places.size()));
        if (!changes.isEmpty()) {
            for (String change : changes.split(" & ", -1)) {
                String[] parts = change.split("=", 2);
                cells.set(places.getOrDefault(parts[0], -1), parts[1]);
            }
        }
        return String.join(";", cells);
    }

    /** What the schema can say, it judges as the validator does. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| true",
                "organisatie=910001 | false",
                "organisatie=00000000 | false",
                "organisatie=09100001 | true",
                "stadsdeel=Utrecht | false",
                "stadsdeel= | false",
                "wijk=WK051899 | false",
                "wijk=WK051804 | false",
                "stadsdeel=Haagse Hout & wijk=WK051804 | true",
                "periode=2026KW05 | false",
                "periode=2026JJ00 | false",
                "periode=2027KW04 | true",
                "ambitie=4 | false",
                "activiteit= | false",
                "leeftijdsgroep=67+ | true",
                "bezoeken=-1 | false",
                "bezoeken=twee | false",
                "bezoeken=10,5 | false",
                "bezoeken=1000001 | false",
                "bezoeken= | false",
                "bijeenkomsten=0 | false",
                "bijeenkomsten=0 & bezoeken=0 & unieke_deelnemers=0 & nieuwe_deelnemers=0 | true",
                "nieuwe_deelnemers= | true",
                "vrijwilligersuren=20,55 | true",
                "vrijwilligersuren=20,555 | false",
                "vrijwilligersuren= | true",
                "toelichting= | true"
            })
    void row_ofTelformat_isJudgedAsByTheValidator(String changes, boolean good) throws IOException {
        assertJudged(Forms.telformat(), changed(Forms.telformat(), TELFORMAT, changes), good);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| true",
                "halfjaar=2024HJ02 | false",
                "halfjaar=2027HJ01 | false",
                "halfjaar=2025HJ01 | true",
                "gebied=SD0392-NOORD | false",
                "buurtdeel=Meerwijk | false",
                "leeftijd=0-17 | false",
                "leeftijd=0-17 & vorm=09 | true",
                "maaltijden=0 & eters=0 | false",
                "maaltijden=0 & eters=0 & kilo=0 | true",
                "maaltijden=0 & eters= & kilo= | true",
                "maaltijden=501 | false",
                "eters=91 & maaltijden=100 | false",
                "kilo=40,1 | false",
                "aanbieder= | false"
            })
    void row_ofEettafels_isJudgedAsByTheValidator(String changes, boolean good) throws IOException {
        assertJudged(Forms.eettafels(), changed(Forms.eettafels(), EETTAFELS, changes), good);
    }

    private static void assertJudged(FormatDefinition format, String row, boolean good) throws IOException {
        String json = json(format, Arrays.asList(row.split(";", -1)));
        Schema rows = REGISTRY.getSchema(text(Descriptor.JSON_SCHEMA_ROW, format), InputFormat.JSON);
        Schema deliveries = REGISTRY.getSchema(text(Descriptor.JSON_SCHEMA, format), InputFormat.JSON);
        assertThat(validatorAccepts(format, row)).as("validator: %s", row).isEqualTo(good);
        assertThat(accepts(rows, json)).as("schema: %s", json).isEqualTo(good);
        assertThat(accepts(deliveries, "[" + json + "]")).isEqualTo(good);
    }

    /** What the schema cannot say, it says so of. */
    @Test
    void row_rulesBeyondASchema_areNamed() throws IOException {
        String schema = text(Descriptor.JSON_SCHEMA_ROW, Forms.telformat());
        assertThat(schema)
                .contains("Left to the validator: TF-R02 (unieke_deelnemers, bezoeken)", "TF-R05", "TF-R08", "TF-R09")
                .doesNotContain("TF-R01", "TF-R04");
        Schema rows = REGISTRY.getSchema(schema, InputFormat.JSON);
        String row = changed(Forms.telformat(), TELFORMAT, "unieke_deelnemers=41");
        assertThat(accepts(rows, json(Forms.telformat(), Arrays.asList(row.split(";", -1)))))
                .isTrue();
        assertThat(validatorAccepts(Forms.telformat(), row)).isFalse();
    }

    @Test
    void delivery_withoutRows_isRefused() throws IOException {
        Schema deliveries = REGISTRY.getSchema(text(Descriptor.JSON_SCHEMA, Forms.telformat()), InputFormat.JSON);
        assertThat(accepts(deliveries, "[]")).isFalse();
        assertThat(accepts(deliveries, "{}")).isFalse();
    }

    /** Cells that the schema can judge: those of the conformance kit that fail in one of these ways. */
    @ParameterizedTest
    @MethodSource("formats")
    void row_ofTheConformanceKit_isJudgedAsExpected(FormatDefinition format) throws IOException {
        Schema rows = REGISTRY.getSchema(text(Descriptor.JSON_SCHEMA_ROW, format), InputFormat.JSON);
        Set<String> said = Stream.of(
                        RuleSet.CellCheck.REQUIRED,
                        RuleSet.CellCheck.KNOWN_CODE,
                        RuleSet.CellCheck.WHOLE_NUMBER,
                        RuleSet.CellCheck.DECIMAL_NUMBER,
                        RuleSet.CellCheck.NOT_NEGATIVE,
                        RuleSet.CellCheck.KVK_NUMBER,
                        RuleSet.CellCheck.PERIOD,
                        RuleSet.CellCheck.LENGTH,
                        RuleSet.CellCheck.POSSIBLE_NUMBER)
                .map(check -> format.ruleSet().verdict(check).code().value())
                .collect(Collectors.toSet());
        int judged = 0;
        List<Case> cases = ConformanceKit.of(List.of(format)).cases();
        if (cases.isEmpty()) {
            assertThat(format.id().name())
                    .as("of which no good row can be made")
                    .isEqualTo("ervaringsmeting");
            return;
        }
        for (Case one : cases) {
            List<String> lines = ConformanceKitTest.text(one).lines().toList();
            boolean passing = one.expected().isEmpty();
            if (passing || said.contains(one.expected().get(0).code().value())) {
                String json = json(format, Arrays.asList(lines.get(2).split(";", -1)));
                assertThat(accepts(rows, json)).as("%s: %s", one.file(), json).isEqualTo(passing);
                judged++;
            }
        }
        assertThat(judged).isGreaterThanOrEqualTo(20);
    }
}
