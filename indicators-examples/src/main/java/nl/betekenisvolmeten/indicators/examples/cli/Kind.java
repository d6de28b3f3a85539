package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.Locale;

/** What a result can be written as. The ending of a file's name says which it is. */
enum Kind {
    /** For people. */
    TEXT(".txt"),
    SDMX(".sdmx.csv"),
    CSV(".csv"),
    JSON(".json"),
    /** For people too: a page to read. */
    HTML(".html"),
    /** For people too: a workbook to work with. */
    XLSX(".xlsx");

    private final String ending;

    Kind(String ending) {
        this.ending = ending;
    }

    String ending() {
        return ending;
    }

    /** Returns the word for it on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
