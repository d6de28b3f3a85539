package nl.betekenisvolmeten.indicators.formats.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** Reports faults in a small CSV table of the user, such as inhabitants or totals. All findings are errors. */
final class TableErrors {

    private static final FindingCode MISSING_COLUMN = FindingCode.of("TF-S01");
    private static final FindingCode COLUMN_TWICE = FindingCode.of("TF-S03");
    private static final FindingCode RAGGED = FindingCode.of("TF-S04");
    private static final FindingCode TWICE = FindingCode.of("TF-R05");

    private final Location place;
    private final Findings.Collector findings = Findings.Collector.withDefaults();

    TableErrors(DeliverySource source) {
        place = Location.of(source.name());
    }

    Location place() {
        return place;
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void add(FindingCode code, Location where, Map<String, String> arguments) {
        add(Finding.of(code, Severity.ERROR, where, arguments));
    }

    /** Reports a cell that cannot be read. */
    void cell(FindingCode code, Location where, String column, String text) {
        add(code, where.withColumn(column), Map.of("column", column, Finding.VALUE, text));
    }

    void missing(String column, List<String> names, Location where) {
        add(MISSING_COLUMN, where.withColumn(column), Map.of("column", column, "headers", String.join(", ", names)));
    }

    void columnTwice(String column, Location where) {
        add(COLUMN_TWICE, where.withColumn(column), Map.of("column", column));
    }

    /**
     * Reports a row about the same subject as an earlier one.
     *
     * @param details arguments of the message in addition to the two rows, such as the reason
     */
    void rowTwice(Location where, long first, Map<String, String> details) {
        Map<String, String> arguments = new HashMap<>(details);
        arguments.put("row", Long.toString(where.row().orElseThrow()));
        arguments.put("first_row", Long.toString(first));
        add(TWICE, where, arguments);
    }

    /** Returns whether a row does not have one cell for each column, which is reported as an error. */
    boolean isRagged(RawRow row, int width) {
        if (row.cells().size() == width) {
            return false;
        }
        Map<String, String> counts = Map.of(
                "expected",
                Integer.toString(width),
                "found",
                Integer.toString(row.cells().size()));
        add(RAGGED, place.withRow(row.number()), counts);
        return true;
    }

    boolean isEmpty() {
        return findings.count(Severity.ERROR) == 0;
    }

    Findings toFindings() {
        return findings.toFindings();
    }
}
