/** Small deliveries with what must be found in them, so that a program in any language can be held against a format. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.conformance;

import org.jspecify.annotations.NullMarked;
