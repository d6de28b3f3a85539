package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;

/** What is found when deliveries are compared with each other, and with what was agreed. */
enum ContextCodes {
    MISSING("BM-K03", Severity.WARNING),
    LATE("BM-K04", Severity.WARNING),
    UNEXPECTED("BM-K05", Severity.NOTE),
    PERIOD("BM-K06", Severity.NOTE),
    REPLACED("BM-K07", Severity.WARNING),
    WITHDRAWN("BM-K08", Severity.WARNING),
    REFUSED("BM-K09", Severity.WARNING),
    NOT_LISTED("BM-K10", Severity.WARNING),
    NOT_IN_LEDGER("BM-K11", Severity.NOTE),
    ABSENT("BM-K12", Severity.WARNING),
    CORRECTED("BM-K13", Severity.NOTE),
    OTHER_REPORTER("BM-K14", Severity.WARNING),
    SUCCEEDED("BM-K15", Severity.NOTE),
    OTHER_FORMAT("BM-K16", Severity.WARNING),
    LINKED("BM-K17", Severity.NOTE),
    NO_COLUMN("BM-K18", Severity.WARNING),
    CONVERTED("BM-K19", Severity.WARNING),
    CONTRADICTED("BM-K20", Severity.ERROR),
    REPEATED("BM-K21", Severity.WARNING),
    NOT_ACCEPTED("BM-K22", Severity.WARNING);

    private final String code;
    private final Severity severity;

    ContextCodes(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    Finding finding(Map<String, String> arguments) {
        return Finding.of(FindingCode.of(code), severity, arguments);
    }
}
