package nl.betekenisvolmeten.indicators.formats.definition;

import java.time.LocalDate;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger;

/**
 * A delivery in a ledger of deliveries, and how its file is known.
 *
 * @param version the delivery
 * @param file the name of its file, without folder; empty when only its hash was written down, or it came without a file
 * @param received the day it came in; empty when it was not written down
 */
public record LedgerEntry(DeliveryLedger.Version version, Optional<String> file, Optional<LocalDate> received) {

    /**
     * Whether a file is this delivery: by its bytes where the ledger has their hash, by its name otherwise.
     *
     * @param name the file's name
     * @param sha256 the hash of its bytes
     * @return false for another file
     */
    public boolean isOf(String name, String sha256) {
        return version.hash().isEmpty()
                ? file.filter(name::equals).isPresent()
                : version.hash().equals(sha256);
    }
}
