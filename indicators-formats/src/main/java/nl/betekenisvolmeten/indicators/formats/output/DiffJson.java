package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** Differences between definitions, and between deliveries, in JSON. */
final class DiffJson {

    private DiffJson() {}

    /** The differences between two definitions. */
    record OfDefinitions(
            FormatId from,
            FormatId to,
            Optional<DefinitionDiff.Change.Level> level,
            List<DefinitionDiff.Change> changes,
            List<DefinitionDiff.Comparability> indicators) {

        static OfDefinitions of(DefinitionDiff diff) {
            return new OfDefinitions(diff.from(), diff.to(), diff.level(), diff.changes(), diff.indicators());
        }
    }

    /** The differences between two deliveries. */
    record OfDeliveries(
            FormatId format,
            List<ColumnName> key,
            List<RowJson> gone,
            List<RowJson> added,
            List<NotComparedJson> notCompared,
            List<DeliveryDiff.Cell> changed,
            long same,
            List<CountsJson> findings,
            Optional<CarriedJson> carried,
            DeliveryDiff.Periods periods,
            boolean errors) {

        static OfDeliveries of(DeliveryDiff diff) {
            return new OfDeliveries(
                    diff.format(),
                    diff.key(),
                    diff.gone().stream().map(RowJson::of).toList(),
                    diff.added().stream().map(RowJson::of).toList(),
                    diff.notCompared().stream().map(NotComparedJson::of).toList(),
                    diff.changed(),
                    diff.same(),
                    diff.findings().entrySet().stream().map(CountsJson::of).toList(),
                    diff.carried().map(CarriedJson::of),
                    diff.periods(),
                    diff.errors());
        }
    }

    /** A row that is in one of them only. */
    record RowJson(long row, List<String> key) {

        static RowJson of(DeliveryDiff.Row row) {
            return new RowJson(row.number(), row.key());
        }
    }

    /** Rows that could not be compared. */
    record NotComparedJson(Optional<Long> before, Optional<Long> after, List<String> key, DeliveryDiff.Reason reason) {

        static NotComparedJson of(DeliveryDiff.NotCompared row) {
            return new NotComparedJson(
                    row.before().stream().boxed().findFirst(),
                    row.after().stream().boxed().findFirst(),
                    row.key(),
                    row.reason());
        }
    }

    /** How often a rule was broken in each. */
    record CountsJson(FindingCode code, long before, long after) {

        static CountsJson of(Map.Entry<FindingCode, DeliveryDiff.Counts> entry) {
            return new CountsJson(
                    entry.getKey(), entry.getValue().before(), entry.getValue().after());
        }
    }

    /** A delivery that was carried over from an earlier version. */
    record CarriedJson(String source, FormatId from, List<LossJson> losses) {

        static CarriedJson of(DeliveryDiff.Carried carried) {
            return new CarriedJson(
                    carried.source(),
                    carried.from(),
                    carried.losses().countByCode().entrySet().stream()
                            .map(loss -> new LossJson(loss.getKey(), loss.getValue()))
                            .toList());
        }
    }

    /** What was lost by that. */
    record LossJson(FindingCode code, long count) {}
}
