package nl.betekenisvolmeten.indicators.formats.internal.rows;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.IndicatorsException;

/** The hash of a delivery, where it is asked for: it may cost more than everything else. */
public final class Hashing {

    private static final int BLOCK = 1 << 16;

    private final boolean asked;
    private final MessageDigest digest;
    private Optional<String> sha256 = Optional.empty();

    /**
     * Starts without any bytes.
     *
     * @param asked whether to compute the hash
     */
    public Hashing(boolean asked) {
        this.asked = asked;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IndicatorsException("this Java has no SHA-256", e);
        }
    }

    /**
     * Returns the same bytes; they count as they are read.
     *
     * @param in the delivery from its first byte
     * @return the bytes, to be read to their end
     */
    public InputStream of(InputStream in) {
        return asked ? new DigestInputStream(in, digest) : in;
    }

    /**
     * Reads the rest if the hash is needed.
     *
     * @param in a stream of {@link #of}
     * @throws IOException if it cannot be read
     */
    public void drain(InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        int read = asked ? in.read(block) : -1;
        while (read >= 0) {
            read = in.read(block);
        }
    }

    /**
     * Returns the hash of all bytes that were read.
     *
     * @return SHA-256 in hexadecimal; empty when it was not asked for
     */
    public Optional<String> sha256() {
        if (asked && sha256.isEmpty()) {
            sha256 = Optional.of(HexFormat.of().formatHex(digest.digest()));
        }
        return sha256;
    }
}
