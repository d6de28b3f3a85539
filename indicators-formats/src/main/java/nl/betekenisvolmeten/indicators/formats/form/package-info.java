/** The small forms as values: targets, stated figures, need, answers, stories, records to count, inhabitants and delivered totals. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.form;

import org.jspecify.annotations.NullMarked;
