package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;

/** What a format asks, in JSON. */
record BurdenJson(
        String format,
        long requiredCellsPerRow,
        long optionalCellsPerRow,
        Optional<DeliveryJson> delivery,
        List<ColumnJson> columns,
        List<String> withoutIndicator,
        List<OverlapJson> overlaps) {

    static BurdenJson of(Burden burden, List<SharedColumns> overlaps) {
        return new BurdenJson(
                burden.format().toString(),
                burden.requiredCells(1),
                burden.optionalCells(1),
                Optional.empty(),
                burden.columns().stream().map(ColumnJson::of).toList(),
                names(burden.withoutIndicator().stream().map(Burden.Item::column)),
                overlaps.stream().map(OverlapJson::of).toList());
    }

    static BurdenJson of(Burden burden, long rows, List<SharedColumns> overlaps) {
        BurdenJson of = of(burden, overlaps);
        return new BurdenJson(
                of.format,
                of.requiredCellsPerRow,
                of.optionalCellsPerRow,
                Optional.of(new DeliveryJson(rows, burden.requiredCells(rows), burden.optionalCells(rows))),
                of.columns,
                of.withoutIndicator,
                of.overlaps);
    }

    private static List<String> names(Stream<ColumnName> columns) {
        return columns.map(ColumnName::value).toList();
    }

    /** What a delivery of so many rows asks. */
    record DeliveryJson(long rows, long requiredCells, long optionalCells) {}

    /** A column and what it is used for. */
    record ColumnJson(String column, String concept, boolean required, String use, List<String> indicators) {

        static ColumnJson of(Burden.Item item) {
            return new ColumnJson(
                    item.column().value(),
                    item.concept(),
                    item.required(),
                    JsonFiles.word(item.use()),
                    item.feeds().stream().map(IndicatorId::value).toList());
        }
    }

    /** What it has in common with another format. */
    record OverlapJson(String with, List<SharedJson> shared, List<String> onlyHere, List<String> onlyThere) {

        static OverlapJson of(SharedColumns overlap) {
            return new OverlapJson(
                    overlap.right().toString(),
                    overlap.shared().stream().map(SharedJson::of).toList(),
                    names(overlap.onlyLeft().stream()),
                    names(overlap.onlyRight().stream()));
        }
    }

    /** A column that both have. */
    record SharedJson(String concept, String column, String otherColumn, String likeness, List<String> differences) {

        static SharedJson of(SharedColumns.Shared shared) {
            return new SharedJson(
                    shared.concept(),
                    shared.left().value(),
                    shared.right().value(),
                    JsonFiles.word(shared.likeness()),
                    shared.differences().stream().map(JsonFiles::word).toList());
        }
    }
}
