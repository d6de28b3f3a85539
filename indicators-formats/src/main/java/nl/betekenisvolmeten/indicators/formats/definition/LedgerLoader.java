package nl.betekenisvolmeten.indicators.formats.definition;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;

/** Reads a ledger of deliveries. */
final class LedgerLoader {

    private static final String FILE = "file";
    private static final String HASH = "sha256";
    private static final long MOST_NUMBERS = 1_000_000L;

    private final Map<String, String> formats = new TreeMap<>();

    LedgerLoader(Definitions definitions) {
        definitions
                .formats()
                .forEach(format -> formats.put(format.id().name(), format.id().name()));
    }

    Optional<LedgerEntry> read(ObjectReader in) {
        Optional<KvkNumber> reporter = ContextLoader.organisation(in, "organisation");
        Optional<Period> period = ContextLoader.period(in, "period");
        Optional<String> format = in.reference("format", formats);
        Optional<Long> number = in.whole("number", 1, MOST_NUMBERS);
        Optional<DeliveryLedger.Version.Kind> kind = in.choice("kind", DeliveryLedger.Version.Kind.class);
        Optional<Boolean> valid = in.has("valid") ? in.flag("valid") : Optional.of(true);
        Optional<String> file = file(in, kind);
        Optional<String> hash = in.parsedIfGiven(HASH, LedgerLoader::hash, "SHA-256");
        Optional<LocalDate> received = in.parsedIfGiven("received", AcceptanceLoader::date, "2026-04-02");
        return in.build(() -> new LedgerEntry(
                new DeliveryLedger.Version(
                        reporter.orElseThrow(),
                        period.orElseThrow(),
                        format.orElseThrow(),
                        number.orElseThrow(),
                        kind.orElseThrow(),
                        valid.orElseThrow(),
                        hash.orElse("")),
                file,
                received));
    }

    /** A delivery is known by its file or its hash; only a withdrawal may come without either. */
    private static Optional<String> file(ObjectReader in, Optional<DeliveryLedger.Version.Kind> kind) {
        boolean needed = !in.has(HASH) && !kind.equals(Optional.of(DeliveryLedger.Version.Kind.WITHDRAWAL));
        return needed ? in.text(FILE) : in.textIfGiven(FILE);
    }

    private static String hash(String text) {
        return Acceptance.checkedFingerprint(text.toLowerCase(Locale.ROOT));
    }
}
