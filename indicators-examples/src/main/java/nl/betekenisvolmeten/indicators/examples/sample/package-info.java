/**
 * Deliveries to show and to try things with: of organisations that do not exist, over every stadsdeel of Den Haag.
 * {@link nl.betekenisvolmeten.indicators.examples.sample.SampleFiles} has them ready,
 * {@link nl.betekenisvolmeten.indicators.examples.sample.SampleDeliveries} makes them.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.examples.sample;

import org.jspecify.annotations.NullMarked;
