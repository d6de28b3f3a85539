package nl.betekenisvolmeten.indicators.formats.delivery;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Makes deliveries of mostly good rows in which whatever happens to deliveries happens now and then. */
final class OddDelivery {

    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "00",
            "007",
            "12 ",
            "1.234",
            "12,5",
            "12.5",
            "1.250",
            "0.125",
            "<5",
            ",5",
            "12,",
            "12,000",
            "12,50",
            "12,500",
            "123456789",
            "12345678",
            "1000000",
            "1000001",
            "999999,99",
            "1000000,01",
            "-3",
            "4x",
            "centrum",
            "CENTRUM",
            "Centrum",
            "WK051829",
            "wk051829",
            "2026-Q1",
            "2031KW01",
            "Senioren",
            "67+",
            "onbekend",
            "91000001",
            "9100 0001",
            "=1+1",
            "jan@example.org",
            "Bel 0612345678",
            "a;b",
            "a,b",
            "regel een\nregel twee",
            "regel een\r\nregel twee\rdrie",
            "zeg \"dag\"",
            "\"",
            "\"\"",
            "x\"y",
            "cafe\u0301",
            "caf\u00e9",
            "CafÃ©",
            "a\0b",
            "\u00a0",
            "\uFEFF",
            "\uD83D\uDE00 feest",
            "x".repeat(130),
            "De zaal was twee weken dicht, en daarna nog een maand.");

    private final Random random;
    private final FormatDefinition format;

    OddDelivery(FormatDefinition format, Random random) {
        this.format = format;
        this.random = random;
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** The bytes of one delivery. */
    byte[] make(int rows) {
        List<String> columns = columns();
        char separator = oneIn(8) ? pick(List.of(',', '\t')) : ';';
        List<String> lines = new ArrayList<>();
        if (oneIn(15)) {
            lines.add("Telling van de wijk");
        }
        lines.add(line(columns, separator, false));
        boolean quoteAll = oneIn(12);
        List<List<String>> made = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            List<String> row = oneIn(15) && !made.isEmpty() ? pick(made) : row(columns);
            made.add(row);
            lines.add(damaged(line(row, separator, quoteAll), separator));
        }
        return bytes(joined(lines));
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(Deliveries.COLUMNS);
        if (oneIn(6)) {
            Collections.shuffle(columns, random);
        }
        if (oneIn(8)) {
            columns.removeAll(List.of("toelichting", "vrijwilligersuren"));
        }
        if (oneIn(40)) {
            columns.remove(random.nextInt(columns.size()));
        }
        while (oneIn(6)) {
            columns.add(random.nextInt(columns.size() + 1), pick(List.of("", " ", "opmerking", "bron", "wijk")));
        }
        if (oneIn(20)) {
            columns.replaceAll(name -> name.replace('_', ' '));
        }
        return columns;
    }

    private List<String> row(List<String> columns) {
        Area wijk = pick(areas());
        return columns.stream()
                .map(name -> oneIn(60) ? pick(ODD) : good(name, wijk))
                .collect(Collectors.toList());
    }

    private List<Area> areas() {
        return place("wijk").areas().areas(AreaLevel.WIJK);
    }

    private ColumnType.Place place(String name) {
        return (ColumnType.Place) type(name);
    }

    private ColumnType type(String name) {
        return format.columns().stream()
                .filter(column -> column.name().value().equals(name))
                .map(Column::rule)
                .findFirst()
                .orElseThrow()
                .type();
    }

    private String good(String name, Area wijk) {
        return switch (name.replace(' ', '_')) {
            case "organisatie" -> Integer.toString(91_000_001 + random.nextInt(3));
            case "stadsdeel" -> stadsdeel(wijk);
            case "wijk" -> wijk.code().value();
            case "periode" -> "2026KW0" + (1 + random.nextInt(4));
            case "activiteit" ->
                pick(List.of("Taalcaf\u00e9", "Inloop", "Koken in de buurt")) + " " + random.nextInt(5);
            case "bijeenkomsten", "bezoeken" -> Integer.toString(20 + random.nextInt(200));
            case "unieke_deelnemers" -> Integer.toString(5 + random.nextInt(16));
            case "nieuwe_deelnemers" -> oneIn(4) ? "" : Integer.toString(random.nextInt(6));
            case "vrijwilligers", "doorverwijzingen" -> oneIn(4) ? "" : Integer.toString(random.nextInt(4));
            case "vrijwilligersuren" -> pick(List.of("", "0", "4", "12,5", "12,50", "0,25", "100,1"));
            case "toelichting" -> oneIn(3) ? pick(List.of("Vaste groep.", "Dicht; vakantie", "\"Samen\"")) : "";
            default -> other(name);
        };
    }

    private String other(String name) {
        return Deliveries.COLUMNS.contains(name) && type(name) instanceof ColumnType.Code code
                ? pick(code.codes().items().stream().map(Codelist.Item::code).toList())
                : pick(List.of("", "", "map A", "12"));
    }

    private String stadsdeel(Area wijk) {
        return place("wijk")
                .areas()
                .ancestor(wijk.code(), AreaLevel.STADSDEEL)
                .flatMap(place("wijk").areas()::find)
                .map(Area::name)
                .orElse("?");
    }

    private String line(List<String> cells, char separator, boolean quoteAll) {
        return cells.stream()
                .map(cell -> quoteAll || oneIn(80) || needsQuotes(cell, separator)
                        ? '"' + cell.replace("\"", "\"\"") + '"'
                        : cell)
                .collect(Collectors.joining(Character.toString(separator)));
    }

    private static boolean needsQuotes(String cell, char separator) {
        return cell.indexOf(separator) >= 0 || cell.contains("\n") || cell.contains("\r") || cell.startsWith("\"");
    }

    private String damaged(String line, char separator) {
        if (oneIn(60)) {
            return pick(
                    List.of("", " ", ";;;", Character.toString(separator), line + separator, line + separator + "x"));
        }
        if (oneIn(60)) {
            return line.substring(0, random.nextInt(line.length() + 1));
        }
        if (oneIn(400)) {
            int at = random.nextInt(line.length() + 1);
            return line.substring(0, at) + pick(List.of("\"", "\"x", "\u0001", "\n", "\r")) + line.substring(at);
        }
        return line;
    }

    private String joined(List<String> lines) {
        List<String> ends = oneIn(3) ? List.of("\n", "\r\n", "\r") : List.of(pick(List.of("\n", "\n", "\r\n", "\r")));
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            all.append(lines.get(i)).append(i == lines.size() - 1 && oneIn(3) ? "" : pick(ends));
        }
        while (oneIn(4)) {
            all.append(pick(ends));
        }
        return all.toString();
    }

    private byte[] bytes(String text) {
        Charset charset = oneIn(25)
                ? pick(List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16))
                : StandardCharsets.UTF_8;
        byte[] bytes = ((oneIn(6) && charset.equals(StandardCharsets.UTF_8) ? "\uFEFF" : "") + text).getBytes(charset);
        if (oneIn(60)) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return oneIn(60) ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
