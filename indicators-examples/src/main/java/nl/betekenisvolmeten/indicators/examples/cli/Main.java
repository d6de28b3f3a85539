package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Entry point of the {@code indicators} command. */
public final class Main {

    private Main() {}

    /**
     * Runs the command and ends the program with its exit code: 0 nothing wrong, 1 errors in the data, 2 wrong usage, 3
     * a fault of the tool or its surroundings.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        // UTF-8 whatever the machine's locale: results are files as much as text on a screen
        PrintWriter out = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
        PrintWriter err = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
        int exit = IndicatorsCommand.run(
                new Terminal(IndicatorsCommand.texts(args), System.in, out, err, Terminal.isScreen(1)), args);
        out.flush();
        err.flush();
        System.exit(exit);
    }
}
