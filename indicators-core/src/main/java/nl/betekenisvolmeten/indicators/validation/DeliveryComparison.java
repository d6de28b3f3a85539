package nl.betekenisvolmeten.indicators.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * Compares a delivery with the one before it. First it takes the rows of the earlier delivery, then those of the present
 * one. Of the earlier one it holds the numbers of each key and period, up to a limit. A number is put beside that of the
 * same period, where the earlier delivery had it, and else beside that of the last period before; where two rows of the
 * earlier one have one key and period, it is not known which of them, and their numbers are beside nothing. The order of
 * rows does not matter. Not thread-safe.
 *
 * <p>Whoever feeds it decides what history is: a delivery with errors was not accepted, and should not be taken.
 */
public final class DeliveryComparison {

    /** The most keys and periods that are held: some 200 MB of memory. */
    public static final int MOST_KEYS = 500_000;

    private record Held(Optional<Period> period, Map<ColumnName, Long> numbers) {}

    private final DeliveryRules rules;
    private final Optional<ColumnName> time;
    private final Set<ColumnName> numbers = new HashSet<>();
    private final Map<ColumnName, Integer> scales;
    private final int limit;
    private final Map<List<String>, List<Held>> before = new LinkedHashMap<>();
    private final Set<List<String>> seen = new HashSet<>();
    private int held;
    private boolean full;

    private DeliveryComparison(DeliveryRules rules, RuleSet rows, int limit) {
        this.rules = rules.checkedFor(rows);
        this.limit = limit;
        time = rows.structure().timeIndex().stream()
                .mapToObj(rows.structure().dimensions()::get)
                .map(dimension -> dimension.name())
                .findFirst();
        rules.rules().forEach(rule -> numbers.addAll(rule.columns()));
        scales = numbers.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> rows.columns()
                                .get(rows.index(name).orElseThrow())
                                .type()
                                .decimals()
                                .orElseThrow()));
    }

    /**
     * A comparison.
     *
     * @param rules what the format says about two deliveries
     * @param rows what it says about rows
     * @param limit the most keys and periods that are held
     * @return the comparison, without any rows yet
     * @throws IllegalArgumentException if the limit is not positive or the rules do not fit the rows
     */
    public static DeliveryComparison of(DeliveryRules rules, RuleSet rows, int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("a limit of keys is positive: " + limit);
        }
        return new DeliveryComparison(rules, rows, limit);
    }

    /**
     * Takes a row of the earlier delivery.
     *
     * @param row a row of the same format
     */
    public void remember(CheckedRow row) {
        List<String> key = key(row);
        Optional<Period> period = period(row);
        List<Held> known = before.getOrDefault(key, List.of());
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).period().equals(period)) {
                known.set(i, new Held(period, Map.of()));
                return;
            }
        }
        if (held >= limit) {
            full = true;
            return;
        }
        held++;
        Map<ColumnName, Long> values = new LinkedHashMap<>();
        numbers.forEach(name -> row.units(name).ifPresent(number -> values.put(name, number)));
        before.computeIfAbsent(key, any -> new ArrayList<>(1)).add(new Held(period, values));
    }

    /** The last of the periods, by their last day; of those that end on one day, the shortest. */
    private static Optional<Held> last(Stream<Held> all) {
        return all.max(Comparator.comparing(
                one -> one.period().map(DeliveryComparison::end).orElse(""), Comparator.naturalOrder()));
    }

    private static String end(Period period) {
        return period.lastDayInclusive() + " " + period.firstDay();
    }

    private static Optional<Held> beside(List<Held> known, Optional<Period> period) {
        Optional<Held> same =
                known.stream().filter(one -> one.period().equals(period)).findFirst();
        return same.or(() -> last(known.stream()
                .filter(one -> one.period().isPresent()
                        && period.isPresent()
                        && one.period()
                                .get()
                                .lastDayInclusive()
                                .isBefore(period.get().firstDay()))));
    }

    /**
     * Whether the earlier delivery had more keys and periods than are held. What was not held is not compared.
     *
     * @return true when the limit was reached
     */
    public boolean isFull() {
        return full;
    }

    /**
     * Compares a row of the present delivery.
     *
     * @param row a row of the same format
     * @param place the delivery
     * @param found takes what is wrong
     */
    public void check(CheckedRow row, Location place, Consumer<Finding> found) {
        List<String> key = key(row);
        List<Held> known = before.get(key);
        if (known == null) {
            return;
        }
        seen.add(key);
        Optional<Held> beside = beside(known, period(row));
        Optional<Held> last = last(known.stream());
        Location where = place.withRow(row.number());
        for (DeliveryRule rule : rules.rules()) {
            if (rule instanceof DeliveryRule.Jump jump) {
                beside.ifPresent(one -> jump.columns().forEach(column -> jump(jump, column, row, one, where, found)));
            } else if (rule instanceof DeliveryRule.Continued continued) {
                last.ifPresent(one -> continued(continued, row, one, where, found));
            }
        }
    }

    private void jump(
            DeliveryRule.Jump rule,
            ColumnName column,
            CheckedRow row,
            Held known,
            Location where,
            Consumer<Finding> found) {
        OptionalLong now = row.units(column);
        Long then = known.numbers().get(column);
        if (now.isEmpty() || then == null) {
            return;
        }
        BigDecimal present = number(column, now.getAsLong());
        BigDecimal past = number(column, then);
        BigDecimal threshold = present.min(past).multiply(BigDecimal.valueOf(rule.factor()));
        BigDecimal difference = present.subtract(past).abs();
        if (present.max(past).compareTo(threshold) >= 0
                && difference.compareTo(BigDecimal.valueOf(rule.difference())) >= 0) {
            report(rule.verdict(), where.withColumn(column.value()), numbers(column, present, column, past), found);
        }
    }

    private void continued(
            DeliveryRule.Continued rule, CheckedRow row, Held known, Location where, Consumer<Finding> found) {
        OptionalLong start = row.units(rule.start());
        Long end = known.numbers().get(rule.end());
        boolean follows = known.period().isPresent()
                && period(row)
                        .map(now -> now.kind() == known.period().get().kind()
                                && now.firstDay()
                                        .equals(known.period()
                                                .get()
                                                .lastDayInclusive()
                                                .plusDays(1)))
                        .orElse(false);
        if (follows && start.isPresent() && end != null && start.getAsLong() != end) {
            report(
                    rule.verdict(),
                    where.withColumn(rule.start().value()),
                    numbers(rule.start(), number(rule.start(), start.getAsLong()), rule.end(), number(rule.end(), end)),
                    found);
        }
    }

    private static Map<String, String> numbers(ColumnName left, BigDecimal now, ColumnName right, BigDecimal then) {
        return Map.of("left", left.value(), "left_value", text(now), "right", right.value(), "right_value", text(then));
    }

    private static String text(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private BigDecimal number(ColumnName column, long units) {
        return BigDecimal.valueOf(units, scales.getOrDefault(column, 0));
    }

    private static void report(
            Verdict verdict, Location where, Map<String, String> arguments, Consumer<Finding> found) {
        found.accept(Finding.of(verdict.code(), verdict.severity(), where, arguments));
    }

    /**
     * Tells what was in the earlier delivery and is not in the present one, in the order of the earlier one.
     *
     * @param place the present delivery
     * @param found takes what is missing
     */
    public void finish(Location place, Consumer<Finding> found) {
        for (DeliveryRule rule : rules.rules()) {
            if (rule instanceof DeliveryRule.Gone gone) {
                before.keySet().stream()
                        .filter(key -> !seen.contains(key))
                        .forEach(key -> report(gone.verdict(), place, Map.of("key", String.join(", ", key)), found));
            }
        }
    }

    private List<String> key(CheckedRow row) {
        List<String> key = new ArrayList<>(rules.key().size());
        rules.key().forEach(name -> key.add(row.text(name).orElse("")));
        return List.copyOf(key);
    }

    private Optional<Period> period(CheckedRow row) {
        return time.flatMap(row::text).flatMap(Period::parseCode);
    }
}
