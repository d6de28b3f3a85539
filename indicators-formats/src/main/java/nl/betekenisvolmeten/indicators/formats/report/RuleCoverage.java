package nl.betekenisvolmeten.indicators.formats.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Acceptances;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery.QualityStatement;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Which rules were applied to a delivery: silence of a rule that was not applied says nothing. */
final class RuleCoverage {

    private static final FindingCode MISSING_COLUMN = FindingCode.of("TF-S01");
    private static final FindingCode COLUMN_TWICE = FindingCode.of("TF-S03");
    private static final FindingCode ROW_LENGTH = FindingCode.of("TF-S04");
    private static final FindingCode UNREADABLE = FindingCode.of("TF-S06");
    private static final FindingCode TOO_LARGE = FindingCode.of("TF-S08");
    private static final FindingCode NOT_RECOGNISED = FindingCode.of("TF-S07");
    private static final FindingCode KEYS_FULL = FindingCode.of("TF-I04");
    private static final FindingCode NOT_READ_FURTHER = FindingCode.of("TF-I05");
    private static final FindingCode STOPPED = FindingCode.of("TF-I06");
    static final FindingCode NOT_COMPARED = FindingCode.of("TF-I09");

    private static final String OTHER_FORMAT = "other_format";

    private static final Set<FindingCode> OF_THE_FILE = codes("TF-S05", "TF-S07");
    private static final Set<FindingCode> OF_THE_HEADER = codes("TF-S01", "TF-S02", "TF-S03", "TF-W03");

    /** Findings that say that not everything was examined or reported. */
    private static final Set<FindingCode> LIMITS = codes("TF-S08", "TF-I03", "TF-I04", "TF-I05", "TF-I06");

    private enum Applied {
        FULLY,
        PARTLY,
        NOT
    }

    private final Findings findings;
    private final Map<FindingCode, Applied> codes = new TreeMap<>();

    private RuleCoverage(Findings findings) {
        this.findings = findings;
    }

    /** Returns the coverage of a delivery whose format is not known. */
    static RuleCoverage of(DeliveryReport report) {
        RuleCoverage coverage = new RuleCoverage(report.findings());
        coverage.structure(report);
        return coverage;
    }

    static RuleCoverage of(DeliveryReport report, FormatDefinition format) {
        RuleCoverage coverage = of(report);
        coverage.rules(format, report);
        return coverage;
    }

    private static Set<FindingCode> codes(String... codes) {
        return Set.of(codes).stream().map(FindingCode::of).collect(Collectors.toSet());
    }

    private boolean has(FindingCode code) {
        return findings.count(code) > 0;
    }

    private void structure(DeliveryReport report) {
        boolean readable = report.rows() > 0 || !(has(UNREADABLE) || has(TOO_LARGE));
        boolean header = readable && report.format().isPresent() && !has(NOT_RECOGNISED);
        note(UNREADABLE, Applied.FULLY);
        OF_THE_FILE.forEach(code -> note(code, readable ? Applied.FULLY : Applied.NOT));
        OF_THE_HEADER.forEach(code -> note(code, header ? Applied.FULLY : Applied.NOT));
        note(ROW_LENGTH, report.rows() > 0 ? wholeFile() : Applied.NOT);
    }

    private Applied wholeFile() {
        return has(NOT_READ_FURTHER) || has(STOPPED) ? Applied.PARTLY : Applied.FULLY;
    }

    private void rules(FormatDefinition format, DeliveryReport report) {
        boolean hasRows = report.rows() > 0;
        Set<String> absent = absent();
        Applied cells = absent.isEmpty() ? wholeFile() : Applied.PARTLY;
        format.ruleSet().verdicts().values().forEach(verdict -> note(verdict.code(), hasRows ? cells : Applied.NOT));
        for (Rule rule : format.ruleSet().rules()) {
            note(rule.verdict().code(), hasRows ? applied(rule, absent) : Applied.NOT);
        }
        for (DeliveryRules.DeliveryRule rule : format.deliveryRules().rules()) {
            note(rule.verdict().code(), hasRows && report.compared() ? compared(rule) : Applied.NOT);
        }
    }

    /** Returns whether a rule was applied; with another version of the form only a caseload is compared. */
    private Applied compared(DeliveryRules.DeliveryRule rule) {
        List<String> reasons = findings.kept().stream()
                .filter(finding -> finding.code().equals(NOT_COMPARED))
                .map(finding -> finding.arguments().getOrDefault("reason", ""))
                .toList();
        if (reasons.contains(OTHER_FORMAT) && !(rule instanceof DeliveryRules.DeliveryRule.Continued)) {
            return Applied.NOT;
        }
        return reasons.isEmpty() || reasons.equals(List.of(OTHER_FORMAT)) ? wholeFile() : Applied.PARTLY;
    }

    private Applied applied(Rule rule, Set<String> absent) {
        List<String> columns = rule.columns().stream().map(ColumnName::value).toList();
        if (columns.stream().anyMatch(absent::contains)) {
            return Applied.NOT;
        }
        return rule instanceof Rule.UniqueKey && has(KEYS_FULL) ? Applied.PARTLY : wholeFile();
    }

    /** Returns the columns that are missing or appear more than once: their cells were not checked. */
    private Set<String> absent() {
        Set<String> absent = new HashSet<>();
        for (FoldedFinding folded : findings.folded()) {
            if (folded.code().equals(MISSING_COLUMN) || folded.code().equals(COLUMN_TWICE)) {
                folded.first().location().column().ifPresent(absent::add);
            }
        }
        return absent;
    }

    /**
     * Notes how far a code was applied. A code may stand for several checks; it was fully applied only if all of them
     * were.
     */
    private void note(FindingCode code, Applied applied) {
        codes.merge(code, applied, (before, now) -> before == now ? now : Applied.PARTLY);
    }

    private Set<FindingCode> codes(Applied applied) {
        return codes.keySet().stream()
                .filter(code -> codes.get(code) == applied)
                .collect(Collectors.toSet());
    }

    QualityStatement statement(DeliveryReport report, Acceptances.Applied explanations) {
        Findings open = explanations.open();
        Set<FindingCode> limits = new TreeSet<>(LIMITS);
        limits.retainAll(findings.countByCode().keySet());
        return new QualityStatement(
                report.rows(),
                report.rowsAccepted(),
                open.count(Severity.ERROR),
                open.count(Severity.WARNING),
                explanations.explained(),
                open.count(Severity.NOTE),
                codes(Applied.FULLY),
                codes(Applied.PARTLY),
                codes(Applied.NOT),
                limits);
    }
}
