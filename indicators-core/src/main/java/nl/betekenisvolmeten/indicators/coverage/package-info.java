/**
 * Who should report what, where and when, beside what came in. A
 * {@link nl.betekenisvolmeten.indicators.coverage.ReportingGrid} is made of agreements as data; it takes rows in any order
 * and tells what is there, what is missing, what was late, and how final a period is.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.coverage;

import org.jspecify.annotations.NullMarked;
