package nl.betekenisvolmeten.indicators.formats.internal.migration;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.Measure;

/**
 * The number of one row that several make. Events and states of one period add up; persons do where no two rows can hold
 * the same one, or all but one row hold none, and so do events that rows may share; a mean is only known where the cases all lie in one row or the means are
 * equal. What one row did not deliver is not taken to be zero.
 */
record MeasureCombiner(FormatDefinition target) {

    enum Kind {
        /** The number is right. */
        EXACT,
        /** A row did not deliver it. */
        MISSING,
        /** Persons may be in several rows: the number is an upper bound. */
        PERSONS,
        /** Rows may be about the same events: the number is an upper bound. */
        SHARED,
        /** A mean of means would be rounded. */
        MEAN
    }

    /**
     * What became of a measure.
     *
     * @param kind how right it is
     * @param text the number, or empty when no row has one
     */
    record Outcome(Kind kind, String text) {}

    /** Combines a measure, given by the index of its column, over rows that are disjoint or not. */
    Outcome combine(Measure measure, int index, List<RowCombiner.Member> members, boolean disjoint) {
        List<String> texts =
                members.stream().map(member -> member.converted().get(index)).toList();
        if (texts.stream().allMatch(String::isEmpty)) {
            return new Outcome(Kind.EXACT, "");
        }
        if (texts.stream().anyMatch(String::isEmpty)) {
            return new Outcome(Kind.MISSING, "");
        }
        List<BigDecimal> numbers = texts.stream().map(Numbers::of).toList();
        if (measure instanceof Measure.Mean mean) {
            return mean(mean, texts, members);
        }
        String sum = Numbers.text(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        if (numbers.stream().filter(number -> number.signum() > 0).count() <= 1) {
            return new Outcome(Kind.EXACT, sum);
        }
        if (measure instanceof Measure.Distinct persons && !(persons.partitioned() && disjoint)) {
            return new Outcome(Kind.PERSONS, sum);
        }
        return new Outcome(measure instanceof Measure.Shared ? Kind.SHARED : Kind.EXACT, sum);
    }

    private Outcome mean(Measure.Mean mean, List<String> texts, List<RowCombiner.Member> members) {
        int weight = target.ruleSet().index(mean.weight()).orElseThrow();
        Set<BigDecimal> means = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            if (isPositive(members.get(i).converted().get(weight))) {
                means.add(Numbers.of(texts.get(i)).stripTrailingZeros());
            }
        }
        return means.size() == 1
                ? new Outcome(Kind.EXACT, Numbers.text(means.iterator().next()))
                : new Outcome(Kind.MEAN, "");
    }

    private static boolean isPositive(String weight) {
        return !weight.isEmpty() && Numbers.of(weight).signum() > 0;
    }
}
