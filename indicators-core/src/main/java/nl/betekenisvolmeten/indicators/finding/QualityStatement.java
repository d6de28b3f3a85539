package nl.betekenisvolmeten.indicators.finding;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of the quality of a delivery, to go along with every figure that is made from it.
 *
 * @param rows the number of rows that are not blank
 * @param rowsAccepted the number of rows without an error
 * @param errors the number of errors
 * @param warningsOpen the number of warnings that nobody explained
 * @param explained the warnings that were explained, with the reasons
 * @param notes the number of notes
 * @param checked the rules that were applied to all rows
 * @param partlyChecked the rules that were applied to some rows or columns
 * @param notChecked the rules that could not be applied
 * @param limits the codes of the notes that say that a limit was reached; empty when everything was looked at and told
 */
public record QualityStatement(
        long rows,
        long rowsAccepted,
        long errors,
        long warningsOpen,
        List<AcceptedWarning> explained,
        long notes,
        Set<FindingCode> checked,
        Set<FindingCode> partlyChecked,
        Set<FindingCode> notChecked,
        Set<FindingCode> limits) {

    /** @throws IllegalArgumentException if a number is negative, or more rows are accepted than there are */
    public QualityStatement {
        if (rowsAccepted < 0 || rowsAccepted > rows) {
            throw new IllegalArgumentException(rowsAccepted + " accepted of " + rows + " rows");
        }
        if (errors < 0 || warningsOpen < 0 || notes < 0) {
            throw new IllegalArgumentException(
                    "negative number of findings: " + errors + ", " + warningsOpen + ", " + notes);
        }
        explained = List.copyOf(explained);
        checked = sorted(checked);
        partlyChecked = sorted(partlyChecked);
        notChecked = sorted(notChecked);
        limits = sorted(limits);
    }

    private static Set<FindingCode> sorted(Set<FindingCode> codes) {
        return Collections.unmodifiableSet(new TreeSet<>(codes));
    }

    /**
     * How many rules there are.
     *
     * @return the number of rules, applied or not
     */
    public int rules() {
        return checked.size() + partlyChecked.size() + notChecked.size();
    }

    /**
     * Whether all rules were applied to everything, and all that was found is told.
     *
     * @return false when something was left out
     */
    public boolean isComplete() {
        return partlyChecked.isEmpty() && notChecked.isEmpty() && limits.isEmpty();
    }
}
