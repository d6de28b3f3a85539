package nl.betekenisvolmeten.indicators.need;

/**
 * How much a characteristic counts as need: a choice of who uses it.
 *
 * @param characteristic its name
 * @param weight above 0; only the proportions matter
 * @param highMeansNeed whether a high value means more need, and not less
 */
public record NeedWeight(String characteristic, double weight, boolean highMeansNeed) {

    /** @throws IllegalArgumentException if the name is blank or the weight not finite and above 0 */
    public NeedWeight {
        if (characteristic.isBlank() || !Double.isFinite(weight) || weight <= 0) {
            throw new IllegalArgumentException("no weight above 0: '" + characteristic + "', " + weight);
        }
    }
}
