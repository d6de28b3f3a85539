package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.output.ResultTables;
import picocli.CommandLine.Option;

/** Prints what the columns of a result mean instead of making one. */
final class DescribeOption {

    // as with --help, nothing else is required; the newer kinds of help print something of their own
    @SuppressWarnings("deprecation")
    @Option(names = "--describe", help = true, descriptionKey = "describe")
    private boolean asked;

    boolean isAsked() {
        return asked;
    }

    /** Prints the columns in both languages; returns the exit code. */
    static int print(List<ResultTables.Column> columns, Terminal terminal) {
        PrintWriter out = terminal.out();
        for (ResultTables.Column column : columns) {
            out.println(column.name() + " (" + column.type().code() + ")");
            for (Language language : Language.values()) {
                out.println("  " + language.tag() + ": " + column.description().in(language));
            }
        }
        out.flush();
        return ExitCodes.GOOD;
    }
}
