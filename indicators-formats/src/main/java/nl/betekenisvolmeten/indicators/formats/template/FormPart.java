package nl.betekenisvolmeten.indicators.formats.template;

import java.util.Map;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * A sheet to fill in.
 *
 * @param sheet its name
 * @param format the format of its rows
 * @param prefilled the columns that are the same in every row, with their value
 */
record FormPart(String sheet, FormatDefinition format, Map<ColumnName, String> prefilled) {}
