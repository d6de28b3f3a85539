package nl.betekenisvolmeten.indicators.coverage;

import java.util.Set;
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
 * @param formats the names of the formats that it reports in, such as {@code telformat-gebiedsgericht}; empty when the
 *     agreement does not say which
 */
public record ReportingAgreement(
        KvkNumber reporter, String area, Validity validity, int dueAfterDays, Set<String> formats) {

    /** @throws IllegalArgumentException if {@code dueAfterDays} is negative */
    public ReportingAgreement {
        if (dueAfterDays < 0) {
            throw new IllegalArgumentException("dueAfterDays must not be negative: " + dueAfterDays);
        }
        formats = Set.copyOf(formats);
    }

    /**
     * Returns whether a report in a format may be expected under this agreement.
     *
     * @param format the name of the format
     * @return true if the agreement names the format, or none at all
     */
    public boolean covers(String format) {
        return formats.isEmpty() || formats.contains(format);
    }

    /** Returns whether a report is expected for a period. */
    boolean isFor(Period period) {
        return validity.contains(period);
    }
}
