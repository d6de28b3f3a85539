package nl.betekenisvolmeten.indicators.formats.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.IndicatorsException;

/** The hash of the bytes that are read, where it is asked for. */
final class Hashing {

    private static final int BUFFER = 1 << 16;

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

    /** Reads what is left of those bytes; gives the hash of all, in hexadecimal, where it is asked for. */
    Optional<String> finish(InputStream in) throws IOException {
        if (!asked) {
            return Optional.empty();
        }
        byte[] buffer = new byte[BUFFER];
        while (in.read(buffer) >= 0) {
            // counts as it is read
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }
}
