package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;

/** The {@code datapackage.json} of a comparison (Data Package 2.0). Descriptions are in English, as the package is. */
final class Descriptor {

    static final String COMPARISON = "comparison.csv";
    static final String STATISTICS = "statistics.csv";
    static final String PLOTS = "plots.json";

    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private Descriptor() {}

    static JsonObject ofComparison(List<Comparison.Row> rows) {
        return JsonObject.of("$schema", PROFILES + "datapackage.json")
                .with("name", "comparison")
                .with("title", "Areas compared with their city")
                .with(
                        "description",
                        "Figures of welfare work by area, with what chance and incomplete knowledge leave open. Definitions of "
                                + "indicators are reconstructions. Small counts are not protected: for internal use, not for "
                                + "publication.")
                .with(
                        "resources",
                        List.of(
                                table(
                                        COMPARISON,
                                        "A row for each area, indicator and period",
                                        TableColumn.written(ComparisonColumns.of(rows)),
                                        List.of("area_code", "indicator", "period")),
                                table(
                                        STATISTICS,
                                        "A row for each statistic",
                                        TableColumn.written(TidyRow.TABLE),
                                        List.of()),
                                resource("plots")
                                        .with("path", PLOTS)
                                        .with("title", "Points and lines of plots")
                                        .with("format", "json")
                                        .with("mediatype", "application/json")
                                        .with("encoding", "utf-8")));
    }

    private static JsonObject resource(String name) {
        return JsonObject.of("$schema", PROFILES + "dataresource.json").with("name", name);
    }

    /** Returns a CSV file. */
    private static JsonObject table(String path, String title, List<ResultTables.Column> columns, List<String> key) {
        return resource(path.substring(0, path.indexOf('.')))
                .with("type", "table")
                .with("path", path)
                .with("title", title)
                .with("format", "csv")
                .with("mediatype", "text/csv")
                .with("encoding", "utf-8")
                .with(
                        "dialect",
                        JsonObject.of("$schema", PROFILES + "tabledialect.json")
                                .with("delimiter", ";")
                                .with("lineTerminator", "\n"))
                .with(
                        "schema",
                        JsonObject.of("$schema", PROFILES + "tableschema.json")
                                .with(
                                        "fields",
                                        columns.stream().map(Descriptor::field).toList())
                                .with("missingValues", List.of(""))
                                .withAny("primaryKey", key));
    }

    private static JsonObject field(ResultTables.Column column) {
        return JsonObject.of("name", column.name())
                .with("type", column.type().code())
                .with("description", column.description().in(Language.EN));
    }
}
