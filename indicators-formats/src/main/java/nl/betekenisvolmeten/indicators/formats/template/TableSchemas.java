package nl.betekenisvolmeten.indicators.formats.template;

import static nl.betekenisvolmeten.indicators.formats.template.JsonNodes.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Makes the Table Schema and the Data Package descriptor of a format, for its rows as CSV. */
final class TableSchemas {

    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private final FormatDefinition format;
    private final Language language;

    TableSchemas(FormatDefinition format, Language language) {
        this.format = format;
        this.language = language;
    }

    Map<String, Object> dataPackage() {
        String name = format.id().name();
        Map<String, Object> resource = object(
                "$schema",
                PROFILES + "dataresource.json",
                "name",
                name,
                "type",
                "table",
                "path",
                name + ".csv",
                "format",
                "csv",
                "mediatype",
                "text/csv",
                "encoding",
                "utf-8",
                "dialect",
                object("$schema", PROFILES + "tabledialect.json", "delimiter", ";", "header", true),
                "schema",
                schema());
        Map<String, Object> document = object(
                "$schema", PROFILES + "datapackage.json",
                "name", name,
                "version", format.id().version(),
                "title", format.title().in(language),
                "description", format.provenance().note().in(language));
        List<Map<String, Object>> sources = format.provenance().sources().stream()
                .map(source -> object("title", source.title() + " (" + source.reference() + ")"))
                .toList();
        if (!sources.isEmpty()) {
            document.put("sources", sources);
        }
        document.put("resources", List.of(resource));
        return document;
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = object(
                "$schema",
                PROFILES + "tableschema.json",
                "fields",
                format.columns().stream().map(this::field).toList(),
                "missingValues",
                List.of(""));
        List<String> key = Allowed.key(format);
        if (!key.isEmpty()) {
            schema.put("primaryKey", key);
        }
        return schema;
    }

    private Map<String, Object> field(Column column) {
        ColumnType type = column.rule().type();
        Map<String, Object> field = object(
                "name",
                column.name().value(),
                "title",
                column.title().in(language),
                "description",
                column.agreement().in(language),
                "type",
                type(type));
        if (type instanceof ColumnType.Quantity) {
            field.put("decimalChar", ",");
        }
        Map<String, Object> constraints = constraints(type);
        if (!column.rule().mayBeEmpty()) {
            constraints.put("required", true);
        }
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
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

    private static Map<String, Object> constraints(ColumnType type) {
        if (type instanceof ColumnType.Count count) {
            return object("minimum", 0, "maximum", count.maximum());
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return object("minimum", 0, "maximum", quantity.maximum());
        }
        Optional<List<String>> values = Allowed.values(type);
        if (values.isPresent()) {
            return object("enum", values.get());
        }
        // a day has a type of its own; some readers look for the pattern anywhere, so it says where it begins and ends
        if (type.pattern().isPresent() && !(type instanceof ColumnType.Day)) {
            return object("pattern", "^" + type.pattern().get() + "$");
        }
        return type instanceof ColumnType.Text text ? object("maxLength", text.maximumLength()) : object();
    }
}
