/**
 * How results and reports are written: numbers as text, the one mapper for JSON, and the records that several rooms write
 * with it. Opened to jackson-databind.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.result;

import org.jspecify.annotations.NullMarked;
