package nl.betekenisvolmeten.indicators.formats.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * A row of a sample delivery. Immutable.
 *
 * @param cells a text for each column of its format
 */
record SampleRow(Map<ColumnName, String> cells) {

    SampleRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    SampleRow with(ColumnName column, String text) {
        Map<ColumnName, String> changed = new LinkedHashMap<>(cells);
        changed.put(column, text);
        return new SampleRow(changed);
    }

    /** Returns a copy with the same text in several columns. */
    SampleRow with(List<ColumnName> columns, String text) {
        SampleRow row = this;
        for (ColumnName column : columns) {
            row = row.with(column, text);
        }
        return row;
    }

    String text(ColumnName column) {
        return cells.getOrDefault(column, "");
    }

    /** Returns the number in a cell; empty if the cell is. Samples have whole numbers only. */
    Optional<Long> number(ColumnName column) {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
    }

    /** Returns the sum of numbers; empty cells count as zero. */
    long sum(List<ColumnName> columns) {
        return columns.stream().mapToLong(column -> number(column).orElse(0L)).sum();
    }

    /** Returns the cells in the order of the format's columns. */
    List<String> texts(FormatDefinition format) {
        return format.columns().stream().map(column -> text(column.name())).toList();
    }

    boolean differsIn(SampleRow other, List<ColumnName> columns) {
        return columns.stream().anyMatch(column -> !text(column).equals(other.text(column)));
    }
}
