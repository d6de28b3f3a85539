/**
 * From one version of a format to another, along the steps that the definitions declare. What cannot be carried over
 * without loss is said in findings, and nothing is dropped in silence.
 * {@link nl.betekenisvolmeten.indicators.formats.migration.MigrationPlan} is where to start.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.migration;

import org.jspecify.annotations.NullMarked;
