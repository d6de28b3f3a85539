package nl.betekenisvolmeten.indicators;

import nl.betekenisvolmeten.indicators.finding.PersonalData;

/**
 * A fault of the tool or its surroundings: an unreadable path, a broken installation. Never a fault of the data, which
 * gives a {@link nl.betekenisvolmeten.indicators.finding.Finding}. The message never holds a cell's value;
 * what looks like personal data in it, such as in the name of a file, is masked.
 */
public class IndicatorsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message.
     *
     * @param message what went wrong
     */
    public IndicatorsException(String message) {
        super(PersonalData.mask(message));
    }

    /**
     * Creates an exception with a message and a cause.
     *
     * @param message what went wrong
     * @param cause the cause
     */
    public IndicatorsException(String message, Throwable cause) {
        super(PersonalData.mask(message), cause);
    }
}
