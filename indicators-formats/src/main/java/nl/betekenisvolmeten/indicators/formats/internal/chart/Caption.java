package nl.betekenisvolmeten.indicators.formats.internal.chart;

/**
 * What a chart is called and says.
 *
 * @param id its id, unique on the page; letters, digits and hyphens
 * @param title what it is of
 * @param text what it shows, in one or two sentences
 * @param reference what its line of comparison is, such as {@code stad 63,1}
 */
public record Caption(String id, String title, String text, String reference) {}
