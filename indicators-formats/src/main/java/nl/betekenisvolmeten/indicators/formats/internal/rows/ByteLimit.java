package nl.betekenisvolmeten.indicators.formats.internal.rows;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/** The number of bytes that a delivery may have. */
public final class ByteLimit {

    /** The delivery has more bytes than the limit. */
    public static final FindingCode TOO_LARGE = FindingCode.of("TF-S08");

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
        OptionalLong size = source.size();
        boolean longer = size.isPresent() ? size.getAsLong() > limits.bytes() : hasMore(source, limits.bytes());
        if (longer) {
            throw new UnreadableException(UnreadableException.Reason.TOO_MANY_BYTES);
        }
    }

    private static boolean hasMore(DeliverySource source, long limit) throws IOException {
        try (InputStream in = source.open()) {
            in.skipNBytes(limit);
            return in.read() >= 0;
        } catch (EOFException e) {
            return false;
        }
    }

    /**
     * Returns the finding for a delivery that {@link #check} refused.
     *
     * @param source the delivery
     * @param limits how much is read
     * @param place where the delivery is
     * @return the finding, with the limit in bytes
     */
    public static Finding finding(DeliverySource source, ReadLimits limits, Location place) {
        boolean held = source.size().orElse(0) < Long.MAX_VALUE;
        long limit = held ? limits.bytes() : Math.min(limits.bytes(), DeliverySource.MAX_HELD);
        return Finding.of(TOO_LARGE, Severity.ERROR, place, Map.of("limit", Long.toString(limit)));
    }
}
