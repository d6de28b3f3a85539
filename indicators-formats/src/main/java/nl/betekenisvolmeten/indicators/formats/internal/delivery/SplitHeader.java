package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * Finds a header of two rows: the names of groups of columns, with the columns of each group below. Neither row has all
 * required columns, but together they do.
 */
final class SplitHeader {

    private SplitHeader() {}

    /** Returns the finding that names the two rows; empty if there is no such header. */
    static Optional<Finding> find(Layout layout, List<FormatDefinition.Outline> formats, Location place) {
        List<RawRow> rows = new ArrayList<>(layout.above());
        layout.header().ifPresent(rows::add);
        layout.following().stream().limit(1).forEach(rows::add);
        for (int i = Math.max(1, rows.size() - 2); i < rows.size(); i++) {
            RawRow upper = rows.get(i - 1);
            RawRow lower = rows.get(i);
            if (lower.number() == upper.number() + 1
                    && formats.stream().anyMatch(format -> isHeader(upper, lower, format))) {
                return Optional.of(Finding.of(
                        DeliveryCodes.NOT_RECOGNISED,
                        Severity.ERROR,
                        place.withRow(upper.number()),
                        Map.of("reason", "two_rows", "details", upper.number() + ", " + lower.number())));
            }
        }
        return Optional.empty();
    }

    private static boolean isHeader(RawRow upper, RawRow lower, FormatDefinition.Outline format) {
        List<String> names = new ArrayList<>(upper.cells());
        String group = "";
        for (int i = 0; i < lower.cells().size(); i++) {
            String above = i < upper.cells().size() ? upper.cells().get(i) : "";
            group = Blanks.isBlank(above) ? group : above;
            String part = lower.cells().get(i);
            if (!Blanks.isBlank(part)) {
                names.addAll(List.of(part, group + " " + part, part + " " + group));
            }
        }
        return has(format, names) && !has(format, upper.cells()) && !has(format, lower.cells());
    }

    private static boolean has(FormatDefinition.Outline format, List<String> names) {
        Predicate<ColumnName> known = format.columns()::contains;
        return !format.required().isEmpty()
                && HeaderNames.of(names, known).stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet())
                        .containsAll(format.required());
    }
}
