package nl.betekenisvolmeten.indicators.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of an area: that of Statistics Netherlands (CBS) for a gemeente, wijk or buurt; each starts with the digits
 * of the area that contains it. A stadsdeel has no CBS code; here it gets one made of its gemeente and its name. A
 * region gets one made of its name.
 *
 * <p>Only the shape is checked: an {@link AreaHierarchy} knows whether the area exists.
 *
 * @param value {@code GM0518}, {@code WK051805}, {@code BU05180170}, {@code SD0518-CENTRUM} or {@code RG-HAAGLANDEN}
 */
public record AreaCode(String value) implements Comparable<AreaCode> {

    private static final Pattern NON_LETTERS = Pattern.compile("[^A-Z]+");
    private static final String REGION = "RG-";
    private static final String GROUP = "SD0000-";
    private static final int NAME_START = 7;

    /** @throws IllegalArgumentException if {@code value} has another shape */
    public AreaCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("not an area code, such as WK051805: '" + value + "'");
        }
    }

    private static boolean isCode(String text) {
        int length = text.length();
        if (text.startsWith(REGION)) {
            return length > REGION.length() && isName(text, REGION.length());
        }
        if (length < 6 || !Texts.areDigits(text, 2, 6)) {
            return false;
        }
        return switch (text.substring(0, 2)) {
            case "GM" -> length == 6;
            case "WK" -> length == 8 && Texts.areDigits(text, 6, 8);
            case "BU" -> length == 10 && Texts.areDigits(text, 6, 10);
            case "SD" ->
                length > NAME_START && text.charAt(6) == '-' && (text.startsWith(GROUP) || isName(text, NAME_START));
            default -> false;
        };
    }

    /** Returns whether the text consists of capitals and digits joined by single hyphens. */
    private static boolean isName(String text, int start) {
        char previous = '-';
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = c == '-' ? previous != '-' : (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!allowed) {
                return false;
            }
            previous = c;
        }
        return previous != '-';
    }

    /**
     * Returns the code with this text.
     *
     * @param value such as {@code WK051805}
     * @return the code
     * @throws IllegalArgumentException if the shape is another
     */
    public static AreaCode of(String value) {
        return new AreaCode(value);
    }

    /**
     * Returns the code of a stadsdeel: {@code SD}, the digits of its gemeente, a hyphen, and its name in capitals
     * without accents, where what isn't a letter becomes a hyphen. Haagse Hout in Den Haag is
     * {@code SD0518-HAAGSE-HOUT}.
     *
     * @param gemeente the gemeente
     * @param name the stadsdeel's name
     * @return the code
     * @throws IllegalArgumentException if the first is not a gemeente, or the name has no letter from A to Z
     */
    public static AreaCode ofStadsdeel(AreaCode gemeente, String name) {
        if (gemeente.level() != AreaLevel.GEMEENTE) {
            throw new IllegalArgumentException("not a gemeente: " + gemeente);
        }
        String letters = Texts.withoutAccents(name).toUpperCase(Locale.ROOT);
        String words = NON_LETTERS.matcher(letters).replaceAll(" ").strip().replace(' ', '-');
        if (words.isEmpty()) {
            throw new IllegalArgumentException("not a name: '" + name + "'");
        }
        return new AreaCode("SD" + gemeente.value.substring(2) + "-" + words);
    }

    /**
     * Returns a code for rows that are compared like areas but are not areas: those of an organisation or a target
     * group.
     *
     * @param code the code of the group, any text
     * @return the code
     * @throws IllegalArgumentException if the code is empty
     */
    public static AreaCode ofGroup(String code) {
        return new AreaCode(GROUP + code);
    }

    /**
     * Returns the code as results show it.
     *
     * @return the group's own code for a {@linkplain #ofGroup group}; otherwise {@link #value}
     */
    public String shown() {
        return value.startsWith(GROUP) ? value.substring(GROUP.length()) : value;
    }

    /**
     * Returns the code in a text. Blanks after it are dropped: CBS StatLine fills codes up to ten characters.
     *
     * @param text any text
     * @return the code, or empty when the text is none
     */
    public static Optional<AreaCode> parse(String text) {
        String code = text.stripTrailing();
        return isCode(code) ? Optional.of(new AreaCode(code)) : Optional.empty();
    }

    /**
     * Returns what kind of area it is.
     *
     * @return the level
     */
    public AreaLevel level() {
        return switch (value.charAt(0)) {
            case 'R' -> AreaLevel.REGIO;
            case 'G' -> AreaLevel.GEMEENTE;
            case 'S' -> AreaLevel.STADSDEEL;
            case 'W' -> AreaLevel.WIJK;
            default -> AreaLevel.BUURT;
        };
    }

    /**
     * Returns the gemeente that the area lies in.
     *
     * @return such as {@code GM0518}; the code itself for a gemeente
     * @throws IllegalStateException if it is a region
     */
    public AreaCode gemeente() {
        return switch (level()) {
            case REGIO -> throw new IllegalStateException("a region lies in no gemeente: " + value);
            case GEMEENTE -> this;
            case STADSDEEL, WIJK, BUURT -> new AreaCode("GM" + value.substring(2, 6));
        };
    }

    /**
     * Returns the wijk that the area lies in.
     *
     * @return such as {@code WK051801} for {@code BU05180170}; the code itself for a wijk; empty for larger areas
     */
    public Optional<AreaCode> wijk() {
        return switch (level()) {
            case BUURT -> Optional.of(new AreaCode("WK" + value.substring(2, 8)));
            case WIJK -> Optional.of(this);
            case STADSDEEL, GEMEENTE, REGIO -> Optional.empty();
        };
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
