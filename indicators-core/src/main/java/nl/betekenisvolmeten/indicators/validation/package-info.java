/**
 * Rules as data, and the validator that applies them.
 *
 * <p>A {@link nl.betekenisvolmeten.indicators.validation.RuleSet} is what a format's definition says about rows: its
 * columns with their {@link nl.betekenisvolmeten.indicators.validation.ColumnType}, its key, and its
 * {@link nl.betekenisvolmeten.indicators.validation.Rule}s over several cells. A
 * {@link nl.betekenisvolmeten.indicators.validation.Validator} applies one to rows of text and gives findings and good
 * rows. A rule over several cells is applied only where each of its cells passed its own check, so one cause gives one
 * finding.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.validation;

import org.jspecify.annotations.NullMarked;
