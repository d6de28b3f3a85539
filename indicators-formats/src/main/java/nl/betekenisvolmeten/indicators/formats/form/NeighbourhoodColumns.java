package nl.betekenisvolmeten.indicators.formats.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.AgeBand;

/**
 * The columns of a table with a row for each area and a column for each age group. Recognised are those of the
 * neighbourhood table of Statistics Netherlands (Kerncijfers wijken en buurten): as published in a file ({@code
 * gwb_code_10}, {@code a_inw}, {@code a_00_14}), from StatLine ({@code Regioaanduiding/Codering (code)}, {@code
 * Bevolking/Aantal inwoners (aantal)}) and as open data ({@code Codering_3}, {@code AantalInwoners_5}, {@code
 * k_0Tot15Jaar_8}).
 *
 * @param area the code of the area, or else its name
 * @param total the inhabitants of all ages; -1 if there is no such column
 * @param ages the age groups
 */
record NeighbourhoodColumns(int area, int total, List<OfAge> ages) {

    private static final String AFTER = "(_\\d+)?( ?\\((code|naam|aantal)\\))?";
    private static final List<Pattern> AREA = Stream.of(
                    "gwb_code_10",
                    "gwb_code",
                    "codering" + AFTER,
                    "(wijken ?en ?buurten|regio('?s)?|regio_?code)" + AFTER)
            .map(Pattern::compile)
            .toList();
    private static final Pattern TOTAL = Pattern.compile("a_inw|(aantal ?inwoners|totale bevolking)" + AFTER);
    private static final Pattern AGE = Pattern.compile("([ak]_)?\\d.*");

    /**
     * A column of an age group.
     *
     * @param column its index
     * @param age the ages
     */
    record OfAge(int column, AgeBand age) {}

    /**
     * Returns the columns of a table; empty if it has no areas, or neither all inhabitants nor those of an age group.
     */
    static Optional<NeighbourhoodColumns> of(List<String> names) {
        List<String> ends = names.stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1).strip())
                .toList();
        int area = AREA.stream()
                .mapToInt(
                        pattern -> first(ends, i -> pattern.matcher(ends.get(i)).matches()))
                .filter(found -> found >= 0)
                .findFirst()
                .orElse(-1);
        int total = first(ends, i -> TOTAL.matcher(ends.get(i)).matches());
        List<OfAge> ages = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            int column = i;
            if (AGE.matcher(ends.get(i)).matches()) {
                PublishedAges.parse(ends.get(i)).ifPresent(age -> ages.add(new OfAge(column, age)));
            }
        }
        return area < 0 || (total < 0 && ages.isEmpty())
                ? Optional.empty()
                : Optional.of(new NeighbourhoodColumns(area, total, ages));
    }

    private static int first(List<String> names, IntPredicate wanted) {
        return IntStream.range(0, names.size()).filter(wanted).findFirst().orElse(-1);
    }

    /** Returns a column with ages that an earlier column has too; empty if there is none. */
    Optional<OfAge> overlapping() {
        return IntStream.range(0, ages.size())
                .filter(i -> ages.subList(0, i).stream()
                        .anyMatch(earlier -> earlier.age().overlaps(ages.get(i).age())))
                .mapToObj(ages::get)
                .findFirst();
    }
}
