package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.validation.CellCheck;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Reads what a failed check gives. */
final class VerdictLoader {

    private VerdictLoader() {}

    /** Reads {@code code} and {@code severity} of an object that may have more. */
    static Optional<Verdict> part(ObjectReader in) {
        Optional<FindingCode> code = in.parsed("code", FindingCode::of, "TF-V02");
        Optional<Severity> severity = in.choice("severity", Severity.class);
        return in.attempt(() -> new Verdict(code.orElseThrow(), severity.orElseThrow()));
    }

    /** Reads a verdict for each of the checks, of which only the spreadsheet's may be left out. */
    static Map<CellCheck, Verdict> checks(ObjectReader in) {
        Map<String, CellCheck> checks = Values.byName(CellCheck.class);
        Map<CellCheck, Verdict> verdicts = new EnumMap<>(CellCheck.class);
        checks.forEach((name, check) -> {
            if (check != CellCheck.SPREADSHEET || in.names().contains(name)) {
                in.object(name)
                        .flatMap(inner -> part(inner).flatMap(verdict -> inner.build(() -> verdict)))
                        .ifPresent(verdict -> verdicts.put(check, verdict));
            }
        });
        for (String name : in.names()) {
            if (!checks.containsKey(name)) {
                in.scope().nameNotAllowed(name, checks.keySet());
            }
        }
        return verdicts;
    }
}
