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
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Holds what the earlier delivery said, by key and period. */
final class DeliveryComparison implements DeliveryRules.Comparison {

    private record Held(Optional<Period> period, Map<ColumnName, Long> numbers) {

        boolean endsBefore(Period later) {
            return period.filter(own -> own.lastDayInclusive().isBefore(later.firstDay()))
                    .isPresent();
        }
    }

    private final DeliveryRules rules;
    private final Optional<ColumnName> time;
    private final Set<ColumnName> numbers = new HashSet<>();
    private final Map<ColumnName, Integer> scales;
    private final int limit;
    private final Map<List<String>, List<Held>> before = new LinkedHashMap<>();
    private final Set<List<String>> seen = new HashSet<>();
    private final List<Continuity> continuities;
    private final boolean byKey;
    private int held;
    private boolean full;

    /** Creates a comparison; called by {@link DeliveryRules#compare}, with rules that fit the rows. */
    DeliveryComparison(DeliveryRules rules, RuleSet rows, int limit) {
        this.rules = rules;
        this.limit = limit;
        time = time(rows.structure());
        rules.rules().forEach(rule -> numbers.addAll(rule.columns()));
        continuities = rules.rules().stream()
                .filter(DeliveryRules.DeliveryRule.Continued.class::isInstance)
                .map(rule -> new Continuity((DeliveryRules.DeliveryRule.Continued) rule, rules.key(), rows.structure()))
                .toList();
        byKey = continuities.size() < rules.rules().size();
        scales = numbers.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> rows.columns()
                                .get(rows.index(name).orElseThrow())
                                .type()
                                .decimals()
                                .orElseThrow()));
    }

    static Optional<ColumnName> time(TableStructure structure) {
        return structure.timeIndex().stream()
                .mapToObj(structure.dimensions()::get)
                .map(dimension -> dimension.name())
                .findFirst();
    }

    @Override
    public void remember(CheckedRow row) {
        for (Continuity continuity : continuities) {
            full |= !continuity.remember(row, limit);
        }
        if (byKey) {
            rememberKey(row);
        }
    }

    private void rememberKey(CheckedRow row) {
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

    /** Returns the last of the periods, by their last day; of those that end on one day, the shortest. */
    private static Optional<Held> last(Stream<Held> all) {
        return all.max(Comparator.comparing(
                one -> one.period().map(DeliveryComparison::end).orElse(""), Comparator.naturalOrder()));
    }

    static String end(Period period) {
        return period.lastDayInclusive() + " " + period.firstDay();
    }

    /** Returns what a row is compared with: the same period, or otherwise the last one that ended before it began. */
    private Optional<Held> reference(List<Held> known, CheckedRow row) {
        Optional<Period> now = period(row);
        Optional<Held> same =
                known.stream().filter(one -> one.period().equals(now)).findFirst();
        return same.or(() -> now.flatMap(period -> last(known.stream().filter(one -> one.endsBefore(period)))));
    }

    @Override
    public boolean isFull() {
        return full;
    }

    @Override
    public void check(CheckedRow row, Location place, Consumer<Finding> found) {
        if (byKey) {
            checkKey(row, place, found);
        }
        continuities.forEach(continuity ->
                continuity.check(row).ifPresent(broken -> report(continuity.rule(), broken, place, found)));
    }

    private void checkKey(CheckedRow row, Location place, Consumer<Finding> found) {
        List<String> key = key(row);
        List<Held> known = before.get(key);
        if (known == null) {
            return;
        }
        seen.add(key);
        Optional<Held> reference = reference(known, row);
        Location where = place.withRow(row.number());
        for (DeliveryRules.DeliveryRule rule : rules.rules()) {
            if (rule instanceof DeliveryRules.DeliveryRule.Jump jump) {
                reference.ifPresent(
                        one -> jump.columns().forEach(column -> jump(jump, column, row, one, where, found)));
            }
        }
    }

    private void jump(
            DeliveryRules.DeliveryRule.Jump rule,
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
            Verdict verdict = rule.verdict();
            boolean explained = verdict.severity() == Severity.WARNING
                    && rule.reason().flatMap(row::text).isPresent();
            report(
                    explained ? new Verdict(verdict.code(), Severity.NOTE) : verdict,
                    where.withColumn(column.value()),
                    numbers(column, present, column, past),
                    found);
        }
    }

    private void report(
            DeliveryRules.DeliveryRule.Continued rule,
            Continuity.Broken broken,
            Location place,
            Consumer<Finding> found) {
        report(
                rule.verdict(),
                place.withRow(broken.row()).withColumn(rule.start().value()),
                numbers(
                        rule.start(),
                        number(rule.start(), broken.start()),
                        rule.end(),
                        number(rule.end(), broken.end())),
                found);
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

    @Override
    public void finish(Location place, Consumer<Finding> found) {
        continuities.forEach(
                continuity -> continuity.finish().forEach(broken -> report(continuity.rule(), broken, place, found)));
        for (DeliveryRules.DeliveryRule rule : rules.rules()) {
            if (rule instanceof DeliveryRules.DeliveryRule.Gone gone) {
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
