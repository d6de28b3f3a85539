package nl.betekenisvolmeten.indicators.formats.internal.json;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.IndicatorsException;

/** The hash of the bytes that are read, where it is asked for. */
final class Hashing {

    private final MessageDigest digest;
    private final boolean asked;

    Hashing(boolean asked) {
        this.asked = asked;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IndicatorsException("this Java has no SHA-256", e);
        }
    }

    /** The same bytes; they count as they are read. */
    InputStream of(InputStream in) {
        return asked ? new DigestInputStream(in, digest) : in;
    }

    /** The hash, in hexadecimal, of all that was read. */
    Optional<String> sha256() {
        return asked ? Optional.of(HexFormat.of().formatHex(digest.digest())) : Optional.empty();
    }
}
