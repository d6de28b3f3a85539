package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Sums of longs that are exact in any order: what does not fit a long moves to a big integer, so that an overflow on the
 * way does no harm. Only a final sum beyond a long has no value.
 */
public final class ExactSums {

    private long[] sums = {};
    private final Map<Integer, BigInteger> spill = new HashMap<>();

    /** Makes room for so many sums; new ones are zero. */
    public void makeRoom(int size) {
        if (size > sums.length) {
            sums = Arrays.copyOf(sums, 2 * size);
        }
    }

    public void add(int at, long value) {
        long sum = sums[at] + value;
        // the sign bit is set where the sum has another sign than both its terms (Hacker's Delight, section 2-13)
        if (((sums[at] ^ sum) & (value ^ sum)) < 0) {
            spill(at, BigInteger.valueOf(sums[at]));
            sum = value;
        }
        sums[at] = sum;
    }

    /** Adds a product exactly. */
    public void addProduct(int at, long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
            add(at, low);
        } else {
            spill(at, BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
        }
    }

    private void spill(int at, BigInteger more) {
        spill.merge(at, more, BigInteger::add);
    }

    /** Adds one of other sums. */
    public void combine(int at, ExactSums other, int otherAt) {
        add(at, other.sums[otherAt]);
        BigInteger more = other.spill.get(otherAt);
        if (more != null) {
            spill(at, more);
        }
    }

    private BigInteger exact(int at) {
        return spill.getOrDefault(at, BigInteger.ZERO).add(BigInteger.valueOf(sums[at]));
    }

    /** Writes a sum: what fits a long, and the rest. The same sum is written the same, whatever it was made of. */
    public void write(int at, StateWriter out) {
        BigInteger exact = exact(at);
        long low = exact.longValue();
        out.number(low);
        out.bytes(exact.subtract(BigInteger.valueOf(low)).toByteArray());
    }

    /** Adds a written state. */
    public void read(int at, StateReader in) {
        add(at, in.number());
        BigInteger more = new BigInteger(in.bytes());
        if (more.signum() != 0) {
            spill(at, more);
        }
    }

    /** Returns a sum, or empty when it does not fit a long. */
    public OptionalLong value(int at) {
        if (!spill.containsKey(at)) {
            return OptionalLong.of(sums[at]);
        }
        BigInteger exact = exact(at);
        return exact.bitLength() < Long.SIZE ? OptionalLong.of(exact.longValueExact()) : OptionalLong.empty();
    }
}
