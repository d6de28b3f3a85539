/**
 * What people answered: questionnaires as data, and pure functions that make shares, means, scores and changes of
 * answers. Who answered "don't know" or "not applicable" did not say no: such answers stand beside the others, outside
 * every denominator.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.survey;

import org.jspecify.annotations.NullMarked;
