package nl.betekenisvolmeten.indicators.aggregation;

import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.coverage.ReportingAgreement;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Validity;

/**
 * What is known of all rows together and bears on totals. Every collector of rows takes it as a whole, so that the same cell has
 * the same figure in each of them. Immutable.
 *
 * @param overlaps what is known of persons in more than one part of a total
 * @param successions who took over from whom
 * @param agreements who reports about where
 * @param notComparable measures that held something else, and when: they have no total with rows of that time
 */
public record Agreed(
        OverlapLedger overlaps,
        List<Succession> successions,
        List<ReportingAgreement> agreements,
        Map<ColumnName, Validity> notComparable) {

    /** Nothing was agreed. */
    public static final Agreed NOTHING = new Agreed(new OverlapLedger(List.of()), List.of(), List.of(), Map.of());

    public Agreed {
        successions = List.copyOf(successions);
        agreements = List.copyOf(agreements);
        notComparable = Map.copyOf(notComparable);
    }

    /**
     * Returns a copy with measures that held something else for a while, such as in an earlier version of a form.
     *
     * @param newNotComparable for such a measure, when it did
     * @return what is known
     */
    public Agreed withNotComparable(Map<ColumnName, Validity> newNotComparable) {
        return new Agreed(overlaps, successions, agreements, newNotComparable);
    }

    /**
     * Returns a copy with other knowledge of persons in more than one part of a total.
     *
     * @param newOverlaps what is known of them
     * @return what is known
     */
    public Agreed withOverlaps(OverlapLedger newOverlaps) {
        return new Agreed(newOverlaps, successions, agreements, notComparable);
    }
}
