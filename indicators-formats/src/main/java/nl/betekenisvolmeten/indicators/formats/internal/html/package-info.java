/** Web pages: markup that escapes every text, tables, and the head and style that all pages share. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.html;

import org.jspecify.annotations.NullMarked;
