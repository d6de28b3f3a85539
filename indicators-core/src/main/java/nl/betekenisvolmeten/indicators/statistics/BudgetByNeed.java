package nl.betekenisvolmeten.indicators.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a budget would be spread if it went by need, compared with how it is spread today: what is there to talk about, not what
 * should be done. Every area gets its share of the total need, in whole cents: first rounded down, and the cents that are
 * left go one by one to the largest remainders (Hamilton's method). The shares are worked out exactly, so that the parts
 * add up to the budget to the cent; where remainders are equal the area with the smaller code comes first, so that the
 * order of the list doesn't show.
 *
 * @param budget in cents, what all areas have together today
 * @param areas in the order given
 */
public record BudgetByNeed(long budget, List<Allocation> areas) {

    public BudgetByNeed {
        areas = List.copyOf(areas);
    }

    /**
     * An area.
     *
     * @param code its stable code
     * @param need how much of the budget it calls for in proportion to others, 0 or more, such as inhabitants x a weight
     *     that rises with {@link NeedIndex}; an index around 0 can't be it
     * @param today what it has today, in cents, 0 or more
     */
    public record Area(String code, double need, long today) {

        /**
         * @throws IllegalArgumentException if {@code code} is blank, or {@code need} or {@code today} is negative, NaN
         *     or infinite
         */
        public Area {
            Require.named(code, "the code of an area");
            Require.amount(need, "a need");
            Require.count(today);
        }
    }

    /**
     * What an area has and would have.
     *
     * @param area the area
     * @param byNeed what it would have by need, in cents
     */
    public record Allocation(Area area, long byNeed) {

        /**
         * Returns what would change.
         *
         * @return in cents; above 0 if it would get more than today
         */
        public long change() {
            return byNeed - area.today();
        }
    }

    /**
     * Returns the budget of today, spread by need.
     *
     * @param areas one or more, with different codes
     * @return the budget, the parts adding up to it
     * @throws IllegalArgumentException if there are no areas, two have the same code, or none has any need
     * @throws ArithmeticException if the budget doesn't fit a long
     */
    public static BudgetByNeed of(List<Area> areas) {
        return of(areas.stream().mapToLong(Area::today).reduce(0, Math::addExact), areas);
    }

    /**
     * Returns a budget, spread by need.
     *
     * @param budget in cents, 0 or more
     * @param areas one or more, with different codes
     * @return the budget, the parts adding up to it
     * @throws IllegalArgumentException if the budget is negative, there are no areas, two have the same code, or none has
     *     any need
     */
    public static BudgetByNeed of(long budget, List<Area> areas) {
        Require.count(budget);
        Require.atLeast(1, areas.size(), "areas");
        if (new HashSet<>(areas.stream().map(Area::code).toList()).size() < areas.size()) {
            throw new IllegalArgumentException("two areas with the same code: " + areas);
        }
        if (areas.stream().allMatch(area -> area.need() == 0)) {
            throw new IllegalArgumentException("no area has any need: " + areas);
        }
        long[] parts = spread(budget, areas);
        return new BudgetByNeed(
                budget,
                IntStream.range(0, parts.length)
                        .mapToObj(i -> new Allocation(areas.get(i), parts[i]))
                        .toList());
    }

    private static long[] spread(long budget, List<Area> areas) {
        BigInteger[] needs = whole(areas);
        BigInteger all = Arrays.stream(needs).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger[][] parts = Arrays.stream(needs)
                .map(need -> need.multiply(BigInteger.valueOf(budget)).divideAndRemainder(all))
                .toArray(BigInteger[][]::new);
        long[] cents =
                Arrays.stream(parts).mapToLong(part -> part[0].longValueExact()).toArray();
        long left = budget - Arrays.stream(cents).sum();
        IntStream.range(0, cents.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts[i][1])
                        .reversed()
                        .thenComparing(i -> areas.get(i).code()))
                .limit(left)
                .forEach(i -> cents[i]++);
        return cents;
    }

    /**
     * Returns the needs as whole numbers with the same proportions: a double is exactly a whole number of powers of a
     * half.
     */
    private static BigInteger[] whole(List<Area> areas) {
        List<BigDecimal> exact =
                areas.stream().map(area -> new BigDecimal(area.need())).toList();
        int scale = Math.max(0, exact.stream().mapToInt(BigDecimal::scale).max().orElse(0));
        return exact.stream().map(need -> need.setScale(scale).unscaledValue()).toArray(BigInteger[]::new);
    }
}
