package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns.CodeMatch;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns.Shared;
import nl.betekenisvolmeten.indicators.formats.output.ResultSheet;

/**
 * A column of a form, next to one of another form that asks for the same or only has the same name.
 *
 * @param form the form
 * @param other the other form; empty for a column that no other form asks for
 * @param relation what the columns have in common
 * @param item the column and its use
 * @param shared both columns; empty for a column that no other form asks for
 */
record BurdenRow(
        Form form, Optional<FormatDefinition> other, String relation, Burden.Item item, Optional<Shared> shared) {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final String TWICE = "asked_twice";
    private static final String OTHER_NAME = "other_name";

    /**
     * A form, and what a column of it costs by a stated norm.
     *
     * @param format the form
     * @param burden what it asks
     * @param cells the number of cells of a column, in all rows that are counted
     * @param minutesPerCell the norm; empty when none is stated
     * @param euroPerHour what an hour costs; empty when that is not stated
     */
    record Form(
            FormatDefinition format,
            Burden burden,
            long cells,
            Optional<BigDecimal> minutesPerCell,
            Optional<BigDecimal> euroPerHour) {

        Optional<BigDecimal> minutes(long columns) {
            return minutesPerCell.map(norm -> norm.multiply(BigDecimal.valueOf(cells * columns)));
        }

        Optional<BigDecimal> euro(long columns) {
            return minutes(columns)
                    .flatMap(time ->
                            euroPerHour.map(price -> time.multiply(price).divide(MINUTES, 2, RoundingMode.HALF_UP)));
        }
    }

    private static final OwnTable<BurdenRow> TABLE = new OwnTable<BurdenRow>("burden.table.")
            .text("form", row -> row.form().format().id().toString())
            .text("other_form", row -> row.ofOther(format -> format.id().toString()))
            .text("relation", BurdenRow::relation)
            .text("concept", row -> row.item().concept())
            .text("column", row -> row.item().column().value())
            .text("other_column", row -> row.ofShared(shared -> shared.right().value()))
            .text(
                    "differences",
                    row -> row.ofShared(shared ->
                            shared.differences().stream().map(BurdenRow::word).collect(Collectors.joining(" "))))
            .text("codes", row -> row.ofCodes(codes -> word(codes.extent())))
            .text("codes_here", row -> row.ofCodes(codes -> String.join(" ", codes.onlyLeft())))
            .text("codes_there", row -> row.ofCodes(codes -> String.join(" ", codes.onlyRight())))
            .text("required", row -> Boolean.toString(row.item().required()))
            .text("used_for", row -> word(row.item().use()))
            .number(
                    "indicators",
                    row -> Optional.of(BigDecimal.valueOf(row.item().feeds().size())))
            .number("cells", row -> Optional.of(BigDecimal.valueOf(row.form().cells())))
            .number("minutes", row -> row.form().minutes(1))
            .number("euro", row -> row.form().euro(1))
            .text("period", row -> period(row.form().format()))
            .text("other_period", row -> row.ofOther(BurdenRow::period))
            .text("due_after_days", row -> due(row.form().format()))
            .text("other_due_after_days", row -> row.ofOther(BurdenRow::due))
            .text("recipients", row -> recipients(row.form().format()))
            .text("other_recipients", row -> row.ofOther(BurdenRow::recipients));

    private String ofOther(Function<FormatDefinition, String> text) {
        return other.map(text).orElse("");
    }

    private String ofShared(Function<Shared, String> text) {
        return shared.map(text).orElse("");
    }

    private String ofCodes(Function<CodeMatch, String> text) {
        return shared.flatMap(Shared::codes).map(text).orElse("");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String period(FormatDefinition format) {
        return FormPeriods.kind(format).map(BurdenRow::word).orElse("");
    }

    private static String due(FormatDefinition format) {
        return format.handover().dueAfterDays().stream()
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse("");
    }

    private static String recipients(FormatDefinition format) {
        return String.join(", ", format.handover().recipients());
    }

    /** Returns the rows of a form next to others: its columns that these also ask for, then those that none does. */
    static List<BurdenRow> of(Form form, List<FormatDefinition> others) {
        List<BurdenRow> rows = new ArrayList<>();
        List<Burden.Item> once = new ArrayList<>(form.burden().columns());
        for (FormatDefinition other : others) {
            SharedColumns overlap = SharedColumns.between(form.format(), other);
            overlap.shared().forEach(shared -> {
                Burden.Item item = item(form, shared);
                once.remove(item);
                rows.add(new BurdenRow(form, Optional.of(other), relation(shared), item, Optional.of(shared)));
            });
            overlap.sameName()
                    .forEach(shared -> rows.add(new BurdenRow(
                            form, Optional.of(other), "other_meaning", item(form, shared), Optional.of(shared))));
        }
        once.forEach(item -> rows.add(new BurdenRow(form, Optional.empty(), "asked_once", item, Optional.empty())));
        return rows;
    }

    private static Burden.Item item(Form form, Shared shared) {
        return form.burden().columns().stream()
                .filter(item -> item.column().equals(shared.left()))
                .findFirst()
                .orElseThrow();
    }

    private static String relation(Shared shared) {
        if (shared.likeness() == SharedColumns.Likeness.CONTENT) {
            return "other_content";
        }
        return shared.left().equals(shared.right()) ? TWICE : OTHER_NAME;
    }

    /** Returns whether both forms ask for the same. */
    boolean isAskedTwice() {
        return relation.equals(TWICE) || relation.equals(OTHER_NAME);
    }

    static ResultSheet sheet(List<BurdenRow> rows) {
        return TABLE.sheet(rows);
    }
}
