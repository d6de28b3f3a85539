/** Rows of text as every carrier gives them, before anything is known of their columns. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.rows;

import org.jspecify.annotations.NullMarked;
