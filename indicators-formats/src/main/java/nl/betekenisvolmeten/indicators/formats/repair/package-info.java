/** Files that do not fit a form yet: described, marked where they are wrong, and repaired where there is one reading. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.repair;

import org.jspecify.annotations.NullMarked;
