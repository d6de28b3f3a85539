package nl.betekenisvolmeten.indicators.model;

/** The levels of an area tree, from small to large. */
public enum AreaLevel {
    /** Neighbourhood (CBS code BU). */
    BUURT,
    /** District (CBS code WK). */
    WIJK,
    /** City district: a grouping of wijken by the municipality, without a CBS code. */
    STADSDEEL,
    /** Municipality (CBS code GM). */
    GEMEENTE,
    /** Region: municipalities that work together, without a CBS code. */
    REGIO
}
