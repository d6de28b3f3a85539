package nl.betekenisvolmeten.indicators.aggregation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * Counts different persons over organisations, exactly, from their pseudonyms of one period. It lives in one process and
 * only counts leave it: no pseudonym can be asked for. Parts come in any order. Not thread-safe.
 */
public final class MatchedCounter {

    private final Map<Key.Pseudonym, BitSet> persons = new HashMap<>();
    private final Map<String, Integer> parts = new TreeMap<>();

    /** Creates a counter without persons. */
    public MatchedCounter() {}

    /**
     * Records that a person was with an organisation. A second time changes nothing.
     *
     * @param part the organisation, activity or whatever the total is over
     * @param person the pseudonym
     */
    public void add(String part, Key.Pseudonym person) {
        int index = parts.computeIfAbsent(part, any -> parts.size());
        persons.computeIfAbsent(person, any -> new BitSet()).set(index);
    }

    /**
     * Returns the different persons of all parts.
     *
     * @return a count
     */
    public long persons() {
        return persons.size();
    }

    /**
     * Returns the different persons of a part.
     *
     * @param part the part
     * @return a count; 0 for a part without persons
     */
    public long persons(String part) {
        Integer index = parts.get(part);
        return index == null
                ? 0
                : persons.values().stream().filter(in -> in.get(index)).count();
    }

    /**
     * Returns the persons that two parts have in common.
     *
     * @param one the one part
     * @param other the other part
     * @return a count
     */
    public long shared(String one, String other) {
        Integer first = parts.get(one);
        Integer second = parts.get(other);
        return first == null || second == null
                ? 0
                : persons.values().stream()
                        .filter(in -> in.get(first) && in.get(second))
                        .count();
    }

    /**
     * Returns what was counted, for a ledger: how many all parts have together, and how many each two share.
     *
     * @param dimension the key whose codes the parts are
     * @param series the count of persons
     * @param where for which codes of other keys it holds, such as the period
     * @param basis who matched, and when
     * @return the overlaps; none with fewer than two parts
     */
    public List<OverlapLedger.Overlap> overlaps(
            String dimension, String series, Map<String, String> where, String basis) {
        List<String> names = List.copyOf(parts.keySet());
        List<OverlapLedger.Overlap> overlaps = new ArrayList<>();
        if (names.size() < 2) {
            return overlaps;
        }
        overlaps.add(new OverlapLedger.Overlap(
                dimension, series, where, new OverlapLedger.Overlap.Together(new TreeSet<>(names), persons()), basis));
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                OverlapLedger.Overlap.Shared shared = new OverlapLedger.Overlap.Shared(
                        names.get(i), names.get(j), shared(names.get(i), names.get(j)));
                overlaps.add(new OverlapLedger.Overlap(dimension, series, where, shared, basis));
            }
        }
        return overlaps;
    }

    /**
     * A secret that organisations share to make pseudonyms which match between them: HMAC-SHA-256 (RFC 2104) of a period and
     * an identity. Who lacks the secret cannot go back to the identity, nor link two periods. The secret is the caller's; it
     * is not stored or shown anywhere. Not thread-safe.
     */
    public static final class Key {

        private static final String ALGORITHM = "HmacSHA256";
        private static final int LEAST_BYTES = 16;

        /**
         * What stands for a person in one period; 128 bits of the code, so that two of a billion persons have the
         * same with a chance below 10<sup>-20</sup>.
         *
         * @param high the first 64 bits
         * @param low the next 64 bits
         */
        public record Pseudonym(long high, long low) {
            /** Returns a text that shows nothing of it. */
            @Override
            public String toString() {
                return "pseudonym";
            }
        }

        private final Mac mac;

        private Key(Mac mac) {
            this.mac = mac;
        }

        /**
         * Returns the key with a secret.
         *
         * @param secret at least 16 bytes; the caller wipes them afterwards
         * @return the key
         * @throws IllegalArgumentException if there are fewer
         */
        public static Key of(byte[] secret) {
            if (secret.length < LEAST_BYTES) {
                throw new IllegalArgumentException(
                        "secret must have at least " + LEAST_BYTES + " bytes: " + secret.length);
            }
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(secret, ALGORITHM));
                return new Key(mac);
            } catch (NoSuchAlgorithmException | InvalidKeyException e) {
                throw new IndicatorsException("this Java has no " + ALGORITHM, e);
            }
        }

        /**
         * Returns the pseudonym of a person in a period.
         *
         * @param identity what all organisations write the same for the same person
         * @param period the period; in another one the person has another pseudonym
         * @return the pseudonym
         * @throws IllegalArgumentException if the identity is blank
         */
        public Pseudonym pseudonym(String identity, Period period) {
            if (identity.isBlank()) {
                throw new IllegalArgumentException("identity must not be blank: in " + period);
            }
            mac.update(period.code().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            ByteBuffer code = ByteBuffer.wrap(mac.doFinal(identity.getBytes(StandardCharsets.UTF_8)));
            return new Pseudonym(code.getLong(), code.getLong());
        }

        /** Returns a text that shows nothing of it. */
        @Override
        public String toString() {
            return "pseudonym key";
        }
    }
}
