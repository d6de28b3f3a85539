/**
 * Figures beside their targets: whether a target is met, as far as what is known settles it, and how much of the way has
 * been gone. A figure that is only known between bounds, is incomplete or cannot be compared gives an outcome of its own,
 * never a guess.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.targets;

import org.jspecify.annotations.NullMarked;
