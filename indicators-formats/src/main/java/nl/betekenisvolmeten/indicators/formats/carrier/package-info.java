/**
 * What rows are carried by, in and out: CSV, workbooks, JSON, JSON Lines. The only place that knows them all;
 * {@link nl.betekenisvolmeten.indicators.formats.carrier.Carrier} is where to start.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.carrier;

import org.jspecify.annotations.NullMarked;
