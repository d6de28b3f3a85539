package nl.betekenisvolmeten.indicators.examples.sample;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes up how many participants came for the first time in a year, consistent with all rows since January. By
 * stadsdeel and age group: in the first quarter all of the largest row and some of the others; later the new
 * participants, and more if the sum since January would otherwise be below a single row.
 */
final class FirstVisits {

    private static final String COLUMN = "eerste_keer_dit_jaar";

    private final Map<String, Integer> seen = new HashMap<>();

    /** Fills the column in the rows of the next quarter. */
    void put(List<Map<String, String>> rows) {
        Map<String, List<Map<String, String>>> groups = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("stadsdeel") + "\t" + row.get("leeftijdsgroep"),
                        TreeMap::new,
                        Collectors.toList()));
        groups.forEach((group, own) -> put(group, own));
    }

    private void put(String group, List<Map<String, String>> rows) {
        boolean begins = !seen.containsKey(group);
        rows.forEach(row -> set(row, begins ? persons(row) * 3 / 10 : fresh(row) * 4 / 10));
        Map<String, String> mostPersons = most(rows, FirstVisits::persons);
        Map<String, String> mostFresh = most(rows, FirstVisits::fresh);
        if (begins) {
            set(mostPersons, persons(mostPersons));
        } else {
            set(mostFresh, fresh(mostFresh));
        }
        int lacking = persons(mostPersons) - seen.getOrDefault(group, 0) - sum(rows);
        if (lacking > 0) {
            set(mostPersons, number(mostPersons, COLUMN) + lacking);
        }
        seen.merge(group, sum(rows), Integer::sum);
    }

    private interface Size {
        int of(Map<String, String> row);
    }

    private static Map<String, String> most(Collection<Map<String, String>> rows, Size size) {
        return rows.stream().max(Comparator.comparingInt(size::of)).orElseThrow();
    }

    private static int sum(List<Map<String, String>> rows) {
        return rows.stream().mapToInt(row -> number(row, COLUMN)).sum();
    }

    private static int persons(Map<String, String> row) {
        return number(row, "unieke_deelnemers");
    }

    private static int fresh(Map<String, String> row) {
        return number(row, "nieuwe_deelnemers");
    }

    private static int number(Map<String, String> row, String column) {
        String cell = row.getOrDefault(column, "");
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }

    private static void set(Map<String, String> row, int number) {
        row.put(COLUMN, Integer.toString(number));
    }
}
