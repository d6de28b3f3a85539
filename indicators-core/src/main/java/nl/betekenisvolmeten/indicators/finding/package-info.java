/**
 * What is wrong, where, and in whose words.
 *
 * <p>A {@link nl.betekenisvolmeten.indicators.finding.Finding} is data: a stable code, a severity, a place and named
 * arguments. Its text comes from a {@link nl.betekenisvolmeten.indicators.finding.MessageCatalogue}, in Dutch or
 * English and for the reader at hand. Bad data gives findings, never an exception. A personal value never gets in:
 * arguments pass {@link nl.betekenisvolmeten.indicators.finding.PersonalData} first.
 *
 * <p>Findings with one cause are folded into one
 * {@link nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding}. A warning can be explained by an
 * {@link nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance}, which lapses when what was found changes; an
 * error cannot.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.finding;

import org.jspecify.annotations.NullMarked;
