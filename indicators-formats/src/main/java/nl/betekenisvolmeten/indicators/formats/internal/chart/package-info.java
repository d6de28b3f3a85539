/**
 * Plots drawn as static SVG. The same plot gives the same bytes on every machine: no fonts are measured, and neither
 * locale nor time zone matters.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.chart;

import org.jspecify.annotations.NullMarked;
