package nl.betekenisvolmeten.indicators.table.internal;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Numbers for pairs of numbers, from 0 in the order in which the pairs were first seen: a hash table with open addressing,
 * in arrays.
 */
public final class PairNumbers {

    private static final int FIRST_CAPACITY = 16;
    private static final int NONE = -1;

    /** The fractional part of the golden ratio in 64 bits: multiplying by it spreads keys (Knuth, TAOCP 3, section 6.4). */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** For each place the number of a pair plus one; 0 where there is none. */
    private int[] places = new int[2 * FIRST_CAPACITY];

    /** Leaves as many high bits of a product as there are places. */
    private int shift = Integer.numberOfLeadingZeros(2 * FIRST_CAPACITY) + Integer.SIZE + 1;

    private long[] pairs = new long[FIRST_CAPACITY];
    private int size;
    /** The pairs with each left number, as a linked list: the last one, and for each the one before it. */
    private int[] last = {};

    private int[] before = {};
    private int linked;

    public int size() {
        return size;
    }

    public int left(int number) {
        return (int) (pairs[number] >>> Integer.SIZE);
    }

    public int right(int number) {
        return (int) pairs[number];
    }

    /** Returns the number of a pair; the next free one where it has none yet. */
    public int number(int left, int right) {
        long pair = ((long) left << Integer.SIZE) | right;
        int at = (int) ((pair * SPREAD) >>> shift);
        int first = places[at] - 1;
        return first >= 0 && pairs[first] == pair ? first : search(at, pair);
    }

    private int search(int first, long pair) {
        int at = first;
        while (places[at] != 0) {
            int number = places[at] - 1;
            if (pairs[number] == pair) {
                return number;
            }
            at = (at + 1) & (places.length - 1);
        }
        return add(at, pair);
    }

    private int add(int at, long pair) {
        int number = size++;
        places[at] = number + 1;
        pairs[number] = pair;
        if (size == pairs.length) {
            grow();
        }
        return number;
    }

    private void grow() {
        pairs = Arrays.copyOf(pairs, 2 * size);
        places = new int[4 * size];
        shift--;
        for (int number = 0; number < size; number++) {
            int at = (int) ((pairs[number] * SPREAD) >>> shift);
            while (places[at] != 0) {
                at = (at + 1) & (places.length - 1);
            }
            places[at] = number + 1;
        }
    }

    /** Performs the action for the number of each pair with the given left number. */
    public void each(int left, IntConsumer action) {
        link();
        for (int number = left < last.length ? last[left] : NONE; number != NONE; number = before[number]) {
            action.accept(number);
        }
    }

    /** Puts pairs that are new in the lists. */
    private void link() {
        if (linked == size) {
            return;
        }
        before = Arrays.copyOf(before, pairs.length);
        for (; linked < size; linked++) {
            int left = left(linked);
            if (left >= last.length) {
                int had = last.length;
                last = Arrays.copyOf(last, 2 * left + 1);
                Arrays.fill(last, had, last.length, NONE);
            }
            before[linked] = last[left];
            last[left] = linked;
        }
    }
}
