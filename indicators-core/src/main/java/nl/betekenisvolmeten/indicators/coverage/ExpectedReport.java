package nl.betekenisvolmeten.indicators.coverage;

import java.util.Comparator;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * One report: who, about where, of when.
 *
 * @param period of when
 * @param area about where, as the counting format writes it
 * @param reporter who
 */
public record ExpectedReport(Period period, String area, KvkNumber reporter) implements Comparable<ExpectedReport> {

    private static final Comparator<ExpectedReport> ORDER = Comparator.comparing(ExpectedReport::period)
            .thenComparing(ExpectedReport::area)
            .thenComparing(ExpectedReport::reporter);

    @Override
    public int compareTo(ExpectedReport other) {
        return ORDER.compare(this, other);
    }
}
