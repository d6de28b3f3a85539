package nl.betekenisvolmeten.indicators.aggregation;

import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.coverage.ReportingAgreement;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Validity;

/**
 * Agreements and knowledge about organisations that affect totals. Every collector of rows uses all of it, so that a
 * cell has the same figure in each of them. Immutable.
 *
 * @param overlaps knowledge of persons who are in more than one part of a total
 * @param successions who took over from whom
 * @param agreements which organisation reports about which area
 * @param notComparable measures that meant something else for a while, and when: no total of them includes rows of that
 *     time
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
     * Returns a copy with measures that meant something else for a while, such as in an earlier version of a form.
     *
     * @param newNotComparable when each such measure meant something else
     * @return the copy
     */
    public Agreed withNotComparable(Map<ColumnName, Validity> newNotComparable) {
        return new Agreed(overlaps, successions, agreements, newNotComparable);
    }

    /**
     * Returns a copy with other knowledge of persons in more than one part of a total.
     *
     * @param newOverlaps the knowledge
     * @return the copy
     */
    public Agreed withOverlaps(OverlapLedger newOverlaps) {
        return new Agreed(newOverlaps, successions, agreements, notComparable);
    }
}
