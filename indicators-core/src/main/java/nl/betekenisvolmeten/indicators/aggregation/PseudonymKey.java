package nl.betekenisvolmeten.indicators.aggregation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * A secret that organisations share to make pseudonyms which match between them: HMAC-SHA-256 (RFC 2104) of a period and
 * an identity. Who lacks the secret cannot go back to the identity, nor link two periods. The secret is the caller's; it
 * is not stored or shown anywhere. Not thread-safe.
 */
public final class PseudonymKey {

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

    private PseudonymKey(Mac mac) {
        this.mac = mac;
    }

    /**
     * Returns the key with a secret.
     *
     * @param secret at least 16 bytes; the caller wipes them afterwards
     * @return the key
     * @throws IllegalArgumentException if there are fewer
     */
    public static PseudonymKey of(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("secret must have at least " + LEAST_BYTES + " bytes: " + secret.length);
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return new PseudonymKey(mac);
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
