package nl.betekenisvolmeten.indicators.validation;

/** The checks on a single cell. A format's definition gives each a code and a severity. */
public enum CellCheck {
    /** A required cell holds something. */
    REQUIRED,
    /**
     * A number that every row should have is filled in. A definition that says nothing of this check gives it the code of
     * {@link #REQUIRED} with a warning.
     */
    EXPECTED,
    /** A code is one of its list. */
    KNOWN_CODE,
    /** A count is a whole number. */
    WHOLE_NUMBER,
    /** A number is not negative. */
    NOT_NEGATIVE,
    /** A quantity is a decimal number in Dutch notation, with no more decimals than agreed. */
    DECIMAL_NUMBER,
    /** An organisation is a KvK number. */
    KVK_NUMBER,
    /** A period is a known one, of the right length, within the format's validity. */
    PERIOD,
    /** A text is not too long. */
    LENGTH,
    /** A number is not beyond what is possible. */
    POSSIBLE_NUMBER,
    /** A text holds no personal data. */
    NO_PERSONAL_DATA,
    /** A text does not start a spreadsheet formula. */
    NO_FORMULA,
    /** A code is written as a code, not as its name. */
    CODE_NOT_NAME,
    /** A value is written in the agreed notation. */
    NOTATION,
    /**
     * A value is not what a spreadsheet made of it, such as the number 67 of {@code 67+}. A definition that says nothing
     * of this check gives it the verdict of {@link #NOTATION}.
     */
    SPREADSHEET;

    boolean isNotation() {
        return this == CODE_NOT_NAME || this == NOTATION || this == SPREADSHEET;
    }
}
