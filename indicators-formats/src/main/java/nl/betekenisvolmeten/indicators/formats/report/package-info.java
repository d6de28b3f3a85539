/**
 * Findings and explanations for people and programs.
 *
 * <ul>
 *   <li>What the check of deliveries found, as text, a web page, JSON, SARIF and JUnit XML:
 *       {@link nl.betekenisvolmeten.indicators.formats.report.ReportKind}.
 *   <li>Where a figure comes from (files, rows, codes, rules, definitions):
 *       {@link nl.betekenisvolmeten.indicators.formats.report.Explainer}, told by
 *       {@link nl.betekenisvolmeten.indicators.formats.report.ExplanationReport}. The figure is the core's own, made again.
 * </ul>
 *
 * <p>Opened to jackson-databind, which writes the records of this package.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.report;

import org.jspecify.annotations.NullMarked;
