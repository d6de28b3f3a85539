package nl.betekenisvolmeten.indicators.formats.source;

import java.util.List;

/**
 * A row as it stands in a file.
 *
 * @param number the row as a spreadsheet shows it, from 1
 * @param cells the texts, as they are
 */
public record RawRow(long number, List<String> cells) {}
