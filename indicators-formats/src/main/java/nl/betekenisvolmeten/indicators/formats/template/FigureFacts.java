package nl.betekenisvolmeten.indicators.formats.template;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.BalanceRule;
import nl.betekenisvolmeten.indicators.validation.FilledRule;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Whether a sample row keeps a rule about sums, bounds, filled cells or codes that go together, and how to break one. */
final class FigureFacts {

    private static final String FILLING = "1";

    private FigureFacts() {}

    /** Whether a row keeps a rule; empty for a kind of rule that is not known here. */
    static Optional<Boolean> keeps(Rule rule, SampleRow row) {
        if (rule instanceof Rule.OnlyTogether together) {
            Set<String> allowed = together.pairs().get(row.text(together.left()));
            String right = row.text(together.right());
            return Optional.of(allowed == null || right.isEmpty() || allowed.contains(right));
        }
        if (rule instanceof Rule.Within within) {
            return Optional.of(row.number(within.column())
                    .map(number -> number >= within.lower() && number <= within.upper())
                    .orElse(true));
        }
        if (rule instanceof BalanceRule balance) {
            return Optional.of(balances(balance, row));
        }
        return rule instanceof FilledRule filled ? Optional.of(filled(filled, row)) : Optional.empty();
    }

    private static boolean balances(BalanceRule rule, SampleRow row) {
        Optional<Long> total = row.number(rule.total());
        boolean known = Stream.concat(rule.plus().stream(), rule.minus().stream())
                .allMatch(column -> row.number(column).isPresent());
        if (total.isEmpty() || (!known && rule.empty() == BalanceRule.Empty.UNKNOWN)) {
            return true;
        }
        long sum = sum(rule.plus(), row) - sum(rule.minus(), row);
        return rule.comparison() == BalanceRule.Comparison.EQUAL ? total.get() == sum : total.get() <= sum;
    }

    static long sum(List<ColumnName> columns, SampleRow row) {
        return columns.stream()
                .mapToLong(column -> row.number(column).orElse(0L))
                .sum();
    }

    private static boolean filled(FilledRule rule, SampleRow row) {
        if (rule.where()
                .filter(where -> !where.codes().contains(row.text(where.column())))
                .isPresent()) {
            return true;
        }
        long filled = rule.filled().stream()
                .filter(column -> !row.text(column).isEmpty())
                .count();
        return switch (rule.fill()) {
            case ALL -> filled == rule.filled().size();
            case ANY -> filled > 0;
            case NONE -> filled == 0;
        };
    }

    /** The column that is pointed at when a row changed as here; empty for the row as a whole. */
    static Optional<ColumnName> column(Rule rule) {
        if (rule instanceof Rule.OnlyTogether together) {
            return Optional.of(together.right());
        }
        if (rule instanceof Rule.Within within) {
            return Optional.of(within.column());
        }
        if (rule instanceof BalanceRule balance) {
            return Optional.of(balance.total());
        }
        return rule instanceof FilledRule filled && filled.fill() != FilledRule.Fill.ANY
                ? Optional.of(filled.filled().get(0))
                : Optional.empty();
    }

    /** Rows that may break the rule. */
    static Stream<SampleRow> changes(Rule rule, SampleRow good) {
        if (rule instanceof Rule.OnlyTogether together) {
            // a code that goes with one code may not go with another
            List<String> rights = together.pairs().values().stream()
                    .flatMap(Set::stream)
                    .distinct()
                    .sorted()
                    .toList();
            return together.pairs().keySet().stream()
                    .flatMap(left -> rights.stream()
                            .map(right -> good.with(together.left(), left).with(together.right(), right)));
        }
        if (rule instanceof Rule.Within within) {
            return Stream.of(within.lower() - 1, within.upper() + 1)
                    .map(number -> good.with(within.column(), Long.toString(number)));
        }
        if (rule instanceof BalanceRule balance) {
            long sum = sum(balance.plus(), good) - sum(balance.minus(), good);
            return Stream.of(sum + 1, sum - 1).map(total -> good.with(balance.total(), Long.toString(total)));
        }
        return rule instanceof FilledRule filled ? changes(filled, good) : Stream.empty();
    }

    private static Stream<SampleRow> changes(FilledRule rule, SampleRow good) {
        Stream<SampleRow> rows = rule.where()
                .map(where -> where.codes().stream().sorted().map(code -> good.with(where.column(), code)))
                .orElseGet(() -> Stream.of(good));
        return switch (rule.fill()) {
            case ALL -> rows.map(row -> row.with(rule.filled().get(0), ""));
            case ANY -> rows.map(row -> row.with(rule.filled(), ""));
            case NONE -> rows.map(row -> row.with(rule.filled().get(0), FILLING));
        };
    }
}
