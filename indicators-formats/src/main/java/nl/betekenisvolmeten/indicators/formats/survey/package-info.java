/** Reads what people answered, from deliveries of the form for experience measurement. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.survey;

import org.jspecify.annotations.NullMarked;
