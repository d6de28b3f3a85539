/** What stands in a file of results, once for all carriers: the columns, what they mean, and how numbers are written. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.result;

import org.jspecify.annotations.NullMarked;
