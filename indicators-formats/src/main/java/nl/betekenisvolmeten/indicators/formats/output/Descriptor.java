package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.result.CamelCase;

/** The {@code datapackage.json} of a comparison (Data Package 2.0). Descriptions are in English, as the package is. */
@CamelCase
record Descriptor(
        @JsonProperty("$schema") String schema, String name, String title, String description, List<Object> resources) {

    static final String COMPARISON = "comparison.csv";
    static final String STATISTICS = "statistics.csv";
    static final String PLOTS = "plots.json";

    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    static Descriptor ofComparison(List<Comparison.Row> rows) {
        return new Descriptor(
                PROFILES + "datapackage.json",
                "comparison",
                "Areas compared with their city",
                "Figures of welfare work by area, with what chance and incomplete knowledge leave open. Definitions of "
                        + "indicators are reconstructions. Small counts are not protected: for internal use, not for "
                        + "publication.",
                List.of(
                        Table.of(
                                COMPARISON,
                                "A row for each area, indicator and period",
                                TableColumn.written(ComparisonColumns.of(rows)),
                                List.of("area_code", "indicator", "period")),
                        Table.of(STATISTICS, "A row for each statistic", TableColumn.written(TidyRow.TABLE), List.of()),
                        new Document(
                                PROFILES + "dataresource.json",
                                "plots",
                                PLOTS,
                                "Points and lines of plots",
                                "json",
                                "application/json",
                                "utf-8")));
    }

    /** A CSV file. */
    @CamelCase
    record Table(
            @JsonProperty("$schema") String profile,
            String name,
            String type,
            String path,
            String title,
            String format,
            String mediatype,
            String encoding,
            Dialect dialect,
            Schema schema) {

        static Table of(String path, String title, List<ResultTables.Column> columns, List<String> key) {
            return new Table(
                    PROFILES + "dataresource.json",
                    path.substring(0, path.indexOf('.')),
                    "table",
                    path,
                    title,
                    "csv",
                    "text/csv",
                    "utf-8",
                    new Dialect(PROFILES + "tabledialect.json", ";", "\n"),
                    new Schema(
                            PROFILES + "tableschema.json",
                            columns.stream().map(Field::of).toList(),
                            List.of(""),
                            key));
        }
    }

    /** Another file. */
    @CamelCase
    record Document(
            @JsonProperty("$schema") String schema,
            String name,
            String path,
            String title,
            String format,
            String mediatype,
            String encoding) {}

    /** How a CSV file is written. */
    @CamelCase
    record Dialect(@JsonProperty("$schema") String schema, String delimiter, String lineTerminator) {}

    /** The columns of a CSV file. */
    @CamelCase
    record Schema(
            @JsonProperty("$schema") String schema,
            List<Field> fields,
            List<String> missingValues,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> primaryKey) {}

    /** A column. */
    @CamelCase
    record Field(String name, String type, String description) {

        static Field of(ResultTables.Column column) {
            return new Field(
                    column.name(), column.type().code(), column.description().in(Language.EN));
        }
    }
}
