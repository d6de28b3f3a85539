/**
 * Who may see a table. Small numbers may point to people, so writers take no bare table: they take one with a stated
 * purpose. Protection for publication (hiding small counts so that they cannot be worked out) is not in
 * this version; nothing here may be published as it is.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.disclosure;

import org.jspecify.annotations.NullMarked;
