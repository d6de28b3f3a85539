/** Where the rows of a delivery come from and go to, whatever carries them, and the limits on reading them. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.source;

import org.jspecify.annotations.NullMarked;
