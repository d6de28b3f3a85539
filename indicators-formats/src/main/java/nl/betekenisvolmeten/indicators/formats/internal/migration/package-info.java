/** Turns rows of one version of a format into rows of another, and keeps account of what that loses. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.migration;

import org.jspecify.annotations.NullMarked;
