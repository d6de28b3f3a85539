package nl.betekenisvolmeten.indicators.formats.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns.Shared;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * The columns of the table of what forms have in common, with a row for each concept or name that two of them share.
 */
final class OverlapColumns {

    /** A concept or name that two forms share. */
    record Row(FormatId form, FormatId other, String relation, Shared shared) {}

    static final List<TableColumn<Row>> TABLE = new TableColumns<Row>("overlap")
            .text("form", row -> row.form().toString())
            .text("other_form", row -> row.other().toString())
            .text("relation", Row::relation)
            .text("concept", row -> row.shared().concept())
            .text("column", row -> row.shared().left().value())
            .text("other_column", row -> row.shared().right().value())
            .text(
                    "differences",
                    row -> row.shared().differences().stream()
                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" ")))
            .text(
                    "codes",
                    row -> row.shared()
                            .codes()
                            .map(codes -> codes.extent().name().toLowerCase(Locale.ROOT))
                            .orElse(""))
            .text(
                    "codes_here",
                    row -> row.shared()
                            .codes()
                            .map(codes -> String.join(" ", codes.onlyLeft()))
                            .orElse(""))
            .text(
                    "codes_there",
                    row -> row.shared()
                            .codes()
                            .map(codes -> String.join(" ", codes.onlyRight()))
                            .orElse(""))
            .toList();

    private OverlapColumns() {}

    static List<Row> rows(List<SharedColumns> overlaps) {
        List<Row> rows = new ArrayList<>();
        for (SharedColumns one : overlaps) {
            one.shared().forEach(shared -> rows.add(new Row(one.left(), one.right(), relation(shared), shared)));
            one.sameName().forEach(shared -> rows.add(new Row(one.left(), one.right(), "other_meaning", shared)));
        }
        return rows;
    }

    private static String relation(Shared shared) {
        if (shared.likeness() == SharedColumns.Likeness.CONTENT) {
            return "other_content";
        }
        return shared.left().equals(shared.right()) ? "asked_twice" : "other_name";
    }
}
