package nl.betekenisvolmeten.indicators.statistics;

/** How the interval of a compared figure is made: of a share, of a rate, or of a rate standardised by age. */
public sealed interface IntervalMethod permits ProportionMethod, RateMethod, DirectMethod {

    /**
     * Returns the stable name in files.
     *
     * @return such as {@code wilson}
     */
    String code();
}
