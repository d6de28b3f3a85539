package nl.betekenisvolmeten.indicators.formats.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.SmallResults;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.junit.jupiter.api.Test;

class IndicatorsModuleTest {

    private static final Finding FINDING = new Finding(
            FindingCode.of("TF-V02"),
            Severity.ERROR,
            Location.of("a.csv").withRow(7).withColumn("wijk"),
            Map.of("column", "wijk", Finding.VALUE, "WK05180"),
            List.of("WK051801"));
    private static final Figure QUOTIENT = new Figure(
            SmallResults.between("0.33333333333333333333", "0.66666666666666666666"),
            Optional.of(SmallResults.between("1", "2")),
            Optional.of(SmallResults.exact("3")),
            3,
            1);

    private static JsonMapper.Builder host() {
        return JsonMapper.builder()
                .addModule(IndicatorsModule.forInternalUse(
                        "a dashboard for the account manager", Language.EN, Audience.IT));
    }

    /** What a program might answer with. */
    public record Answer(String requestId, Object body) {}

    @Test
    void write_finding_asInTheReport() throws JsonProcessingException {
        assertThat(host().build().writeValueAsString(FINDING))
                .isEqualTo("{\"code\":\"TF-V02\",\"severity\":\"error\",\"row\":7,\"column\":\"wijk\","
                        + "\"value\":\"WK05180\","
                        + "\"message\":\"The value ‘WK05180’ does not occur in the code list of column wijk.\","
                        + "\"suggestions\":[\"WK051801\"]}");
    }

    @Test
    void write_findingWithOwnTexts_hasThese() throws JsonProcessingException {
        MessageCatalogue own = MessageCatalogue.bundled()
                .with(Language.EN, Map.of("TF-V02.text.it", "Ask the helpdesk about {value}."));
        JsonMapper mapper = JsonMapper.builder()
                .addModule(IndicatorsModule.forInternalUse("a dashboard", Language.EN, Audience.IT, own))
                .build();
        assertThat(mapper.writeValueAsString(FINDING)).contains("\"message\":\"Ask the helpdesk about WK05180.\"");
    }

    @Test
    void write_figure_boundsRoundedOutwards() throws JsonProcessingException {
        assertThat(host().build().writeValueAsString(QUOTIENT))
                .isEqualTo("{\"value\":null,\"lower\":0.33333333333333333,\"upper\":0.66666666666666667,"
                        + "\"status\":\"between\",\"reason\":null,"
                        + "\"numerator\":{\"value\":null,\"lower\":1,\"upper\":2,\"status\":\"between\",\"reason\":null},"
                        + "\"denominator\":{\"value\":3,\"lower\":3,\"upper\":3,\"status\":\"exact\",\"reason\":null},"
                        + "\"cells_known\":3,\"cells_missing\":1}");
    }

    @Test
    void write_tables_asInTheFiles() throws IOException {
        ResultTable totals = SmallResults.totals().table();
        Comparison comparison = SmallResults.comparison().table();
        StringWriter totalsFile = new StringWriter();
        StringWriter comparisonFile = new StringWriter();
        JsonResults.write(InternalUse.of(totals, "a test"), totalsFile);
        JsonResults.writeComparison(InternalUse.of(comparison, "a test"), comparisonFile);
        JsonMapper host = host().build();
        assertThat(host.readTree(host.writeValueAsString(totals))).isEqualTo(host.readTree(totalsFile.toString()));
        assertThat(host.readTree(host.writeValueAsString(comparison)))
                .isEqualTo(host.readTree(comparisonFile.toString()));
    }

    @Test
    void write_otherChoicesOfTheProgram_changeNothing() throws JsonProcessingException {
        JsonMapper other = host().propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .activateDefaultTyping(BasicPolymorphicTypeValidator.builder()
                        .allowIfBaseType(Object.class)
                        .build())
                .build();
        for (Object body : List.of(
                QUOTIENT,
                SmallResults.totals().table(),
                SmallResults.comparison().table())) {
            JsonNode answer = other.readTree(other.writeValueAsString(new Answer("x", body)));
            assertThat(answer.path("RequestId").asText()).isEqualTo("x");
            assertThat(answer.path("Body"))
                    .isEqualTo(other.readTree(host().build().writeValueAsString(body)));
        }
    }

    @Test
    void write_prettyInAList_isOneDocument() throws JsonProcessingException {
        JsonMapper host = host().enable(SerializationFeature.INDENT_OUTPUT).build();
        JsonNode list = host.readTree(host.writeValueAsString(List.of(FINDING, FINDING)));
        assertThat(list).hasSize(2);
        assertThat(list.get(1).path("row").asInt()).isEqualTo(7);
    }

    @Test
    void write_intoATree_keepsNumbers() {
        JsonNode figure = host().build().valueToTree(QUOTIENT);
        assertThat(figure.path("lower").isNumber()).isTrue();
        assertThat(figure.path("lower").decimalValue()).isEqualTo(new BigDecimal("0.33333333333333333"));
        JsonNode totals = host().build().valueToTree(SmallResults.totals().table());
        assertThat(totals.get(0).path("uren").isNumber()).isTrue();
    }

    @Test
    void forInternalUse_noPurpose_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndicatorsModule.forInternalUse(" ", Language.NL, Audience.IT))
                .withMessage("purpose must not be blank: ' '");
    }
}
