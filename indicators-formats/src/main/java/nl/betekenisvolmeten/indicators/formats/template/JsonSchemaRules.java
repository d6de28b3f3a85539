package nl.betekenisvolmeten.indicators.formats.template;

import static nl.betekenisvolmeten.indicators.formats.template.JsonNodes.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Rules over several cells as conditions of a JSON Schema, for those kinds that it can say. */
final class JsonSchemaRules {

    private static final List<Object> NOTHING = Arrays.asList(0, null);

    private final FormatDefinition format;

    JsonSchemaRules(FormatDefinition format) {
        this.format = format;
    }

    /** The conditions; empty when a schema cannot say the rule. */
    Optional<List<Map<String, Object>>> conditions(Rule rule) {
        if (rule instanceof Rule.OnlyWith onlyWith) {
            return Optional.of(
                    List.of(ifThen(onlyWith.right(), object("const", 0), onlyWith.left(), object("enum", NOTHING))));
        }
        if (rule instanceof Rule.NotTogether notTogether) {
            List<Map<String, Object>> conditions = new ArrayList<>();
            notTogether
                    .pairs()
                    .forEach((code, others) -> conditions.add(ifThen(
                            notTogether.left(),
                            object("const", code),
                            notTogether.right(),
                            object(
                                    "not",
                                    object("enum", others.stream().sorted().toList())))));
            return Optional.of(conditions);
        }
        if (rule instanceof Rule.NotAllZero notAllZero) {
            return Optional.of(List.of(object("not", allNothing(notAllZero.columns()))));
        }
        return rule instanceof Rule.Inside inside ? inside(inside) : Optional.empty();
    }

    private static Map<String, Object> ifThen(
            ColumnName known, Map<String, Object> condition, ColumnName other, Map<String, Object> consequence) {
        return object(
                "if",
                object("properties", object(known.value(), condition), "required", List.of(known.value())),
                "then",
                object("properties", object(other.value(), consequence)));
    }

    private static Map<String, Object> allNothing(List<ColumnName> columns) {
        Map<String, Object> properties = object();
        columns.forEach(column -> properties.put(column.value(), object("enum", NOTHING)));
        return object("properties", properties);
    }

    /** For each larger area, the smaller ones that lie in it. */
    private Optional<List<Map<String, Object>>> inside(Rule.Inside rule) {
        if (!(type(rule.inner()) instanceof ColumnType.Place inner)
                || !(type(rule.outer()) instanceof ColumnType.Place outer)) {
            return Optional.empty();
        }
        List<Map<String, Object>> conditions = new ArrayList<>();
        for (Area larger : outer.areas().areas(outer.level())) {
            Stream<String> areas = inner.areas().areas(inner.level()).stream()
                    .filter(area -> inner.areas().isWithin(area.code(), larger.code()))
                    .map(inner::text);
            Stream<String> residuals = inner.residuals().items().stream()
                    .filter(residual -> residual.fits(larger.code(), inner.areas()))
                    .map(Residual::code);
            List<String> within = Stream.concat(areas, residuals).toList();
            conditions.add(
                    ifThen(rule.outer(), object("const", outer.text(larger)), rule.inner(), object("enum", within)));
        }
        List<String> nowhere =
                inner.residuals().items().stream().map(Residual::code).toList();
        for (Residual larger : outer.residuals().items()) {
            conditions.add(ifThen(rule.outer(), object("const", larger.code()), rule.inner(), object("enum", nowhere)));
        }
        return Optional.of(conditions);
    }

    private ColumnType type(ColumnName column) {
        return format.column(column).orElseThrow().rule().type();
    }
}
