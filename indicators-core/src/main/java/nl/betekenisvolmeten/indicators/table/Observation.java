package nl.betekenisvolmeten.indicators.table;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One checked row: a code for each dimension and a number, or its absence, for each measure of a
 * {@link TableStructure}. Numbers are whole multiples of 10<sup>-scale</sup> of their measure. Immutable.
 */
public final class Observation {

    private final String[] codes;
    private final long[] values;
    private final boolean[] known;

    private Observation(String[] codes, long[] values, boolean[] known) {
        this.codes = codes;
        this.values = values;
        this.known = known;
    }

    /**
     * Returns a row.
     *
     * @param codes a code for each dimension, in the structure's order
     * @param values a number for each measure, in the structure's order; ignored where not known
     * @param known whether each number was delivered
     * @return the row, a copy
     * @throws IllegalArgumentException if values and known differ in length
     */
    public static Observation of(String[] codes, long[] values, boolean[] known) {
        if (values.length != known.length) {
            throw new IllegalArgumentException(
                    "values and marks must be as many: " + values.length + ", " + known.length);
        }
        return new Observation(codes.clone(), values.clone(), known.clone());
    }

    /**
     * Returns a row with the same numbers under other codes.
     *
     * @param others a code for each dimension, in the order of the other row's structure
     * @return the row
     */
    public Observation withCodes(String[] others) {
        return new Observation(others.clone(), values, known);
    }

    /**
     * Returns a row with another code in one dimension.
     *
     * @param dimension the index in the structure
     * @param code its code
     * @return the row; this one where it has that code
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public Observation withCode(int dimension, String code) {
        if (codes[dimension].equals(code)) {
            return this;
        }
        String[] others = codes.clone();
        others[dimension] = code;
        return new Observation(others, values, known);
    }

    /**
     * Returns a row in which some numbers are zero, delivered or not.
     *
     * @param measures the indexes in the structure
     * @return the row
     * @throws IndexOutOfBoundsException if there is no such measure
     */
    public Observation withZeros(Set<Integer> measures) {
        long[] others = values.clone();
        boolean[] delivered = known.clone();
        for (int measure : measures) {
            others[measure] = 0;
            delivered[measure] = true;
        }
        return new Observation(codes, others, delivered);
    }

    /**
     * Returns the number of dimensions.
     *
     * @return a count
     */
    public int dimensions() {
        return codes.length;
    }

    /**
     * Returns the number of measures.
     *
     * @return a count
     */
    public int measures() {
        return values.length;
    }

    /**
     * Returns a dimension's code.
     *
     * @param dimension the index in the structure
     * @return the code
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public String code(int dimension) {
        return codes[dimension];
    }

    /**
     * Returns whether a number was delivered. An empty cell is not zero.
     *
     * @param measure the index in the structure
     * @return false when the cell was empty
     * @throws IndexOutOfBoundsException if there is no such measure
     */
    public boolean isKnown(int measure) {
        return known[measure];
    }

    /**
     * Returns a measure's number.
     *
     * @param measure the index in the structure
     * @return the number as a multiple of 10<sup>-scale</sup>; empty when the cell was empty
     * @throws IndexOutOfBoundsException if there is no such measure
     */
    public OptionalLong value(int measure) {
        return known[measure] ? OptionalLong.of(values[measure]) : OptionalLong.empty();
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Observation that)
                || !Arrays.equals(codes, that.codes)
                || !Arrays.equals(known, that.known)) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if (known[i] && values[i] != that.values[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = Arrays.hashCode(codes);
        for (int i = 0; i < values.length; i++) {
            hash = 31 * hash + (known[i] ? Long.hashCode(values[i]) : 7);
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Arrays.toString(codes));
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? " " : ", ").append(known[i] ? Long.toString(values[i]) : "-");
        }
        return text.toString();
    }
}
