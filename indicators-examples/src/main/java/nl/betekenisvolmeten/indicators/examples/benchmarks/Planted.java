package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;

/**
 * A fault that was put into a delivery, or the same of a finding.
 *
 * @param row the row as a spreadsheet shows it; 0 for a finding about the whole file
 * @param code the code of the rule that is broken
 * @param column the column that the finding points at; empty when it is the row
 */
record Planted(long row, String code, String column) {

    static final String HEADER = "row;code;column";

    static Planted of(Finding finding) {
        OptionalLong row = finding.location().row();
        return new Planted(
                row.orElse(0),
                finding.code().value(),
                finding.location().column().orElse(""));
    }

    static List<Planted> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).map(Planted::parse).toList();
        }
    }

    private static Planted parse(String line) {
        String[] cells = line.split(";", -1);
        if (cells.length != 3) {
            throw new IllegalArgumentException("not a planted fault: '" + line + "'");
        }
        return new Planted(Long.parseLong(cells[0]), cells[1], cells[2]);
    }

    String line() {
        return row + ";" + code + ";" + column;
    }
}
