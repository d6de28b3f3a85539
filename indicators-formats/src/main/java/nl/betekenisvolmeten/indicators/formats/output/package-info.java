/** Results as CSV, JSON, SDMX-CSV and Data Package, all from one list of columns. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.output;

import org.jspecify.annotations.NullMarked;
