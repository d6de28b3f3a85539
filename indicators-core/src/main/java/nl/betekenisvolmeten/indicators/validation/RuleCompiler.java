package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.internal.PairTable;
import nl.betekenisvolmeten.indicators.validation.internal.RowFilter;

/**
 * Makes loops over columns of rules. A check that matters for speed is a loop itself; what two codes mean together is
 * asked once for each pair; any other check is asked row by row.
 */
record RuleCompiler(RuleSet rules) {

    private static final long FINE = 0;
    private static final long BROKEN = 1;

    static Optional<RowFilter> compile(RuleSet rules) {
        RuleCompiler compiler = new RuleCompiler(rules);
        if (!rules.rules().stream().allMatch(compiler::isInBatches)) {
            return Optional.empty();
        }
        List<RowFilter> filters = rules.rules().stream()
                .filter(rule -> !(rule instanceof Rule.UniqueKey))
                .map(compiler::filter)
                .toList();
        return Optional.of(batch -> filters.forEach(filter -> filter.mark(batch)));
    }

    /**
     * Returns whether batches hold the columns of a rule: they hold dimensions and numbers, but not the texts of
     * attributes.
     */
    private boolean isInBatches(Rule rule) {
        return rule.columns().stream().allMatch(name -> isDimension(name) || isNumber(name));
    }

    private boolean isDimension(ColumnName name) {
        return rules.columns().get(index(name)).part() instanceof ColumnRule.Part.OfDimension;
    }

    private boolean isNumber(ColumnName name) {
        return rules.columns().get(index(name)).type().decimals().isPresent();
    }

    private int index(ColumnName name) {
        return rules.index(name).orElseThrow();
    }

    private RowFilter filter(Rule rule) {
        RuleCheck check = rule.on(rules.columns());
        if (check instanceof RowFilter filter) {
            return filter;
        }
        boolean twoCodes = rule.columns().size() == 2 && rule.columns().stream().allMatch(this::isDimension);
        return twoCodes
                ? pairs(
                        check,
                        index(rule.columns().get(0)),
                        index(rule.columns().get(1)))
                : rowByRow(check);
    }

    private RowFilter pairs(RuleCheck check, int left, int right) {
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

    private static RowFilter rowByRow(RuleCheck check) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            BatchCells cells = new BatchCells(batch);
            for (int i = 0; i < batch.rows(); i++) {
                cells.moveTo(i);
                suspect[i] = suspect[i] || check.check(cells).isPresent();
            }
        };
    }
}
