package nl.betekenisvolmeten.indicators.formats.internal.chart;

/**
 * The title and description of a chart.
 *
 * @param id its id, unique on the page; letters, digits and hyphens
 * @param title its subject
 * @param text what it shows, in one or two sentences
 * @param reference the label of its reference line, such as {@code stad 63,1}
 */
public record Caption(String id, String title, String text, String reference) {}
