package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * Which areas are hidden in one period, of all counts about the same persons: those with few persons, and those without
 * which they could be worked out. What is hidden of an area is hidden of all these counts, as each of them says something
 * about the persons.
 */
final class HiddenAreas {

    private final CountedAreas counted;
    private final DisclosurePolicy policy;
    private final int period;
    private final ColumnName persons;
    private final List<Count> counts;
    private final boolean[] hidden;
    private final int few;

    HiddenAreas(CountedAreas counted, DisclosurePolicy policy, int period, ColumnName persons) {
        this.counted = counted;
        this.policy = policy;
        this.period = period;
        this.persons = persons;
        counts = counted.parts().stream()
                .flatMap(part -> part.counts().stream())
                .filter(count -> count.persons().equals(persons))
                .distinct()
                .toList();
        hidden = new boolean[counted.areas().size()];
        int primary = 0;
        for (int area = 0; area < hidden.length; area++) {
            hidden[area] = isAboutFew(area);
            primary += hidden[area] ? 1 : 0;
        }
        few = primary;
        hideOthers();
    }

    boolean isHidden(int area) {
        return hidden[area];
    }

    /** How many areas are hidden because few persons are behind their figures. */
    int few() {
        return few;
    }

    private CellValue value(Count count, int area) {
        return counted.value(count.measure(), period, area);
    }

    private boolean isPublished(Count count, int area) {
        return counted.parts().get(area).counts().stream()
                .anyMatch(other -> other.measure().equals(count.measure()));
    }

    private static boolean isZero(CellValue value) {
        return value.exact().filter(number -> number.signum() == 0).isPresent();
    }

    /** Whether the figures are not shown to be about enough persons. */
    private boolean isAboutFew(int area) {
        CellValue behind = counted.value(persons, period, area);
        List<CellValue> others = counts.stream()
                .filter(count -> isPublished(count, area))
                .map(count -> value(count, area))
                .filter(value -> !(value instanceof CellValue.Missing) && !isZero(value))
                .toList();
        if (others.isEmpty()) {
            return false;
        }
        BigDecimal least = behind.lowerBound().orElse(BigDecimal.ZERO);
        boolean contradicted = counts.stream()
                .filter(count -> count.onePerPerson() && isPublished(count, area))
                .map(count -> value(count, area).upperBound())
                .flatMap(Optional::stream)
                .anyMatch(most -> most.compareTo(least) < 0);
        return contradicted || least.compareTo(BigDecimal.valueOf(policy.threshold())) < 0;
    }

    /** Hides what else is needed so that no small count that bounds the number of persons can be worked out. */
    private void hideOthers() {
        for (Count count : counts) {
            if (count.onePerPerson() && !count.isPersons()) {
                long[] values = exactValues(count);
                if (values.length > 0) {
                    hideOthers(count, values);
                }
            }
        }
    }

    /** The values of a count; none where not all are known exactly. */
    private long[] exactValues(Count count) {
        long[] values = new long[hidden.length];
        for (int area = 0; area < hidden.length; area++) {
            CellValue value = value(count, area);
            Optional<BigDecimal> exact =
                    value instanceof CellValue.Missing ? Optional.of(BigDecimal.ZERO) : value.exact();
            if (exact.isEmpty() || !isPublished(count, area)) {
                return new long[0];
            }
            values[area] = exact.get().movePointRight(count.decimals()).longValueExact();
        }
        return values;
    }

    private void hideOthers(Count count, long[] values) {
        long scale = BigDecimal.ONE.movePointRight(count.decimals()).longValueExact();
        long threshold = policy.threshold() * scale;
        long[] lower = values.clone();
        long[] upper = values.clone();
        long[] costs = new long[values.length];
        boolean[] primary = new boolean[values.length];
        for (int area = 0; area < values.length; area++) {
            costs[area] = Math.max(1, values[area]);
            primary[area] = hidden[area] && values[area] > 0;
            if (values[area] > 0) {
                long[] range = Rounding.range(values[area], policy.rounding() * scale);
                lower[area] = Math.min(values[area], Math.max(range[0], threshold));
                upper[area] = range[1];
            }
        }
        Suppressor.Pattern pattern = Suppressor.hide(
                LinkedTables.of(List.of(counted.parents())),
                new Suppressor.Cells(values, lower, upper, costs, scale, new boolean[values.length]),
                new Suppressor.Demand(threshold, policy.level(), true),
                primary);
        for (int area = 0; area < values.length; area++) {
            hidden[area] |= pattern.hidden()[area];
        }
    }

    /**
     * Hides one more area near an area that can be derived too closely: the cheapest of its neighbours, of its parts, or else
     * the area around it.
     *
     * @return whether there was any
     */
    boolean hideNear(int area) {
        int parent = counted.parents()[area];
        List<Integer> near = new ArrayList<>();
        IntStream.range(0, hidden.length)
                .filter(other -> other != area && parent >= 0 && counted.parents()[other] == parent)
                .forEach(near::add);
        IntStream.range(0, hidden.length)
                .filter(other -> counted.parents()[other] == area)
                .forEach(near::add);
        Optional<Integer> next = near.stream()
                .filter(this::canHide)
                .min(Comparator.comparing(this::cost).thenComparing(other -> other))
                .or(() -> Optional.of(parent).filter(around -> around >= 0 && canHide(around)));
        next.ifPresent(found -> hidden[found] = true);
        return next.isPresent();
    }

    private boolean canHide(int area) {
        return !hidden[area]
                && counted.value(persons, period, area)
                        .upperBound()
                        .filter(most -> most.signum() > 0)
                        .isPresent();
    }

    private BigDecimal cost(int area) {
        return counts.stream()
                .filter(Count::boundsPersons)
                .flatMap(count -> value(count, area).upperBound().stream())
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }
}
