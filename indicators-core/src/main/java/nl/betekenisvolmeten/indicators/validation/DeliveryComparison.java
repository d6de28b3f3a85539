package nl.betekenisvolmeten.indicators.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * Compares a delivery with the one before it. First it takes the rows of the earlier delivery, then those of the present
 * one. Of the earlier one it holds the numbers of each key, up to a limit of keys; where a key has rows for several
 * periods, those of the last one. Not thread-safe.
 *
 * <p>Whoever feeds it decides what history is: a delivery with errors was not accepted, and should not be taken.
 */
public final class DeliveryComparison {

    /** The most keys that are held: some 200 MB of memory. */
    public static final int MOST_KEYS = 500_000;

    private record Held(Optional<Period> period, Map<ColumnName, Long> numbers) {}

    private final DeliveryRules rules;
    private final Optional<ColumnName> time;
    private final Set<ColumnName> numbers = new HashSet<>();
    private final Map<ColumnName, Integer> scales;
    private final int limit;
    private final Map<List<String>, Held> before = new LinkedHashMap<>();
    private final Set<List<String>> seen = new HashSet<>();
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
     * @param limit the most keys that are held
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
        Held known = before.get(key);
        if (known == null && before.size() >= limit) {
            full = true;
            return;
        }
        Optional<Period> period = period(row);
        if (known == null || isAfter(period, known.period())) {
            Map<ColumnName, Long> values = new LinkedHashMap<>();
            numbers.forEach(name -> row.units(name).ifPresent(number -> values.put(name, number)));
            before.put(key, new Held(period, values));
        }
    }

    private static boolean isAfter(Optional<Period> period, Optional<Period> other) {
        return period.isPresent()
                && other.isPresent()
                && period.get().lastDayInclusive().isAfter(other.get().lastDayInclusive());
    }

    /**
     * Whether the earlier delivery had more keys than are held. What was not held is not compared.
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
        Held known = before.get(key);
        if (known == null) {
            return;
        }
        seen.add(key);
        Location where = place.withRow(row.number());
        for (DeliveryRule rule : rules.rules()) {
            if (rule instanceof DeliveryRule.Jump jump) {
                jump.columns().forEach(column -> jump(jump, column, row, known, where, found));
            } else if (rule instanceof DeliveryRule.Continued continued) {
                continued(continued, row, known, where, found);
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
        BigDecimal least = present.min(past).multiply(BigDecimal.valueOf(rule.factor()));
        BigDecimal difference = present.subtract(past).abs();
        if (present.max(past).compareTo(least) >= 0
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
