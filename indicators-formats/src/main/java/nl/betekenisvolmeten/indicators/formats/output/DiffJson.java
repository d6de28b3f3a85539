package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/** Differences between definitions, and between deliveries, in JSON. */
final class DiffJson {

    private DiffJson() {}

    /** The differences between two definitions. */
    record OfDefinitions(
            String from, String to, Optional<String> level, List<ChangeJson> changes, List<IndicatorJson> indicators) {

        static OfDefinitions of(DefinitionDiff diff) {
            return new OfDefinitions(
                    diff.from().toString(),
                    diff.to().toString(),
                    diff.level().map(JsonFiles::word),
                    diff.changes().stream().map(ChangeJson::of).toList(),
                    diff.indicators().stream().map(IndicatorJson::of).toList());
        }
    }

    /** A difference in a definition. */
    record ChangeJson(String kind, String level, String subject, String before, String after) {

        static ChangeJson of(DefinitionDiff.Change change) {
            return new ChangeJson(
                    JsonFiles.word(change.kind()),
                    JsonFiles.word(change.level()),
                    change.subject(),
                    change.before(),
                    change.after());
        }
    }

    /** Whether an indicator means the same in both. */
    record IndicatorJson(String indicator, String verdict, List<ReasonJson> reasons) {

        static IndicatorJson of(DefinitionDiff.Comparability judged) {
            return new IndicatorJson(
                    judged.indicator().value(),
                    JsonFiles.word(judged.verdict()),
                    judged.reasons().stream().map(ReasonJson::of).toList());
        }
    }

    /** Why not. */
    record ReasonJson(String cause, String column, String details) {

        static ReasonJson of(DefinitionDiff.Comparability.Reason reason) {
            return new ReasonJson(JsonFiles.word(reason.cause()), reason.column(), reason.details());
        }
    }

    /** The differences between two deliveries. */
    record OfDeliveries(
            String format,
            List<String> key,
            List<RowJson> gone,
            List<RowJson> added,
            List<NotComparedJson> notCompared,
            List<CellJson> changed,
            long same,
            List<CountsJson> findings,
            Optional<CarriedJson> carried,
            PeriodsJson periods,
            boolean errors) {

        static OfDeliveries of(DeliveryDiff diff) {
            return new OfDeliveries(
                    diff.format().toString(),
                    diff.key().stream().map(ColumnName::value).toList(),
                    diff.gone().stream().map(RowJson::of).toList(),
                    diff.added().stream().map(RowJson::of).toList(),
                    diff.notCompared().stream().map(NotComparedJson::of).toList(),
                    diff.changed().stream().map(CellJson::of).toList(),
                    diff.same(),
                    diff.findings().entrySet().stream().map(CountsJson::of).toList(),
                    diff.carried().map(CarriedJson::of),
                    new PeriodsJson(
                            List.copyOf(diff.periods().before()),
                            List.copyOf(diff.periods().after())),
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
    record NotComparedJson(Optional<Long> before, Optional<Long> after, List<String> key, String reason) {

        static NotComparedJson of(DeliveryDiff.NotCompared row) {
            return new NotComparedJson(
                    row.before().stream().boxed().findFirst(),
                    row.after().stream().boxed().findFirst(),
                    row.key(),
                    JsonFiles.word(row.reason()));
        }
    }

    /** A cell that differs. */
    record CellJson(long row, List<String> key, String column, String before, String after) {

        static CellJson of(DeliveryDiff.Cell cell) {
            return new CellJson(cell.row(), cell.key(), cell.column().value(), cell.before(), cell.after());
        }
    }

    /** How often a rule was broken in each. */
    record CountsJson(String code, long before, long after) {

        static CountsJson of(Map.Entry<FindingCode, DeliveryDiff.Counts> entry) {
            return new CountsJson(
                    entry.getKey().value(),
                    entry.getValue().before(),
                    entry.getValue().after());
        }
    }

    /** A delivery that was carried over from an earlier version. */
    record CarriedJson(String source, String from, List<LossJson> losses) {

        static CarriedJson of(DeliveryDiff.Carried carried) {
            return new CarriedJson(
                    carried.source(),
                    carried.from().toString(),
                    carried.losses().countByCode().entrySet().stream()
                            .map(loss -> new LossJson(loss.getKey().value(), loss.getValue()))
                            .toList());
        }
    }

    /** What was lost by that. */
    record LossJson(String code, long count) {}

    /** The periods of both. */
    record PeriodsJson(List<String> before, List<String> after) {}
}
