package nl.betekenisvolmeten.indicators.formats.output;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.jspecify.annotations.Nullable;

/** The columns of totals as SDMX-CSV: a row for each figure of each group. */
final class SdmxColumns {

    static final String TIME = "TIME_PERIOD";

    /** One figure of a group. */
    record Observation(ResultTable.Row row, String measure, Figure figure, String use) {

        CellValue value() {
            return figure.value();
        }
    }

    private SdmxColumns() {}

    /** How final the figures of a group are. */
    interface Statuses {
        Optional<PeriodStatus> of(List<String> key);
    }

    static List<TableColumn<Observation>> of(
            String structure, List<String> concepts, boolean isPublic, @Nullable Statuses statuses) {
        TableColumns<Observation> columns = new TableColumns<Observation>("sdmx")
                .text("STRUCTURE", one -> "dataflow")
                .text("STRUCTURE_ID", one -> structure)
                .text("ACTION", one -> "I")
                .groups(
                        concepts,
                        (one, i) -> key(concepts.get(i), one.row().key().get(i)))
                .text("MEASURE", Observation::measure)
                .number("OBS_VALUE", one -> Numbers.number(one.value()))
                .text("OBS_STATUS", one -> status(one, statuses))
                .text("STATUS", one -> one.value().status().code());
        if (statuses != null) {
            columns.optionalText(
                    "PERIOD_STATUS", one -> statuses.of(one.row().key()).map(PeriodStatus::code));
        }
        if (!isPublic) {
            columns.number("OBS_LOWER", one -> bound(one.value(), Numbers::lower))
                    .number("OBS_UPPER", one -> bound(one.value(), Numbers::upper))
                    .whole("CELLS_MISSING", one -> one.figure().cellsMissing())
                    .whole("ROWS_REJECTED", one -> one.row().rejected())
                    .whole("OBS_ROWS", one -> one.row().observations())
                    .number("COVERAGE", one -> one.row().coverage().map(Coverage::share))
                    .optionalText("REASON", one -> TotalColumns.reason(one.value()))
                    .optionalText(
                            "OLDEST",
                            one -> one.figure().oldest().map(Period::code).map(code -> key(TIME, code)));
        }
        return columns.text("CONF_STATUS", one -> one.value() instanceof CellValue.Suppressed ? "C" : "F")
                .text("USE", Observation::use)
                .toList();
    }

    private static Optional<BigDecimal> bound(CellValue value, Function<CellValue, Optional<BigDecimal>> end) {
        return value instanceof CellValue.Known ? Optional.empty() : end.apply(value);
    }

    private static String key(String concept, String text) {
        Optional<String> period =
                concept.equals(TIME) ? Period.parseCode(text).map(SdmxColumns::period) : Optional.empty();
        return period.orElse(text);
    }

    /** Returns a period as an SDMX reporting period: 2026-A1, 2026-S1, 2026-Q1, 2026-M01. */
    private static String period(Period period) {
        return switch (period.kind()) {
            case YEAR -> period.year() + "-A1";
            case HALF_YEAR -> period.year() + "-S" + period.index();
            case QUARTER -> period.year() + "-Q" + period.index();
            case MONTH -> String.format(Locale.ROOT, "%d-M%02d", period.year(), period.index());
        };
    }

    /**
     * Returns the status: an exact figure is provisional unless its period was closed; without agreements this is
     * unknown.
     */
    private static String status(Observation one, @Nullable Statuses statuses) {
        CellValue value = one.value();
        if (value instanceof CellValue.Known) {
            return statuses == null || statuses.of(one.row().key()).equals(Optional.of(PeriodStatus.FINAL)) ? "A" : "P";
        }
        if (value instanceof CellValue.Suppressed) {
            return "Q";
        }
        return value instanceof CellValue.Between || value instanceof CellValue.Incomplete ? "E" : "M";
    }
}
