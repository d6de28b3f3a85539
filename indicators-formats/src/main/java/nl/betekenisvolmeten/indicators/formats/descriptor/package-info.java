/** Formats in the words of others: JSON Schema, Frictionless Table Schema and Data Package, CSV on the Web. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.descriptor;

import org.jspecify.annotations.NullMarked;
