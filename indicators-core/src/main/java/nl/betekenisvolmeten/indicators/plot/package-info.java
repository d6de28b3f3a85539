/**
 * Plots as values: points and lines with what stands at their axes. Nothing is drawn here; a report draws them, and a
 * researcher takes them along.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.plot;

import org.jspecify.annotations.NullMarked;
