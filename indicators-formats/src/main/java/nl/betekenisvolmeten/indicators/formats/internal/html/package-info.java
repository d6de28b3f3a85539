/** HTML and SVG under construction, in which every text is escaped. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.html;

import org.jspecify.annotations.NullMarked;
