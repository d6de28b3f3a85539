package nl.betekenisvolmeten.indicators.aggregation;

import java.util.List;
import nl.betekenisvolmeten.indicators.coverage.ReportingAgreement;
import nl.betekenisvolmeten.indicators.coverage.Succession;

/**
 * What was agreed that bears on totals. Every collector of rows takes it as a whole, so that the same cell has the same figure
 * in each of them. Immutable.
 *
 * @param overlaps what is known of persons in more than one part of a total
 * @param successions who took over from whom
 * @param agreements who reports about where
 */
public record Agreed(OverlapLedger overlaps, List<Succession> successions, List<ReportingAgreement> agreements) {

    /** Nothing was agreed. */
    public static final Agreed NOTHING = new Agreed(new OverlapLedger(List.of()), List.of(), List.of());

    public Agreed {
        successions = List.copyOf(successions);
        agreements = List.copyOf(agreements);
    }
}
