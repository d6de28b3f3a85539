package nl.betekenisvolmeten.indicators.validation;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.validation.internal.BulkAccess;
import nl.betekenisvolmeten.indicators.validation.internal.CleanCellCheck;
import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;
import nl.betekenisvolmeten.indicators.validation.internal.RowFilter;

/** Opens validators and their runs to the batch machinery. */
final class BatchAccess extends BulkAccess<Validator, ValidationRun> {

    @Override
    public ColumnBatch newBatch(Validator validator) {
        RuleSet rules = validator.rules();
        boolean[] numeric = new boolean[rules.columns().size()];
        for (int i = 0; i < numeric.length; i++) {
            numeric[i] = rules.columns().get(i).type().decimals().isPresent();
        }
        return ColumnBatch.of(
                rules.indexes(ColumnRule.Part.OfDimension.class),
                rules.indexes(ColumnRule.Part.OfMeasure.class),
                numeric);
    }

    @Override
    public CleanCellCheck newCleanCellCheck(Validator validator) {
        return new CellByCell(validator);
    }

    @Override
    public Optional<RowFilter> newRowFilter(Validator validator) {
        return RuleCompiler.compile(validator.rules());
    }

    @Override
    public Dictionary dictionary(ValidationRun run, int column) {
        return run.dictionary(column);
    }

    @Override
    public void acceptClean(ValidationRun run, ColumnBatch rows, long firstRow, int from, int to) {
        run.acceptClean(rows, firstRow, from, to);
    }

    @Override
    public void expectRows(ValidationRun run, long rows) {
        run.expectRows(rows);
    }

    /** The checks of single cells, one by one. */
    private static final class CellByCell implements CleanCellCheck {

        private final CellChecker checker;
        private final RowCells cells;
        private boolean found;

        CellByCell(Validator validator) {
            checker = new CellChecker(validator);
            cells = new RowCells(validator.rules().columns().size());
        }

        @Override
        public Optional<String> cleanText(int column, String text) {
            found = false;
            boolean passed = checker.check(column, text, Location.nowhere(), cells, finding -> found = true);
            if (!passed || found) {
                return Optional.empty();
            }
            return Optional.of(cells.hasValue(column) ? cells.text(column) : "");
        }
    }
}
