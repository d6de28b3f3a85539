package nl.betekenisvolmeten.indicators.finding;

/**
 * The text of a finding for one reader.
 *
 * @param title what the rule is about, in a few words
 * @param text what was found here
 * @param action what to do about it
 */
public record Message(String title, String text, String action) {}
