package nl.betekenisvolmeten.indicators.coverage;

import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * A delivery as it was received.
 *
 * @param reporter who delivered
 * @param period of when
 * @param format the name of the format, without its version: a later version replaces an earlier one
 * @param number its place in the order of receipt of all deliveries, 1 or more
 * @param kind what it does to what was there
 * @param valid whether it was accepted; one that was not changes nothing
 * @param hash the SHA-256 of its bytes, by which it is kept and found again; empty when it was not written down
 */
public record DeliveryVersion(
        KvkNumber reporter, Period period, String format, long number, Kind kind, boolean valid, String hash) {

    /** What a delivery does to what was there. */
    public enum Kind {
        /** All rows of an organisation and period: it replaces what was there. */
        SNAPSHOT,
        /** The rows that change, by their key, on top of what is there. */
        CORRECTION,
        /** It takes back all that was there. */
        WITHDRAWAL
    }

    /** @throws IllegalArgumentException if the number is not positive */
    public DeliveryVersion {
        if (number < 1) {
            throw new IllegalArgumentException("deliveries are numbered from 1, not " + number);
        }
    }
}
