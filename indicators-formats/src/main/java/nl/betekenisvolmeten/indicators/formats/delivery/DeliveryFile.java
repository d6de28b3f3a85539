package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * A file with a delivery.
 *
 * @param name its name, without folder
 * @param sha256 the hash of its bytes, in lower-case hexadecimals
 * @param format the format and version that it is written in, also where its rows are carried over to another version
 */
public record DeliveryFile(String name, String sha256, FormatId format) {

    private static final int BUFFER = 1 << 16;

    /**
     * Reads a source for its hash.
     *
     * @param source the file
     * @param format the format that it is written in
     * @return the file
     * @throws IOException if it cannot be read
     */
    public static DeliveryFile of(DeliverySource source, FormatId format) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = source.open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return new DeliveryFile(source.name(), HexFormat.of().formatHex(digest.digest()), format);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
