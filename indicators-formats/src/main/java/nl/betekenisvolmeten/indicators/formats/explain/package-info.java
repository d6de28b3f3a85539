/**
 * Where a figure comes from: the files, rows, codes, rules and definitions behind one cell of a table. The figure is the
 * core's own, made again; nothing is reckoned here.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.explain;

import org.jspecify.annotations.NullMarked;
