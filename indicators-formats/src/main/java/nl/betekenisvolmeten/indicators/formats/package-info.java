/**
 * Files in and out: the map of this module. The map of the core, on which everything here rests, is
 * {@link nl.betekenisvolmeten.indicators}.
 *
 * <table>
 *   <caption>Where to start</caption>
 *   <tr><th>I have</th><th>I want</th><th>start at</th></tr>
 *   <tr><td>a delivery, and five minutes</td><td>what is wrong, totals, areas compared</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.Indicators}</td></tr>
 *   <tr><td>a delivery, to be checked</td><td>what is wrong, and the good rows</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader}</td></tr>
 *   <tr><td>files of several versions</td><td>their rows together</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet}</td></tr>
 *   <tr><td>an account of several parts</td><td>each part checked, and the parts against each other</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.delivery.AccountReader}</td></tr>
 *   <tr><td>two deliveries</td><td>cells that are new, gone or changed</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff}</td></tr>
 *   <tr><td>rows of an older version</td><td>the same rows in a newer one</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan}</td></tr>
 *   <tr><td>deliveries, and what was agreed about them</td><td>which deliveries are valid, what is missing, where a series breaks</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet#withContext}</td></tr>
 *   <tr><td>rows of a format</td><td>a file with them</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.delivery.DeliveryWriter}</td></tr>
 *   <tr><td>a definition of one's own</td><td>the same checks and totals for it</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader}</td></tr>
 *   <tr><td>the bundled definitions</td><td>formats, indicators, areas, inhabitants</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.definition.Definitions}</td></tr>
 *   <tr><td>two versions of a definition</td><td>what changed, and whether figures stay comparable</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff}</td></tr>
 *   <tr><td>a format</td><td>what it asks of people</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.definition.Burden}</td></tr>
 *   <tr><td>a format</td><td>an empty form</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.template.Template}</td></tr>
 *   <tr><td>a format</td><td>its description for other programs</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.template.Descriptor}</td></tr>
 *   <tr><td>a program of one's own that makes or checks deliveries</td><td>deliveries to test it with</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.template.ConformanceKit}</td></tr>
 *   <tr><td>targets or stated figures in a file</td><td>the values to judge figures by</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.form.TargetReader}</td></tr>
 *   <tr><td>stories, need, inhabitants in a file</td><td>their values</td>
 *     <td>{@code form}</td></tr>
 *   <tr><td>an organisation's own records</td><td>a delivery of counts</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.form.RegistrationCount}</td></tr>
 *   <tr><td>an unknown file</td><td>what it holds, and the form it is most like</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.form.FileDescription}</td></tr>
 *   <tr><td>a delivery with faults</td><td>it back, marked or repaired</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.form.DeliveryWorkbook}</td></tr>
 *   <tr><td>findings</td><td>text, a web page, JSON, SARIF, JUnit</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.report.ReportKind}</td></tr>
 *   <tr><td>a figure</td><td>the files, rows and rules behind it</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.report.Explainer}</td></tr>
 *   <tr><td>sentences about areas</td><td>a web page</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.report.SentencePage}</td></tr>
 *   <tr><td>totals or a comparison</td><td>CSV</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.output.CsvResults}</td></tr>
 *   <tr><td>the same</td><td>JSON</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.output.JsonResults}</td></tr>
 *   <tr><td>the same</td><td>SDMX-CSV, a Data Package</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.output.SdmxCsv}</td></tr>
 *   <tr><td>a file of results</td><td>what its columns mean</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.output.ResultTables}</td></tr>
 *   <tr><td>findings, figures or tables in a program</td><td>the program's own JSON, with Jackson</td>
 *     <td>{@link nl.betekenisvolmeten.indicators.formats.output.IndicatorsModule}</td></tr>
 * </table>
 *
 * <table>
 *   <caption>Rooms: the packages that are exported, and what each may use besides the core</caption>
 *   <tr><th>package</th><th>what lives there</th><th>may use</th></tr>
 *   <tr><td>{@code definition}</td><td>definitions as data: formats, indicator sets, areas, questionnaires, targets; what changed between versions</td><td>internal</td></tr>
 *   <tr><td>{@code source}</td><td>where rows come from and go to, and the limits on reading them</td><td>nothing, and of the core {@code finding} only</td></tr>
 *   <tr><td>{@code delivery}</td><td>the check of deliveries: recognise, read, migrate, combine, compare with agreements</td><td>definition, source, internal</td></tr>
 *   <tr><td>{@code form}</td><td>the small forms as values; files that do not fit a form yet: described, marked, repaired</td><td>definition, source, delivery, internal</td></tr>
 *   <tr><td>{@code template}</td><td>empty forms, descriptors for other programs, test deliveries</td><td>definition, source, internal</td></tr>
 *   <tr><td>{@code report}</td><td>findings and explanations for people and programs</td><td>definition, source, delivery, form, internal</td></tr>
 *   <tr><td>{@code output}</td><td>results as CSV, JSON, SDMX-CSV and Data Package: one list of columns behind all of them; publications, written and read back</td><td>definition, source, delivery, form, internal</td></tr>
 * </table>
 *
 * <table>
 *   <caption>The machine room: not exported, never in a public signature; every room may use it</caption>
 *   <tr><th>package</th><th>what lives there</th></tr>
 *   <tr><td>{@code internal.definition}</td><td>definition files as trees of values, and the loaders of rules, column types and formulas</td></tr>
 *   <tr><td>{@code internal.delivery}</td><td>recognises deliveries and hands their rows to the validator</td></tr>
 *   <tr><td>{@code internal.migration}</td><td>turns rows of one version into rows of another</td></tr>
 *   <tr><td>{@code internal.rows}</td><td>rows of text, before anything is known of their columns</td></tr>
 *   <tr><td>{@code internal.csv, internal.xlsx, internal.json}</td><td>one carrier (file type) each; none uses another</td></tr>
 *   <tr><td>{@code internal.carrier}</td><td>opens and writes any carrier</td></tr>
 *   <tr><td>{@code internal.bulk}</td><td>large CSV deliveries, column by column: accepts clean rows; any other row is read and checked by itself, as in small deliveries</td></tr>
 *   <tr><td>{@code internal.result}</td><td>how results and reports are written: numbers as text, and the one mapper for JSON</td></tr>
 *   <tr><td>{@code internal.html}</td><td>web pages: markup that escapes every text, and the style and tables that pages share</td></tr>
 *   <tr><td>{@code internal.chart}</td><td>plots drawn as SVG</td></tr>
 *   <tr><td>{@code internal.document}</td><td>a text with its figures, written as a web page, an OpenDocument text or a workbook</td></tr>
 *   <tr><td>{@code internal.zip}</td><td>zip files with the same bytes for the same content</td></tr>
 * </table>
 *
 * <p>Bundled definitions are resources of this package: {@code formats/*.json}, {@code indicators/*.json} and so on. Texts
 * of findings are in the core, next to {@link nl.betekenisvolmeten.indicators.finding.MessageCatalogue}; texts of reports,
 * explanations and templates are resources next to the code that writes them. An architecture test enforces these tables.
 *
 * <table>
 *   <caption>What to open for a change</caption>
 *   <tr><th>change</th><th>open</th></tr>
 *   <tr><td>a new report kind for findings</td><td>{@code report.ReportKind}, and a writer next to {@code report.JunitReport}</td></tr>
 *   <tr><td>a new carrier</td><td>{@code source.Carrier} and {@code internal.carrier.Carriers}, with a package of its own next
 *     to {@code internal.csv}</td></tr>
 *   <tr><td>how a delivery and its header are recognised</td><td>{@code internal.delivery.Opening} and
 *     {@code internal.delivery.Header}; which names a header may have: {@code internal.delivery.HeaderNames}</td></tr>
 *   <tr><td>which odd rows are reported as one cause</td><td>{@code internal.delivery.FoldedRows},
 *     {@code internal.delivery.TotalRows}, {@code internal.delivery.RaggedRows}, {@code internal.delivery.SparseLabels},
 *     {@code internal.delivery.SplitHeader} and {@code internal.delivery.WrappedCells}</td></tr>
 *   <tr><td>a limit on reading</td><td>{@code source.ReadLimits}</td></tr>
 *   <tr><td>what a bundled form asks, such as a column's maximum</td><td>its resource {@code formats/ID-VERSION.json}; what is
 *     published stays as it is, and the change gets a new version with a migration</td></tr>
 *   <tr><td>a property of a definition file</td><td>its loader, such as {@code definition.FormatLoader} or
 *     {@code internal.definition.IndicatorSetLoader}, and the resource {@code schemas/definitions.schema.json}</td></tr>
 *   <tr><td>a step of a migration</td><td>{@code definition.Migration}, {@code definition.MigrationLoader} and
 *     {@code internal.migration.RowChange}</td></tr>
 *   <tr><td>an empty form</td><td>{@code template.FormSheet}; its texts: the resources {@code template/texts_nl.properties} and
 *     {@code template/texts_en.properties}</td></tr>
 *   <tr><td>a column of a result</td><td>{@code output.TotalColumns} or {@code output.ComparisonColumns}, and its two
 *     texts in the resources {@code output/columns_nl.properties} and {@code output/columns_en.properties}</td></tr>
 *   <tr><td>a text of a report on a delivery</td><td>the resources {@code report/texts_nl.properties} and
 *     {@code report/texts_en.properties}</td></tr>
 *   <tr><td>a text of an explanation of a figure</td><td>the resources {@code report/explanation_nl.properties} and
 *     {@code report/explanation_en.properties}</td></tr>
 *   <tr><td>a sentence on a comparison</td><td>{@code report.ComparisonSentences}, and the resources
 *     {@code report/comparison_nl.properties} and {@code report/comparison_en.properties}</td></tr>
 *   <tr><td>the running text of the progress report</td><td>the resources {@code report/progress-internal_nl.md},
 *     {@code report/progress-public_nl.md} and their English ones ({@code _en}); its tables and sentences:
 *     {@code report.ProgressParts}</td></tr>
 *   <tr><td>the files of a publication</td><td>{@code output.PublishedFiles}, and {@code report.ProtectionStatement}</td></tr>
 * </table>
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats;

import org.jspecify.annotations.NullMarked;
