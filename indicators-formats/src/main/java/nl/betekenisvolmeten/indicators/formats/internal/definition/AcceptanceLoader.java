package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.finding.Acceptances;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;

/** Reads explanations of warnings. */
public final class AcceptanceLoader {

    private static final String REASON = "reason";
    private static final long MAX_ROWS = 10_000_000_000L;

    private AcceptanceLoader() {}

    /** Reads explanations. */
    public static Optional<Acceptances> read(ObjectReader in, String source) {
        in.ifGiven().text("file");
        List<Acceptance> all = new ArrayList<>();
        for (ObjectReader item : in.objects("explanations")) {
            if (isFilledIn(item)) {
                acceptance(item).ifPresent(all::add);
            }
        }
        return in.build(() -> new Acceptances(source, all));
    }

    /**
     * Returns whether an entry was filled in. A template has an entry for every warning; those whose reason is still blank
     * are ignored.
     */
    private static boolean isFilledIn(ObjectReader in) {
        return !in.peek(REASON).filter(String::isBlank).isPresent();
    }

    private static Optional<Acceptance> acceptance(ObjectReader in) {
        Optional<FindingCode> code = in.parsed("code", AcceptanceLoader::code, "TF-R07, no_personal_code");
        Optional<Long> row = in.ifGiven().whole("row", 1, MAX_ROWS);
        Optional<String> column = in.ifGiven().text("column");
        // what the warning said, for the reader of the file only
        in.ifGiven().text("message");
        Optional<String> fingerprint = in.parsed("fingerprint", Acceptance::checkedFingerprint, "SHA-256");
        Optional<String> reason =
                in.parsed(REASON, Acceptance::checkedReason, "1.." + Acceptance.MAX_REASON + ", no_personal_data");
        Optional<Audience> role = in.choice("role", Audience.class);
        Optional<LocalDate> date = in.parsed("date", Values::day, Problems.DAY_OF_EXPLANATION);
        return in.build(() -> new Acceptance(
                code.orElseThrow(),
                row.map(OptionalLong::of).orElse(OptionalLong.empty()),
                column,
                fingerprint.orElseThrow(),
                reason.orElseThrow(),
                role.orElseThrow(),
                date.orElseThrow()));
    }

    private static FindingCode code(String text) {
        FindingCode code = FindingCode.of(text);
        if (!Acceptance.isAcceptable(code)) {
            throw new IllegalArgumentException("personal data cannot be explained: " + code);
        }
        return code;
    }
}
