/**
 * Plots as values: points and lines with the labels of their axes. Nothing is drawn here; that is for a report, or
 * for a researcher.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.plot;

import org.jspecify.annotations.NullMarked;
