/**
 * Areas compared with their own past: does a figure do more than chance, and which of many deserve a look now? A
 * {@link nl.betekenisvolmeten.indicators.signal.SeriesPlan} says which indicators and areas, and where a series begins anew.
 * Rows stream through a {@link nl.betekenisvolmeten.indicators.signal.SeriesPlan.Collector}; what comes out is put on
 * {@link nl.betekenisvolmeten.indicators.signal.AreaChart control charts} and in a
 * {@link nl.betekenisvolmeten.indicators.signal.SignalList list}.
 *
 * <p>Within a stretch between two breaks only organisations count that reported on the area in every period of it: another
 * organisation more or less is not a change in the work.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.signal;

import org.jspecify.annotations.NullMarked;
