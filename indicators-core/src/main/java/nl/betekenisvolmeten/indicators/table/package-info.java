/**
 * Observations and results as tables. A {@link nl.betekenisvolmeten.indicators.table.TableStructure} says which columns
 * are dimensions and which are measures, in SDMX's sense; a {@link nl.betekenisvolmeten.indicators.table.CountTable}
 * holds checked rows in columns; a {@link nl.betekenisvolmeten.indicators.table.ResultTable} holds totals with their
 * bounds and coverage.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.table;

import org.jspecify.annotations.NullMarked;
