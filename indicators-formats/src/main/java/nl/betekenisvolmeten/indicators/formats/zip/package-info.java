/** Zip files that are the same bytes for the same content, whenever and wherever they are written. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.zip;

import org.jspecify.annotations.NullMarked;
