package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a format asks, in JSON. */
final class BurdenJson {

    private BurdenJson() {}

    static JsonObject of(
            Burden burden, @Nullable JsonObject delivery, List<SharedColumns> overlaps, @Nullable JsonObject effort) {
        return JsonObject.of("format", burden.format())
                .with("required_cells_per_row", burden.requiredCells(1))
                .with("optional_cells_per_row", burden.optionalCells(1))
                .with("delivery", Optional.ofNullable(delivery))
                .with("columns", burden.columns().stream().map(BurdenJson::of).toList())
                .with(
                        "without_indicator",
                        burden.withoutIndicator().stream()
                                .map(Burden.Item::column)
                                .toList())
                .with("overlaps", overlaps.stream().map(BurdenJson::of).toList())
                .with("effort", Optional.ofNullable(effort))
                .with("recipients", burden.handover().recipients())
                .with(
                        "due_after_days",
                        burden.handover().dueAfterDays().stream().boxed().findFirst());
    }

    /** Returns the burden of a delivery with a number of rows. */
    static JsonObject delivery(Burden burden, long rows) {
        return JsonObject.of("rows", rows)
                .with("required_cells", burden.requiredCells(rows))
                .with("optional_cells", burden.optionalCells(rows));
    }

    /** Returns the effort of the deliveries of a year: for the required cells only, or for all. */
    static JsonObject of(Burden.Effort effort) {
        long all = effort.requiredCells() + effort.optionalCells();
        return JsonObject.of("year", effort.year())
                .with("deliveries", effort.deliveries())
                .with("required_cells", effort.requiredCells())
                .with("optional_cells", effort.optionalCells())
                .with("hours_lower", effort.hours(effort.requiredCells()))
                .with("hours_upper", effort.hours(all))
                .with("euro_lower", effort.euro(effort.requiredCells()))
                .with("euro_upper", effort.euro(all));
    }

    private static JsonObject of(Burden.Item item) {
        return JsonObject.of("column", item.column())
                .with("concept", item.concept())
                .with("required", item.required())
                .with("use", item.use())
                .with("indicators", item.feeds());
    }

    /** Returns what it has in common with another format. */
    private static JsonObject of(SharedColumns overlap) {
        return JsonObject.of("with", overlap.right())
                .with("shared", overlap.shared().stream().map(BurdenJson::of).toList())
                .with("only_here", overlap.onlyLeft())
                .with("only_there", overlap.onlyRight())
                .with(
                        "same_name_other_meaning",
                        overlap.sameName().stream().map(BurdenJson::of).toList());
    }

    private static JsonObject of(SharedColumns.Shared shared) {
        return JsonObject.of("concept", shared.concept())
                .with("column", shared.left())
                .with("other_column", shared.right())
                .with("likeness", shared.likeness())
                .with("differences", shared.differences())
                .with(
                        "codes",
                        shared.codes()
                                .map(codes -> JsonObject.of("extent", codes.extent())
                                        .with("only_here", codes.onlyLeft())
                                        .with("only_there", codes.onlyRight())));
    }
}
