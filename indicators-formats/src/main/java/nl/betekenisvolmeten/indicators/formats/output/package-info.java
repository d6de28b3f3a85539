/**
 * Results as CSV, JSON, SDMX-CSV and Data Package, all from one list of columns:
 * {@link nl.betekenisvolmeten.indicators.formats.output.ResultTables}. Definitions, what differs between them and what they
 * ask as JSON: {@link nl.betekenisvolmeten.indicators.formats.output.JsonDefinitions}.
 *
 * <p>Opened to jackson-databind, which writes the records of this package.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.output;

import org.jspecify.annotations.NullMarked;
