/** Reads what is known of areas, how much it counts as need, and what areas get today. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.need;

import org.jspecify.annotations.NullMarked;
