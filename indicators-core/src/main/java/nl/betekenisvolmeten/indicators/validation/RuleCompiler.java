package nl.betekenisvolmeten.indicators.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.internal.PairTable;
import nl.betekenisvolmeten.indicators.validation.internal.RowFilter;

/**
 * Makes loops over columns of rules. What two codes mean together is asked of the rule's own check, once for each pair.
 * A rule of a kind that is not known here cannot be compiled; then rows are checked one by one.
 */
final class RuleCompiler {

    private static final long FINE = 0;
    private static final long BROKEN = 1;

    private final RuleSet rules;

    private RuleCompiler(RuleSet rules) {
        this.rules = rules;
    }

    static Optional<RowFilter> compile(RuleSet rules) {
        RuleCompiler compiler = new RuleCompiler(rules);
        List<RowFilter> filters = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            if (!compiler.isInBatches(rule)) {
                return Optional.empty();
            }
            if (!(rule instanceof Rule.UniqueKey)) {
                Optional<RowFilter> filter = compiler.filter(rule);
                if (filter.isEmpty()) {
                    return Optional.empty();
                }
                filters.add(filter.get());
            }
        }
        return Optional.of(batch -> filters.forEach(filter -> filter.mark(batch)));
    }

    /** Batches hold dimensions and numbers; of attributes they don't hold what stands there. */
    private boolean isInBatches(Rule rule) {
        return rule.columns().stream().allMatch(name -> isDimension(name) || isNumber(name));
    }

    private boolean isDimension(ColumnName name) {
        return rules.columns().get(index(name)).part() instanceof ColumnRule.Part.OfDimension;
    }

    private boolean isNumber(ColumnName name) {
        return rules.columns().get(index(name)).type().decimals().isPresent();
    }

    private Optional<RowFilter> filter(Rule rule) {
        if (rule instanceof Rule.AtMost atMost) {
            return Optional.of(atMost(index(atMost.left()), index(atMost.right())));
        }
        if (rule instanceof Rule.OnlyWith onlyWith) {
            return Optional.of(onlyWith(index(onlyWith.left()), index(onlyWith.right())));
        }
        if (rule instanceof Rule.Inside inside) {
            return Optional.of(pairs(rule, index(inside.inner()), index(inside.outer())));
        }
        if (rule instanceof Rule.NotTogether notTogether) {
            return Optional.of(pairs(rule, index(notTogether.left()), index(notTogether.right())));
        }
        if (rule instanceof Rule.WithinPopulation within) {
            return Optional.of(withinPopulation(within));
        }
        if (rule instanceof Rule.NotAllZero notAllZero) {
            return Optional.of(notAllZero(indexes(notAllZero.columns())));
        }
        return ofFigures(rule);
    }

    private Optional<RowFilter> ofFigures(Rule rule) {
        if (rule instanceof Rule.OnlyTogether together) {
            return Optional.of(pairs(rule, index(together.left()), index(together.right())));
        }
        if (rule instanceof Rule.Within within) {
            int column = index(within.column());
            long unit =
                    RowCheck.power(rules.columns().get(column).type().decimals().orElseThrow());
            return Optional.of(FigureFilters.within(
                    column, Math.multiplyExact(within.least(), unit), Math.multiplyExact(within.most(), unit)));
        }
        if (rule instanceof BalanceRule balance) {
            return Optional.of(FigureFilters.balance(
                    balance, index(balance.total()), indexes(balance.plus()), indexes(balance.minus())));
        }
        if (rule instanceof FilledRule filled
                && filled.filled().stream().allMatch(this::isNumber)
                && filled.where().stream().map(FilledRule.Where::column).allMatch(this::isDimension)) {
            return Optional.of(filled(filled));
        }
        return Optional.empty();
    }

    private RowFilter filled(FilledRule rule) {
        int[] columns = indexes(rule.filled());
        if (rule.where().isEmpty()) {
            return FigureFilters.filled(rule.fill(), columns);
        }
        FilledRule.Where where = rule.where().get();
        PairTable applies = new PairTable((code, any) -> where.codes().contains(code) ? BROKEN : FINE);
        return FigureFilters.filled(rule.fill(), columns, index(where.column()), applies);
    }

    private int[] indexes(List<ColumnName> names) {
        return names.stream().mapToInt(this::index).toArray();
    }

    private int index(ColumnName name) {
        return rules.index(name).orElseThrow();
    }

    private static RowFilter atMost(int left, int right) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            long[] small = batch.values(left);
            long[] large = batch.values(right);
            boolean[] smallKnown = batch.known(left);
            boolean[] largeKnown = batch.known(right);
            for (int i = 0; i < batch.rows(); i++) {
                suspect[i] |= small[i] > large[i] && smallKnown[i] && largeKnown[i];
            }
        };
    }

    private static RowFilter onlyWith(int left, int right) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            long[] needing = batch.values(left);
            long[] needed = batch.values(right);
            boolean[] needingKnown = batch.known(left);
            boolean[] neededKnown = batch.known(right);
            for (int i = 0; i < batch.rows(); i++) {
                suspect[i] |= needed[i] <= 0 && needing[i] != 0 && needingKnown[i] && neededKnown[i];
            }
        };
    }

    private RowFilter pairs(Rule rule, int left, int right) {
        RowCheck check = RowCheck.of(rule, rules.columns());
        RowCells cells = new RowCells(rules.columns().size());
        PairTable table = new PairTable((leftCode, rightCode) -> {
            cells.set(left, new CellResult.Value(leftCode, 0, CellResult.Notation.AGREED), true);
            cells.set(right, new CellResult.Value(rightCode, 0, CellResult.Notation.AGREED), true);
            return check.check(cells).isPresent() ? BROKEN : FINE;
        });
        return batch -> {
            table.start(batch.dictionary(left), batch.dictionary(right));
            boolean[] suspect = batch.suspect();
            int[] leftIds = batch.ids(left);
            int[] rightIds = batch.ids(right);
            for (int i = 0; i < batch.rows(); i++) {
                if (!suspect[i]) {
                    suspect[i] = table.get(leftIds[i], rightIds[i]) == BROKEN;
                }
            }
        };
    }

    private RowFilter withinPopulation(Rule.WithinPopulation rule) {
        int persons = index(rule.persons());
        int area = index(rule.area());
        int age = index(rule.age());
        RowCheck.Columns at = new RowCheck.Columns(rules.columns());
        PairTable most = new PairTable((areaCode, ageCode) ->
                RowCheck.limit(rule, at.place(rule.area()), areaCode, ageCode).orElse(Long.MAX_VALUE));
        return batch -> {
            most.start(batch.dictionary(area), batch.dictionary(age));
            boolean[] suspect = batch.suspect();
            long[] counts = batch.values(persons);
            boolean[] known = batch.known(persons);
            int[] areas = batch.ids(area);
            int[] ages = batch.ids(age);
            for (int i = 0; i < batch.rows(); i++) {
                if (!suspect[i] && known[i]) {
                    suspect[i] = counts[i] > most.get(areas[i], ages[i]);
                }
            }
        };
    }

    private static RowFilter notAllZero(int[] columns) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            for (int i = 0; i < batch.rows(); i++) {
                boolean allZero = true;
                for (int column : columns) {
                    allZero = allZero && (!batch.known(column)[i] || batch.values(column)[i] == 0);
                }
                suspect[i] |= allZero;
            }
        };
    }
}
