package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import nl.betekenisvolmeten.indicators.finding.FindingCode;

/** Codes of findings about a file as a whole: they come before a format is known, so no definition can name them. */
public final class DeliveryCodes {

    static final FindingCode MISSING_COLUMN = FindingCode.of("TF-S01");
    static final FindingCode UNKNOWN_COLUMN = FindingCode.of("TF-S02");
    static final FindingCode COLUMN_TWICE = FindingCode.of("TF-S03");
    static final FindingCode RAGGED_ROW = FindingCode.of("TF-S04");
    static final FindingCode NO_ROWS = FindingCode.of("TF-S05");
    static final FindingCode CONVERTED = FindingCode.of("TF-I10");
    public static final FindingCode NOT_RECOGNISED = FindingCode.of("TF-S07");
    static final FindingCode FOREIGN = FindingCode.of("TF-S09");
    static final FindingCode TOTAL_ROW = FindingCode.of("TF-W05");
    static final FindingCode NO_DATA = FindingCode.of("TF-W08");
    static final FindingCode NOT_MAPPED = FindingCode.of("TF-W09");
    static final FindingCode MERGED_CELLS = FindingCode.of("TF-W06");
    static final FindingCode HEADER_NOTATION = FindingCode.of("TF-W02");
    static final FindingCode HEADER_BELOW = FindingCode.of("TF-W03");
    static final FindingCode BROKEN_CHARACTER = FindingCode.of("TF-V12");
    static final FindingCode PERSONAL_DATA = FindingCode.of("TF-P01");
    static final FindingCode ENCODING = FindingCode.of("TF-I01");
    public static final FindingCode BLANK_ROWS = FindingCode.of("TF-I02");
    static final FindingCode FINDINGS_LIMIT = FindingCode.of("TF-I03");
    static final FindingCode NOT_READ_FURTHER = FindingCode.of("TF-I05");
    /** Reading was stopped. */
    public static final FindingCode STOPPED = FindingCode.of("TF-I06");

    static final FindingCode HIDDEN = FindingCode.of("TF-I07");
    static final FindingCode OTHER_SHEET = FindingCode.of("TF-I08");
    static final FindingCode NOT_COMPARED = FindingCode.of("TF-I09");

    private DeliveryCodes() {}
}
