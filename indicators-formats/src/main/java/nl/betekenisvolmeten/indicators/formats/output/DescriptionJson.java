package nl.betekenisvolmeten.indicators.formats.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.form.FileDescription;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** The description of an unknown file as a definition file and a mapping file. */
final class DescriptionJson {

    private DescriptionJson() {}

    static Map<String, Object> definition(FileDescription file) {
        List<Object> lists = new ArrayList<>();
        List<Object> columns = new ArrayList<>();
        for (FileDescription.Described column : file.columns()) {
            if (column.type() instanceof ColumnType.Code code) {
                lists.add(codelist(column.name().value(), code.codes()));
            }
            columns.add(column(column));
        }
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("id", file.id());
        definition.put("version", "1");
        definition.put("codelists", lists);
        definition.put("columns", columns);
        return definition;
    }

    private static Map<String, Object> codelist(String id, Codelist codes) {
        List<Object> items = new ArrayList<>();
        for (Codelist.Item item : codes.items()) {
            items.add(
                    item.name().nl().equals(item.code())
                            ? Map.of("code", item.code())
                            : ordered(
                                    "code",
                                    item.code(),
                                    "name",
                                    ordered(
                                            "nl",
                                            item.name().nl(),
                                            "en",
                                            item.name().en())));
        }
        return ordered("id", id, "items", items);
    }

    private static Map<String, Object> column(FileDescription.Described column) {
        Map<String, Object> json = ordered("name", column.name().value(), "type", type(column));
        json.put("required", column.filled() == 1 || isDimension(column.type()));
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
        String kind = column.kind();
        if (column.type() instanceof ColumnType.Code) {
            return ordered("kind", kind, "codelist", column.name().value());
        }
        if (column.type() instanceof ColumnType.Place place) {
            Map<String, Object> json =
                    ordered("kind", kind, "areas", place.areas().id());
            json.put("level", place.level().name());
            json.put("notation", place.byName() ? "NAME" : "CODE");
            return json;
        }
        if (column.type() instanceof ColumnType.Time time) {
            return ordered("kind", kind, "length", time.kind().name());
        }
        return kind;
    }

    static Map<String, Object> mapping(ColumnMapping mapping) {
        Map<String, Object> json = ordered(
                "format", mapping.format().name(), "version", mapping.format().version());
        List<Object> columns = new ArrayList<>();
        mapping.columns().forEach((header, column) -> columns.add(ordered("from", header, "to", column.value())));
        json.put("columns", columns);
        List<Object> codes = new ArrayList<>();
        mapping.codes()
                .forEach((column, values) -> values.forEach((from, to) -> {
                    Map<String, Object> code = ordered("column", column.value(), "from", from);
                    code.put("to", to);
                    codes.add(code);
                }));
        json.put("codes", codes);
        List<Object> fixed = new ArrayList<>();
        mapping.fixed().forEach((column, value) -> fixed.add(ordered("column", column.value(), "value", value)));
        json.put("fixed", fixed);
        return json;
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(first, one);
        json.put(second, two);
        return json;
    }
}
