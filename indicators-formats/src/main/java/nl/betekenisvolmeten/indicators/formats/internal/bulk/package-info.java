/**
 * Large CSV deliveries, many rows at a time: a filter that accepts rows without faults and hands all others to the row path.
 *
 * <p>Bytes become cells ({@code RecordScanner}), cells become numbers ({@code CellDictionary}, {@code PlainNumber}, one
 * {@code ColumnValidator} for each column), and the rules of the format run over columns of numbers
 * ({@link nl.betekenisvolmeten.indicators.validation.internal.RowFilter}). A row whose cells are certain to give no finding, and
 * that breaks no rule, is accepted as it is. Any other row becomes a row of texts and goes through the same objects as
 * without a bulk path, in its turn. So a finding comes from one place only, and this package knows no message, no severity
 * and no rule of its own.
 *
 * <p>Start at {@link nl.betekenisvolmeten.indicators.formats.internal.bulk.BulkReader}.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import org.jspecify.annotations.NullMarked;
