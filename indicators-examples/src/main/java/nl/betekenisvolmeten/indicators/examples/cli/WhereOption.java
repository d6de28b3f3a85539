package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import picocli.CommandLine.Option;

/** The rows that count, by their codes. */
final class WhereOption {

    @Option(names = "--where", descriptionKey = "where", paramLabel = "COLUMN=CODE[,CODE]")
    private List<String> where = List.of();

    private final Texts texts;

    WhereOption(Subcommand command) {
        texts = command.texts;
    }

    boolean isGiven() {
        return !where.isEmpty();
    }

    /** Returns the options as they were typed. */
    String text() {
        return String.join("; ", where);
    }

    /**
     * Returns the codes that count, by column: those of an option are alternatives, options combine. Two options of the same
     * column leave the codes that both name.
     */
    Map<ColumnName, Set<String>> read(FormatDefinition format) {
        return read(format, format.ruleSet().structure());
    }

    /** Reads the options as {@link #read(FormatDefinition)} does, for rows that have more columns than the format. */
    Map<ColumnName, Set<String>> read(FormatDefinition format, TableStructure structure) {
        Map<ColumnName, Set<String>> codes = new TreeMap<>();
        for (String text : where) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw texts.wrong("where.wrong", text);
            }
            ColumnName column = column(text.substring(0, equals).strip(), structure);
            Set<String> own = new LinkedHashSet<>();
            for (String code : text.substring(equals + 1).split(",", -1)) {
                own.add(code(format, column, code.strip()));
            }
            codes.merge(
                    column,
                    own,
                    (earlier, later) -> later.stream()
                            .filter(earlier::contains)
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        return codes;
    }

    private ColumnName column(String name, TableStructure structure) {
        return structure.dimensions().stream()
                .map(Dimension::name)
                .filter(column -> column.value().equals(name))
                .findFirst()
                .orElseThrow(() -> texts.unknown(
                        "where.noColumn",
                        name,
                        structure.dimensions().stream()
                                .map(dimension -> dimension.name().value())
                                .toList()));
    }

    /** Returns a code of the column's list; any text for columns without a list. */
    private String code(FormatDefinition format, ColumnName column, String text) {
        Set<String> known = format.column(column).map(WhereOption::codes).orElse(Set.of());
        if (known.isEmpty() || known.contains(text)) {
            return text;
        }
        throw texts.unknown("usage.choice", text, new TreeSet<>(known), "--where " + column + "=");
    }

    private static Set<String> codes(Column column) {
        return column.rule().type() instanceof ColumnType.Code list
                ? Set.copyOf(list.codes().codes())
                : Set.of();
    }
}
