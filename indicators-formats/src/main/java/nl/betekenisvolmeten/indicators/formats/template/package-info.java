/** Empty forms for people: a workbook with drop-downs and explanation, or a CSV file with a header. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.template;

import org.jspecify.annotations.NullMarked;
