/**
 * Rows in columns, as numbers: how many rows are handed on at a time between reading, checking and adding up. Not part of
 * the API; uses nothing of this library.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.table.internal;

import org.jspecify.annotations.NullMarked;
