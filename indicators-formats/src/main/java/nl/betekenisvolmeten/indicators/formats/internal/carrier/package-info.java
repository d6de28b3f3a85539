/** Opens deliveries and writes rows of every carrier; the only package that knows them all. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.carrier;

import org.jspecify.annotations.NullMarked;
