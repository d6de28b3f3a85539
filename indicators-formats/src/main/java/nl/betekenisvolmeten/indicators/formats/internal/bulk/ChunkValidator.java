package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;
import nl.betekenisvolmeten.indicators.validation.internal.BulkAccess;
import nl.betekenisvolmeten.indicators.validation.internal.CleanCellCheck;
import nl.betekenisvolmeten.indicators.validation.internal.RowFilter;

/** Finds the records of a chunk and proves what can be proven of them. Belongs to one thread. */
final class ChunkValidator {

    private final BulkLayout layout;
    private final ReadLimits limits;
    private final List<ColumnValidator> judges = new ArrayList<>();
    private final List<CodeColumnValidator> codeJudges = new ArrayList<>();
    private final int[] sent;
    private final RowFilter filter;
    private final boolean ownNumbers;

    /**
     * A judge.
     *
     * @param dictionaries for a column, the numbers of its codes; those in it already are known elsewhere too
     * @param ownNumbers whether the dictionaries are this judge's own
     */
    ChunkValidator(
            Validator validator,
            BulkLayout layout,
            ReadLimits limits,
            IntFunction<Dictionary> dictionaries,
            boolean ownNumbers) {
        this.layout = layout;
        this.ownNumbers = ownNumbers;
        this.limits = limits;
        BulkAccess<Validator, ValidationRun> access = BulkAccess.get();
        filter = access.newRowFilter(validator).orElseThrow();
        CleanCellCheck cleanCells = access.newCleanCellCheck(validator);
        List<ColumnRule> columns = validator.rules().columns();
        sent = new int[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            addJudge(i, columns.get(i), cleanCells, dictionaries);
        }
        for (int cell = 0; cell < layout.width(); cell++) {
            if (!layout.places().contains(cell)) {
                judges.add(unread(cell));
            }
        }
    }

    private void addJudge(
            int column, ColumnRule rule, CleanCellCheck cleanCells, IntFunction<Dictionary> dictionaries) {
        int cell = layout.places().get(column);
        ColumnType type = rule.type();
        if (cell < 0) {
            if (type.decimals().isPresent()) {
                judges.add(new AbsentColumnValidator(column));
            }
        } else if (type instanceof ColumnType.Count count) {
            judges.add(new NumberColumnValidator(column, cell, rule.required(), 0, count.maximum()));
        } else if (type instanceof ColumnType.Quantity quantity) {
            judges.add(new NumberColumnValidator(column, cell, rule.required(), quantity.scale(), quantity.maximum()));
        } else if (rule.part() instanceof ColumnRule.Part.OfDimension) {
            CodeColumnValidator judge = new CodeColumnValidator(
                    column, rule.name(), cell, cleanCells, dictionaries.apply(column), ownNumbers);
            judges.add(judge);
            codeJudges.add(judge);
            sent[column] = judge.numbers().size();
        } else {
            Predicate<String> isFine =
                    text -> cleanCells.cleanText(column, text).isPresent();
            judges.add(new TextColumnValidator(cell, isFine, text -> false, 0));
        }
    }

    /**
     * Returns a validator for a column that is not read. Personal data count in any column; in one without a name, so
     * does any content.
     */
    private ColumnValidator unread(int cell) {
        int index = layout.nameless().indexOf(cell);
        Predicate<String> isFilled = index < 0 ? text -> false : text -> !Blanks.isBlank(text);
        long mark = index < 0 ? 0 : 1L << Math.min(index, Long.SIZE - 1);
        return new TextColumnValidator(cell, text -> PersonalData.find(text).isEmpty(), isFilled, mark);
    }

    /** Returns whether a column of a type can be judged here: one without numbers, or with numbers of a known kind. */
    static boolean knows(ColumnType type) {
        return type.decimals().isEmpty() || type instanceof ColumnType.Count || type instanceof ColumnType.Quantity;
    }

    void judge(Chunk chunk) {
        new RecordScanner(layout.separator(), layout.width(), limits, chunk).scan();
        judgeCells(chunk);
    }

    /** Judges a chunk whose cells have been located. */
    void judgeCells(Chunk chunk) {
        chunk.findRepeated();
        chunk.batch.start(chunk.rows);
        System.arraycopy(chunk.ragged, 0, chunk.batch.suspect(), 0, chunk.rows);
        Arrays.fill(chunk.nameless, 0, chunk.rows, 0);
        chunk.restarted.clear();
        for (ColumnValidator judge : judges) {
            if (judge.forgets() && judge instanceof CodeColumnValidator codes) {
                sent[codes.column()] = 0;
                chunk.restarted.add(codes.column());
            }
            judge.judge(chunk);
        }
        filter.mark(chunk.batch);
        if (ownNumbers) {
            sendNewCodes(chunk);
        }
    }

    private void sendNewCodes(Chunk chunk) {
        chunk.newCodes.clear();
        for (CodeColumnValidator judge : codeJudges) {
            List<String> codes = new ArrayList<>();
            for (int id = sent[judge.column()]; id < judge.numbers().size(); id++) {
                codes.add(judge.numbers().code(id));
            }
            sent[judge.column()] = judge.numbers().size();
            chunk.newCodes.put(judge.column(), codes);
        }
    }
}
