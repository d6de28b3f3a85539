/**
 * How results and reports are written: numbers as text, the one mapper for JSON, and the objects that several rooms write
 * with it.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.result;

import org.jspecify.annotations.NullMarked;
