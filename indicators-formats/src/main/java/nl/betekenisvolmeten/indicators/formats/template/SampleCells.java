package nl.betekenisvolmeten.indicators.formats.template;

import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.RuleCheck;

/** A sample row as its rules see it. Its numbers are whole. */
record SampleCells(FormatDefinition format, SampleRow row) implements RuleCheck.Cells {

    private ColumnRule column(int index) {
        return format.ruleSet().columns().get(index);
    }

    @Override
    public boolean passed(int column) {
        return true;
    }

    @Override
    public boolean hasValue(int column) {
        return !text(column).isEmpty();
    }

    @Override
    public String text(int column) {
        return row.text(column(column).name());
    }

    @Override
    public long number(int column) {
        long units = Long.parseLong(text(column));
        for (int i = 0; i < column(column).type().decimals().orElseThrow(); i++) {
            units *= 10;
        }
        return units;
    }
}
