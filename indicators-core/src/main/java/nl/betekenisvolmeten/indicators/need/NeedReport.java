package nl.betekenisvolmeten.indicators.need;

import java.util.Optional;

/**
 * Need by area, with what was asked besides.
 *
 * @param ranking the areas by need
 * @param budget a budget spread by need; empty when not asked
 * @param reach who is reached; empty when not asked
 */
public record NeedReport(NeedRanking ranking, Optional<NeedBudget> budget, Optional<NeedReach> reach) {}
