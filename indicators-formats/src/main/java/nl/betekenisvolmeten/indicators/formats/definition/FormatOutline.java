package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What tells a format by its header: known without reading the whole definition.
 *
 * @param id the format and its version
 * @param columns the names of its columns, in order
 * @param required those that a file must have
 */
public record FormatOutline(FormatId id, List<ColumnName> columns, Set<ColumnName> required) {

    /** @throws IllegalArgumentException if a required column is not one of the columns */
    public FormatOutline {
        columns = List.copyOf(columns);
        required = Set.copyOf(required);
        if (!columns.containsAll(required)) {
            throw new IllegalArgumentException("required columns of " + id + " that it does not have: " + required);
        }
    }

    /**
     * The outline of a definition.
     *
     * @param format the definition
     * @return its outline
     */
    public static FormatOutline from(FormatDefinition format) {
        return new FormatOutline(
                format.id(), format.columns().stream().map(Column::name).toList(), format.requiredColumns());
    }

    /** The outline as {@link #line} wrote it. */
    static FormatOutline parse(String line) {
        String[] words = line.split(" ", -1);
        List<ColumnName> columns = new ArrayList<>();
        Set<ColumnName> required = new LinkedHashSet<>();
        for (int i = 1; i < words.length; i++) {
            boolean needed = words[i].endsWith("!");
            ColumnName name = ColumnName.of(needed ? words[i].substring(0, words[i].length() - 1) : words[i]);
            columns.add(name);
            if (needed) {
                required.add(name);
            }
        }
        FormatId id = FormatId.parse(words[0])
                .orElseThrow(() -> new IllegalArgumentException("not a format: '" + words[0] + "'"));
        return new FormatOutline(id, columns, required);
    }

    /** One line: the id, then the columns, each required one with an exclamation mark. */
    String line() {
        StringBuilder line = new StringBuilder(id.toString());
        for (ColumnName column : columns) {
            line.append(' ').append(column).append(required.contains(column) ? "!" : "");
        }
        return line.toString();
    }
}
