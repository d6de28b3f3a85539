package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.util.function.Consumer;

/** What can be wrong with a row. Each gives exactly one finding. */
enum Fault {
    UNKNOWN_WIJK("TF-V02", "wijk", row -> row.set("wijk", "WK051899")),
    WIJK_ELSEWHERE("TF-R01", "wijk", GeneratedRow::nameOtherStadsdeel),
    NEGATIVE("TF-V04", "bezoeken", row -> row.set("bezoeken", "-3")),
    NO_NUMBER("TF-V03", "bijeenkomsten", row -> row.set("bijeenkomsten", "n.v.t.")),
    FEWER_VISITS_THAN_PERSONS(
            "TF-R02", "unieke_deelnemers", row -> row.set("bezoeken", Integer.toString(row.persons() - 1))),
    MORE_NEW_THAN_PERSONS(
            "TF-R03", "nieuwe_deelnemers", row -> row.set("nieuwe_deelnemers", Integer.toString(row.persons() + 1))),
    EMPTY("TF-V01", "doelgroep", row -> row.set("doelgroep", "")),
    UNKNOWN_PERIOD("TF-V07", "periode", row -> row.set("periode", "2026KW05")),
    BAD_DECIMAL("TF-V05", "vrijwilligersuren", row -> row.set("vrijwilligersuren", "12,5 uur")),
    VISITS_WITHOUT_MEETINGS("TF-R04", "bezoeken", row -> row.set("bijeenkomsten", "0")),
    /** A capital O for a nought. */
    BAD_KVK("TF-V06", "organisatie", row -> row.set("organisatie", "91O00011")),
    /** The row is an earlier one already; only its figures need not be the same. */
    DUPLICATE_KEY("TF-R05", "", row -> row.set("doorverwijzingen", "7"));

    private final String code;
    private final String column;
    private final Consumer<GeneratedRow> change;

    Fault(String code, String column, Consumer<GeneratedRow> change) {
        this.code = code;
        this.column = column;
        this.change = change;
    }

    void plant(GeneratedRow row) {
        change.accept(row);
    }

    Planted at(long row) {
        return new Planted(row, code, column);
    }
}
