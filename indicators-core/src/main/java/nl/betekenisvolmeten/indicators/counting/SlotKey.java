package nl.betekenisvolmeten.indicators.counting;

import java.util.Comparator;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * Which records are counted together.
 *
 * @param period when
 * @param area where
 * @param activity which activity
 * @param targetGroup for whom
 */
record SlotKey(Period period, String area, String activity, String targetGroup) implements Comparable<SlotKey> {

    private static final Comparator<SlotKey> ORDER = Comparator.comparing(SlotKey::period)
            .thenComparing(SlotKey::area)
            .thenComparing(SlotKey::activity)
            .thenComparing(SlotKey::targetGroup);

    @Override
    public int compareTo(SlotKey other) {
        return ORDER.compare(this, other);
    }
}
