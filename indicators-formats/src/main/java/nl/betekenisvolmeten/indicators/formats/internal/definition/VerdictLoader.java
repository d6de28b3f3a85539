package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Reads what a failed check gives. */
public final class VerdictLoader {

    private VerdictLoader() {}

    /** Reads {@code code} and {@code severity} of an object that may have more. */
    public static Optional<Verdict> part(ObjectReader in) {
        Optional<FindingCode> code = in.parsed("code", FindingCode::of, "TF-V02");
        Optional<Severity> severity = in.choice("severity", Severity.class);
        return in.attempt(() -> new Verdict(code.orElseThrow(), severity.orElseThrow()));
    }

    /**
     * Reads a rule of any kind: first the verdict, then its kind, then what that needs.
     *
     * @param kinds the kinds of rule
     * @param reader reads what a kind needs, to be made once all of the object is read
     */
    public static <K extends Enum<K>, R> Optional<R> rule(
            ObjectReader in, Class<K> kinds, Function<K, Function<Verdict, R>> reader) {
        Optional<Verdict> verdict = part(in);
        return in.choice("kind", kinds)
                .map(reader)
                .flatMap(maker -> in.build(() -> maker.apply(verdict.orElseThrow())));
    }

    /** Reads a verdict for each of the checks; those of spreadsheets and of expected numbers may be left out. */
    public static Map<RuleSet.CellCheck, Verdict> checks(ObjectReader in) {
        Map<String, RuleSet.CellCheck> checks = Values.byName(RuleSet.CellCheck.class);
        Map<RuleSet.CellCheck, Verdict> verdicts = new EnumMap<>(RuleSet.CellCheck.class);
        checks.forEach((name, check) -> {
            boolean needed = check != RuleSet.CellCheck.SPREADSHEET && check != RuleSet.CellCheck.EXPECTED;
            if (needed || in.has(name)) {
                in.object(name)
                        .flatMap(inner -> part(inner).flatMap(verdict -> inner.build(() -> verdict)))
                        .ifPresent(verdict -> verdicts.put(check, verdict));
            }
        });
        for (String name : in.names()) {
            if (!checks.containsKey(name)) {
                in.fail().notAllowed(in.spot(name), name, name, checks.keySet());
            }
        }
        return verdicts;
    }
}
