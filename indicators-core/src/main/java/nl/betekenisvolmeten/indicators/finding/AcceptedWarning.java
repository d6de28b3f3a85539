package nl.betekenisvolmeten.indicators.finding;

/**
 * A warning with the explanation why it is all right.
 *
 * @param finding the warning
 * @param acceptance why it is all right
 */
public record AcceptedWarning(Finding finding, Acceptance acceptance) {}
