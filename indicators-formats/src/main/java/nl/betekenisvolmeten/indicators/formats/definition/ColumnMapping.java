package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.formats.internal.definition.KnownCodes;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Values;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * A mapping of the columns and codes of another system's export to those of a format.
 *
 * @param format the format that the export is read as
 * @param columns the header of the export that each column of the format is read from; several may be read from one
 * @param codes the code that each value of the export becomes, by column of the format; other values stay as they are
 * @param fixed the value of columns of the format that the export does not have, the same in every row
 */
public record ColumnMapping(
        FormatId format,
        Map<ColumnName, String> columns,
        Map<ColumnName, Map<String, String>> codes,
        Map<ColumnName, String> fixed) {

    /** @throws IllegalArgumentException if a column is both read from a header and fixed */
    public ColumnMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
        if (!Collections.disjoint(columns.keySet(), fixed.keySet())) {
            throw new IllegalArgumentException(
                    "a column is both read from a header and fixed: " + columns + ", " + fixed);
        }
        Map<ColumnName, Map<String, String>> copied = new TreeMap<>();
        codes.forEach((column, values) -> copied.put(column, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
        codes = Collections.unmodifiableMap(copied);
    }

    /** Reads {@code format}, {@code version}, {@code columns}, {@code codes} and {@code fixed}. */
    static Optional<ColumnMapping> read(ObjectReader in, Definitions definitions) {
        Optional<FormatDefinition> format = format(in, definitions);
        Map<String, ColumnName> known = new LinkedHashMap<>();
        format.ifPresent(
                found -> found.columns().forEach(one -> known.put(one.name().value(), one.name())));
        Map<ColumnName, String> columns = new LinkedHashMap<>();
        Set<String> targets = new HashSet<>();
        in.each("columns", item -> {
            item.mustDiffer("to", targets);
            Optional<String> from = item.text("from");
            Optional<ColumnName> to = format.isEmpty() ? Values.column(item, "to") : item.reference("to", known);
            return item.build(() -> columns.put(to.orElseThrow(), from.orElseThrow()) == null);
        });
        Map<ColumnName, Map<String, String>> codes = new TreeMap<>();
        in.ifGiven().each("codes", item -> {
            Optional<ColumnName> column =
                    format.isEmpty() ? Values.column(item, "column") : item.reference("column", known);
            Optional<String> from = item.text("from");
            KnownCodes allowed = column.flatMap(name -> format.flatMap(found -> found.column(name)))
                    .map(found -> KnownCodes.of(found.rule().type()))
                    .orElse(KnownCodes.ANY);
            Optional<String> to = allowed.text(item, "to");
            return item.build(() -> codes.computeIfAbsent(column.orElseThrow(), any -> new LinkedHashMap<>())
                            .put(from.orElseThrow(), to.orElseThrow())
                    == null);
        });
        Map<ColumnName, String> fixed = new LinkedHashMap<>();
        in.ifGiven().each("fixed", item -> {
            item.mustDiffer("column", targets);
            Optional<ColumnName> column =
                    format.isEmpty() ? Values.column(item, "column") : item.reference("column", known);
            Optional<String> value = item.text("value");
            return item.build(() -> fixed.put(column.orElseThrow(), value.orElseThrow()) == null);
        });
        return in.build(() -> new ColumnMapping(format.orElseThrow().id(), columns, codes, fixed));
    }

    /** Returns the named format, in the latest version if none is named. */
    private static Optional<FormatDefinition> format(ObjectReader in, Definitions definitions) {
        Map<String, FormatId> known = new LinkedHashMap<>();
        if (!in.has("version")) {
            definitions.formats().ids().forEach(id -> known.put(id.name(), id));
            return in.reference("format", known).flatMap(definitions.formats()::find);
        }
        Optional<String> name = in.text("format");
        definitions.formats().ids().stream()
                .filter(id -> name.equals(Optional.of(id.name())))
                .forEach(id -> known.put(id.version(), id));
        return in.reference("version", known).flatMap(definitions.formats()::find);
    }
}
