package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Rules over several cells as conditions of a JSON Schema, for those kinds that it can say. */
record JsonSchemaRules(FormatDefinition format) {

    private static final List<Object> NOTHING = Arrays.asList(0, null);

    /** The conditions; empty when a schema cannot say the rule. */
    Optional<List<Node>> conditions(Rule rule) {
        if (rule instanceof Rule.OnlyWith onlyWith) {
            return Optional.of(
                    List.of(ifThen(onlyWith.right(), Node.of("const", 0), onlyWith.left(), Node.of("enum", NOTHING))));
        }
        if (rule instanceof Rule.NotTogether notTogether) {
            List<Node> conditions = new ArrayList<>();
            notTogether.pairs().forEach((code, others) -> {
                Node any = Node.of("enum", others.stream().sorted().toList());
                conditions.add(
                        ifThen(notTogether.left(), Node.of("const", code), notTogether.right(), Node.of("not", any)));
            });
            return Optional.of(conditions);
        }
        if (rule instanceof Rule.NotAllZero notAllZero) {
            Node properties = new Node();
            notAllZero.columns().forEach(column -> properties.with(column.value(), Node.of("enum", NOTHING)));
            return Optional.of(List.of(Node.of("not", Node.of("properties", properties))));
        }
        return rule instanceof Rule.Inside inside ? inside(inside) : Optional.empty();
    }

    private static Node ifThen(ColumnName known, Node condition, ColumnName other, Node consequence) {
        Node when = Node.of("properties", Node.of(known.value(), condition)).with("required", List.of(known.value()));
        return Node.of("if", when).with("then", Node.of("properties", Node.of(other.value(), consequence)));
    }

    /** For each larger area, the smaller ones that lie in it. */
    private Optional<List<Node>> inside(Rule.Inside rule) {
        if (!(type(rule.inner()) instanceof ColumnType.Place inner)
                || !(type(rule.outer()) instanceof ColumnType.Place outer)) {
            return Optional.empty();
        }
        List<Node> conditions = new ArrayList<>();
        for (Area larger : outer.areas().areas(outer.level())) {
            Stream<String> areas = inner.areas().areas(inner.level()).stream()
                    .filter(area -> inner.areas().isWithin(area.code(), larger.code()))
                    .map(inner::text);
            Stream<String> residuals = inner.residuals().items().stream()
                    .filter(residual -> residual.fits(larger.code(), inner.areas()))
                    .map(Residual::code);
            List<String> within = Stream.concat(areas, residuals).toList();
            conditions.add(
                    ifThen(rule.outer(), Node.of("const", outer.text(larger)), rule.inner(), Node.of("enum", within)));
        }
        List<String> nowhere =
                inner.residuals().items().stream().map(Residual::code).toList();
        for (Residual larger : outer.residuals().items()) {
            conditions.add(
                    ifThen(rule.outer(), Node.of("const", larger.code()), rule.inner(), Node.of("enum", nowhere)));
        }
        return Optional.of(conditions);
    }

    private ColumnType type(ColumnName column) {
        return format.column(column).orElseThrow().rule().type();
    }
}
