package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;

/** Makes the text of deliveries of telformat 2026.1. */
final class Deliveries {

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

    static final String HEADER = String.join(";", COLUMNS);

    private static final List<String> GOOD = List.of(
            "91000001",
            "Centrum",
            "WK051829",
            "2026KW01",
            "1",
            "ONTMOETEN",
            "Taalcafé",
            "ALLEN",
            "50-66",
            "12",
            "180",
            "40",
            "6",
            "4",
            "48,5",
            "2",
            "");

    private Deliveries() {}

    /** A good row; rows with different numbers have different keys. */
    static Map<String, String> row(int number) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            row.put(COLUMNS.get(i), GOOD.get(i));
        }
        row.put("activiteit", "Taalcafé " + number);
        return row;
    }

    /** A good row with one other cell. */
    static Map<String, String> row(int number, String column, String cell) {
        Map<String, String> row = row(number);
        row.put(column, cell);
        return row;
    }

    static List<Map<String, String>> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(Deliveries::row)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static String line(Map<String, String> row) {
        return line(row, COLUMNS, ';', cell -> false);
    }

    static String line(Map<String, String> row, List<String> columns, char separator, Predicate<String> alwaysQuoted) {
        return columns.stream()
                .map(column -> row.getOrDefault(column, ""))
                .map(cell -> alwaysQuoted.test(cell) || needsQuotes(cell, separator)
                        ? '"' + cell.replace("\"", "\"\"") + '"'
                        : cell)
                .collect(Collectors.joining(Character.toString(separator)));
    }

    private static boolean needsQuotes(String cell, char separator) {
        return cell.indexOf(separator) >= 0 || cell.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r');
    }

    static String text(List<Map<String, String>> rows) {
        return text(rows, COLUMNS, ';', "\n");
    }

    static String text(List<Map<String, String>> rows, List<String> columns, char separator, String lineEnd) {
        return Stream.concat(
                        Stream.of(String.join(Character.toString(separator), columns)),
                        rows.stream().map(row -> line(row, columns, separator, cell -> false)))
                .collect(Collectors.joining(lineEnd, "", lineEnd));
    }

    /** A finding in one line: code, severity, row and column. */
    static String brief(Finding finding) {
        String row = finding.location().row().isPresent()
                ? " " + finding.location().row().getAsLong()
                : "";
        String column = finding.location().column().map(name -> " " + name).orElse("");
        return finding.code() + " " + finding.severity() + row + column;
    }

    static List<String> brief(DeliveryReport report) {
        return report.findings().kept().stream().map(Deliveries::brief).toList();
    }
}
