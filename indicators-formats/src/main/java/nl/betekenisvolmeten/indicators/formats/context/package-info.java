/**
 * Deliveries in the light of what was agreed about them: which version of a delivery counts, whose series goes on in whose,
 * what was expected and is not there, and where a series breaks.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.context;

import org.jspecify.annotations.NullMarked;
