package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * The hidden cells of all counts about the same persons: those with few persons, and those from which these could be
 * derived. A hidden cell is hidden for all these counts, as each of them says something about the persons.
 */
final class HiddenCells {

    private final CountedCells counted;
    private final DisclosurePolicy policy;
    private final ColumnName persons;
    private final List<Count> counts;
    private final boolean[] hidden;

    HiddenCells(CountedCells counted, Reporters reporters, ColumnName persons) {
        this.counted = counted;
        this.persons = persons;
        policy = counted.plan().policy();
        counts = counted.plan().counts().stream()
                .filter(count -> count.persons().equals(persons))
                .toList();
        hidden = new boolean[counted.tables().cells()];
        for (int cell = 0; cell < hidden.length; cell++) {
            hidden[cell] |= isAboutFew(cell)
                    || leavesFew(cell)
                    || !reporters.coalitions(persons, cell).isEmpty();
            hideGroup(cell, counted.guarded(cell));
        }
        hideOthers();
    }

    boolean isHidden(int cell) {
        return hidden[cell];
    }

    private CellValue value(Count count, int cell) {
        return counted.value(count.measure(), cell);
    }

    private boolean isPublished(Count count, int cell) {
        return counted.isPublished(count.measure(), cell);
    }

    static boolean isZero(CellValue value) {
        return value.exact().filter(number -> number.signum() == 0).isPresent();
    }

    /** Returns whether published figures are not known to be about enough persons. */
    private boolean isAboutFew(int cell) {
        CellValue behind = counted.value(persons, cell);
        List<CellValue> others = counts.stream()
                .filter(count -> isPublished(count, cell))
                .map(count -> value(count, cell))
                .filter(value -> !(value instanceof CellValue.Missing) && !isZero(value))
                .toList();
        if (others.isEmpty()) {
            return false;
        }
        BigDecimal least = behind.lowerBound().orElse(BigDecimal.ZERO);
        boolean contradicted = counts.stream()
                .filter(count -> count.onePerPerson() && isPublished(count, cell))
                .map(count -> value(count, cell).upperBound())
                .flatMap(Optional::stream)
                .anyMatch(most -> most.compareTo(least) < 0);
        return contradicted || least.compareTo(BigDecimal.valueOf(counted.threshold(cell))) < 0;
    }

    /**
     * Returns whether the published persons are all but few of other published persons: those of another count, or of a
     * larger area, a longer period or all categories.
     */
    private boolean leavesFew(int cell) {
        CellValue part = counted.value(persons, cell);
        // without anyone in the part, few left out are few in all, and hidden as such
        if (!counted.isPublished(persons, cell)
                || shown(part).filter(number -> number.signum() > 0).isEmpty()) {
            return false;
        }
        boolean ofAnother = counts.stream()
                .filter(Count::isPersons)
                .flatMap(count -> count.atMost().stream())
                .filter(whole -> counted.plan().counts().stream()
                        .anyMatch(count -> count.isPersons() && count.measure().equals(whole)))
                .filter(whole -> counted.isPublished(whole, cell))
                .map(whole -> counted.value(whole, cell))
                .anyMatch(whole -> shown(whole).isPresent() && isFew(whole, part, counted.threshold(cell)));
        return ofAnother
                || IntStream.range(0, counted.tables().trees())
                        .map(tree -> counted.tables().whole(cell, tree))
                        .filter(whole -> whole >= 0 && counted.isPublished(persons, whole))
                        .anyMatch(whole -> shown(counted.value(persons, whole))
                                .filter(all -> isFew(all, shown(part).orElseThrow(), counted.threshold(whole)))
                                .isPresent());
    }

    /**
     * Hides all codes of a cell, zeros too, if everyone has a code that nobody may find out. Where few have another code,
     * the small difference is hidden.
     */
    private void hideGroup(int whole, int[] parts) {
        int[] some = IntStream.of(parts).filter(part -> !isEmpty(part)).toArray();
        boolean everyone =
                IntStream.of(some).filter(counted::isGuarded).anyMatch(part -> some.length == 1 || isAll(part, whole));
        if (everyone) {
            IntStream.of(parts).forEach(part -> hidden[part] = true);
        }
    }

    /** Returns whether a zero may be hidden: not where the total is zero, as it would be derived from that. */
    private boolean mayHideZero(int cell) {
        int whole = counted.guardedWhole(cell);
        return whole >= 0 && !isEmpty(whole);
    }

    private boolean isEmpty(int cell) {
        CellValue value = counted.value(persons, cell);
        return value instanceof CellValue.Missing || isZero(value);
    }

    private boolean isAll(int part, int whole) {
        Optional<BigDecimal> least = counted.value(persons, part).lowerBound();
        Optional<BigDecimal> most = counted.value(persons, whole).upperBound();
        return least.flatMap(some -> most.filter(all -> all.compareTo(some) <= 0))
                .isPresent();
    }

    private Optional<BigDecimal> shown(CellValue value) {
        return Rounding.round(value, policy.rounding().base());
    }

    /** Returns whether a number leaves out few persons of another. */
    private static boolean isFew(CellValue whole, CellValue part, int threshold) {
        BigDecimal least =
                whole.lowerBound().orElseThrow().subtract(part.upperBound().orElseThrow());
        BigDecimal most =
                whole.upperBound().orElseThrow().subtract(part.lowerBound().orElseThrow());
        return most.signum() > 0 && least.compareTo(BigDecimal.valueOf(threshold)) < 0;
    }

    /** Returns whether rounded numbers prove that one leaves out few persons of the other. */
    private boolean isFew(BigDecimal whole, BigDecimal part, int threshold) {
        BigDecimal rest = whole.subtract(part);
        BigDecimal slack = BigDecimal.valueOf(policy.rounding().base() - 1L);
        return rest.compareTo(slack) > 0 && rest.add(slack).compareTo(BigDecimal.valueOf(threshold)) < 0;
    }

    /** Hides further cells so that no small count that bounds the number of persons can be derived. */
    private void hideOthers() {
        LinkedTables system = counted.system();
        for (int[] cells : counted.systems()) {
            for (Count count : counts) {
                long[] values = count.boundsPersons() ? exactValues(count, cells) : new long[0];
                if (values.length > 0 && addsUp(system, values)) {
                    hideOthers(count, system, cells, values);
                }
            }
        }
    }

    /** Returns the values of a count; empty if not all are known exactly. */
    private long[] exactValues(Count count, int[] cells) {
        Stream<Optional<BigDecimal>> exact = IntStream.of(cells)
                .mapToObj(cell -> value(count, cell))
                .map(value -> value instanceof CellValue.Missing ? Optional.of(BigDecimal.ZERO) : value.exact());
        long[] values = exact.flatMap(Optional::stream)
                .mapToLong(value -> value.movePointRight(count.decimals()).longValueExact())
                .toArray();
        return values.length == cells.length ? values : new long[0];
    }

    /** Returns whether values add up: also persons, if nobody is counted in two places. */
    private static boolean addsUp(LinkedTables system, long[] values) {
        return system.relations().stream()
                .allMatch(relation -> values[relation[0]]
                        == IntStream.of(relation)
                                .skip(1)
                                .mapToLong(cell -> values[cell])
                                .sum());
    }

    private void hideOthers(Count count, LinkedTables system, int[] cells, long[] values) {
        long scale = BigDecimal.ONE.movePointRight(count.decimals()).longValueExact();
        long[] thresholds = IntStream.of(cells)
                .mapToLong(cell -> counted.threshold(cell) * scale)
                .toArray();
        long[] least = IntStream.of(cells)
                .mapToLong(cell -> mayHideZero(cell) ? 0 : scale)
                .toArray();
        long[] lower = values.clone();
        long[] upper = values.clone();
        boolean[] primary = new boolean[values.length];
        boolean[] unpublished = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            primary[i] = hidden[cells[i]] && values[i] >= least[i];
            unpublished[i] = !isPublished(count, cells[i]);
            if (values[i] > 0) {
                long base = policy.rounding().base() * scale;
                long[] range = counted.plan().isRoundedTogether(count)
                        ? Rounding.sureRange(values[i], base)
                        : Rounding.range(values[i], base);
                lower[i] = Math.min(values[i], Math.max(range[0], thresholds[i]));
                upper[i] = range[1];
            }
        }
        long[] costs = LongStream.of(values).map(value -> Math.max(1, value)).toArray();
        Suppressor.Pattern pattern = Suppressor.hide(
                system,
                new Suppressor.Cells(values, lower, upper, costs, least, unpublished),
                new Suppressor.Demand(cell -> thresholds[cell], policy.level(), true),
                primary);
        for (int i = 0; i < values.length; i++) {
            hidden[cells[i]] |= pattern.hidden()[i] && !unpublished[i];
        }
    }

    /**
     * Hides a cell that can be derived too closely, or if it is hidden, one more cell near it: the cheapest of its
     * neighbours and parts, or else a cell that contains it.
     *
     * @param anywhere whether to hide the cheapest of all cells if nothing near is left
     * @return whether there was any
     */
    boolean hideNear(int cell, boolean anywhere) {
        LinkedTables tables = counted.tables();
        int[] wholes = IntStream.range(0, tables.trees())
                .map(tree -> tables.whole(cell, tree))
                .filter(whole -> whole >= 0)
                .toArray();
        IntStream near = IntStream.range(0, tables.trees()).flatMap(tree -> {
            int whole = tables.whole(cell, tree);
            IntStream beside = whole < 0 ? IntStream.empty() : IntStream.of(tables.below(whole, tree));
            return IntStream.concat(IntStream.of(tables.below(cell, tree)), beside);
        });
        Optional<Integer> next = cheapest(IntStream.of(cell))
                .or(() -> cheapest(near))
                .or(() -> cheapest(IntStream.of(wholes)))
                .or(() -> cheapest(IntStream.range(0, anywhere ? hidden.length : 0)));
        next.ifPresent(found -> hidden[found] = true);
        return next.isPresent();
    }

    private Optional<Integer> cheapest(IntStream cells) {
        return cells.filter(this::canHide)
                .boxed()
                .min(Comparator.comparing(this::cost).thenComparing(other -> other));
    }

    private boolean canHide(int cell) {
        return !hidden[cell]
                && counts.stream().anyMatch(count -> isPublished(count, cell))
                && counted.value(persons, cell)
                        .upperBound()
                        .filter(most -> most.signum() > 0 || mayHideZero(cell))
                        .isPresent();
    }

    private BigDecimal cost(int cell) {
        return counts.stream()
                .filter(Count::boundsPersons)
                .flatMap(count -> value(count, cell).upperBound().stream())
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }
}
