package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns.CodeMatch;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns.Shared;
import nl.betekenisvolmeten.indicators.formats.output.ResultSheet;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * A concept or name that two forms share, as a row of a table.
 *
 * @param form the one form
 * @param other the other form
 * @param relation what they share: the same concept, by the same name or another, or only the name
 * @param shared the columns
 */
record OverlapRow(FormatId form, FormatId other, String relation, Shared shared) {

    private static final OwnTable<OverlapRow> TABLE = new OwnTable<OverlapRow>("overlaps.table.")
            .text("form", row -> row.form().toString())
            .text("other_form", row -> row.other().toString())
            .text("relation", OverlapRow::relation)
            .text("concept", row -> row.shared().concept())
            .text("column", row -> row.shared().left().value())
            .text("other_column", row -> row.shared().right().value())
            .text(
                    "differences",
                    row -> row.shared().differences().stream()
                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" ")))
            .text("codes", row -> codes(row, codes -> codes.extent().name().toLowerCase(Locale.ROOT)))
            .text("codes_here", row -> codes(row, codes -> String.join(" ", codes.onlyLeft())))
            .text("codes_there", row -> codes(row, codes -> String.join(" ", codes.onlyRight())));

    private static String codes(OverlapRow row, Function<CodeMatch, String> text) {
        return row.shared().codes().map(text).orElse("");
    }

    /** Returns the table of what pairs of forms have in common. */
    static ResultSheet sheet(List<SharedColumns> overlaps) {
        List<OverlapRow> rows = new ArrayList<>();
        for (SharedColumns one : overlaps) {
            one.shared().forEach(shared -> rows.add(of(one, relation(shared), shared)));
            one.sameName().forEach(shared -> rows.add(of(one, "other_meaning", shared)));
        }
        return TABLE.sheet(rows);
    }

    private static OverlapRow of(SharedColumns overlap, String relation, Shared shared) {
        return new OverlapRow(overlap.left(), overlap.right(), relation, shared);
    }

    private static String relation(Shared shared) {
        if (shared.likeness() == SharedColumns.Likeness.CONTENT) {
            return "other_content";
        }
        return shared.left().equals(shared.right()) ? "asked_twice" : "other_name";
    }
}
