package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.Forms;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.ReadPath;
import nl.betekenisvolmeten.indicators.formats.report.Cell;
import nl.betekenisvolmeten.indicators.formats.report.Explainer;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.template.Descriptor;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A format of one's own that has codes for when there is no wijk or stadsdeel. */
class ResidualFormatTest {

    private static final FormatDefinition FORMAT = Forms.residuals();
    private static final Definitions DEFINITIONS = Definitions.bundled().with(FORMAT);
    private static final DeliveryReader READER = DeliveryReader.of(DEFINITIONS).withFormat(FORMAT.id());

    private static Map<String, String> row(int number, String stadsdeel, String wijk) {
        Map<String, String> row = Deliveries.row(number, "wijk", wijk);
        row.put("stadsdeel", stadsdeel);
        return row;
    }

    private static DeliverySource source(List<Map<String, String>> rows) {
        return DeliverySource.ofText("telling.csv", Deliveries.text(rows));
    }

    @ParameterizedTest
    @CsvSource({
        "Centrum, ONBEKEND, ''",
        "Laak, ONB-LAAK, ''",
        "Laak, onb-laak, TF-W02 WARNING 2 wijk",
        "Centrum, Wijk niet bekend, TF-W01 WARNING 2 wijk",
        "Centrum, ONB-LAAK, TF-R01 ERROR 2 wijk",
        "Centrum, BUITEN, TF-R01 ERROR 2 wijk",
        "Laak, STAD, ''",
        "BUITEN, BUITEN, ''",
        "STAD, ONBEKEND, ''",
        "BUITEN, WK051829, TF-R01 ERROR 2 wijk",
        "Centrum, ONBEKENT, TF-V02 ERROR 2 wijk"
    })
    void validate_residualCode_isReadAsAgreedUnlessItContradicts(String stadsdeel, String wijk, String finding) {
        DeliveryReport report = READER.validate(source(List.of(row(1, stadsdeel, wijk))));
        assertThat(String.join(", ", Deliveries.brief(report))).isEqualTo(finding);
    }

    @Test
    void validate_bundledFormat_hasNoResidualCodes() {
        assertThat(Deliveries.brief(DeliveryReader.of(Definitions.bundled())
                        .validate(source(List.of(row(1, "Centrum", "ONBEKEND"))))))
                .containsExactly("TF-V02 ERROR 2 wijk");
    }

    private static List<Map<String, String>> manyRows() {
        String[][] places = {
            {"Centrum", "WK051829"},
            {"Centrum", "ONBEKEND"},
            {"Laak", "ONB-LAAK"},
            {"Laak", "WK051838"},
            {"BUITEN", "BUITEN"},
            {"STAD", "STAD"},
            {"Centrum", "BUITEN"},
            {"Laak", "onbekend"},
            {"Escamp", "ONB-LAAK"},
            {"STAD", "ergens"},
        };
        Random random = new Random(518);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            String[] place = places[random.nextInt(places.length)];
            Map<String, String> row = row(i, place[0], place[1]);
            row.put("bezoeken", Integer.toString(100 + random.nextInt(5_000)));
            row.put("unieke_deelnemers", Integer.toString(random.nextInt(100)));
            row.put("nieuwe_deelnemers", "");
            rows.add(row);
        }
        return rows;
    }

    private static List<Grouping> byArea(AreaLevel level) {
        return List.of(
                new Grouping.ByArea("gebied", ColumnName.of("wijk"), level),
                new Grouping.ByColumn(ColumnName.of("stadsdeel")));
    }

    private record Outcome(DeliveryReport report, List<Observation> rows, List<ResultTable> totals) {}

    private static Outcome outcome(DeliveryReader reader, DeliverySource source) {
        List<Observation> rows = new ArrayList<>();
        DeliveryReport report = reader.open(source).read(rows::add);
        List<ResultTable> totals = new ArrayList<>();
        for (AreaLevel level : List.of(AreaLevel.WIJK, AreaLevel.STADSDEEL, AreaLevel.GEMEENTE)) {
            Aggregator aggregator = AggregationPlan.by(FORMAT.ruleSet().structure())
                    .withGroupings(byArea(level))
                    .newAggregator();
            assertThat(reader.open(source).read(aggregator)).isEqualTo(report);
            totals.add(aggregator.result());
        }
        return new Outcome(report, rows, totals);
    }

    @Test
    void read_manyRowsAtATime_givesWhatRowByRowGives() {
        DeliverySource source = source(manyRows());
        Outcome expected = outcome(READER.withPath(ReadPath.STANDARD.rowByRow()), source);
        assertThat(expected.report().rowsAccepted()).isBetween(2_000L, 3_900L);
        for (int threads : new int[] {1, 2, 8}) {
            ReadPath path = ReadPath.STANDARD.withBlockSize(4_096).withThreads(threads);
            assertThat(outcome(READER.withPath(path), source).toString()).isEqualTo(expected.toString());
        }
    }

    @Test
    void explain_residualGroup_hasTheFigureOfTheAggregation() {
        DeliverySource source = source(manyRows());
        Outcome outcome = outcome(READER, source);
        Figure stad = outcome.totals().get(1).figure("bezoeken", "STAD", "STAD").orElseThrow();
        Explainer explainer = Explainer.of(
                        DEFINITIONS, DEFINITIONS.populations().get("denhaag-inwoners"))
                .withReader(READER);
        assertThat(explainer
                        .explain(Cell.parse("measure=bezoeken;wijk=STAD"), List.of(source))
                        .figure()
                        .value())
                .isEqualTo(stad.value());
    }

    @Test
    void diff_residualCodes_areCodesThatWereAdded() {
        FormatDefinition without =
                Definitions.bundled().formats().get(FormatId.of("telformat-gebiedsgericht", "2026.1"));
        assertThat(DefinitionDiff.between(without, FORMAT, List.of()).changes().stream()
                        .filter(change -> change.kind() == DefinitionDiff.Change.Kind.CODE_ADDED)
                        .map(DefinitionDiff.Change::after))
                .containsExactly("BUITEN", "STAD", "ONBEKEND", "ONB-LAAK", "BUITEN", "STAD");
        assertThat(DefinitionDiff.between(FORMAT, without, List.of()).changes().stream()
                        .filter(change -> change.kind() == DefinitionDiff.Change.Kind.CODE_REMOVED))
                .hasSize(6);
    }

    @Test
    void write_jsonSchema_allowsTheCodesWhereTheyFit() throws IOException {
        StringWriter out = new StringWriter();
        Descriptor.JSON_SCHEMA.write(FORMAT, Language.NL, out);
        assertThat(out.toString()).contains("ONB-LAAK", "\"const\" : \"BUITEN\"");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, WK051829",
        "OUTSIDE, GM0518",
        "UNKNOWN, GM9999",
    })
    void read_residualWithinTheWrongArea_isRefused(String kind, String within) {
        String residual = "\"residuals\": [{\"code\": \"X\", \"kind\": \"" + kind + "\", \"within\": \"" + within
                + "\", \"name\": {\"nl\": \"x\", \"en\": \"x\"}}]";
        assertThat(Forms.telformatWith(residual).findings().hasErrors()).isTrue();
    }
}
