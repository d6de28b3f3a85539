/**
 * State of totals: nodes of groups and the levels below them, exact sums, and what each nature of a measure needs. Not
 * part of the API.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.aggregation.internal;

import org.jspecify.annotations.NullMarked;
