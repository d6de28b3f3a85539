package nl.betekenisvolmeten.indicators.formats.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.SmallResults;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.plot.Plots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of file takes its columns from the same lists. */
class ResultTablesTest {

    private interface Body {
        void write(Writer out) throws IOException;
    }

    private static String text(Body body) throws IOException {
        StringWriter out = new StringWriter();
        body.write(out);
        return out.toString();
    }

    private static List<String> header(Body body) throws IOException {
        return List.of(text(body).lines().findFirst().orElseThrow().split("[;,]"));
    }

    private static JsonNode json(Body body) throws IOException {
        return new ObjectMapper().readTree(text(body));
    }

    private static List<String> properties(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> names(List<ResultTables.Column> columns) {
        return columns.stream().map(ResultTables.Column::name).toList();
    }

    static Stream<List<ResultTables.Column>> all() {
        return Stream.of(
                ResultTables.totals(List.of("wijk"), List.of("bezoeken")),
                ResultTables.publicTotals(List.of("wijk"), List.of("bezoeken")),
                ResultTables.sdmx(List.of("WIJK")),
                ResultTables.comparison(),
                ResultTables.tidy(),
                ResultTables.signals(),
                ResultTables.plotPoints(),
                ResultTables.targets(),
                ResultTables.need(List.of("schulden")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void columns_each_hasAnOwnNameAndADescriptionInBothLanguages(List<ResultTables.Column> columns) {
        assertThat(names(columns)).doesNotHaveDuplicates();
        for (ResultTables.Column column : columns) {
            assertThat(column.description().nl())
                    .as(column.name())
                    .isNotEqualTo(column.description().en());
            for (Language language : Language.values()) {
                assertThat(column.description().in(language)).as(column.name()).doesNotEndWith(".");
            }
        }
    }

    @Test
    void totals_everyFile_hasTheColumns() throws IOException {
        List<String> all = names(ResultTables.totals(List.of("activiteit"), List.of("uren")));
        List<String> csv = header(out -> CsvResults.write(SmallResults.totals(), out));
        assertThat(all).containsSubsequence(csv);
        JsonNode rows = json(out -> JsonResults.write(SmallResults.totals(), out));
        for (JsonNode row : rows) {
            assertThat(all).containsSubsequence(properties(row));
            assertThat(properties(row)).containsSubsequence(csv).contains("uren_cells_missing");
        }
        SdmxCsv.Dataflow dataflow = new SdmxCsv.Dataflow("A", "B", "1", Map.of());
        List<String> sdmx = new ArrayList<>(names(ResultTables.sdmx(List.of("ACTIVITEIT"))));
        assertThat(sdmx.remove("PERIOD_STATUS")).isTrue();
        assertThat(header(out -> SdmxCsv.write(SmallResults.totals(), dataflow, out)))
                .isEqualTo(sdmx);
    }

    @Test
    void comparison_everyFile_hasTheColumns() throws IOException {
        List<String> csv = header(out -> CsvResults.writeComparison(SmallResults.comparison(), out));
        assertThat(names(ResultTables.comparison()))
                .startsWith(csv.subList(0, csv.size() - 1).toArray(String[]::new))
                .endsWith("trend_breaks", "use");
        for (JsonNode row : json(out -> JsonResults.writeComparison(SmallResults.comparison(), out))) {
            // a change is an object of its own
            assertThat(properties(row))
                    .containsSubsequence(csv.stream()
                            .filter(name -> !name.startsWith("previous_")
                                    && !name.startsWith("change_")
                                    && !List.of("change", "organisations_matched")
                                            .contains(name))
                            .toList());
            assertThat(properties(row)).contains("change");
        }
        assertThat(header(out -> CsvResults.writeTidy(SmallResults.comparison(), out)))
                .isEqualTo(names(ResultTables.tidy()));
    }

    @Test
    void plots_points_haveTheColumns() throws IOException {
        InternalUse<List<Plot>> plots =
                InternalUse.of(Plots.all(SmallResults.comparison().table()), "a test");
        for (JsonNode plot : json(out -> JsonResults.writePlots(plots, out))) {
            for (JsonNode point : plot.path("points")) {
                assertThat(properties(point)).isEqualTo(names(ResultTables.plotPoints()));
            }
        }
    }
}
