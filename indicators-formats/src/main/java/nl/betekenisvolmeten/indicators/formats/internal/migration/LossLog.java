package nl.betekenisvolmeten.indicators.formats.internal.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** What happened to rows, folded: one finding for all rows to which the same happened, however many. */
final class LossLog {

    static final Verdict DETAIL_LOST = new Verdict(FindingCode.of("TF-I31"), Severity.NOTE);
    static final Verdict COLUMN_ADDED = new Verdict(FindingCode.of("BM-M01"), Severity.NOTE);
    static final Verdict COMBINED = new Verdict(FindingCode.of("BM-M02"), Severity.NOTE);
    static final Verdict NOT_COMBINED = new Verdict(FindingCode.of("BM-M03"), Severity.ERROR);
    static final Verdict NOT_EXACT = new Verdict(FindingCode.of("BM-M04"), Severity.WARNING);
    static final Verdict OUTSIDE_VALIDITY = new Verdict(FindingCode.of("BM-M05"), Severity.NOTE);

    /** The rows that a finding names. */
    private static final int FIRST_ROWS = 5;

    /**
     * What happened.
     *
     * @param verdict the finding's code and severity
     * @param column the column; empty for the row as a whole
     * @param reason which of the code's reasons
     * @param details what is particular to it: codes, versions
     */
    record Event(Verdict verdict, String column, String reason, String details) {
        static Event of(Verdict verdict, ColumnName column, String reason, String details) {
            return new Event(verdict, column.value(), reason, details);
        }
    }

    private static final class Rows {
        private final List<Long> first = new ArrayList<>();
        private long count;

        void add(long row) {
            count++;
            if (first.size() < FIRST_ROWS) {
                first.add(row);
            }
        }

        String text() {
            String rows = first.stream().map(row -> Long.toString(row)).collect(Collectors.joining(", "));
            return count > first.size() ? rows + ", …" : rows;
        }
    }

    private final Map<Event, Rows> events = new LinkedHashMap<>();

    void add(Event event, long row) {
        events.computeIfAbsent(event, any -> new Rows()).add(row);
    }

    /** Reports a finding for each kind of event, in the order in which they first occurred. */
    void tell(Location place, Consumer<Finding> found) {
        events.forEach((event, rows) -> {
            Location where = place.withRow(rows.first.get(0));
            Map<String, String> arguments = Map.of(
                    "column", event.column(),
                    "reason", event.reason(),
                    "details", event.details(),
                    "count", Long.toString(rows.count),
                    "rows", rows.text());
            found.accept(Finding.of(
                    event.verdict().code(),
                    event.verdict().severity(),
                    event.column().isEmpty() ? where : where.withColumn(event.column()),
                    arguments));
        });
    }
}
