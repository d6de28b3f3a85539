package nl.betekenisvolmeten.indicators.examples.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.Delivery;
import nl.betekenisvolmeten.indicators.formats.Indicators;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/** Checks an upload, with limits on its size and on the time that this takes. */
public final class CheckUpload {

    private static final ReadLimits LIMITS =
            ReadLimits.withDefaults().withBytes(4 << 20).withRows(10_000);
    private static final Indicators INDICATORS = Indicators.bundled(); // immutable: one for all uploads

    private CheckUpload() {}

    /**
     * Checks an upload.
     *
     * @param name the name of the file, as the sender gave it
     * @param upload the bytes; at most one more than the limit is read
     * @param longest how long the check may take
     * @return what is wrong, in words; empty for a delivery without an error
     * @throws IOException if the upload cannot be read
     */
    public static List<String> check(String name, InputStream upload, Duration longest) throws IOException {
        DeliverySource source = DeliverySource.of(name, upload, LIMITS); // holds nothing of what is too large
        Instant end = Instant.now().plus(longest);
        Delivery delivery = INDICATORS
                .withReader(reader -> reader.withLimits(LIMITS)
                        .withProgress((bytes, rows) -> Instant.now().isBefore(end)))
                .read(source);
        return delivery.findings().hasErrors() ? delivery.messages(Language.NL) : List.of();
    }
}
