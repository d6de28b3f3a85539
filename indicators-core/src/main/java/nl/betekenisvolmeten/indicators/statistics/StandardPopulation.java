package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A population to standardise by, in age bands. Made-up persons: only their proportions matter.
 *
 * @param code the stable name in files, such as {@code european-2013}
 * @param bands the bands, from young to old
 */
public record StandardPopulation(String code, List<Band> bands) {

    /**
     * The European Standard Population of 2013 in 19 bands: 0-4, 5-9, and so on to 85-89, and 90 and over. 100,000
     * persons, women and men together.
     *
     * <p>Eurostat. Revision of the European Standard Population: report of Eurostat's task force. Luxembourg; 2013.
     */
    public static final StandardPopulation EUROPEAN_2013 = new StandardPopulation(
            "european-2013",
            bands(new int[] {0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90}, new int[] {
                5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500,
                1500, 1000
            }));

    /** The same in all its 21 bands: the first split into 0 and 1-4, the last into 90-94 and 95 and over. */
    public static final StandardPopulation EUROPEAN_2013_FULL = new StandardPopulation(
            "european-2013-full",
            bands(
                    new int[] {0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95},
                    new int[] {
                        1000, 4000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000,
                        4000, 2500, 1500, 800, 200
                    }));

    /** @throws IllegalArgumentException if {@code code} is blank */
    public StandardPopulation {
        Require.named(code, "the code of a standard population");
        bands = List.copyOf(bands);
    }

    /**
     * One age band.
     *
     * @param fromAge the youngest age in it, in whole years; it ends where the next band starts, and the last is open
     * @param persons how many of the standard population are in it
     */
    public record Band(int fromAge, long persons) {}

    private static List<Band> bands(int[] ages, int[] persons) {
        return IntStream.range(0, ages.length)
                .mapToObj(i -> new Band(ages[i], persons[i]))
                .toList();
    }
}
