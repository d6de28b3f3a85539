package nl.betekenisvolmeten.indicators.examples.benchmarks;

/** What can be wrong with a row. Each gives exactly one finding. */
enum Fault {
    UNKNOWN_WIJK("TF-V02", "wijk"),
    WIJK_ELSEWHERE("TF-R01", "wijk"),
    NEGATIVE("TF-V04", "bezoeken"),
    NO_NUMBER("TF-V03", "bijeenkomsten"),
    FEWER_VISITS_THAN_PERSONS("TF-R02", "unieke_deelnemers"),
    MORE_NEW_THAN_PERSONS("TF-R03", "nieuwe_deelnemers"),
    EMPTY("TF-V01", "doelgroep"),
    UNKNOWN_PERIOD("TF-V07", "periode"),
    BAD_DECIMAL("TF-V05", "vrijwilligersuren"),
    VISITS_WITHOUT_MEETINGS("TF-R04", "bezoeken"),
    /** A capital O for a zero. */
    BAD_KVK("TF-V06", "organisatie"),
    /** The row is an earlier one already; only its figures need not be the same. */
    DUPLICATE_KEY("TF-R05", "");

    private final String code;
    private final String column;

    Fault(String code, String column) {
        this.code = code;
        this.column = column;
    }

    void plant(GeneratedRow row) {
        switch (this) {
            case UNKNOWN_WIJK -> row.set(column, "WK051899");
            case WIJK_ELSEWHERE -> row.nameOtherStadsdeel();
            case NEGATIVE -> row.set(column, "-3");
            case NO_NUMBER -> row.set(column, "n.v.t.");
            case FEWER_VISITS_THAN_PERSONS -> row.set("bezoeken", Integer.toString(row.persons() - 1));
            case MORE_NEW_THAN_PERSONS -> row.set(column, Integer.toString(row.persons() + 1));
            case EMPTY -> row.set(column, "");
            case UNKNOWN_PERIOD -> row.set(column, "2026KW05");
            case BAD_DECIMAL -> row.set(column, "12,5 uur");
            case VISITS_WITHOUT_MEETINGS -> row.set("bijeenkomsten", "0");
            case BAD_KVK -> row.set(column, "91O00011");
            case DUPLICATE_KEY -> row.set("doorverwijzingen", "7");
        }
    }

    Planted at(long row) {
        return new Planted(row, code, column);
    }
}
