/**
 * The small forms as values: targets, stated figures, need, stories, records to count, inhabitants and
 * delivered totals. Also files that do not fit a form yet: described, marked where they are wrong, and repaired if
 * unambiguous.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.form;

import org.jspecify.annotations.NullMarked;
