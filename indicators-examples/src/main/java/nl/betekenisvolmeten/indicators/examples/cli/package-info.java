/** The {@code indicators} command: the reference application of the library, on its public API only. */
@NullMarked
package nl.betekenisvolmeten.indicators.examples.cli;

import org.jspecify.annotations.NullMarked;
