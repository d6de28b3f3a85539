/**
 * Deliveries as JSON: an array of objects, an object with an array {@code rows}, or JSON Lines. An object is a row, its
 * names are the names of columns, and an absent name is an empty cell. The names count as row 1, so that the first object
 * is row 2, as in a spreadsheet.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.json;

import org.jspecify.annotations.NullMarked;
