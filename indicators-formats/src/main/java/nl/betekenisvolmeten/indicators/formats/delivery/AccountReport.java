package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Acceptances;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What the check of an account gave.
 *
 * @param source the account's name
 * @param format what it was read as
 * @param parts what the check of each part gave, in the order of the account's parts
 * @param findings what was found about the whole: parts that are missing, files that are no part, and parts that
 *     contradict each other
 */
public record AccountReport(String source, FormatId format, List<Part> parts, Findings findings) {

    public AccountReport {
        parts = List.copyOf(parts);
    }

    /**
     * A part.
     *
     * @param name the part
     * @param report what its check gave
     * @param explanations the explanations of its warnings, or what is wrong with these; empty when there are none
     */
    public record Part(String name, DeliveryReport report, Optional<Checked<Acceptances>> explanations) {

        boolean isGood() {
            return report.isGood()
                    && explanations.map(read -> !read.findings().hasErrors()).orElse(true);
        }
    }

    /**
     * Returns whether there is nothing to report about the whole: it has a single part, and no agreement asks for
     * others.
     *
     * @return true when the account is a delivery in the format of its only part
     */
    public boolean isOneDelivery() {
        return parts.size() == 1 && findings.total() == 0;
    }

    /**
     * Returns whether the account can go out.
     *
     * @return true when there is no error, in no part nor in its explanations
     */
    public boolean isGood() {
        return !findings.hasErrors() && parts.stream().allMatch(Part::isGood);
    }
}
