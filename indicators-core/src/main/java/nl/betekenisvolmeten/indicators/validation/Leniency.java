package nl.betekenisvolmeten.indicators.validation;

import nl.betekenisvolmeten.indicators.finding.Severity;

/**
 * How strictly notations are judged. One setting, for all notations:
 *
 * <table>
 *   <caption>What each setting makes of a notation</caption>
 *   <tr><th>case</th><th>STRICT</th><th>STANDARD</th><th>LENIENT</th></tr>
 *   <tr><td>a name where a code belongs (W01)</td><td>error</td><td>warning</td><td>note</td></tr>
 *   <tr><td>another notation (W02)</td><td>error</td><td>warning</td><td>note</td></tr>
 *   <tr><td>what a spreadsheet made of a cell (W04)</td><td>error</td><td>warning</td><td>note</td></tr>
 *   <tr><td>a row that is longer than the header by empty cells only</td><td>error</td><td>error</td>
 *       <td>read</td></tr>
 *   <tr><td>everything else</td><td colspan="3">as the format's definition says</td></tr>
 * </table>
 */
public enum Leniency {
    /** Only the agreed notation counts. */
    STRICT,
    /** Other notations count, with a warning. */
    STANDARD,
    /** Other notations count, with a note. */
    LENIENT;

    /**
     * Returns how grave another notation is.
     *
     * @param defined as the format's definition says
     * @return as this setting says
     */
    public Severity notation(Severity defined) {
        return switch (this) {
            case STRICT -> Severity.ERROR;
            case STANDARD -> defined;
            case LENIENT -> Severity.NOTE;
        };
    }
}
