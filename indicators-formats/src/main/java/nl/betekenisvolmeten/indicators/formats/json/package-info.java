/** Results and formats as JSON. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.json;

import org.jspecify.annotations.NullMarked;
