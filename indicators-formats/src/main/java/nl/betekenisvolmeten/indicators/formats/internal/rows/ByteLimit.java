package nl.betekenisvolmeten.indicators.formats.internal.rows;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/** The number of bytes that a delivery may have. */
public final class ByteLimit {

    private ByteLimit() {}

    /**
     * Checks the number of bytes; counts them where the source does not know.
     *
     * @param source the delivery
     * @param limits how much is read
     * @throws IOException if the source cannot be read
     * @throws UnreadableException if there are more bytes than the limit, or more than could be held in memory
     */
    public static void check(DeliverySource source, ReadLimits limits) throws IOException, UnreadableException {
        if (source.exceeded().isPresent() || isLonger(source, limits.bytes())) {
            throw new UnreadableException(UnreadableException.Reason.TOO_MANY_BYTES);
        }
    }

    private static boolean isLonger(DeliverySource source, long limit) throws IOException {
        OptionalLong size = source.size();
        if (size.isPresent()) {
            return size.getAsLong() > limit;
        }
        try (InputStream in = source.open()) {
            in.skipNBytes(limit);
            return in.read() >= 0;
        } catch (EOFException e) {
            return false;
        }
    }
}
