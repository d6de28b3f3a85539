package nl.betekenisvolmeten.indicators.formats.output;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.jspecify.annotations.Nullable;

/** What a format asks, in JSON. */
record BurdenJson(
        FormatId format,
        long requiredCellsPerRow,
        long optionalCellsPerRow,
        Optional<DeliveryJson> delivery,
        List<ColumnJson> columns,
        List<ColumnName> withoutIndicator,
        List<OverlapJson> overlaps,
        Optional<EffortJson> effort,
        List<String> recipients,
        @Nullable Integer dueAfterDays) {

    static BurdenJson of(
            Burden burden, @Nullable DeliveryJson delivery, List<SharedColumns> overlaps, @Nullable EffortJson effort) {
        return new BurdenJson(
                burden.format(),
                burden.requiredCells(1),
                burden.optionalCells(1),
                Optional.ofNullable(delivery),
                burden.columns().stream().map(ColumnJson::of).toList(),
                burden.withoutIndicator().stream().map(Burden.Item::column).toList(),
                overlaps.stream().map(OverlapJson::of).toList(),
                Optional.ofNullable(effort),
                burden.handover().recipients(),
                burden.handover().dueAfterDays().stream().boxed().findFirst().orElse(null));
    }

    /** The burden of a delivery with a number of rows. */
    record DeliveryJson(long rows, long requiredCells, long optionalCells) {
        static DeliveryJson of(Burden burden, long rows) {
            return new DeliveryJson(rows, burden.requiredCells(rows), burden.optionalCells(rows));
        }
    }

    /** The effort of the deliveries of a year: for the required cells only, or for all. */
    record EffortJson(
            int year,
            long deliveries,
            long requiredCells,
            long optionalCells,
            Optional<BigDecimal> hoursLower,
            Optional<BigDecimal> hoursUpper,
            Optional<BigDecimal> euroLower,
            Optional<BigDecimal> euroUpper) {

        static EffortJson of(Burden.Effort effort) {
            long all = effort.requiredCells() + effort.optionalCells();
            return new EffortJson(
                    effort.year(),
                    effort.deliveries(),
                    effort.requiredCells(),
                    effort.optionalCells(),
                    effort.hours(effort.requiredCells()),
                    effort.hours(all),
                    effort.euro(effort.requiredCells()),
                    effort.euro(all));
        }
    }

    /** A column and what it is used for. */
    record ColumnJson(
            ColumnName column, String concept, boolean required, Burden.Use use, List<IndicatorId> indicators) {

        static ColumnJson of(Burden.Item item) {
            return new ColumnJson(item.column(), item.concept(), item.required(), item.use(), item.feeds());
        }
    }

    /** What it has in common with another format. */
    record OverlapJson(
            FormatId with,
            List<SharedJson> shared,
            List<ColumnName> onlyHere,
            List<ColumnName> onlyThere,
            List<SharedJson> sameNameOtherMeaning) {

        static OverlapJson of(SharedColumns overlap) {
            return new OverlapJson(
                    overlap.right(),
                    overlap.shared().stream().map(SharedJson::of).toList(),
                    overlap.onlyLeft(),
                    overlap.onlyRight(),
                    overlap.sameName().stream().map(SharedJson::of).toList());
        }
    }

    /** A column that both have. */
    record SharedJson(
            String concept,
            ColumnName column,
            ColumnName otherColumn,
            SharedColumns.Likeness likeness,
            Collection<SharedColumns.Difference> differences,
            Optional<CodesJson> codes) {

        static SharedJson of(SharedColumns.Shared shared) {
            return new SharedJson(
                    shared.concept(),
                    shared.left(),
                    shared.right(),
                    shared.likeness(),
                    shared.differences(),
                    shared.codes().map(codes -> new CodesJson(codes.extent(), codes.onlyLeft(), codes.onlyRight())));
        }
    }

    /** How the codes of both formats map. */
    record CodesJson(SharedColumns.CodeMatch.Extent extent, List<String> onlyHere, List<String> onlyThere) {}
}
