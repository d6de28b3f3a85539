/** CSV in and out: encoding and separator found by itself, rows one by one, spreadsheet formulas made harmless. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.csv;

import org.jspecify.annotations.NullMarked;
