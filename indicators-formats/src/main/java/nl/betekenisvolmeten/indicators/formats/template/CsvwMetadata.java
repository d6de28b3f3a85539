package nl.betekenisvolmeten.indicators.formats.template;

import static nl.betekenisvolmeten.indicators.formats.template.JsonNodes.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Makes the metadata of CSV on the Web of a format. */
final class CsvwMetadata {

    private final FormatDefinition format;
    private final Language language;

    CsvwMetadata(FormatDefinition format, Language language) {
        this.format = format;
        this.language = language;
    }

    Map<String, Object> metadata() {
        Map<String, Object> schema =
                object("columns", format.columns().stream().map(this::column).toList());
        List<String> key = Allowed.key(format);
        if (!key.isEmpty()) {
            schema.put("primaryKey", key);
        }
        List<Object> context = new ArrayList<>();
        context.add("http://www.w3.org/ns/csvw");
        context.add(object("@language", language.tag()));
        return object(
                "@context",
                context,
                "url",
                format.id().name() + ".csv",
                "dc:title",
                format.title().in(language),
                "dc:description",
                format.provenance().note().in(language),
                "dc:identifier",
                format.id().toString(),
                "dialect",
                object("delimiter", ";", "encoding", "utf-8", "header", true),
                "tableSchema",
                schema);
    }

    private Map<String, Object> column(Column column) {
        String name = column.name().value();
        String title = column.title().in(language);
        Map<String, Object> described = object(
                "name",
                name,
                // a header is recognised by any of its titles
                "titles",
                title.equals(name) ? List.of(name) : List.of(name, title),
                "dc:description",
                column.agreement().in(language),
                "datatype",
                datatype(column.rule().type()));
        described.put("required", !column.rule().mayBeEmpty());
        return described;
    }

    private static Map<String, Object> datatype(ColumnType type) {
        if (type instanceof ColumnType.Count count) {
            return object("base", "integer", "minimum", 0, "maximum", count.maximum());
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return object(
                    "base",
                    "decimal",
                    "format",
                    object("decimalChar", ",", "groupChar", "."),
                    "minimum",
                    0,
                    "maximum",
                    quantity.maximum());
        }
        if (type instanceof ColumnType.Day) {
            return object("base", "date", "format", "yyyy-MM-dd");
        }
        Optional<String> pattern = Allowed.values(type).map(Allowed::oneOf).or(() -> Allowed.scriptPattern(type));
        Map<String, Object> datatype = object("base", "string");
        pattern.ifPresent(known -> datatype.put("format", "^" + known + "$"));
        if (type instanceof ColumnType.Text text) {
            datatype.put("maxLength", text.maximumLength());
        }
        return datatype;
    }
}
