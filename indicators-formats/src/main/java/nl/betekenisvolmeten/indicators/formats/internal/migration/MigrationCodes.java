package nl.betekenisvolmeten.indicators.formats.internal.migration;

import nl.betekenisvolmeten.indicators.finding.FindingCode;

/** Codes of findings about a conversion. */
final class MigrationCodes {

    static final FindingCode DETAIL_LOST = FindingCode.of("TF-I31");
    static final FindingCode COLUMN_ADDED = FindingCode.of("BM-M01");
    static final FindingCode COMBINED = FindingCode.of("BM-M02");
    static final FindingCode NOT_COMBINED = FindingCode.of("BM-M03");
    static final FindingCode NOT_EXACT = FindingCode.of("BM-M04");
    static final FindingCode OUTSIDE_VALIDITY = FindingCode.of("BM-M05");

    private MigrationCodes() {}
}
