/**
 * Pure numbers for comparing areas: proportions and rates with their uncertainty, exact tests, and the place of an
 * area in a funnel. The package uses nothing else of the library, keeps no state and reads no surroundings; the
 * distributions are those of Commons Math.
 *
 * <table>
 *   <caption>Which method when</caption>
 *   <tr><th>question</th><th>method</th><th>why, and what to look out for</th></tr>
 *   <tr><td>a share of a known number (clients who reached their goal, of all clients)</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.ProportionMethod#WILSON}</td>
 *     <td>right on average, also for small numbers and near 0 and 100 percent</td></tr>
 *   <tr><td>the same, where the interval may never promise too much</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.ProportionMethod#CLOPPER_PEARSON}</td>
 *     <td>covers at least as often as it says; wider</td></tr>
 *   <tr><td>the same, easily explained in a report</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.ProportionMethod#AGRESTI_COULL}</td>
 *     <td>the textbook formula after adding two of each; a little wider than Wilson's</td></tr>
 *   <tr><td>the same, as what one knows afterwards</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.ProportionMethod#JEFFREYS}</td>
 *     <td>for those who reason by Bayes; short near 0 and 100 percent, and there below its level</td></tr>
 *   <tr><td>the same, as R's prop.test gives it</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.ProportionMethod#WILSON_CORRECTED}</td>
 *     <td>with continuity correction: nearly as careful as the exact one</td></tr>
 *   <tr><td>events against a population or time (reports per 1000 inhabitants)</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.RateMethod#BYAR_EXACT}</td>
 *     <td>what public health publishes, so figures can be laid side by side</td></tr>
 *   <tr><td>the same, exact whatever the count</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.RateMethod#EXACT}</td>
 *     <td>agrees with the exact tail of the count; no seam between 9 and 10 events</td></tr>
 *   <tr><td>visits or hours of persons who come more than once</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.DesignEffect}</td>
 *     <td>how much wider than Poisson, exact or between two ends; without it a few regular visitors look like a
 *     difference</td></tr>
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
 *   <tr><td>two shares: by what factor do they differ?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.ProportionRatio#KOOPMAN}</td>
 *     <td>holds for small groups, also where nobody in the first had it; {@link nl.betekenisvolmeten.indicators.statistics.ProportionRatio#KATZ} only to agree with others</td></tr>
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
 *     <td>at the points of {@link nl.betekenisvolmeten.indicators.statistics.FunnelLimits.Axis}</td></tr>
 *   <tr><td>what if nearly all areas stand out?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.Overdispersion}</td>
 *     <td>widens the lines by what areas differ in besides chance; to be named with the figures</td></tr>
 *   <tr><td>a map of small areas</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.EmpiricalBayes}</td>
 *     <td>a model: draws small areas in to the whole; not for judging one</td></tr>
 *   <tr><td>which place has an area among others?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.RankIntervals#PAIRWISE}</td>
 *     <td>the places that chance leaves open; never a bare league table</td></tr>
 *   <tr><td>two figures with limits of any kind: by how much do they differ?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.MoverInterval}</td>
 *     <td>as lopsided as their own limits, and takes bounds along</td></tr>
 *   <tr><td>do two figures of areas go together?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.RankCorrelation}</td>
 *     <td>ranks, so that single far-off areas don't decide</td></tr>
 *   <tr><td>do they lie on a straight line?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.PearsonCorrelation}</td>
 *     <td>with an interval; single far-off areas can decide it</td></tr>
 *   <tr><td>how fast does a figure rise or fall?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.TrendSlope}</td>
 *     <td>Theil-Sen for figures alone, weighted where their errors are known</td></tr>
 *   <tr><td>does a figure over time do more than chance?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.ControlChart}</td>
 *     <td>lines and named rules; a declared break starts a new baseline; rough with fewer than a dozen points</td></tr>
 *   <tr><td>the same at a glance</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.RunChart}</td>
 *     <td>only the median and runs; finds less</td></tr>
 *   <tr><td>is the latest figure of one series other than the earlier ones?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.LatestTest}</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.LatestTest.Variation#OVERDISPERSED} unless events have nothing to do with each other;
 *     of many series, correct for how many were looked at, as {@code signal.SignalList} does</td></tr>
 *   <tr><td>areas in fifths (or other groups) of deprivation</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.QuantileGroups}</td>
 *     <td>equal areas stay together; refused with fewer areas than groups</td></tr>
 *   <tr><td>how large is the gap between the most and the least deprived?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.SlopeIndex}</td>
 *     <td>uses all groups, whatever their sizes</td></tr>
 *   <tr><td>the same with an interval where the line has no formula</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.SlopeIndex.Simulation}</td>
 *     <td>drawn anew many times; the same seed gives the same limits</td></tr>
 *   <tr><td>does it gather at one end of a ranking, or are two groups apart?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.Concentration}</td>
 *     <td>a curve or a map in one number</td></tr>
 *   <tr><td>does what is offered reach the need?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.Concentration.Curve}</td>
 *     <td>the curve behind that number, with the areas of most need first</td></tr>
 *   <tr><td>how much need has an area?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.NeedIndex}</td>
 *     <td>which characteristics, and how heavy, is the user's choice, and shown</td></tr>
 *   <tr><td>what if a budget went by need?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.BudgetByNeed}</td>
 *     <td>to the cent, compared with today's; something to discuss, not what should be done</td></tr>
 *   <tr><td>how old do people get?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.LifeTable}</td>
 *     <td>not below 5000 inhabitants; of a period, not a forecast</td></tr>
 *   <tr><td>answers to a survey, or a register</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.SamplingBasis}</td>
 *     <td>says whom they speak for; a full register has no interval unless asked for</td></tr>
 *   <tr><td>how unequally is it spread?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.Inequality}</td>
 *     <td>Gini unless the top (Theil T) or the bottom (Theil L) matters most</td></tr>
 *   <tr><td>is a difference with a known standard error other than 0?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.NormalTest}</td>
 *     <td>for figures that have no exact test</td></tr>
 *   <tr><td>which number has a share of a list below it?</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.statistics.SampleQuantile#TYPE_7}</td>
 *     <td>what R and spreadsheets give; the nine ways differ in small lists</td></tr>
 * </table>
 *
 * <table>
 *   <caption>What goes in and what comes out</caption>
 *   <tr><th>type</th><th>what it is for</th></tr>
 *   <tr><td>{@link nl.betekenisvolmeten.indicators.statistics.Confidence}</td><td>how sure an interval is</td></tr>
 *   <tr><td>{@link nl.betekenisvolmeten.indicators.statistics.Sample}</td><td>how many numbers, their mean and their spread: all that methods for means need</td></tr>
 *   <tr><td>{@link nl.betekenisvolmeten.indicators.statistics.CrossTable}</td><td>counts by two characteristics, for tests</td></tr>
 *   <tr><td>{@link nl.betekenisvolmeten.indicators.statistics.StandardPopulation}</td><td>the ages to standardise by</td></tr>
 *   <tr><td>{@link nl.betekenisvolmeten.indicators.statistics.Statistic}</td><td>what every method answers: a figure of some kind, or why there is none</td></tr>
 *   <tr><td>{@link nl.betekenisvolmeten.indicators.statistics.Interval}</td><td>lower and upper limit of a figure</td></tr>
 *   <tr><td>{@link nl.betekenisvolmeten.indicators.statistics.PValue}</td><td>how likely the data are by chance</td></tr>
 * </table>
 *
 * <table>
 *   <caption>How often 95 percent intervals of proportions hold the true value, in percent: on average over the true
 *   proportions 0.05, 0.06 to 0.95, and at the worst of them. Added up over all outcomes, without simulation.</caption>
 *   <tr><th>method</th><th>10 persons</th><th>20</th><th>50</th><th>100</th></tr>
 *   <tr><td>Wilson</td><td>95.6, 91.4</td><td>95.3, 92.5</td><td>95.2, 93.2</td><td>95.0, 93.3</td></tr>
 *   <tr><td>Wilson, corrected</td><td>98.1, 96.0</td><td>97.7, 95.9</td><td>96.8, 95.3</td><td>96.5, 95.1</td></tr>
 *   <tr><td>Clopper-Pearson</td><td>98.3, 96.2</td><td>97.5, 95.9</td><td>96.7, 95.3</td><td>96.4, 95.4</td></tr>
 *   <tr><td>Agresti-Coull</td><td>96.4, 93.0</td><td>96.1, 93.2</td><td>95.4, 93.5</td><td>95.2, 94.0</td></tr>
 *   <tr><td>Jeffreys</td><td>95.2, 86.9</td><td>94.8, 89.6</td><td>94.6, 88.5</td><td>94.8, 93.5</td></tr>
 * </table>
 *
 * <p>In the same way rates: over the expected counts 0.5, 1 to 30 the intervals of both methods hold the true rate in 96.6
 * percent on average, and in 95.1 at the worst. And directly standardised rates, over two age bands, the old one
 * with three times the events of the young one, among those with 10 events and more: 96.9 percent with 10 events expected,
 * 97.9 with 15, 96.0 with 25, 95.7 with 50 and 95.5 with 100.
 *
 * <table>
 *   <caption>How often 95 percent intervals of visits hold the true rate, in percent, by what is known of how often the same
 *   persons come; and how often the test with the squares known calls two equal areas different at 0.05. Areas with a Poisson
 *   number of visitors, 4,000 from a seed. Where few persons make up most visits the squares themselves are uncertain: with
 *   20 visitors of whom two come every week the interval falls 9 short, and below ten effective events nothing is
 *   tested.</caption>
 *   <tr><th>visits per person</th><th>visitors expected</th><th>squares known</th><th>persons only, D = N / P</th>
 *     <th>nothing, D = 1</th><th>called different</th></tr>
 *   <tr><td>all come once</td><td>20</td><td>95.7</td><td>95.7</td><td>95.7</td><td>3.6</td></tr>
 *   <tr><td>all come once</td><td>100</td><td>95.6</td><td>95.6</td><td>95.6</td><td>5.0</td></tr>
 *   <tr><td>geometric, mean 3</td><td>20</td><td>95.5</td><td>89.2</td><td>64.5</td><td>2.5</td></tr>
 *   <tr><td>geometric, mean 3</td><td>100</td><td>95.5</td><td>87.5</td><td>62.2</td><td>5.6</td></tr>
 *   <tr><td>geometric, mean 3</td><td>500</td><td>95.2</td><td>87.3</td><td>61.7</td><td>4.9</td></tr>
 *   <tr><td>nine in ten once, one in ten 13 times</td><td>20</td><td>85.7</td><td>74.0</td><td>52.6</td><td>0.2</td></tr>
 *   <tr><td>nine in ten once, one in ten 13 times</td><td>100</td><td>94.5</td><td>69.7</td><td>51.5</td><td>5.7</td></tr>
 *   <tr><td>nine in ten once, one in ten 13 times</td><td>500</td><td>95.4</td><td>70.5</td><td>51.2</td><td>4.9</td></tr>
 * </table>
 *
 * <table>
 *   <caption>How often charts call for attention while nothing happens: percent of XmR charts of normal noise on which a rule
 *   flags one point or more, in 4,000 charts from a seed.</caption>
 *   <tr><th>points</th><th>astronomical point</th><th>shift</th><th>trend</th><th>two of three</th></tr>
 *   <tr><td>8</td><td>1.5</td><td>0.1</td><td>0.1</td><td>0.8</td></tr>
 *   <tr><td>12</td><td>3.0</td><td>1.2</td><td>0.2</td><td>1.2</td></tr>
 *   <tr><td>20</td><td>5.3</td><td>6.6</td><td>0.5</td><td>2.2</td></tr>
 *   <tr><td>40</td><td>9.5</td><td>20.3</td><td>1.1</td><td>4.5</td></tr>
 * </table>
 *
 * <table>
 *   <caption>The same of the list of early signals at a share of 0.05: percent of lists of 60 series with a signal, and of
 *   series whose p-value alone is 0.05 or less; counts with mean 20 that vary as Poisson has it, and with three times
 *   that variance. 300 lists from a seed.</caption>
 *   <tr><th>earlier periods</th><th>variation</th><th>lists, Poisson</th><th>series alone</th><th>lists, three times</th>
 *     <th>series alone</th></tr>
 *   <tr><td>3</td><td>chance</td><td>1.7</td><td>4.4</td><td>97.0</td><td>24.2</td></tr>
 *   <tr><td>3</td><td>overdispersed</td><td>0.0</td><td>1.2</td><td>1.0</td><td>3.3</td></tr>
 *   <tr><td>7</td><td>chance</td><td>4.7</td><td>4.8</td><td>97.7</td><td>24.9</td></tr>
 *   <tr><td>7</td><td>overdispersed</td><td>0.0</td><td>2.6</td><td>5.0</td><td>4.6</td></tr>
 *   <tr><td>11</td><td>chance</td><td>4.3</td><td>4.6</td><td>97.3</td><td>24.4</td></tr>
 *   <tr><td>11</td><td>overdispersed</td><td>1.0</td><td>2.9</td><td>5.3</td><td>4.7</td></tr>
 * </table>
 *
 * <p>A {@link nl.betekenisvolmeten.indicators.statistics.Statistic} keeps the parts that it was made of; NaN and null never come out. Nothing is rounded here. All
 * types are immutable and safe to share between threads.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.statistics;

import org.jspecify.annotations.NullMarked;
