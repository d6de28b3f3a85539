/** Small programs that use the library; the README quotes them, and a test holds the quotes to the code. */
@NullMarked
package nl.betekenisvolmeten.indicators.examples.embedding;

import org.jspecify.annotations.NullMarked;
