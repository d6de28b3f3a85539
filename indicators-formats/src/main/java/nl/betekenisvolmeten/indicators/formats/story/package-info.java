/**
 * Impact stories: what a resident, a professional, a volunteer or a partner tells about a change. A story is used only
 * as long as the one who told it agrees: what a report takes is a
 * {@link nl.betekenisvolmeten.indicators.formats.story.PublishableStory}, and a story without a valid consent cannot be
 * made into one.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.story;

import org.jspecify.annotations.NullMarked;
