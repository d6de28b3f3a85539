/**
 * Areas compared with their city: rates and shares with their intervals, and what can be said of a difference. A
 * {@link nl.betekenisvolmeten.indicators.comparison.ComparisonPlan} says which indicators, which level and which
 * inhabitants, and {@link nl.betekenisvolmeten.indicators.comparison.ComparisonOptions} the choices of a researcher: what to
 * compare with, whose ages, which methods. Rows stream through a
 * {@link nl.betekenisvolmeten.indicators.comparison.Comparer}.
 *
 * <p>What a total of persons leaves open stays open: an indicator whose numerator is only known between bounds gets
 * bounds, no p-value, and a judgement only where the bounds settle it.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.comparison;

import org.jspecify.annotations.NullMarked;
