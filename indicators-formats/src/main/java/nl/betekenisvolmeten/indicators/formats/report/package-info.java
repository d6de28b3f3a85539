/**
 * What the check of deliveries gave, written for people and for programs: text, a web page, JSON, SARIF and JUnit XML.
 * {@link nl.betekenisvolmeten.indicators.formats.report.ReportKind} is where to start.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.report;

import org.jspecify.annotations.NullMarked;
