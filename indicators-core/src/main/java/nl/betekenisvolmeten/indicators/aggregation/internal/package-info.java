/**
 * What totals are kept in: nodes of groups and of what is below them, exact sums, and what each nature of a measure needs.
 * Not part of the API.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.aggregation.internal;

import org.jspecify.annotations.NullMarked;
