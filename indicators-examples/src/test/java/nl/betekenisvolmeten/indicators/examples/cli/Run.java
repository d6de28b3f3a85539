package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/** A run of the command: what it gave the shell, and what it said. */
record Run(int exit, String out, String err) {

    static Run of(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = IndicatorsCommand.run(
                new PrintWriter(out),
                new PrintWriter(err, true),
                Arrays.stream(args).map(Object::toString).toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }

    Run exits(int expected) {
        assertThat(exit).as("exit code; said: %s", err).isEqualTo(expected);
        return this;
    }

    /** A message in one line, with nothing on standard output. */
    Run saysOneLine() {
        assertThat(out).isEmpty();
        assertThat(err.lines()).as(err).hasSize(1);
        return this;
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
