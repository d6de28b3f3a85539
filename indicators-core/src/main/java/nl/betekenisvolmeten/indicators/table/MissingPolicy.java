package nl.betekenisvolmeten.indicators.table;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of a total when part of what it should be made of did not come in: a cell that was left empty, a row that was
 * rejected, or a report that is not there. Where nothing came in at all, a total is missing: what is missing is never taken
 * for zero. A ratio or mean with an incomplete part has no value and no bounds.
 */
public sealed interface MissingPolicy {

    /**
     * The total of what came in, which is {@linkplain nl.betekenisvolmeten.indicators.model.CellValue.Incomplete incomplete}
     * where a cell was left empty, a row was rejected, or a report is missing that was agreed. Where nothing was agreed, the
     * coverage says which reports there are.
     */
    record AddUp() implements MissingPolicy {}

    /** No total. */
    record Refuse() implements MissingPolicy {}

    /**
     * Bounds: at least what came in, at most that, the values that can be read of rejected rows, and a ceiling for each other
     * part that did not come in. Without a ceiling the upper bound is not known where such a part is missing; persons are
     * held by the inhabitants where these are given.
     *
     * @param ceilings for a figure, what one part that is missing can be at most; parts are not negative
     */
    record Bound(Map<String, BigDecimal> ceilings) implements MissingPolicy {
        /** @throws IllegalArgumentException if a ceiling is negative */
        public Bound {
            ceilings = Collections.unmodifiableMap(new TreeMap<>(ceilings));
            ceilings.forEach((figure, ceiling) -> {
                if (ceiling.signum() < 0) {
                    throw new IllegalArgumentException("ceiling of " + figure + " must not be negative: " + ceiling);
                }
            });
        }
    }

    /**
     * Returns the word in files.
     *
     * @return {@code addup}, {@code refuse} or {@code bound}
     */
    default String code() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
