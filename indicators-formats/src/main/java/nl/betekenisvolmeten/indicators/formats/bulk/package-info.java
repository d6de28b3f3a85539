/**
 * Large CSV deliveries, many rows at a time: a filter that proves rows fine, and hands all others to the row path.
 *
 * <p>Bytes become cells ({@code RecordScanner}), cells become numbers ({@code CellDictionary}, {@code PlainNumber}, one
 * {@code ColumnJudge} for each column), and the format's rules run over columns of numbers
 * ({@link nl.betekenisvolmeten.indicators.validation.RowFilters}). A row of which every cell is certain to give no
 * finding, and that breaks no rule, is accepted as it is. Any other row becomes a row of texts and goes through the same
 * objects as when there were no bulk path, in its turn. So a finding comes from one place only, and this package knows
 * no message, no severity and no rule of its own.
 *
 * <p>{@link nl.betekenisvolmeten.indicators.formats.bulk.BulkReader} is where to start.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.bulk;

import org.jspecify.annotations.NullMarked;
