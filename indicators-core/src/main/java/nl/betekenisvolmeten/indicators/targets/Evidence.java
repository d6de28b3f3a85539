package nl.betekenisvolmeten.indicators.targets;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.table.Coverage;

/**
 * A figure with where it comes from and what it lacks.
 *
 * @param realised the figure
 * @param origin where it comes from
 * @param lacks what it lacks; empty when it is all there is to know
 * @param coverage what was reported of what was to be expected; empty where that is not known
 * @param source the document that states it; blank for a figure of deliveries
 */
public record Evidence(
        Realised realised, Origin origin, Set<UndecidedReason> lacks, Optional<Coverage> coverage, String source) {

    /** Where a figure comes from. */
    public enum Origin {
        /** It was made of deliveries. */
        DELIVERIES,
        /** Somebody stated it. */
        STATED,
        /** There is none. */
        NONE
    }

    public Evidence {
        Set<UndecidedReason> copy = EnumSet.noneOf(UndecidedReason.class);
        copy.addAll(lacks);
        lacks = Collections.unmodifiableSet(copy);
    }

    /** No figure, and why. */
    static Evidence none(UndecidedReason why) {
        return new Evidence(Realised.missing(), Origin.NONE, EnumSet.of(why), Optional.empty(), "");
    }
}
