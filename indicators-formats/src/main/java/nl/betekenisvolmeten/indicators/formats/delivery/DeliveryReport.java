package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.DeliveryCodes;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What the check of a delivery gave.
 *
 * @param source the delivery's name, with personal data in it masked: whoever names a file after a person does not get
 *     that name into a report
 * @param sha256 the hash of its bytes, in hexadecimal; empty when it could not be opened, when it was not
 *     asked for, and for an account of several parts
 * @param format the format it was read as; empty when it was not recognised
 * @param rows the number of rows below the header that are not blank
 * @param rowsAccepted the number of rows without an error
 * @param findings what was found
 * @param compared whether it was compared with the delivery before it, if only in part
 */
public record DeliveryReport(
        String source,
        Optional<String> sha256,
        Optional<FormatId> format,
        long rows,
        long rowsAccepted,
        Findings findings,
        boolean compared) {

    /**
     * A report of a delivery that was not compared with the one before it.
     *
     * @param source the delivery's name
     * @param sha256 the hash of its bytes
     * @param format the format it was read as
     * @param rows the number of rows below the header that are not blank
     * @param rowsAccepted the number of rows without an error
     * @param findings what was found
     */
    public DeliveryReport(
            String source,
            Optional<String> sha256,
            Optional<FormatId> format,
            long rows,
            long rowsAccepted,
            Findings findings) {
        this(source, sha256, format, rows, rowsAccepted, findings, false);
    }

    public DeliveryReport {
        source = PersonalData.mask(source);
    }

    /** Returns a copy with further findings and another number of accepted rows. */
    DeliveryReport with(Findings more, long newRowsAccepted) {
        Findings.Collector all =
                Findings.Collector.of(findings.kept().size() + more.kept().size());
        all.combine(findings);
        all.combine(more);
        return new DeliveryReport(source, sha256, format, rows, newRowsAccepted, all.toFindings(), compared);
    }

    /**
     * Returns whether reading ended before the end of the delivery: stopped, or because what follows cannot be read.
     * Then the numbers of rows are those of the part that was read.
     *
     * @return true when there may be rows that were not read
     */
    public boolean isPartial() {
        return findings.count(DeliveryCodes.STOPPED) > 0
                || findings.count(UnreadableException.UNREADABLE) > 0
                || findings.count(UnreadableException.TOO_LARGE) > 0;
    }

    /**
     * Returns whether the delivery can go out.
     *
     * @return true when there is no error
     */
    public boolean isGood() {
        return !findings.hasErrors();
    }
}
