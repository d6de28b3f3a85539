package nl.betekenisvolmeten.indicators.finding;

import java.util.EnumSet;
import java.util.Set;

/** Placeholder, replaced by the scanner. */
public final class PersonalData {

    /** Kinds. */
    public enum Kind {
        /** Citizen service number. */
        BSN
    }

    private PersonalData() {}

    /**
     * Finds.
     *
     * @param text text
     * @return kinds
     */
    public static Set<Kind> find(String text) {
        return EnumSet.noneOf(Kind.class);
    }

    /**
     * Masks.
     *
     * @param text text
     * @return masked
     */
    public static String mask(String text) {
        return text;
    }
}
