package nl.betekenisvolmeten.indicators.formats.template;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * A small delivery and what must be found in it.
 *
 * @param format the format it is a delivery of
 * @param file its name, which starts with the code of the rule that it is about
 * @param text its text, CSV with semicolons
 * @param expected all that must be found; empty for a delivery that keeps the rule
 * @param accepted the number of rows without an error
 */
public record KitCase(FormatId format, String file, String text, List<Expected> expected, int accepted) {

    public KitCase {
        expected = List.copyOf(expected);
    }

    /**
     * A finding that must be given.
     *
     * @param code its code
     * @param severity how serious, when notations are judged as is standard
     * @param row the row as a spreadsheet shows it, where the header is 1; empty for the file as a whole
     * @param column the column; empty when no column is pointed at
     */
    public record Expected(FindingCode code, Severity severity, OptionalLong row, Optional<String> column) {}
}
