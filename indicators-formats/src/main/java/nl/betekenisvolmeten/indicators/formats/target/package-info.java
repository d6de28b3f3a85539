/** Reads targets, and figures to put beside them, that an organisation or a municipality delivers as a form. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.target;

import org.jspecify.annotations.NullMarked;
