package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Sums of longs that are exact in any order: what does not fit a long moves to a big integer, so that an overflow on the
 * way does no harm. Only a final sum beyond a long has no value.
 */
public final class ExactSums extends NodeNumbers {

    private final Map<Integer, BigInteger> spill = new HashMap<>();

    ExactSums(Level level) {
        super(level, 0);
    }

    @Override
    public void add(int at, long value) {
        long sum = numbers[at] + value;
        // the sign bit is set where the sum has another sign than both its terms (Hacker's Delight, section 2-13)
        if (((numbers[at] ^ sum) & (value ^ sum)) < 0) {
            spill(at, BigInteger.valueOf(numbers[at]));
            sum = value;
        }
        numbers[at] = sum;
    }

    /** Adds a product exactly. */
    void addProduct(int at, long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        // the high half of a product that fits contains only the sign
        if (high == low >> (Long.SIZE - 1)) {
            add(at, low);
        } else {
            spill(at, BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
        }
    }

    private void spill(int at, BigInteger more) {
        spill.merge(at, more, BigInteger::add);
    }

    @Override
    void add(int at, NodeNumbers others, int theirs) {
        super.add(at, others, theirs);
        BigInteger more = ((ExactSums) others).spill.get(theirs);
        if (more != null) {
            spill(at, more);
        }
    }

    private BigInteger exact(int at) {
        return spill.getOrDefault(at, BigInteger.ZERO).add(BigInteger.valueOf(of(at)));
    }

    /** Writes a sum: what fits a long, and the rest. The same sum is written the same, whatever it was made of. */
    @Override
    public void write(int at, StateWriter out) {
        BigInteger exact = exact(at);
        long low = exact.longValue();
        out.number(low);
        out.bytes(exact.subtract(BigInteger.valueOf(low)).toByteArray());
    }

    @Override
    public void read(int at, StateReader in) {
        super.read(at, in);
        BigInteger more = new BigInteger(in.bytes());
        if (more.signum() != 0) {
            spill(at, more);
        }
    }

    /** Returns a sum, or empty when it does not fit a long. */
    OptionalLong value(int at) {
        if (!spill.containsKey(at)) {
            return OptionalLong.of(of(at));
        }
        BigInteger exact = exact(at);
        return exact.bitLength() < Long.SIZE ? OptionalLong.of(exact.longValueExact()) : OptionalLong.empty();
    }
}
