/**
 * The words of the field as values: indicators and their sets, measures and the arithmetic that their nature allows,
 * areas, periods, code lists, and figures that may be bounds or absent.
 *
 * <p>Names follow SDMX for structure (dimension, measure, attribute, code list), FHIR for rates (numerator,
 * denominator, exclusion) and Statistics Netherlands (CBS) for areas and periods.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.model;

import org.jspecify.annotations.NullMarked;
