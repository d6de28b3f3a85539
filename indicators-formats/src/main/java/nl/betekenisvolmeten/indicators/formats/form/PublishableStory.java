package nl.betekenisvolmeten.indicators.formats.form;

import java.util.Objects;

/**
 * A story that may be shown: its consent holds and no personal data were found in it. Only {@link
 * ImpactStory#publishable} makes one, so whoever takes this type cannot be given any other story. A consent that is
 * withdrawn later is seen by making it anew from the story.
 */
public final class PublishableStory {

    private final ImpactStory story;
    private final Consent consent;

    PublishableStory(ImpactStory story, Consent consent) {
        this.story = story;
        this.consent = consent;
    }

    /**
     * What is told.
     *
     * @return the story
     */
    public ImpactStory story() {
        return story;
    }

    /**
     * The consent that it is shown under.
     *
     * @return the consent
     */
    public Consent consent() {
        return consent;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublishableStory that && story.equals(that.story) && consent.equals(that.consent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(story, consent);
    }

    /** The title only: a story is not for logs. */
    @Override
    public String toString() {
        return "PublishableStory[" + story.title() + "]";
    }
}
