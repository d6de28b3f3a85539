package nl.betekenisvolmeten.indicators.formats.internal.result;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;

/**
 * A finding in JSON.
 *
 * @param code the rule's code
 * @param severity how serious it is
 * @param row the row; empty where it is not about one
 * @param column the column; empty where it is not about one
 * @param value the text of the cell, masked; empty where there is none
 * @param message what is wrong, in words
 * @param suggestions what was probably meant
 */
public record FindingJson(
        FindingCode code,
        Severity severity,
        Optional<Long> row,
        Optional<String> column,
        Optional<String> value,
        String message,
        List<String> suggestions) {

    /**
     * Returns a finding for JSON.
     *
     * @param finding the finding
     * @param message what it says, in words
     * @return the same
     */
    public static FindingJson of(Finding finding, String message) {
        return new FindingJson(
                finding.code(),
                finding.severity(),
                finding.location().row().stream().boxed().findFirst(),
                finding.location().column(),
                finding.value(),
                message,
                finding.suggestions());
    }
}
