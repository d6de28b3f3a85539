package nl.betekenisvolmeten.indicators.validation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * All that a format says about its rows, as data. Immutable.
 *
 * <p>A cell of a dimension without a value is an error whatever its verdict says: a row is counted under its dimensions.
 * A measure whose verdict is milder than an error counts as not delivered.
 *
 * @param id the format
 * @param columns its columns, in order
 * @param rules its rules over several cells
 * @param verdicts what a cell gives that fails a check
 */
public record RuleSet(FormatId id, List<ColumnRule> columns, List<Rule> rules, Map<CellCheck, Verdict> verdicts) {

    /**
     * @throws IllegalArgumentException if a check other than {@link CellCheck#SPREADSHEET} and {@link CellCheck#EXPECTED}
     *     has no verdict, a column appears twice, or a rule names a column that does not exist or does not fit
     */
    public RuleSet {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
        EnumMap<CellCheck, Verdict> copy = new EnumMap<>(CellCheck.class);
        copy.putAll(verdicts);
        if (verdicts.containsKey(CellCheck.NOTATION)) {
            copy.putIfAbsent(CellCheck.SPREADSHEET, verdicts.get(CellCheck.NOTATION));
        }
        verdicts = Collections.unmodifiableMap(copy);
        for (CellCheck check : CellCheck.values()) {
            if (!verdicts.containsKey(check) && check != CellCheck.EXPECTED) {
                throw new IllegalArgumentException("no verdict for " + check + " in " + id);
            }
        }
        Set<ColumnName> seen = new HashSet<>();
        for (ColumnRule column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException("column appears twice: " + column.name());
            }
        }
        structure(columns, rules);
        List<ColumnRule> all = columns;
        rules.forEach(rule -> rule.on(all));
    }

    /**
     * Returns the place of a column.
     *
     * @param name the column
     * @return its index in {@link #columns}, or empty when there is none of that name
     */
    public OptionalInt index(ColumnName name) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(name))
                .findFirst();
    }

    /**
     * Returns what a cell gives that fails a check.
     *
     * @param check the check
     * @return code and severity
     */
    public Verdict verdict(CellCheck check) {
        Verdict verdict = verdicts.get(check);
        if (verdict == null && check == CellCheck.EXPECTED) {
            return new Verdict(verdict(CellCheck.REQUIRED).code(), Severity.WARNING);
        }
        if (verdict == null) {
            throw new IllegalStateException("no verdict for " + check);
        }
        return verdict;
    }

    /**
     * Returns the table that good rows make.
     *
     * @return its dimensions and measures, in the columns' order
     */
    public TableStructure structure() {
        return structure(columns, rules);
    }

    /** Returns the indexes of the columns that play a part. */
    int[] indexes(Class<? extends ColumnRule.Part> part) {
        return IntStream.range(0, columns.size())
                .filter(i -> part.isInstance(columns.get(i).part()))
                .toArray();
    }

    private static TableStructure structure(List<ColumnRule> columns, List<Rule> rules) {
        List<Dimension> dimensions = columns.stream()
                .map(ColumnRule::part)
                .filter(ColumnRule.Part.OfDimension.class::isInstance)
                .map(part -> ((ColumnRule.Part.OfDimension) part).dimension())
                .toList();
        List<Measure> measures = columns.stream()
                .map(ColumnRule::part)
                .filter(ColumnRule.Part.OfMeasure.class::isInstance)
                .map(part -> ((ColumnRule.Part.OfMeasure) part).measure())
                .toList();
        List<ColumnName> names = dimensions.stream().map(Dimension::name).toList();
        List<ColumnName> key = rules.stream()
                .filter(Rule.UniqueKey.class::isInstance)
                .findFirst()
                .map(rule -> ((Rule.UniqueKey) rule)
                        .columns().stream().filter(names::contains).toList())
                .orElse(names);
        return new TableStructure(dimensions, measures, key);
    }

    /** The checks on a single cell. A format's definition gives each a code and a severity. */
    public enum CellCheck {
        /** A required cell holds something. */
        REQUIRED,
        /**
         * A number that every row should have is filled in. A definition that says nothing of this check gives it the code
         * of {@link #REQUIRED} with a warning.
         */
        EXPECTED,
        /** A code is one of its list. */
        KNOWN_CODE,
        /** A count is a whole number. */
        WHOLE_NUMBER,
        /** A number is not negative. */
        NOT_NEGATIVE,
        /** A quantity is a decimal number in Dutch notation, with no more decimals than agreed. */
        DECIMAL_NUMBER,
        /** An organisation is a KvK number. */
        KVK_NUMBER,
        /** A period is a known one, of the right length, within the format's validity. */
        PERIOD,
        /** A text is not too long. */
        LENGTH,
        /** A number is not beyond what is possible. */
        POSSIBLE_NUMBER,
        /** A text holds no personal data. */
        NO_PERSONAL_DATA,
        /** A text does not start a spreadsheet formula. */
        NO_FORMULA,
        /** A code is written as a code, not as its name. */
        CODE_NOT_NAME,
        /** A value is written in the agreed notation. */
        NOTATION,
        /**
         * A value is not what a spreadsheet made of it, such as the number 67 of {@code 67+}. A definition that says nothing
         * of this check gives it the verdict of {@link #NOTATION}.
         */
        SPREADSHEET;

        boolean isNotation() {
            return this == CODE_NOT_NAME || this == NOTATION || this == SPREADSHEET;
        }
    }
}
