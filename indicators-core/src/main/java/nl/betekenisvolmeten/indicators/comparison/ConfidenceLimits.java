package nl.betekenisvolmeten.indicators.comparison;

import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/**
 * An interval and how sure it is.
 *
 * @param confidence how sure
 * @param interval what chance and bounds leave open
 */
public record ConfidenceLimits(Confidence confidence, Interval interval) {}
