package nl.betekenisvolmeten.indicators.statistics;

/**
 * A rule that a point of a control chart fell under, and on which side.
 *
 * @param rule the rule
 * @param high true above the centre line, or rising for {@link ChartRule#TREND}; false below, or falling. Whether that is
 *     better depends on the indicator
 */
public record ChartSignal(ChartRule rule, boolean high) {}
