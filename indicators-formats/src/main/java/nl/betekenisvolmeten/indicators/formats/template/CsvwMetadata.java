package nl.betekenisvolmeten.indicators.formats.template;

import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Makes the metadata of CSV on the Web of a format. */
record CsvwMetadata(FormatDefinition format, Language language) {

    Node metadata() {
        Node dialect = Node.of("delimiter", ";").with("encoding", "utf-8").with("header", true);
        Node schema = Node.of(
                        "columns", format.columns().stream().map(this::column).toList())
                .withAny("primaryKey", Allowed.key(format));
        return Node.of("@context", List.of("http://www.w3.org/ns/csvw", Node.of("@language", language.tag())))
                .with("url", format.id().name() + ".csv")
                .with("dc:title", format.title().in(language))
                .with("dc:description", format.provenance().note().in(language))
                .with("dc:identifier", format.id().toString())
                .with("dialect", dialect)
                .with("tableSchema", schema);
    }

    private Node column(Column column) {
        String name = column.name().value();
        String title = column.title().in(language);
        return Node.of("name", name)
                // a header is recognised by any of its titles
                .with("titles", title.equals(name) ? List.of(name) : List.of(name, title))
                .with("dc:description", column.agreement().in(language))
                .with("datatype", datatype(column.rule().type()))
                .with("required", !column.rule().mayBeEmpty());
    }

    private static Node datatype(ColumnType type) {
        if (type instanceof ColumnType.Count count) {
            return Node.of("base", "integer").with("minimum", 0).with("maximum", count.maximum());
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return Node.of("base", "decimal")
                    .with("format", Node.of("decimalChar", ",").with("groupChar", "."))
                    .with("minimum", 0)
                    .with("maximum", quantity.maximum());
        }
        if (type instanceof ColumnType.Day) {
            return Node.of("base", "date").with("format", "yyyy-MM-dd");
        }
        Node datatype = Node.of("base", "string");
        Allowed.values(type)
                .map(Allowed::oneOf)
                .or(() -> Allowed.scriptPattern(type))
                .ifPresent(pattern -> datatype.with("format", "^" + pattern + "$"));
        return type instanceof ColumnType.Text text ? datatype.with("maxLength", text.maximumLength()) : datatype;
    }
}
