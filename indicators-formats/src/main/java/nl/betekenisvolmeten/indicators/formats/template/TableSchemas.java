package nl.betekenisvolmeten.indicators.formats.template;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Makes the Table Schema and the Data Package descriptor of a format, for its rows as CSV. */
record TableSchemas(FormatDefinition format, Language language) {

    private static final String SCHEMA = "$schema";
    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    JsonObject dataPackage() {
        String name = format.id().name();
        JsonObject dialect = JsonObject.of(SCHEMA, PROFILES + "tabledialect.json")
                .with("delimiter", ";")
                .with("header", true);
        JsonObject resource = JsonObject.of(SCHEMA, PROFILES + "dataresource.json")
                .with("name", name)
                .with("type", "table")
                .with("path", name + ".csv")
                .with("format", "csv")
                .with("mediatype", "text/csv")
                .with("encoding", "utf-8")
                .with("dialect", dialect)
                .with("schema", schema());
        List<JsonObject> sources = format.provenance().sources().stream()
                .map(source -> JsonObject.of("title", source.title() + " (" + source.reference() + ")"))
                .toList();
        return JsonObject.of(SCHEMA, PROFILES + "datapackage.json")
                .with("name", name)
                .with("version", format.id().version())
                .with("title", format.title().in(language))
                .with("description", format.provenance().note().in(language))
                .withAny("sources", sources)
                .with("resources", List.of(resource));
    }

    JsonObject schema() {
        return JsonObject.of(SCHEMA, PROFILES + "tableschema.json")
                .with("fields", format.columns().stream().map(this::field).toList())
                .with("missingValues", List.of(""))
                .withAny("primaryKey", Allowed.key(format));
    }

    private JsonObject field(Column column) {
        ColumnType type = column.rule().type();
        JsonObject field = JsonObject.of("name", column.name().value())
                .with("title", column.title().in(language))
                .with("description", column.agreement().in(language))
                .with("type", type(type));
        if (type instanceof ColumnType.Quantity) {
            field.with("decimalChar", ",");
        }
        JsonObject constraints = constraints(type);
        if (!column.rule().mayBeEmpty()) {
            constraints.with("required", true);
        }
        return constraints.isEmpty() ? field : field.with("constraints", constraints);
    }

    private static String type(ColumnType type) {
        if (type instanceof ColumnType.Count) {
            return "integer";
        }
        if (type instanceof ColumnType.Day) {
            // its format is a day as 2026-01-31 unless told otherwise
            return "date";
        }
        return type instanceof ColumnType.Quantity ? "number" : "string";
    }

    private static JsonObject constraints(ColumnType type) {
        if (type.largest().isPresent()) {
            return JsonObject.of("minimum", 0).with("maximum", type.largest().getAsLong());
        }
        Optional<List<String>> values = Allowed.values(type);
        if (values.isPresent()) {
            return JsonObject.of("enum", values.get());
        }
        // a day has a type of its own; some readers look for the pattern anywhere, so it says where it begins and ends
        if (type.pattern().isPresent() && !(type instanceof ColumnType.Day)) {
            return JsonObject.of("pattern", "^" + type.pattern().get() + "$");
        }
        return type instanceof ColumnType.Text text
                ? JsonObject.of("maxLength", text.maximumLength())
                : new JsonObject();
    }
}
