package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes JSON of mostly good rows in which whatever happens to JSON happens now and then. */
final class OddObjects {

    private static final List<String> CELLS = List.of(
            "",
            " ",
            "0",
            "007",
            "12 ",
            "12,5",
            "12.5",
            "1.250",
            "-3",
            "4x",
            "centrum",
            "910000",
            "2026-Q1",
            "onbekend",
            "jan@example.org",
            "=1+1",
            "zeg \"dag\"",
            "\"",
            "\"samen\"",
            "regel een\nregel twee",
            "caf\u00e9",
            "\uD83D\uDE00 feest",
            "x".repeat(130));

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "12.0",
            "12.50",
            "0.0",
            "0.25",
            "100",
            "100.10",
            "-4",
            "-0",
            "1e2",
            "1.5E-1",
            "12345678901234567890",
            "\"\\u00e9\"",
            "\"\\ud83d\"",
            "\"a\\tb\"",
            "\"C:\\\\x\"",
            "\"\\/\"");

    private static final List<String> WRONG =
            List.of("01", "1.", "-", ".5", "+1", "nul", "\"\\x\"", "\"\t\"", "{}", "[1]", "\"open", "12x", "NaN");

    private final Random random;

    OddObjects(Random random) {
        this.random = random;
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A good row. */
    static String plain(int number) {
        Map<String, String> row = Deliveries.row(number);
        return row.entrySet().stream()
                .map(cell -> '"' + cell.getKey() + "\":" + '"' + cell.getValue() + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The columns of a sheet. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(Deliveries.COLUMNS);
        if (oneIn(6)) {
            Collections.shuffle(columns, random);
        }
        if (oneIn(8)) {
            columns.remove("toelichting");
        }
        if (oneIn(40)) {
            columns.remove(random.nextInt(columns.size()));
        }
        for (String more : List.of("", "opmerking")) {
            if (oneIn(6)) {
                columns.add(random.nextInt(columns.size() + 1), more);
            }
        }
        return columns;
    }

    /** The cells of a row: sometimes of an earlier one, sometimes none. */
    List<String> cells(List<String> columns, int number) {
        Map<String, String> row = Deliveries.row(oneIn(15) ? random.nextInt(number + 1) : number);
        boolean blank = oneIn(20);
        return columns.stream()
                .map(name -> blank ? "" : oneIn(60) ? pick(CELLS) : row.getOrDefault(name, oneIn(9) ? "iets" : ""))
                .toList();
    }

    /** The text of one delivery. */
    String make(int rows) {
        List<String> columns = columns();
        boolean array = oneIn(4);
        List<String> objects =
                IntStream.range(0, rows).mapToObj(i -> object(columns, i)).toList();
        String blank = pick(List.of("\n", "\n", "\r\n", " ", "", "\n\n"));
        String text = array ? "[" + String.join("," + blank, objects) + "]" : String.join(blank, objects);
        String around = oneIn(15) ? "{\"bron\":\"x\",\"rows\":" + text + "}" : text;
        return (oneIn(20) ? "\uFEFF" : "") + around + (oneIn(30) ? pick(List.of("x", ",", "]", "[]", "{}")) : blank);
    }

    private String object(List<String> columns, int number) {
        List<String> cells = cells(columns, number);
        List<String> members = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (oneIn(100)) {
                continue;
            }
            String blank = oneIn(30) ? " " : "";
            members.add('"' + name(columns.get(i)) + '"' + blank + ":" + blank + value(cells.get(i)));
            if (oneIn(900)) {
                members.add('"' + columns.get(i) + "\":\"nog eens\"");
            }
        }
        if (oneIn(25)) {
            Collections.shuffle(members, random);
        }
        if (oneIn(200)) {
            members.add("\"extra\":" + value("1"));
        }
        return "{" + String.join(",", members) + "}";
    }

    private String name(String column) {
        return oneIn(900) ? column.replace("w", "\\u0077") : column;
    }

    private String value(String cell) {
        if (oneIn(1500)) {
            return pick(WRONG);
        }
        if (oneIn(60)) {
            return pick(VALUES);
        }
        if (cell.matches("0|[1-9][0-9]{0,5}") && !oneIn(5)) {
            return cell;
        }
        if (cell.matches("[1-9][0-9]{0,3},[0-9]")) {
            return cell.replace(',', '.');
        }
        return cell.isEmpty() && oneIn(2)
                ? "null"
                : '"' + cell.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
