package nl.betekenisvolmeten.indicators.table;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of a total when part of what it should be made of did not come in: an organisation that is expected and
 * did not report in a period, or a cell that was left empty. Where nothing came in at all, a total is missing under every
 * policy: what is missing is never taken for zero.
 */
public sealed interface MissingPolicy {

    /** The total of what came in; its coverage says what did not. */
    record AddUp() implements MissingPolicy {}

    /** No total. */
    record Refuse() implements MissingPolicy {}

    /**
     * Bounds: at least what came in, at most that and a ceiling for each part that did not. A figure without a ceiling
     * has no total, nor has a ratio or a mean; persons are held by the inhabitants where these are given.
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
