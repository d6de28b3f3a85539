package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;

/** Differences between definitions, and between deliveries, in JSON. */
final class DiffJson {

    private DiffJson() {}

    static JsonObject of(DefinitionDiff diff) {
        return JsonObject.of("from", diff.from())
                .with("to", diff.to())
                .with("level", diff.level())
                .with("changes", diff.changes())
                .with("indicators", diff.indicators());
    }

    static JsonObject of(DeliveryDiff diff) {
        return JsonObject.of("format", diff.format())
                .with("key", diff.key())
                .with("gone", rows(diff.gone()))
                .with("added", rows(diff.added()))
                .with(
                        "not_compared",
                        diff.notCompared().stream().map(DiffJson::notCompared).toList())
                .with("changed", diff.changed())
                .with("same", diff.same())
                .with(
                        "findings",
                        diff.findings().entrySet().stream()
                                .map(rule -> JsonObject.of("code", rule.getKey())
                                        .with("before", rule.getValue().before())
                                        .with("after", rule.getValue().after()))
                                .toList())
                .with("carried", diff.carried().map(DiffJson::carried))
                .with("periods", diff.periods())
                .with("errors", diff.errors());
    }

    private static List<JsonObject> rows(List<DeliveryDiff.Row> rows) {
        return rows.stream()
                .map(row -> JsonObject.of("row", row.number()).with("key", row.key()))
                .toList();
    }

    private static JsonObject notCompared(DeliveryDiff.NotCompared row) {
        return JsonObject.of("before", row.before().stream().boxed().findFirst())
                .with("after", row.after().stream().boxed().findFirst())
                .with("key", row.key())
                .with("reason", row.reason());
    }

    /** Returns what a delivery lost that was carried over from an earlier version. */
    private static JsonObject carried(DeliveryDiff.Carried carried) {
        return JsonObject.of("source", carried.source())
                .with("from", carried.from())
                .with(
                        "losses",
                        carried.losses().countByCode().entrySet().stream()
                                .map(loss ->
                                        JsonObject.of("code", loss.getKey()).with("count", loss.getValue()))
                                .toList());
    }
}
