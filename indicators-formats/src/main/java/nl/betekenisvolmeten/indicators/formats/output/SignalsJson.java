package nl.betekenisvolmeten.indicators.formats.output;

import nl.betekenisvolmeten.indicators.disclosure.Outgoing;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.signal.SignalList;

/** The list of early signals in JSON: how many series were tested, what may be false, and a row for each series. */
record SignalsJson(
        String period,
        int lookedAt,
        int tested,
        int signals,
        int signalsByRule,
        double falseShare,
        double expectedFalse,
        double expectedFalseUncorrected,
        Iterable<TableRow<SignalList.Row>> rows) {

    static SignalsJson of(Outgoing<SignalList> outgoing) {
        SignalList list = outgoing.table();
        return new SignalsJson(
                list.latest().map(Period::code).orElse(""),
                list.lookedAt(),
                list.rows().size(),
                list.signals().size(),
                list.signals(SignalList.Kind.RULE).size(),
                list.falseShare(),
                list.expectedFalse(),
                list.expectedFalseUncorrected(),
                JsonResults.rows(TableColumn.withUse(SignalColumns.TABLE, outgoing.use()), list.rows()));
    }
}
