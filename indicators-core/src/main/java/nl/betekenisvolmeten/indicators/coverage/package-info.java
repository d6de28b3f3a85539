/**
 * Who should report what, where and when, compared with what came in. A
 * {@link nl.betekenisvolmeten.indicators.coverage.Completeness.Grid} is made of agreements as data; it takes rows in any order
 * and reports what is there, what is missing, what was late, and how final a period is. A
 * {@link nl.betekenisvolmeten.indicators.coverage.DeliveryLedger} says which deliveries count, and a
 * {@link nl.betekenisvolmeten.indicators.coverage.BreakFinder} where a series changed hands or form.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.coverage;

import org.jspecify.annotations.NullMarked;
