package nl.betekenisvolmeten.indicators.finding;

import java.util.regex.Pattern;

/**
 * The stable code of a rule, such as {@code TF-V02}. Codes are never reused: files and systems of other parties depend
 * on them.
 *
 * @param value two or three capitals, a hyphen, a capital and two digits
 */
public record FindingCode(String value) implements Comparable<FindingCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2,3}-[A-Z][0-9]{2}");

    /** @throws IllegalArgumentException if {@code value} has another shape */
    public FindingCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a finding code, such as TF-V02: '" + value + "'");
        }
    }

    /**
     * Returns the code with this text.
     *
     * @param value such as {@code TF-V02}
     * @return the code
     * @throws IllegalArgumentException if the shape is another
     */
    public static FindingCode of(String value) {
        return new FindingCode(value);
    }

    /**
     * Returns whether the code is about personal data (family P): values of such findings are never shown.
     *
     * @return true for codes such as {@code TF-P01}
     */
    public boolean isPersonalData() {
        return value.charAt(value.length() - 3) == 'P';
    }

    @Override
    public int compareTo(FindingCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
