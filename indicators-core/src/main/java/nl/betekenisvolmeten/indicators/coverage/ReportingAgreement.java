package nl.betekenisvolmeten.indicators.coverage;

import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;

/**
 * An organisation reports about an area in each period in which the agreement holds.
 *
 * @param reporter the organisation
 * @param area the area as the counting format writes it, such as {@code Laak}
 * @param validity the periods: from when the organisation works there until it stops
 * @param dueAfterDays how many days after the end of a period its report is due, 0 or more
 */
public record ReportingAgreement(KvkNumber reporter, String area, Validity validity, int dueAfterDays) {

    /** @throws IllegalArgumentException if {@code dueAfterDays} is negative */
    public ReportingAgreement {
        if (dueAfterDays < 0) {
            throw new IllegalArgumentException("dueAfterDays must not be negative: " + dueAfterDays);
        }
    }

    /** Whether a report is expected of a period. */
    boolean isFor(Period period) {
        return validity.contains(period);
    }
}
