package nl.betekenisvolmeten.indicators.formats.internal.result;

/**
 * A number of a JSON document.
 *
 * @param text its digits, as {@link Numbers} writes them
 */
public record JsonNumber(String text) {}
