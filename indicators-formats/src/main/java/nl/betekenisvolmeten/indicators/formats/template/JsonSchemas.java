package nl.betekenisvolmeten.indicators.formats.template;

import static nl.betekenisvolmeten.indicators.formats.template.JsonNodes.object;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Makes a JSON Schema of a format. Rows are objects: numbers are numbers, all else is text, what is empty is null. */
final class JsonSchemas {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final FormatDefinition format;
    private final Language language;

    JsonSchemas(FormatDefinition format, Language language) {
        this.format = format;
        this.language = language;
    }

    Map<String, Object> delivery() {
        Map<String, Object> schema = head("");
        schema.putAll(object(
                "type",
                "array",
                "minItems",
                1,
                "items",
                object("$ref", "#/$defs/row"),
                "$defs",
                object("row", body())));
        return schema;
    }

    Map<String, Object> row() {
        Map<String, Object> schema = head(":row");
        schema.putAll(body());
        return schema;
    }

    private Map<String, Object> head(String part) {
        return object(
                "$schema",
                DIALECT,
                "$id",
                "urn:indicators:" + format.id().name() + ":" + format.id().version() + part,
                "title",
                format.title().in(language),
                "description",
                format.provenance().note().in(language));
    }

    private Map<String, Object> body() {
        Map<String, Object> properties = new LinkedHashMap<>();
        format.columns().forEach(column -> properties.put(column.name().value(), property(column)));
        Map<String, Object> body = object("type", "object", "properties", properties);
        body.put(
                "required",
                format.columns().stream()
                        .filter(column -> column.rule().required())
                        .map(column -> column.name().value())
                        .toList());
        List<Object> conditions = new ArrayList<>();
        List<Rule> unsaid = new ArrayList<>();
        for (Rule rule : format.ruleSet().rules()) {
            Optional<List<Map<String, Object>>> said = rule.verdict().severity() == Severity.ERROR
                    ? new JsonSchemaRules(format).conditions(rule)
                    : Optional.empty();
            said.ifPresent(conditions::addAll);
            if (said.isEmpty()) {
                unsaid.add(rule);
            }
        }
        if (!conditions.isEmpty()) {
            body.put("allOf", conditions);
        }
        if (!unsaid.isEmpty()) {
            body.put("$comment", comment(unsaid));
        }
        return body;
    }

    private static String comment(List<Rule> unsaid) {
        return unsaid.stream()
                .map(rule -> rule.verdict().code() + " ("
                        + rule.columns().stream().map(ColumnName::value).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining("; ", "Left to the validator: ", "."));
    }

    private Map<String, Object> property(Column column) {
        Map<String, Object> property = object(
                "title",
                column.title().in(language),
                "description",
                column.agreement().in(language));
        property.putAll(type(column.rule().type(), !column.rule().mayBeEmpty()));
        return property;
    }

    private static Map<String, Object> type(ColumnType type, boolean required) {
        if (type instanceof ColumnType.Count count) {
            return object("type", kinds("integer", required), "minimum", 0, "maximum", count.maximum());
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return object(
                    "type",
                    kinds("number", required),
                    "minimum",
                    0,
                    "maximum",
                    quantity.maximum(),
                    "multipleOf",
                    BigDecimal.ONE.movePointLeft(quantity.scale()));
        }
        Map<String, Object> text = object("type", kinds("string", required));
        Optional<List<String>> values = Allowed.values(type);
        Optional<String> pattern = Allowed.scriptPattern(type);
        if (values.isPresent()) {
            text.put("enum", required ? values.get() : withNothing(values.get()));
        } else if (pattern.isPresent()) {
            text.put("pattern", "^" + pattern.get() + "$");
        } else if (required) {
            text.put("pattern", "\\S");
        }
        if (type instanceof ColumnType.Day) {
            text.put("format", "date");
        }
        if (type instanceof ColumnType.Text limited) {
            text.put("maxLength", limited.maximumLength());
        }
        return text;
    }

    private static Object kinds(String kind, boolean required) {
        return required ? kind : List.of(kind, "null");
    }

    private static List<Object> withNothing(List<String> values) {
        List<Object> all = new ArrayList<>(values);
        all.add(null);
        return all;
    }
}
