package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.validation.RuleSet.CellCheck;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Reads what a failed check gives. */
public final class VerdictLoader {

    /** The verdicts of a format that does not name its own. */
    public static final Map<CellCheck, Verdict> USUAL = usual();

    private VerdictLoader() {}

    private static Map<CellCheck, Verdict> usual() {
        Map<CellCheck, Verdict> verdicts = new EnumMap<>(CellCheck.class);
        Set<CellCheck> values = EnumSet.range(CellCheck.REQUIRED, CellCheck.POSSIBLE_NUMBER);
        values.remove(CellCheck.EXPECTED);
        values.forEach(check ->
                verdicts.put(check, new Verdict(FindingCode.of("TF-V0" + (verdicts.size() + 1)), Severity.ERROR)));
        verdicts.put(CellCheck.NO_PERSONAL_DATA, new Verdict(FindingCode.of("TF-P01"), Severity.ERROR));
        verdicts.put(CellCheck.NO_FORMULA, new Verdict(FindingCode.of("TF-X01"), Severity.WARNING));
        verdicts.put(CellCheck.CODE_NOT_NAME, new Verdict(FindingCode.of("TF-W01"), Severity.WARNING));
        verdicts.put(CellCheck.NOTATION, new Verdict(FindingCode.of("TF-W02"), Severity.WARNING));
        verdicts.put(CellCheck.SPREADSHEET, new Verdict(FindingCode.of("TF-W04"), Severity.WARNING));
        return verdicts;
    }

    /** Reads {@code code} and {@code severity} of an object that may have more. */
    public static Optional<Verdict> part(ObjectReader in) {
        Optional<FindingCode> code = in.parsed("code", FindingCode::of, "TF-V02");
        Severity severity = in.choiceOr(Severity.ERROR, "severity");
        return in.attempt(() -> new Verdict(code.orElseThrow(), severity));
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

    /**
     * Reads the verdicts of checks. Absent ones are as usual, except that of values changed by a spreadsheet, which
     * defaults to that of notation.
     */
    public static Map<CellCheck, Verdict> checks(ObjectReader in) {
        Map<String, CellCheck> checks = Values.byName(CellCheck.class);
        Map<CellCheck, Verdict> verdicts = new EnumMap<>(USUAL);
        verdicts.remove(CellCheck.SPREADSHEET);
        checks.keySet().stream()
                .filter(in::has)
                .forEach(name -> in.object(name)
                        .flatMap(inner -> part(inner).flatMap(verdict -> inner.build(() -> verdict)))
                        .ifPresent(verdict -> verdicts.put(checks.get(name), verdict)));
        for (String name : in.names()) {
            if (!checks.containsKey(name)) {
                in.fail().notAllowed(in.spot(name), name, name, checks.keySet());
            }
        }
        return verdicts;
    }
}
