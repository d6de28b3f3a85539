/**
 * Findings, explanations and reports for people and programs.
 *
 * <ul>
 * <li>What the check of deliveries found, as text, a web page, JSON, SARIF and JUnit XML: {@link
 * nl.betekenisvolmeten.indicators.formats.report.ReportKind}.
 * <li>Where a figure comes from (files, rows, codes, rules, definitions): {@link
 * nl.betekenisvolmeten.indicators.formats.report.Explainer}, reported by {@link
 * nl.betekenisvolmeten.indicators.formats.report.ExplanationReport}. The figure is the core's own, made again.
 * <li>Areas compared, for a researcher or policy officer, internal or public: {@link
 * nl.betekenisvolmeten.indicators.formats.report.ComparisonReport}.
 * <li>The letter to a city council, with running text whose figures are bound to cells: {@link
 * nl.betekenisvolmeten.indicators.formats.report.ProgressReport}.
 * </ul>
 *
 * <p>Opened to jackson-databind, which writes the records of this package.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.report;

import org.jspecify.annotations.NullMarked;
