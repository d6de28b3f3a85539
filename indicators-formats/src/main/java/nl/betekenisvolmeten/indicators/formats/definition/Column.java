package nl.betekenisvolmeten.indicators.formats.definition;

import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;

/**
 * A column of a format, with what a person needs to fill it in.
 *
 * @param rule what its cells hold and what part it plays
 * @param title its name in words
 * @param agreement the fill-in agreement ("invulafspraak"), in short
 */
public record Column(ColumnRule rule, LocalizedText title, LocalizedText agreement) {

    /**
     * The column's name.
     *
     * @return its name
     */
    public ColumnName name() {
        return rule.name();
    }
}
