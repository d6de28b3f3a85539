package nl.betekenisvolmeten.indicators.formats.output;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.disclosure.Outgoing;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.signal.SignalList;

/** The list of early signals in JSON: how many series were tested, what may be false, and a row for each series. */
final class SignalsJson {

    /** The columns of the list of early signals: a row for each series that was tested, strongest first. */
    static final List<TableColumn<SignalList.Row>> TABLE = new TableColumns<SignalList.Row>("signals")
            .text("area_code", row -> row.series().area().code().value())
            .text("area", row -> row.series().area().name())
            .text("indicator", row -> row.series().indicator().id().value())
            .text("period", row -> row.point().period().code())
            .number("numerator", row -> Numbers.number(row.point().numerator()))
            .number("denominator", row -> Numbers.number(row.point().denominator()))
            .whole("per", row -> row.series().per().multiplier())
            .optionalReal("value", row -> row.point().value().exact().map(BigDecimal::doubleValue))
            .real("expected", SignalList.Row::expected)
            .whole("earlier_periods", SignalList.Row::earlier)
            .whole("organisations", row -> row.point().reporters())
            .real("strength", row -> row.test().strength())
            .optionalReal("dispersion", row -> row.test().dispersion())
            .real("p_value", row -> row.test().pValue().value())
            .real("p_adjusted", row -> row.adjusted().value())
            .text(
                    "rule",
                    row -> row.rules().stream()
                            .map(signal -> signal.rule().code() + (signal.high() ? "-high" : "-low"))
                            .collect(Collectors.joining(" ")))
            .text("signal", row -> row.signal() ? "yes" : "no")
            .text("signal_kind", row -> row.kind().code())
            .text("verdict", row -> row.verdict().code())
            .toList();

    private SignalsJson() {}

    /** Returns the columns for an audience: how many organisations there were is not published. */
    static List<TableColumn<SignalList.Row>> columns(String use) {
        return TABLE.stream()
                .filter(column -> !(use.equals("public") && column.name().equals("organisations")))
                .toList();
    }

    static JsonObject of(Outgoing<SignalList> outgoing) {
        SignalList list = outgoing.table();
        return JsonObject.of("period", list.latest().map(Period::code).orElse(""))
                .with("looked_at", list.lookedAt())
                .with("tested", list.rows().size())
                .with("signals", list.signals().size())
                .with("signals_by_rule", list.signals(SignalList.Kind.RULE).size())
                .with("false_share", list.falseShare())
                .with("expected_false", list.expectedFalse())
                .with("expected_false_uncorrected", list.expectedFalseUncorrected())
                .with("rows", JsonResults.rows(TableColumn.withUse(columns(outgoing.use()), outgoing.use()), list.rows()));
    }
}
