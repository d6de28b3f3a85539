/** From deliveries of records to a delivery of counts, by a counting protocol. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.counting;

import org.jspecify.annotations.NullMarked;
