/** Zip files with the same bytes for the same content, whenever and wherever they are written. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.zip;

import org.jspecify.annotations.NullMarked;
