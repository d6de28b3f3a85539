/**
 * Deliveries as workbooks (xlsx). A workbook is untrusted input: it is read from its XML while what is unpacked is
 * counted, without document types and entities, and nothing in it is ever run or held beyond the limits.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import org.jspecify.annotations.NullMarked;
