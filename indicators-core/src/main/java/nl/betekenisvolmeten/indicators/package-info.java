/**
 * Meaningful measuring and accounting of welfare work ("betekenisvol meten en verantwoorden"): the map.
 *
 * <p>Figures flow one way, from a file to a table that is safe to show:
 *
 * <pre>
 *  a file ── formats ──&gt; observations ── validation ──&gt; good rows + findings
 *                                                        │
 *                                       table.CountTable (or streamed, row by row)
 *                                                        │  aggregation: obeys each measure's nature
 *                                       table.ResultTable (value or bounds, coverage)
 *                                                        │  comparison, with the numbers of statistics
 *                                       comparison.Comparison
 * </pre>
 *
 * <table>
 *   <caption>Packages of the core, and what each may use</caption>
 *   <tr><th>package</th><th>what lives there</th><th>may use</th></tr>
 *   <tr><td>{@code finding}</td><td>what is wrong, where, and in whose words</td><td>nothing</td></tr>
 *   <tr><td>{@code model}</td><td>indicators, measures and their natures, areas, periods, code lists</td><td>finding</td></tr>
 *   <tr><td>{@code table}</td><td>observations and results in columns</td><td>model, finding</td></tr>
 *   <tr><td>{@code validation}</td><td>rules as data, and the validator that applies them</td><td>model, table, finding</td></tr>
 *   <tr><td>{@code validation.constraints}</td><td>the same rules as Bean Validation constraints</td><td>validation, model, table, finding</td></tr>
 *   <tr><td>{@code counting}</td><td>an organisation's own records to uniform counts</td><td>model, table, finding</td></tr>
 *   <tr><td>{@code coverage}</td><td>who should report, beside who did</td><td>model, table, finding</td></tr>
 *   <tr><td>{@code aggregation}</td><td>totals that obey each measure's nature</td><td>model, table, coverage, finding</td></tr>
 *   <tr><td>{@code statistics}</td><td>pure numbers: proportions, rates, tests</td><td>nothing</td></tr>
 *   <tr><td>{@code comparison}</td><td>an area beside the city, with its uncertainty</td><td>model, table, aggregation, statistics, finding</td></tr>
 *   <tr><td>{@code targets}</td><td>figures beside what they should become</td><td>model, table, aggregation, finding</td></tr>
 *   <tr><td>{@code need}</td><td>areas by need, with budgets and reach beside it</td><td>model, table, aggregation, statistics, finding</td></tr>
 *   <tr><td>{@code signal}</td><td>an area beside its own past: control charts and early signals</td><td>model, table, aggregation, coverage, statistics, finding</td></tr>
 *   <tr><td>{@code plot}</td><td>plots of a comparison as points and lines</td><td>comparison, signal, statistics, model</td></tr>
 *   <tr><td>{@code survey}</td><td>questionnaires, and what people answered</td><td>model, statistics, validation</td></tr>
 *   <tr><td>{@code disclosure}</td><td>who may see a table</td><td>model, table</td></tr>
 * </table>
 *
 * <p>Nothing here reads a file, the clock, the default locale or the default time zone. Types in packages named
 * {@code internal} are not part of the API. An architecture test holds this table.
 */
@NullMarked
package nl.betekenisvolmeten.indicators;

import org.jspecify.annotations.NullMarked;
