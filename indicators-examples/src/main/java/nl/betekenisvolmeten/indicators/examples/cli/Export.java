package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.Locale;
import nl.betekenisvolmeten.indicators.formats.output.ResultTables;

/** What is written of a comparison. */
enum Export {
    /** A row for each area, indicator and period. */
    TABLE,
    /** A row for each statistic. */
    TIDY,
    /** A Data Package of both, with figures. */
    PACKAGE,
    /** What deserves a look first. */
    SIGNALS,
    /** Figures, for programs that draw. */
    PLOTS,
    /** The money of programmes next to results. */
    COSTS;

    /** Returns whether it also needs series over time. */
    boolean needsSeries() {
        return this == SIGNALS || this == PLOTS;
    }

    /** Returns the kind of file to write, which is checked before any work is done. */
    Kind kind(ResultOutput output) {
        return switch (this) {
            case TABLE, SIGNALS, COSTS -> output.ofTable(Kind.CSV, Kind.JSON);
            case TIDY -> output.ofData(Kind.CSV);
            case PLOTS -> output.ofData(Kind.JSON);
            case PACKAGE -> output.ofPackage();
        };
    }

    /** Prints what the columns of its tables mean; returns the exit code. */
    int describe(Terminal terminal) {
        if (this == PACKAGE) {
            terminal.out().println("# comparison.csv");
            DescribeOption.print(ResultTables.comparison(), terminal);
            terminal.out().println("# statistics.csv");
        }
        return DescribeOption.print(
                switch (this) {
                    case TABLE -> ResultTables.comparison();
                    case TIDY, PACKAGE -> ResultTables.tidy();
                    case SIGNALS -> ResultTables.signals();
                    case PLOTS -> ResultTables.plotPoints();
                    case COSTS -> CostOutput.TABLE.released();
                },
                terminal);
    }

    /** Returns the word for it on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
