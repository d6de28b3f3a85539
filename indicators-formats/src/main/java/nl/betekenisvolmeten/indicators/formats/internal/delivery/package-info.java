/** Recognises deliveries by their header, and hands their rows to the validator: what every kind of reading shares. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import org.jspecify.annotations.NullMarked;
