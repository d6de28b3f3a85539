package nl.betekenisvolmeten.indicators.statistics;

/** How the interval of a compared figure is made: of a share, of a rate, or of a rate standardised by age. */
public sealed interface IntervalMethod extends Coded permits ProportionMethod, RateMethod, DirectMethod {}
