package nl.betekenisvolmeten.indicators.formats.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.formats.SmallResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonPackageTest {

    @TempDir
    private Path folder;

    private List<String> lines(String name) throws IOException {
        ComparisonPackage.writeFolder(SmallResults.comparison(), folder);
        return Files.readAllLines(folder.resolve(name));
    }

    /** The values of a property, wherever it stands. */
    private static List<String> values(String json, String property) throws IOException {
        List<String> values = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && property.equals(parser.currentName())) {
                    values.add(parser.getText());
                }
            }
        }
        return values;
    }

    @Test
    void descriptor_fields_areTheHeadersOfTheFiles() throws IOException {
        String json = String.join("\n", lines("datapackage.json"));

        assertThat(values(json, "path")).containsExactly("comparison.csv", "statistics.csv", "plots.json");
        assertThat(values(json, "$schema"))
                .contains("https://datapackage.org/profiles/2.0/datapackage.json")
                .allMatch(schema -> schema.startsWith("https://datapackage.org/profiles/2.0/"));
        assertThat(values(json, "delimiter")).containsExactly(";", ";");
        List<String> headers = Stream.of("comparison.csv", "statistics.csv")
                .flatMap(file -> {
                    try {
                        return Stream.of(lines(file).get(0).split(";"));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        assertThat(values(json, "name")).containsAll(headers).contains("comparison", "statistics", "plots");
        assertThat(values(json, "type")).contains("table", "string", "integer", "number");
        assertThat(json).contains("not protected", "reconstructions");
    }

    @Test
    void cells_areOfTheTypeThatTheSchemaSays() {
        SmallResults.comparison().table().rows().forEach(row -> {
            for (TableColumn<Comparison.Row> column : ComparisonColumns.TABLE) {
                column.text(row)
                        .filter(any -> column.heading().type() != ResultTables.Column.Type.TEXT)
                        .ifPresent(cell -> {
                            String pattern = column.heading().type() == ResultTables.Column.Type.INTEGER
                                    ? "-?\\d+"
                                    : "-?\\d+(\\.\\d+)?(E-?\\d+)?";
                            assertThat(cell).as(column.name()).matches(pattern);
                        });
            }
        });
    }

    @Test
    void statistics_golden() throws IOException {
        List<String> lines = lines("statistics.csv");

        assertThat(lines.get(0))
                .isEqualTo(
                        "area_code;area;level;indicator;period;statistic;value;lower;upper;category;confidence;method;"
                                + "status;use");
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("SD9999-OOST;Oost;stadsdeel;bezoeken;2026KW01;"))
                        .map(line -> line.substring(
                                "SD9999-OOST;Oost;stadsdeel;bezoeken;2026KW01;".length(),
                                line.length() - ";internal".length())))
                .containsExactly(
                        "numerator;7;7;7;;;;exact",
                        "denominator;2000;2000;2000;;;;exact",
                        "value;3.5;3.5;3.5;;;;exact",
                        "interval;;1.25;7.5;;0.95;byar-exact;",
                        "interval;;0.5;9;;0.998;byar-exact;",
                        "city_value;8.4;8.4;8.4;;;;exact",
                        "reference_value;9;9;9;;;rest;exact",
                        "difference;-5.5;-5.5;-5.5;;;;exact",
                        "difference_interval;;-8;-1.5;;0.95;;",
                        "p_value;1.5E-9;;;;;;",
                        "p_adjusted;3E-9;;;;;;",
                        "verdict;;;;worse;;;",
                        "difference_class;;;;smaller;;;",
                        "funnel;;;;low;;;",
                        "overdispersion_factor;2;;;;;;",
                        "rank;;2;3;;0.95;pairwise;",
                        "change_before;3;3;3;;;2025KW04;exact",
                        "change_now;3.25;3.25;3.25;;;;exact",
                        "change;0.25;0.25;0.25;;;;exact",
                        "change_interval;;-1;2;;0.95;;",
                        "change_p_value;0.5;;;;;;",
                        "change_p_adjusted;0.75;;;;;;",
                        "change_ratio;1.0833;0.75;1.5;;0.95;;exact",
                        "change_verdict;;;;similar;;;",
                        "change_organisations;4;;;;;;",
                        "coverage;0.25;;;;;;",
                        "inference;;;;super-population;;;",
                        "complete;;;;true;;;");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("SD9999-ZUID;'@Zuid;"))
                .isNotEmpty();
    }

    @Test
    void plots_golden() throws IOException {
        String json = String.join("", lines("plots.json"));

        assertThat(values(json, "kind")).containsExactly("funnel", "caterpillar");
        assertThat(values(json, "name"))
                .containsExactly("city", "lower-95", "upper-95", "lower-998", "upper-998", "city");
        assertThat(json)
                .contains("\"points\":[{\"key\":\"SD9999-OOST\",\"label\":\"Oost\",\"x\":2000,\"y\":3.5,"
                        + "\"lower\":1.25,\"upper\":7.5,\"category\":\"low\"}]");
    }

    @Test
    void zip_otherTimeZone_sameBytes() throws IOException {
        byte[] bytes = zip();
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(zip()).isEqualTo(bytes);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ComparisonPackage.writeZip(SmallResults.comparison(), out);
        return out.toByteArray();
    }
}
