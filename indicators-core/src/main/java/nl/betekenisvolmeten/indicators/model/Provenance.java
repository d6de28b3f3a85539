package nl.betekenisvolmeten.indicators.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a definition or a set of figures rests on.
 *
 * @param status how official it is
 * @param note a note for users
 * @param sources the published documents
 * @param decision who decided that it holds, and when; empty if it does not say
 */
public record Provenance(Status status, LocalizedText note, List<Source> sources, Optional<Decision> decision) {

    public Provenance {
        sources = List.copyOf(sources);
    }

    /**
     * Creates the provenance of what nobody is said to have decided.
     *
     * @param status how official it is
     * @param note a note for users
     * @param sources the published documents
     */
    public Provenance(Status status, LocalizedText note, List<Source> sources) {
        this(status, note, sources, Optional.empty());
    }

    /**
     * Returns whether a document is among the sources.
     *
     * @param source the id of a document
     * @return true when it is
     */
    public boolean has(String source) {
        return sources.stream().anyMatch(known -> known.id().equals(source));
    }

    /**
     * Returns a copy with another status.
     *
     * @param newStatus how official it is
     * @return the same note, sources and decision
     */
    public Provenance with(Status newStatus) {
        return new Provenance(newStatus, note, sources, decision);
    }

    /** How official something is. */
    public enum Status {
        /** Made up again from published documents, because the agreed text is not public. */
        RECONSTRUCTION,
        /** Proposed, not agreed. */
        DRAFT,
        /** Agreed by those who use it. */
        AGREED,
        /** Published by the body that makes it. */
        PUBLISHED,
        /** Published, and still to be revised. */
        PROVISIONAL
    }

    /**
     * The decision on a version.
     *
     * @param by the body that decided, such as a city council
     * @param on the day of the decision
     */
    public record Decision(LocalizedText by, LocalDate on) {}

    /**
     * A published document.
     *
     * @param id by which passages refer to it
     * @param title its title
     * @param reference its number or address
     * @param date its date, as published
     * @param licence the licence under which it may be used, such as CC BY 4.0, which asks for its mention
     */
    public record Source(String id, String title, String reference, Optional<String> date, Optional<String> licence) {}
}
