/** CSV in and out: detects encoding and separator, reads row by row, and makes spreadsheet formulas harmless. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.csv;

import org.jspecify.annotations.NullMarked;
