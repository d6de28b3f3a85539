/** Definition files as trees of values whose places are known, and the parts of definitions that the core models. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.definition;

import org.jspecify.annotations.NullMarked;
