/**
 * Areas compared with their city: rates and shares with their intervals, and what can be said of a difference. A
 * {@link nl.betekenisvolmeten.indicators.comparison.ComparisonPlan} says which indicators, which level and which
 * inhabitants, and {@link nl.betekenisvolmeten.indicators.comparison.ComparisonOptions} the choices of a researcher: what to
 * compare with, whose ages, which methods. Rows stream through a
 * {@link nl.betekenisvolmeten.indicators.comparison.Comparer}.
 *
 * <p>What a total of persons leaves open stays open: an indicator whose numerator is only known between bounds gets
 * bounds, no p-value, and a judgement only where the bounds settle it.
 *
 * <table>
 *   <caption>Visits per inhabitant of eight stadsdelen compared with their city, by own totals with their squares, in 2,000
 *   made-up quarters from a seed. Nine in ten visitors come three times on average (geometric), one in ten comes 13 times.
 *   False: quarters without a difference in which some stadsdeel gets a verdict, in percent. Found: quarters in which one
 *   stadsdeel that has so many more visitors gets one. Held: 95 percent intervals with the true rate in them.</caption>
 *   <tr><th>visitors per 1,000 inhabitants</th><th>more visitors in one</th><th>false</th><th>found</th><th>held</th></tr>
 *   <tr><td>2</td><td>no</td><td>2.5</td><td></td><td>95.8</td></tr>
 *   <tr><td>10</td><td>no</td><td>3.2</td><td></td><td>95.4</td></tr>
 *   <tr><td>2</td><td>50 percent</td><td></td><td>66.4</td><td>95.4</td></tr>
 *   <tr><td>10</td><td>20 percent</td><td></td><td>54.5</td><td>95.3</td></tr>
 *   <tr><td>10</td><td>50 percent</td><td></td><td>100.0</td><td>95.1</td></tr>
 * </table>
 *
 * <p>In the same quarters with 10 visitors per 1,000 inhabitants but without squares, 84.7 percent of the 95 percent
 * intervals hold the true rate: that visitors come equally often is the narrowest that one could defend, so nothing but
 * similar is decided then. With the squares of two organisations in each stadsdeel, whose visitors may be the same people,
 * the interval is the widest of the two, and 99.5 percent hold the true rate where no visitor goes to both.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.comparison;

import org.jspecify.annotations.NullMarked;
