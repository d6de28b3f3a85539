package nl.betekenisvolmeten.indicators.validation;

import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;

/**
 * What a definition says of a check that fails.
 *
 * @param code the code of the finding
 * @param severity how grave
 */
public record Verdict(FindingCode code, Severity severity) {}
