package nl.betekenisvolmeten.indicators.formats.template;

import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Makes the metadata of CSV on the Web of a format. */
record CsvwMetadata(FormatDefinition format, Language language) {

    JsonObject metadata() {
        JsonObject dialect =
                JsonObject.of("delimiter", ";").with("encoding", "utf-8").with("header", true);
        JsonObject schema = JsonObject.of(
                        "columns", format.columns().stream().map(this::column).toList())
                .withAny("primaryKey", Allowed.key(format));
        return JsonObject.of(
                        "@context", List.of("http://www.w3.org/ns/csvw", JsonObject.of("@language", language.tag())))
                .with("url", format.id().name() + ".csv")
                .with("dc:title", format.title().in(language))
                .with("dc:description", format.provenance().note().in(language))
                .with("dc:identifier", format.id().toString())
                .with("dialect", dialect)
                .with("tableSchema", schema);
    }

    private JsonObject column(Column column) {
        String name = column.name().value();
        String title = column.title().in(language);
        return JsonObject.of("name", name)
                // a header is recognised by any of its titles
                .with("titles", title.equals(name) ? List.of(name) : List.of(name, title))
                .with("dc:description", column.agreement().in(language))
                .with("datatype", datatype(column.rule().type()))
                .with("required", !column.rule().mayBeEmpty());
    }

    private static JsonObject datatype(ColumnType type) {
        if (type instanceof ColumnType.Count count) {
            return JsonObject.of("base", "integer").with("minimum", 0).with("maximum", count.maximum());
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return JsonObject.of("base", "decimal")
                    .with("format", JsonObject.of("decimalChar", ",").with("groupChar", "."))
                    .with("minimum", 0)
                    .with("maximum", quantity.maximum());
        }
        if (type instanceof ColumnType.Day) {
            return JsonObject.of("base", "date").with("format", "yyyy-MM-dd");
        }
        JsonObject datatype = JsonObject.of("base", "string");
        Allowed.values(type)
                .map(Allowed::oneOf)
                .or(() -> Allowed.scriptPattern(type))
                .ifPresent(pattern -> datatype.with("format", "^" + pattern + "$"));
        return type instanceof ColumnType.Text text ? datatype.with("maxLength", text.maximumLength()) : datatype;
    }
}
