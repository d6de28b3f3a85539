package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A run of the command: what it gave the shell, and what it said. */
record Run(int exit, String out, String err) {

    /** As in a pipe. */
    static Run of(Object... args) {
        return run("", false, args);
    }

    /** As in a pipe, with a line that begins as others do. */
    static Run with(List<?> begin, Object... more) {
        return of(Stream.concat(begin.stream(), Arrays.stream(more)).toArray());
    }

    /** Totals by columns, of measures. */
    static Run aggregate(String by, String measures, Object... more) {
        return with(List.of("aggregate", "--by", by, "--measure", measures), more);
    }

    /** One indicator, compared between stadsdelen. */
    static Run compare(String indicator, Object... more) {
        return with(List.of("compare", "--level", "stadsdeel", "--indicator", indicator), more);
    }

    /** Before a person at a terminal. */
    static Run atTerminal(Object... args) {
        return run("", true, args);
    }

    /** Behind another program. */
    static Run withInput(String input, Object... args) {
        return run(input, false, args);
    }

    private static Run run(String input, boolean person, Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] line = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        Terminal terminal = new Terminal(
                IndicatorsCommand.texts(line),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err, true),
                person);
        return new Run(IndicatorsCommand.run(terminal, line), out.toString(), err.toString());
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

    /** The rows of a table on standard output, each by the names of its columns. */
    List<Map<String, String>> rows() {
        return Sheet.rows(out);
    }

    /** The first row with a value in a column. */
    Map<String, String> row(String column, String value) {
        return Sheet.first(rows(), column, value);
    }
}
