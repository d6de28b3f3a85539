package nl.betekenisvolmeten.indicators.formats.output;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.targets.TargetReport.Evidence;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;

/** The columns of targets: a row for each target, and one for each area or moment of a target with several. */
final class TargetColumns {

    static final List<TableColumn<TargetRow>> TABLE = new TableColumns<TargetRow>("targets")
            .text("kind", TargetRow::kind)
            .text("indicator", row -> row.line().target().indicator().value())
            .text("area_code", row -> row.area().value())
            .text("period", row -> row.period().code())
            .text("comparison", row -> row.line().target().aim().code())
            .number("target", TargetRow::value)
            .number("target_to", TargetRow::valueTo)
            .number("baseline", row -> row.line().target().baseline())
            .number("reached", row -> row.reached().flatMap(Numbers::number))
            .number("reached_lower", row -> row.limits().flatMap(Numbers::lower))
            .number("reached_upper", row -> row.limits().flatMap(Numbers::upper))
            .optionalText(
                    "reached_status",
                    row -> row.reached().map(value -> value.status().code()))
            .optionalText("reached_reason", row -> row.reached().flatMap(TotalColumns::reason))
            .optionalText("state", row -> row.state().map(TargetColumns::word))
            .optionalText("origin", row -> row.evidence().map(Evidence::origin).map(TargetColumns::word))
            .text("outcome", row -> word(row.outcome()))
            .text("bands", row -> words(row.bands()))
            .number("achievement", row -> row.share().flatMap(CellValue::exact))
            .number("achievement_lower", row -> row.share().flatMap(Numbers::lower))
            .number("achievement_upper", row -> row.share().flatMap(Numbers::upper))
            .text("achievement_basis", row -> basis(row.achievement()))
            .text("reasons", row -> words(reasons(row)))
            .optionalWhole("reported", row -> deliveries(row, Coverage::reported))
            .optionalWhole("expected", row -> deliveries(row, Coverage::expected))
            .text("target_source", row -> row.line().target().source())
            .optionalText(
                    "reached_source",
                    row -> row.evidence().map(Evidence::source).filter(source -> !source.isBlank()))
            .toList();

    private TargetColumns() {}

    private static OptionalLong deliveries(TargetRow row, ToLongFunction<Coverage> number) {
        return row.evidence().flatMap(Evidence::coverage).stream()
                .mapToLong(number)
                .findFirst();
    }

    private static Collection<UndecidedReason> reasons(TargetRow row) {
        if (row.part().isEmpty()) {
            return row.line().lacks();
        }
        return row.evidence().map(Evidence::lacks).orElseThrow();
    }

    private static String basis(Achievement achievement) {
        return achievement instanceof Achievement.Share share
                ? word(share.basis())
                : word(((Achievement.Undefined) achievement).reason());
    }

    /** Returns a constant as a word in a file about targets: {@code NOT_MET} is {@code not-met}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(TargetColumns::word).collect(Collectors.joining(" "));
    }
}
