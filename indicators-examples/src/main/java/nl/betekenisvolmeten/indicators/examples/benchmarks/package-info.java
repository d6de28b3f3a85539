/**
 * Large deliveries with known faults, and how long the library takes over them.
 * {@link nl.betekenisvolmeten.indicators.examples.benchmarks.DeliveryGenerator} writes one,
 * {@link nl.betekenisvolmeten.indicators.examples.benchmarks.BulkRun} checks it and what was found.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
