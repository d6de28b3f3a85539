/** What formats ask of people: cells per delivery, columns that feed nothing, and what two formats both ask. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.burden;

import org.jspecify.annotations.NullMarked;
