package nl.betekenisvolmeten.indicators.formats.output;

import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.form.FileDescription;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** The description of an unknown file as a definition file and a mapping file. */
final class DescriptionJson {

    private DescriptionJson() {}

    static JsonObject definition(FileDescription file) {
        List<JsonObject> lists = new ArrayList<>();
        for (FileDescription.Described column : file.columns()) {
            if (column.type() instanceof ColumnType.Code code) {
                lists.add(codelist(column.name().value(), code.codes()));
            }
        }
        return JsonObject.of("id", file.id())
                .with("version", "1")
                .with("codelists", lists)
                .with(
                        "columns",
                        file.columns().stream().map(DescriptionJson::column).toList());
    }

    private static JsonObject codelist(String id, Codelist codes) {
        return JsonObject.of("id", id)
                .with("items", codes.items().stream().map(DescriptionJson::item).toList());
    }

    private static JsonObject item(Codelist.Item item) {
        JsonObject json = JsonObject.of("code", item.code());
        return item.name().nl().equals(item.code())
                ? json
                : json.with(
                        "name",
                        JsonObject.of("nl", item.name().nl())
                                .with("en", item.name().en()));
    }

    private static JsonObject column(FileDescription.Described column) {
        JsonObject json = JsonObject.of("name", column.name().value())
                .with("type", type(column))
                .with("required", column.filled() == 1 || isDimension(column.type()));
        if (!column.header().equals(column.name().value())) {
            json.put("title", column.header());
        }
        column.like().ifPresent(like -> {
            json.put("concept", like.concept());
            boolean distinguishes = like.rule().part() instanceof ColumnRule.Part.OfDimension;
            if (distinguishes && column.type() instanceof ColumnType.Text && column.filled() == 1) {
                json.put("role", "CATEGORY");
            }
            boolean number = column.type().decimals().isPresent();
            if (number && like.rule().part() instanceof ColumnRule.Part.OfMeasure of) {
                if (of.measure() instanceof Measure.Distinct) {
                    json.put("nature", "DISTINCT");
                } else if (of.measure() instanceof Measure.Stock) {
                    json.put("nature", "STOCK");
                }
            }
        });
        return json;
    }

    /** Returns whether a type is of columns that distinguish rows, which are never empty. */
    private static boolean isDimension(ColumnType type) {
        return type.decimals().isEmpty() && !(type instanceof ColumnType.Text) && !(type instanceof ColumnType.Day);
    }

    private static Object type(FileDescription.Described column) {
        JsonObject json = JsonObject.of("kind", column.kind());
        if (column.type() instanceof ColumnType.Code) {
            return json.with("codelist", column.name().value());
        }
        if (column.type() instanceof ColumnType.Place place) {
            return json.with("areas", place.areas().id())
                    .with("level", place.level().name())
                    .with("notation", place.byName() ? "NAME" : "CODE");
        }
        if (column.type() instanceof ColumnType.Time time) {
            json.put("length", time.kind().name());
            return time.notation() == Period.Notation.CODE
                    ? json
                    : json.with("notation", time.notation().name());
        }
        return column.kind();
    }

    static JsonObject mapping(ColumnMapping mapping) {
        List<JsonObject> columns = new ArrayList<>();
        mapping.columns()
                .forEach((column, header) ->
                        columns.add(JsonObject.of("from", header).with("to", column.value())));
        List<JsonObject> codes = new ArrayList<>();
        mapping.codes()
                .forEach((column, values) ->
                        values.forEach((from, to) -> codes.add(JsonObject.of("column", column.value())
                                .with("from", from)
                                .with("to", to))));
        List<JsonObject> fixed = new ArrayList<>();
        mapping.fixed()
                .forEach((column, value) ->
                        fixed.add(JsonObject.of("column", column.value()).with("value", value)));
        return JsonObject.of("format", mapping.format().name())
                .with("version", mapping.format().version())
                .with("columns", columns)
                .with("codes", codes)
                .with("fixed", fixed);
    }
}
