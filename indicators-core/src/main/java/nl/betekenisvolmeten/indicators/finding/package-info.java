/**
 * What is wrong, where, and in whose words.
 *
 * <p>A {@link nl.betekenisvolmeten.indicators.finding.Finding} is data: a stable code, a severity, a place and named
 * arguments. Its text comes from a {@link nl.betekenisvolmeten.indicators.finding.MessageCatalogue}, in Dutch or
 * English and for the reader at hand. Bad data gives findings, never an exception. A personal value never gets in:
 * arguments pass {@link nl.betekenisvolmeten.indicators.finding.PersonalData} first.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.finding;

import org.jspecify.annotations.NullMarked;
