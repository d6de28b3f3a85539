package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Small deliveries and plain readings of CSV, apart from the readers under test. */
final class Sheet {

    static final List<String> COLUMNS = List.of(
            "organisatie",
            "stadsdeel",
            "wijk",
            "periode",
            "ambitie",
            "activiteitsoort",
            "activiteit",
            "doelgroep",
            "leeftijdsgroep",
            "bijeenkomsten",
            "bezoeken",
            "unieke_deelnemers",
            "nieuwe_deelnemers",
            "vrijwilligers",
            "vrijwilligersuren",
            "doorverwijzingen",
            "toelichting");

    /** The columns of a file of targets. */
    static final String TARGETS = "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;bron\n";

    /** The columns of the form for counts before 2026. */
    static final String OLDER = String.join(";", without(COLUMNS, "nieuwe_deelnemers")) + "\n";

    private static final String STATED = "indicator;gebied;periode;waarde;waarde_tot;stand;bron\n";

    private static final String GOOD =
            "91000011;Centrum;WK051822;2026KW01;1;TAAL;Taalcafé;ALLEN;30-49;10;40;12;3;2;20,5;1;";

    private Sheet() {}

    private static List<String> without(List<String> columns, String column) {
        return columns.stream().filter(one -> !one.equals(column)).toList();
    }

    /** A good row with other cells: column, value, column, value. */
    static String row(String... changes) {
        List<String> cells = new ArrayList<>(Arrays.asList(GOOD.split(";", -1)));
        for (int i = 0; i < changes.length; i += 2) {
            cells.set(COLUMNS.indexOf(changes[i]), changes[i + 1]);
        }
        return String.join(";", cells);
    }

    static Path write(Path folder, String name, String... rows) {
        return writeText(folder, name, String.join(";", COLUMNS) + "\n" + String.join("\n", rows) + "\n");
    }

    /** A file of targets; each row is without its source. */
    static Path targets(Path folder, String... rows) {
        return writeText(folder, "streef.csv", TARGETS + String.join(";plan\n", rows) + ";plan\n");
    }

    /** A file of stated figures; each row is without its source. */
    static Path stated(Path folder, String... rows) {
        return writeText(folder, "realisaties.csv", STATED + String.join(";verzonnen\n", rows) + ";verzonnen\n");
    }

    static Path writeText(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A context with one section. */
    static Path context(Path folder, String name, String section) {
        return writeText(folder, name, """
                {"id":"t","version":"1","title":{"nl":"x","en":"x"},"status":"reconstruction",
                "provenance":{"note":{"nl":"x","en":"x"},"sources":[{"id":"A","title":"x","reference":"x"}]},
                %s}
                """.formatted(section));
    }

    /** An agreement on how many persons two organisations share in a cell. */
    static Path overlap(Path folder, String where, int persons) {
        return context(folder, "overlap.json", """
                "overlaps":[{"dimension":"organisatie","series":"unieke_deelnemers","where":{%s},"kind":"SHARED",
                "one":"91000011","other":"91000029","persons":%d,"basis":"teamleiders van beide organisaties"}]
                """.formatted(where, persons));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a CSV by column name: a plain split, after quoted texts are made harmless. */
    static List<Map<String, String>> rows(String csv) {
        List<String> lines =
                csv.replaceAll("\"(?:[^\"]|\"\")*\"", "quoted").lines().toList();
        String[] header = lines.get(0).split(";", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** The first row with a value in a column. */
    static Map<String, String> first(List<Map<String, String>> rows, String column, String value) {
        return rows.stream()
                .filter(row -> value.equals(row.get(column)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " in " + rows));
    }

    /** What a row says of a series: its value, bounds and status. */
    static List<String> figure(Map<String, String> row, String series) {
        return Stream.of("", "_lower", "_upper", "_status")
                .map(suffix -> cell(row, series + suffix))
                .toList();
    }

    static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
