package nl.betekenisvolmeten.indicators.statistics;

/**
 * The places that an area may have among others, from 1 for the highest figure, whatever is good or bad. Two areas whose
 * intervals overlap are not separable: which of them is higher is not known.
 *
 * @param lower the least place, 1 or more
 * @param upper the greatest place, not below the least
 * @param areas how many areas take part, not below the greatest place
 * @param method the stable code of the method, such as {@code pairwise}
 */
public record RankInterval(int lower, int upper, int areas, String method) {

    /** @throws IllegalArgumentException unless 1 &lt;= lower &lt;= upper &lt;= areas and the method has a code */
    public RankInterval {
        if (lower < 1 || upper < lower || areas < upper) {
            throw new IllegalArgumentException("places in order: " + lower + " to " + upper + " of " + areas);
        }
        Require.named(method, "the code of a method");
    }

    /**
     * Whether it is known which of two areas is higher.
     *
     * @param other the other area's places, among the same areas
     * @return true when the two share no place
     */
    public boolean isSeparableFrom(RankInterval other) {
        return upper < other.lower || other.upper < lower;
    }
}
