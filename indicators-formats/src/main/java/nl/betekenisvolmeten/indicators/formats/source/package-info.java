/** Where the rows of a delivery come from: a named source that can be opened again, and the limits on reading it. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.source;

import org.jspecify.annotations.NullMarked;
