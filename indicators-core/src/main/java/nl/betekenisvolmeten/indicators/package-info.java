/**
 * Meaningful measuring and accounting of welfare work ("betekenisvol meten en verantwoorden"): the map.
 *
 * <p>Figures flow one way, from a file to a table that is safe to show. There are two ways in: what organisations deliver,
 * and what they count themselves from their own records.
 *
 * <pre>
 *  a file ── formats ──&gt; rows ── validation ──&gt; good rows + findings        own records ── counting ──┐
 *                                      │                                                             │
 *                table.CountTable, or rows one by one from a stream &lt;─────────────────────────────────┘
 *                                      │                (coverage knows who should have reported)
 *                                 aggregation
 *                                      │
 *                table.ResultTable: each figure a value or bounds, with its coverage
 *                                      │                (statistics has the intervals and tests)
 *            comparison with the city, signal from its own past ── plot: points and lines of these;  targets; need
 *                                      │
 *            disclosure: InternalUse or Protected ──&gt; what the other module writes of results is one of these
 * </pre>
 *
 * <p>Everything hangs on the <em>nature</em> of a {@link nl.betekenisvolmeten.indicators.model.Measure}. Events (a flow)
 * add up over everything, except where the definition says that rows share them ({@code sharedOver}), as one meeting is in
 * the rows of several age groups; a state (a stock)
 * adds up over areas, and over time the first or last moment counts, as the definition says; different persons never add up, so a total of them
 * lies between the largest part and the sum; a mean is recomputed from its cases; answers to a question add up,
 * though one person may give several. A total that is not known exactly is two bounds, and a missing total has a reason: see
 * {@link nl.betekenisvolmeten.indicators.model.CellValue}.
 *
 * <table>
 *   <caption>Where to start</caption>
 *   <tr><th>I have</th><th>I want</th><th>start at</th></tr>
 *   <tr><td>rows of an export, to be checked</td><td>what is wrong, and the good rows</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.validation.Validator}, then {@link nl.betekenisvolmeten.indicators.validation.ValidationRun}</td></tr>
 *   <tr><td>beans, to be checked by the same rules</td><td>violations</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.validation.constraints.BeanValidation}</td></tr>
 *   <tr><td>a delivery and the one before it</td><td>what jumped, or is gone</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.validation.DeliveryRules#compare}</td></tr>
 *   <tr><td>findings</td><td>their texts, for the reader who must act on them</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.finding.MessageCatalogue}</td></tr>
 *   <tr><td>an organisation's own records</td><td>uniform counts</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.counting.RegistrationCounter}</td></tr>
 *   <tr><td>counted rows, such as those of {@link nl.betekenisvolmeten.indicators.table.CountTable#builder}</td><td>totals by area, period and so on</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.aggregation.AggregationPlan}</td></tr>
 *   <tr><td>more rows than fit, or on several machines</td><td>the same</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.aggregation.Aggregator}; in an endless stream {@link nl.betekenisvolmeten.indicators.aggregation.WindowedAggregator}</td></tr>
 *   <tr><td>persons counted by several organisations</td><td>how many they are together</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.aggregation.OverlapLedger}</td></tr>
 *   <tr><td>figures of areas that were divided or joined</td><td>figures of the new areas</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.aggregation.AreaConversion}</td></tr>
 *   <tr><td>rows of two formats</td><td>rows that can be added up together</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.table.Projection}</td></tr>
 *   <tr><td>totals and their parts</td><td>which do not agree</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.table.TotalsCheck}</td></tr>
 *   <tr><td>agreements on who reports</td><td>who did not, or too late</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.coverage.Completeness.Grid}</td></tr>
 *   <tr><td>rows over a change of form or organisation</td><td>where a series breaks</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.coverage.BreakFinder}</td></tr>
 *   <tr><td>counted rows</td><td>each area compared with the city</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.comparison.ComparisonPlan}, and {@link nl.betekenisvolmeten.indicators.plot.Plots} of it</td></tr>
 *   <tr><td>counted rows of many periods</td><td>what deserves a look now</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.signal.SeriesPlan}, then {@link nl.betekenisvolmeten.indicators.signal.SignalList} or {@link nl.betekenisvolmeten.indicators.signal.AreaChart}</td></tr>
 *   <tr><td>targets, deliveries and stated figures</td><td>which are met, each with its reason</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.targets.TargetReview}</td></tr>
 *   <tr><td>characteristics of areas, and weights</td><td>areas by need, with budget and reach</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.need.NeedRanking}</td></tr>
 *   <tr><td>answers to a questionnaire</td><td>a score; shares and means</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.survey.Questionnaire}; {@link nl.betekenisvolmeten.indicators.statistics.SamplingBasis}</td></tr>
 *   <tr><td>numbers of any kind</td><td>an interval or a test</td>
 *     <td>the {@linkplain nl.betekenisvolmeten.indicators.statistics map of statistics}</td></tr>
 *   <tr><td>totals or a comparison</td><td>a table to read on a screen</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.table.ResultTable#toText}, {@link nl.betekenisvolmeten.indicators.comparison.Comparison#toText}</td></tr>
 *   <tr><td>published tables</td><td>what can be derived from them</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.disclosure.AttackCheck}</td></tr>
 *   <tr><td>a table for people who may see small numbers</td><td>to hand it to a writer</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.disclosure.InternalUse}</td></tr>
 *   <tr><td>rows, and a plan of what is published</td><td>tables that everyone may see</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.disclosure.DisclosureControl}</td></tr>
 *   <tr><td>published tables</td><td>what else everyone may see: targets, signals, plots, need</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.disclosure.PublicFigures}</td></tr>
 * </table>
 *
 * <p>Records, plans, tables and results never change once they are made, and may be shared between threads. What takes rows
 * one by one ({@code ValidationRun}, {@code RegistrationCounter}, {@code Aggregator}, {@code Comparer},
 * {@code SeriesPlan.Collector}, {@code Completeness.Grid}, {@code DeliveryRules.Comparison}) belongs to one thread; those with a
 * {@code combine} can be put together afterwards.
 *
 * <table>
 *   <caption>Packages of the core, and what each may use</caption>
 *   <tr><th>package</th><th>what lives there</th><th>may use</th></tr>
 *   <tr><td>{@code finding}</td><td>what is wrong and where, with texts for each kind of reader</td><td>nothing</td></tr>
 *   <tr><td>{@code model}</td><td>indicators, measures and their natures, areas, periods, code lists</td><td>finding</td></tr>
 *   <tr><td>{@code table}</td><td>observations and results in columns</td><td>model, finding, its own internals</td></tr>
 *   <tr><td>{@code validation}</td><td>rules as data, and the validator that applies them</td><td>model, table and its internals, finding, its own internals</td></tr>
 *   <tr><td>{@code validation.constraints}</td><td>the same rules as Bean Validation constraints</td><td>validation, model, table, finding</td></tr>
 *   <tr><td>{@code counting}</td><td>an organisation's own records to uniform counts</td><td>model, table, finding</td></tr>
 *   <tr><td>{@code coverage}</td><td>who should report, and who did</td><td>model, table, finding</td></tr>
 *   <tr><td>{@code aggregation}</td><td>totals that obey each measure's nature</td><td>model, table and its internals, coverage, finding, its own internals</td></tr>
 *   <tr><td>{@code statistics}</td><td>pure numbers: proportions, rates, tests</td><td>nothing</td></tr>
 *   <tr><td>{@code comparison}</td><td>an area compared with the city, with its uncertainty</td><td>model, table, aggregation, statistics, finding</td></tr>
 *   <tr><td>{@code targets}</td><td>figures compared with what they should become</td><td>model, table, aggregation, statistics, finding</td></tr>
 *   <tr><td>{@code need}</td><td>areas by need, with budgets and reach</td><td>model, table, aggregation, statistics, finding</td></tr>
 *   <tr><td>{@code signal}</td><td>an area compared with its own past: control charts and early signals</td><td>model, table, aggregation, statistics, finding</td></tr>
 *   <tr><td>{@code plot}</td><td>plots of a comparison as points and lines</td><td>comparison, signal, statistics, model</td></tr>
 *   <tr><td>{@code survey}</td><td>questionnaires and their scores</td><td>model, validation</td></tr>
 *   <tr><td>{@code disclosure}</td><td>who may see a table, what is hidden before all may, and what follows from
 *     the rest</td><td>every other package but counting, coverage and survey; no package
 *     of the core uses it</td></tr>
 * </table>
 *
 * <p>{@link nl.betekenisvolmeten.indicators.Per}, what a figure is expressed per, is in the root because every package may use
 * it: definitions, statistics and results share it.
 *
 * <p>Files are the work of the other module; its map is the documentation of the package
 * {@code nl.betekenisvolmeten.indicators.formats}.
 *
 * <p>Versions are semantic: before 1.0 a minor version may break the API, after it only a major one. What is deprecated stays
 * for at least one minor version. Codes of findings, columns and definition files keep their meaning.
 *
 * <p>Nothing here reads a file of a user, the clock, the default locale or the default time zone. Types in packages named
 * {@code internal} are not part of the API, and no public signature names a type of theirs. {@code table.internal} holds
 * rows in batches and {@code validation.internal} checks such batches; the bulk reading of the other module uses these two.
 * {@code aggregation.internal} is what totals are kept in.
 * {@code validation.constraints.internal} is opened to Hibernate Validator. An architecture test enforces the table above.
 *
 * <table>
 *   <caption>What to open for a change</caption>
 *   <tr><th>change</th><th>open</th></tr>
 *   <tr><td>a new notation of a period</td><td>{@code model.PeriodReader}</td></tr>
 *   <tr><td>which suggestions are made, and their order when equally near</td><td>{@code model.Suggestions}</td></tr>
 *   <tr><td>a new nature of a measure</td><td>{@code model.Measure}, {@code aggregation.Natures} and, in formats,
 *     {@code definition.ColumnLoader} and the resource {@code schemas/definitions.schema.json}; where a nature is a special
 *     case, {@code instanceof Measure.} finds it</td></tr>
 *   <tr><td>a new kind of rule</td><td>{@code validation.Rule}, its text in the resources
 *     {@code finding/messages_nl.properties} and {@code finding/messages_en.properties}, and in formats
 *     {@code internal.definition.RuleLoader} and the resource {@code schemas/definitions.schema.json}; its test deliveries:
 *     {@code template.RuleBreaks}</td></tr>
 *   <tr><td>a new kind of column</td><td>{@code validation.ColumnType} and {@code validation.CellChecker}, and in formats
 *     {@code internal.definition.ColumnTypeLoader}, {@code definition.TypeWords} and the resource
 *     {@code schemas/definitions.schema.json}; where a kind is a special case, {@code instanceof ColumnType.} finds it</td></tr>
 *   <tr><td>the text of a finding, or a new code</td><td>the resources {@code finding/messages_nl.properties} and
 *     {@code finding/messages_en.properties}; a new code also gets a line in {@code codes.properties} of the command line</td></tr>
 *   <tr><td>which texts count as personal data</td><td>{@code finding.PersonalData}</td></tr>
 *   <tr><td>what a total is where deliveries are missing</td><td>{@code table.MissingPolicy} and {@code aggregation.MissingParts}</td></tr>
 *   <tr><td>when a difference counts as one</td><td>{@code comparison.Verdict}</td></tr>
 *   <tr><td>what is hidden in a publication</td><td>{@code disclosure.DisclosurePolicy} and {@code disclosure.Suppressor}; the
 *     numbers: in formats, the resource {@code policies/gemeente-standaard-2026.1.json}</td></tr>
 *   <tr><td>the number of events from which Byar's approximation is used</td><td>{@code statistics.RateMethod}</td></tr>
 *   <tr><td>another statistical method</td><td>the map of {@code statistics}, in its package documentation</td></tr>
 * </table>
 */
@NullMarked
package nl.betekenisvolmeten.indicators;

import org.jspecify.annotations.NullMarked;
