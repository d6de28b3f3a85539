package nl.betekenisvolmeten.indicators.formats.internal.rows;

/**
 * Half of a character that takes two: some files can spell it, no text can be written with it. Whoever reads it would hand
 * on what one carrier drops, another replaces and a third refuses.
 */
public final class HalfCharacter {

    private HalfCharacter() {}

    /**
     * Returns whether a text holds half a character.
     *
     * @param text any text
     * @return true when a high surrogate has no low one after it, or the other way round
     */
    public static boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean whole = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!whole) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
