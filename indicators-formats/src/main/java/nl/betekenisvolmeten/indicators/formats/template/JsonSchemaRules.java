package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Rules over several cells as conditions of a JSON Schema, for those kinds that it can say. */
record JsonSchemaRules(FormatDefinition format) {

    private static final List<Object> NOTHING = Arrays.asList(0, null);

    /** Returns the conditions; empty if a schema cannot express the rule. */
    Optional<List<JsonObject>> conditions(Rule rule) {
        if (rule instanceof Rule.OnlyWith onlyWith) {
            return Optional.of(List.of(ifThen(
                    onlyWith.right(), JsonObject.of("const", 0), onlyWith.left(), JsonObject.of("enum", NOTHING))));
        }
        if (rule instanceof Rule.NotTogether notTogether) {
            List<JsonObject> conditions = new ArrayList<>();
            notTogether.pairs().forEach((code, others) -> {
                JsonObject any = JsonObject.of("enum", others.stream().sorted().toList());
                conditions.add(ifThen(
                        notTogether.left(),
                        JsonObject.of("const", code),
                        notTogether.right(),
                        JsonObject.of("not", any)));
            });
            return Optional.of(conditions);
        }
        if (rule instanceof Rule.NotAllZero notAllZero) {
            JsonObject properties = new JsonObject();
            notAllZero.columns().forEach(column -> properties.with(column.value(), JsonObject.of("enum", NOTHING)));
            return Optional.of(List.of(JsonObject.of("not", JsonObject.of("properties", properties))));
        }
        return rule instanceof Rule.Inside inside ? inside(inside) : Optional.empty();
    }

    private static JsonObject ifThen(ColumnName known, JsonObject condition, ColumnName other, JsonObject consequence) {
        JsonObject when = JsonObject.of("properties", JsonObject.of(known.value(), condition))
                .with("required", List.of(known.value()));
        return JsonObject.of("if", when)
                .with("then", JsonObject.of("properties", JsonObject.of(other.value(), consequence)));
    }

    /** Returns, for each larger area, the condition that the smaller one lies in it. */
    private Optional<List<JsonObject>> inside(Rule.Inside rule) {
        if (!(type(rule.inner()) instanceof ColumnType.Place inner)
                || !(type(rule.outer()) instanceof ColumnType.Place outer)) {
            return Optional.empty();
        }
        List<JsonObject> conditions = new ArrayList<>();
        for (Area larger : outer.areas().areas(outer.level())) {
            Stream<String> areas = inner.areas().areas(inner.level()).stream()
                    .filter(area -> inner.areas().isWithin(area.code(), larger.code()))
                    .map(inner::text);
            Stream<String> residuals = inner.residuals().items().stream()
                    .filter(residual -> residual.fits(larger.code(), inner.areas()))
                    .map(Residual::code);
            List<String> within = Stream.concat(areas, residuals).toList();
            conditions.add(ifThen(
                    rule.outer(),
                    JsonObject.of("const", outer.text(larger)),
                    rule.inner(),
                    JsonObject.of("enum", within)));
        }
        List<String> nowhere =
                inner.residuals().items().stream().map(Residual::code).toList();
        for (Residual larger : outer.residuals().items()) {
            conditions.add(ifThen(
                    rule.outer(), JsonObject.of("const", larger.code()), rule.inner(), JsonObject.of("enum", nowhere)));
        }
        return Optional.of(conditions);
    }

    private ColumnType type(ColumnName column) {
        return format.column(column).orElseThrow().rule().type();
    }
}
