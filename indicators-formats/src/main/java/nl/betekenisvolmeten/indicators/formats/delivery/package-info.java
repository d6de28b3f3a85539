/**
 * The check of a delivery: which format it is, which rows are good, and what is wrong with the others.
 * {@link nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader} is where to start.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.delivery;

import org.jspecify.annotations.NullMarked;
