/**
 * Pure numbers for comparing areas: proportions and rates with their uncertainty, exact tests, and the place of an
 * area in a funnel. The package uses nothing else of the library, keeps no state and reads no surroundings; the
 * distributions are those of Commons Math.
 *
 * <table>
 *   <caption>Which method when</caption>
 *   <tr><th>question</th><th>method</th><th>why</th></tr>
 *   <tr><td>a share of a known number (clients who reached their goal, of all clients)</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.ProportionMethod#WILSON}</td>
 *     <td>right on average, also for small numbers and near 0 and 100 percent</td></tr>
 *   <tr><td>the same, where the interval may never promise too much</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.ProportionMethod#CLOPPER_PEARSON}</td>
 *     <td>covers at least as often as it says; wider</td></tr>
 *   <tr><td>events against a population or time (reports per 1000 inhabitants)</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.RateMethod#BYAR_EXACT}</td>
 *     <td>what public health publishes, so figures can be laid side by side</td></tr>
 *   <tr><td>the same, exact whatever the count</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.RateMethod#EXACT}</td>
 *     <td>agrees with the exact tail of the count; no seam between 9 and 10 events</td></tr>
 *   <tr><td>a mean of numbers (days until help started), with its spread</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.MeanMethod#STUDENT_T}</td>
 *     <td>allows for a spread that was itself estimated; none for a single number</td></tr>
 *   <tr><td>rates of areas that differ in age (or other make-up)</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.DirectMethod#DOBSON_BYAR}</td>
 *     <td>areas can be compared with each other; needs the events by age, and 10 of them</td></tr>
 *   <tr><td>the same, for small areas or events known only in total</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.IndirectMethod#BYAR_EXACT}</td>
 *     <td>compares each area with the reference, not with each other</td></tr>
 *   <tr><td>is one area's figure other than a fixed one?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.ExactTest}</td>
 *     <td>holds for any count; intervals that overlap are not a test</td></tr>
 *   <tr><td>two shares: by how much do they differ?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.ProportionDifference#NEWCOMBE}</td>
 *     <td>holds for small groups and near 0 and 100 percent</td></tr>
 *   <tr><td>two rates: by what factor do they differ?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.RateRatio#EXACT}</td>
 *     <td>holds for any counts, and gives a test with it</td></tr>
 *   <tr><td>do groups differ, or do two characteristics go together?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.ChiSquareTest}</td>
 *     <td>any number of groups; where fewer than 5 are expected {@link nl.betekenisvolmeten.indicators.statistics.FisherExact}</td></tr>
 *   <tr><td>the same within age bands or other strata</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.MantelHaenszel}</td>
 *     <td>differences in make-up don't pass for differences between groups</td></tr>
 *   <tr><td>two means: do they differ, and by how much?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.TwoMeans#WELCH}</td>
 *     <td>the two may differ in spread</td></tr>
 *   <tr><td>do shares or rates rise or fall over years or classes?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.TrendTest}</td>
 *     <td>one question, so more power than comparing each with each</td></tr>
 *   <tr><td>many areas or indicators tested at once</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.MultipleTesting}</td>
 *     <td>Benjamini-Hochberg to find what deserves a look, Holm where one false alarm is too many</td></tr>
 *   <tr><td>which areas stand out from the whole?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.FunnelClass}</td>
 *     <td>the limits follow the size of the area, so small areas don't stand out by chance alone</td></tr>
 *   <tr><td>where are the lines of that plot?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.FunnelLimits}</td>
 *     <td>at the points of {@link nl.betekenisvolmeten.indicators.statistics.FunnelAxis}</td></tr>
 *   <tr><td>what if nearly all areas stand out?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.Overdispersion}</td>
 *     <td>widens the lines by what areas differ in besides chance; to be named with the figures</td></tr>
 *   <tr><td>which place has an area among others?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.RankIntervals#PAIRWISE}</td>
 *     <td>the places that chance leaves open; never a bare league table</td></tr>
 *   <tr><td>two figures with limits of any kind: by how much do they differ?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.Mover}</td>
 *     <td>as lopsided as their own limits, and takes bounds along</td></tr>
 *   <tr><td>do two figures of areas go together?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.RankCorrelation}</td>
 *     <td>ranks, so that single far-off areas don't decide</td></tr>
 *   <tr><td>how fast does a figure rise or fall?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.TrendSlope}</td>
 *     <td>Theil-Sen for figures alone, weighted where their errors are known</td></tr>
 *   <tr><td>areas in fifths (or other groups) of deprivation</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.QuantileGroups}</td>
 *     <td>equal areas stay together; refused with fewer areas than groups</td></tr>
 *   <tr><td>how large is the gap between the most and the least deprived?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.SlopeIndex}</td>
 *     <td>uses all groups, whatever their sizes</td></tr>
 *   <tr><td>does it gather at one end of a ranking, or are two groups apart?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.Concentration}</td>
 *     <td>a curve or a map in one number</td></tr>
 *   <tr><td>how unequally is it spread?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.Inequality}</td>
 *     <td>Gini unless the top (Theil T) or the bottom (Theil L) matters most</td></tr>
 * </table>
 *
 * <p>A result is an {@link nl.betekenisvolmeten.indicators.statistics.Estimate} or an
 * {@link nl.betekenisvolmeten.indicators.statistics.Effect} that keeps its parts, a
 * {@link nl.betekenisvolmeten.indicators.statistics.TestResult}, or a
 * {@link nl.betekenisvolmeten.indicators.statistics.NotDefined} that says why there is none; NaN and null never come
 * out. Nothing is rounded here. All types are immutable and safe to share between threads.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.statistics;

import org.jspecify.annotations.NullMarked;
