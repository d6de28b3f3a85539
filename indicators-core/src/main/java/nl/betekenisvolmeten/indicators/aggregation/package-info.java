/**
 * Totals that obey each measure's nature: flows are added, persons are bounded, means and ratios are recomputed from
 * their parts, stocks are taken from the last period. A
 * {@link nl.betekenisvolmeten.indicators.aggregation.AggregationPlan} says by what and which figures; an
 * {@link nl.betekenisvolmeten.indicators.aggregation.Aggregator} takes rows in any order and can be combined with
 * others of its plan.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.aggregation;

import org.jspecify.annotations.NullMarked;
