package nl.betekenisvolmeten.indicators.formats.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Makes a JSON Schema of a format. Rows are objects: numbers are numbers, all else is text, what is empty is null. */
record JsonSchemas(FormatDefinition format, Language language) {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    JsonObject delivery() {
        return head("").with("type", "array")
                .with("minItems", 1)
                .with("items", JsonObject.of("$ref", "#/$defs/row"))
                .with("$defs", JsonObject.of("row", addBody(new JsonObject())));
    }

    JsonObject row() {
        return addBody(head(":row"));
    }

    private JsonObject head(String part) {
        return JsonObject.of("$schema", DIALECT)
                .with(
                        "$id",
                        "urn:indicators:" + format.id().name() + ":"
                                + format.id().version() + part)
                .with("title", format.title().in(language))
                .with("description", format.provenance().note().in(language));
    }

    private JsonObject addBody(JsonObject to) {
        JsonObject properties = new JsonObject();
        format.columns().forEach(column -> properties.with(column.name().value(), property(column)));
        List<Object> conditions = new ArrayList<>();
        List<Rule> unsaid = new ArrayList<>();
        for (Rule rule : format.ruleSet().rules()) {
            Optional<List<JsonObject>> said = rule.verdict().severity() == Severity.ERROR
                    ? new JsonSchemaRules(format).conditions(rule)
                    : Optional.empty();
            said.ifPresentOrElse(conditions::addAll, () -> unsaid.add(rule));
        }
        List<String> required = format.columns().stream()
                .filter(column -> column.rule().required())
                .map(column -> column.name().value())
                .toList();
        to.with("type", "object")
                .with("properties", properties)
                .with("required", required)
                .withAny("allOf", conditions);
        return unsaid.isEmpty() ? to : to.with("$comment", comment(unsaid));
    }

    private static String comment(List<Rule> unsaid) {
        return unsaid.stream()
                .map(rule -> rule.verdict().code() + " ("
                        + rule.columns().stream().map(ColumnName::value).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining("; ", "Left to the validator: ", "."));
    }

    private JsonObject property(Column column) {
        JsonObject property = JsonObject.of("title", column.title().in(language))
                .with("description", column.agreement().in(language));
        return addType(property, column.rule().type(), !column.rule().mayBeEmpty());
    }

    private static JsonObject addType(JsonObject to, ColumnType type, boolean required) {
        if (type instanceof ColumnType.Count count) {
            return to.with("type", kinds("integer", required))
                    .with("minimum", 0)
                    .with("maximum", count.maximum());
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return to.with("type", kinds("number", required))
                    .with("minimum", 0)
                    .with("maximum", quantity.maximum())
                    .with("multipleOf", BigDecimal.ONE.movePointLeft(quantity.scale()));
        }
        to.with("type", kinds("string", required));
        Optional<List<String>> values = Allowed.values(type);
        Optional<String> pattern = Allowed.scriptPattern(type);
        if (values.isPresent()) {
            to.with("enum", required ? values.get() : withNothing(values.get()));
        } else if (pattern.isPresent()) {
            to.with("pattern", "^" + pattern.get() + "$");
        } else if (required) {
            to.with("pattern", "\\S");
        }
        if (type instanceof ColumnType.Day) {
            to.with("format", "date");
        }
        return type instanceof ColumnType.Text text ? to.with("maxLength", text.maximumLength()) : to;
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
