package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * A sum of longs that is exact in any order: what does not fit a long moves to a big integer, so that a passing overflow
 * is none. Only a final sum beyond a long is refused.
 */
final class ExactSum {

    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private long sum;
    private BigInteger spill = BigInteger.ZERO;

    void add(long value) {
        long next = sum + value;
        if (((sum ^ next) & (value ^ next)) < 0) {
            spill = spill.add(BigInteger.valueOf(sum));
            sum = value;
        } else {
            sum = next;
        }
    }

    /** Adds a product exactly. */
    void addProduct(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
            add(low);
        } else {
            spill = spill.add(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
        }
    }

    void combine(ExactSum other) {
        add(other.sum);
        spill = spill.add(other.spill);
    }

    void write(StateWriter out) {
        out.number(sum);
        out.bytes(spill.toByteArray());
    }

    /** Adds what was written. */
    void read(StateReader in) {
        add(in.number());
        spill = spill.add(new BigInteger(in.bytes()));
    }

    /** The sum, or empty when it does not fit a long. */
    OptionalLong value() {
        if (spill.signum() == 0) {
            return OptionalLong.of(sum);
        }
        BigInteger total = spill.add(BigInteger.valueOf(sum));
        return total.compareTo(MIN) < 0 || total.compareTo(MAX) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(total.longValueExact());
    }
}
