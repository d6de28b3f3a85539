package nl.betekenisvolmeten.indicators.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Observation;

/**
 * A row without errors, with all its cells: also the attributes, which an {@link Observation} leaves out.
 * Immutable.
 */
public final class CheckedRow {

    private final RuleSet rules;
    private final long number;
    private final Observation observation;
    private final CellResult[] cells;

    private CheckedRow(RuleSet rules, long number, Observation observation, CellResult[] cells) {
        this.rules = rules;
        this.number = number;
        this.observation = observation;
        this.cells = cells;
    }

    static CheckedRow of(RuleSet rules, long number, Observation observation, RowCells row) {
        CellResult[] cells = new CellResult[rules.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.result(i);
        }
        return new CheckedRow(rules, number, observation, cells);
    }

    /**
     * Returns a row of texts that are known to be good, such as a converted one. Only its cells are looked at, not the
     * rules over several of them.
     *
     * @param rules the format
     * @param number the row as a spreadsheet shows it
     * @param texts for each column, in order, its canonical text as {@link #texts} gives it
     * @return the row
     * @throws IllegalArgumentException if there is not a text for each column, or one is no value of its column
     */
    public static CheckedRow of(RuleSet rules, long number, List<String> texts) {
        if (texts.size() != rules.columns().size()) {
            throw new IllegalArgumentException(
                    texts.size() + " texts for " + rules.columns().size() + " columns");
        }
        RowCells row = new RowCells(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            ColumnRule column = rules.columns().get(i);
            CellResult result = column.type().read(texts.get(i));
            boolean empty = result instanceof CellResult.Empty && column.mayBeEmpty();
            if (!empty && !(result instanceof CellResult.Value)) {
                throw new IllegalArgumentException("no value of column " + column.name() + " in row " + number);
            }
            row.set(i, result, true);
        }
        return of(rules, number, new ObservationMaker(rules).from(row), row);
    }

    /**
     * Returns the row as a spreadsheet shows it.
     *
     * @return its number, from 1
     */
    public long number() {
        return number;
    }

    /**
     * Returns what the row says as part of a table.
     *
     * @return its dimensions and measures
     */
    public Observation observation() {
        return observation;
    }

    /**
     * Returns the texts of all cells, in their agreed notation.
     *
     * @return for each column of the format, in order, its canonical text; empty where the cell is
     */
    public List<String> texts() {
        return Arrays.stream(cells)
                .map(cell -> cell instanceof CellResult.Value value ? value.text() : "")
                .toList();
    }

    /**
     * Returns the text of a cell, in its agreed notation: a code, a CBS period, a day as 2026-01-31, a number with a comma.
     *
     * @param column the column
     * @return the text, or empty when the cell is
     * @throws IllegalArgumentException if the format has no such column
     */
    public Optional<String> text(ColumnName column) {
        return cells[index(column)] instanceof CellResult.Value value ? Optional.of(value.text()) : Optional.empty();
    }

    /**
     * Returns the number in a cell.
     *
     * @param column the column
     * @return the number in units of 10<sup>-scale</sup> of its column, or empty when the cell is
     * @throws IllegalArgumentException if the format has no such column, or it holds no numbers
     */
    public OptionalLong units(ColumnName column) {
        int index = index(column);
        if (rules.columns().get(index).type().decimals().isEmpty()) {
            throw new IllegalArgumentException("no numbers in column " + column);
        }
        return cells[index] instanceof CellResult.Value value ? OptionalLong.of(value.number()) : OptionalLong.empty();
    }

    private int index(ColumnName column) {
        return rules.index(column)
                .orElseThrow(() -> new IllegalArgumentException("no column " + column + " in " + rules.id()));
    }
}
