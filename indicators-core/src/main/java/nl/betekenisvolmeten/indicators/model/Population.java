package nl.betekenisvolmeten.indicators.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Inhabitants of areas, in all and by age band, where known. An area that is not in it is not known: never zero. Totals
 * and bands may be of different dates and bands may be rounded, so bands are never added up against totals: only where no
 * total is known, bands that cover every age once are added up to it.
 *
 * @param id which figures these are
 * @param figures the figures by area
 */
public record Population(String id, Map<AreaCode, Figures> figures) {

    /**
     * How far a band's count may be below the real number: Statistics Netherlands publishes wijken in multiples of
     * five.
     */
    public static final int ROUNDING = 2;

    private static final AgeBand ALL_AGES = AgeBand.atLeast(0);

    private static final CellValue UNKNOWN = new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR);

    public Population {
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    /**
     * The inhabitants of an area.
     *
     * @param date the date or year of the total, as published
     * @param total the number in all; empty when not known
     * @param bands the number in each age band that is known; may be rounded to fives
     */
    public record Figures(String date, OptionalLong total, List<Band> bands) {
        /** @throws IllegalArgumentException if {@code total} is negative or {@code bands} overlap */
        public Figures {
            bands = List.copyOf(bands);
            if (total.isPresent() && total.getAsLong() < 0) {
                throw new IllegalArgumentException("inhabitants must not be negative: " + total.getAsLong());
            }
            for (int i = 0; i < bands.size(); i++) {
                for (int j = i + 1; j < bands.size(); j++) {
                    if (bands.get(i).age().overlaps(bands.get(j).age())) {
                        throw new IllegalArgumentException("age bands overlap: " + bands.get(i) + ", " + bands.get(j));
                    }
                }
            }
        }
    }

    /**
     * The inhabitants of an age.
     *
     * @param age the ages
     * @param count the number, 0 to 10<sup>12</sup>
     */
    public record Band(AgeBand age, long count) {

        /** More than people on earth, and few enough to add up. */
        private static final long MAX_COUNT = 1_000_000_000_000L;

        /** @throws IllegalArgumentException if {@code count} is out of range */
        public Band {
            if (count < 0 || count > MAX_COUNT) {
                throw new IllegalArgumentException("inhabitants must not be negative: " + count);
            }
        }
    }

    /**
     * Returns the inhabitants of an area, of all ages.
     *
     * @param area the area
     * @return the number, or else the sum of bands that cover every age; empty when it is not known
     */
    public OptionalLong total(AreaCode area) {
        Figures known = figures.get(area);
        return known != null && known.total().isPresent() ? known.total() : exactly(area, ALL_AGES);
    }

    /**
     * Returns the inhabitants of an area of exactly some ages.
     *
     * @param area the area
     * @param age the ages
     * @return the number where whole bands make up the ages; empty when it is not known or a band would have to be
     *     split
     */
    public OptionalLong exactly(AreaCode area, AgeBand age) {
        Figures known = figures.get(area);
        if (known == null) {
            return OptionalLong.empty();
        }
        List<Band> inside =
                known.bands().stream().filter(band -> age.contains(band.age())).toList();
        return covers(inside, age)
                ? OptionalLong.of(inside.stream().mapToLong(Band::count).sum())
                : OptionalLong.empty();
    }

    /**
     * Returns the inhabitants of an area as a denominator.
     *
     * @param area the area
     * @return the number; not defined when it is not known
     */
    public CellValue denominator(AreaCode area) {
        OptionalLong known = total(area);
        return known.isPresent() ? CellValue.of(known.getAsLong()) : UNKNOWN;
    }

    /**
     * Returns the inhabitants of an area that a rate is per: those of its ages.
     *
     * @param area the area
     * @param rate the rate
     * @return the number; not defined when it is not known
     */
    public CellValue denominator(AreaCode area, Formula.PopulationRate rate) {
        OptionalLong known = rate.age().map(age -> exactly(area, age)).orElseGet(() -> total(area));
        return known.isPresent() ? CellValue.of(known.getAsLong()) : UNKNOWN;
    }

    /**
     * Returns a number that the inhabitants of some ages cannot exceed: the bands that overlap with the ages, each with its
     * rounding, or all inhabitants where that is less or where bands are not known.
     *
     * @param area the area
     * @param ages the code of the ages, such as {@code 12-17}; any other text stands for all ages
     * @return the number, or empty when nothing is known of the area
     */
    public OptionalLong atMost(AreaCode area, String ages) {
        Figures known = figures.get(area);
        Optional<AgeBand> age = AgeBand.parse(ages);
        if (known == null || age.isEmpty()) {
            return total(area);
        }
        List<Band> overlapping = known.bands().stream()
                .filter(band -> band.age().overlaps(age.get()))
                .toList();
        if (!covers(overlapping, age.get())) {
            return total(area);
        }
        long limit =
                overlapping.stream().mapToLong(band -> band.count() + ROUNDING).sum();
        return OptionalLong.of(Math.min(limit, known.total().orElse(Long.MAX_VALUE)));
    }

    /** Returns whether bands that do not overlap cover every age of a band. */
    private static boolean covers(List<Band> bands, AgeBand age) {
        int next = age.fromInclusive();
        boolean found = true;
        while (found) {
            int from = next;
            Optional<AgeBand> band = bands.stream()
                    .map(Band::age)
                    .filter(candidate -> candidate.contains(from))
                    .findFirst();
            if (band.isEmpty()) {
                return false;
            }
            if (band.get().toInclusive().isEmpty()) {
                return true;
            }
            next = band.get().toInclusive().getAsInt() + 1;
            found = age.toInclusive().isEmpty() || next <= age.toInclusive().getAsInt();
        }
        return true;
    }
}
