/**
 * Formats, indicator sets, areas and populations as data: versioned JSON files with a validity, a status and the
 * passages they rest on. Bundled ones are resources; a user's own load through the same door. A definition file is
 * untrusted input: it is checked, gives findings with line and path, and can never run code.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.definition;

import org.jspecify.annotations.NullMarked;
