package nl.betekenisvolmeten.indicators.table.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Alternative codes of a row, for example where a group of an earlier version straddles groups of a later one: the row has at
 * least one of them. They are kept in one text, so that a row is passed on like any other; totals split the text.
 */
public final class PossibleCodes {

    /** Between the codes: a noncharacter of Unicode, which no text holds. */
    private static final String OR = "\uFDD0";

    private PossibleCodes() {}

    /**
     * Returns the text of several codes.
     *
     * @param codes one or more codes
     * @return the code itself when there is one
     */
    public static String text(Collection<String> codes) {
        return String.join(OR, new TreeSet<>(codes));
    }

    /**
     * Returns the codes in a text.
     *
     * @param text a code, or what {@link #text} gave
     * @return the codes in their order
     */
    public static List<String> of(String text) {
        return isOne(text) ? List.of(text) : Arrays.asList(text.split(OR, -1));
    }

    /**
     * Returns whether a text holds one code, and so is that code.
     *
     * @param text a code, or what {@link #text} gave
     * @return false for several codes
     */
    public static boolean isOne(String text) {
        return text.indexOf(OR.charAt(0)) < 0;
    }
}
