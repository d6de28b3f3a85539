package nl.betekenisvolmeten.indicators.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blanks, and what spreadsheets would run as a formula. */
class BlanksTest {

    @Test
    void isInvisible_isOfTheListedCharactersOnly() {
        StringBuilder invisible = new StringBuilder();
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            if (Blanks.isInvisible(c)) {
                invisible.append(c);
            }
        }
        assertThat(invisible.toString())
                .isEqualTo("\u00AD\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E"
                        + "\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2067\u2068\u2069\uFEFF");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\0', '\t', '\n', ' ', '\u00A0', '\u2003', '\u200B', '\u2028', '\u3000', '\uFEFF'})
    void isBlank_isOfAnyWidth(char blank) {
        assertThat(Blanks.isBlank(blank)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(chars = {'!', '0', 'a', '~', '\u00E9', '\u2010'})
    void isBlank_visibleCharacter_isNone(char visible) {
        assertThat(Blanks.isBlank(visible)).isFalse();
    }

    @Test
    void isBlank_textsAndRows_haveNoOtherCharacter() {
        assertThat(Blanks.isBlank("")).isTrue();
        assertThat(Blanks.isBlank(" \u00A0\t")).isTrue();
        assertThat(Blanks.isBlank("  x")).isFalse();
        assertThat(Blanks.isBlank(List.of("", " "))).isTrue();
        assertThat(Blanks.isBlank(List.of("", "x"))).isFalse();
        assertThat(Blanks.isBlank(List.of())).isTrue();
    }

    @Test
    void name_hasOneSpaceForEachRunOfBlanks() {
        assertThat(Blanks.name("  De \u00A0\t Hagen\u00ADaar \u200B")).isEqualTo("De Hagenaar");
        // a no-break space becomes a space; the length stays the same
        assertThat(Blanks.name("De\u00A0Hagenaar")).isEqualTo("De Hagenaar");
        // joiners belong to their characters
        assertThat(Blanks.name("a\u200Db\u200Cc\u200Ed")).isEqualTo("a\u200Db\u200Ccd");
        assertThat(Blanks.name("a\u200D b")).isEqualTo("a\u200D b");
        String plain = "De Hagenaar";
        assertThat(Blanks.name(plain)).isSameAs(plain);
    }

    @Test
    void removing_nothing_isTheSameText() {
        String text = "a b";
        assertThat(Blanks.strip(text)).isSameAs(text);
        assertThat(Blanks.visible(text)).isSameAs(text);
        assertThat(Blanks.removeAll(" a b\u00A0c ")).isEqualTo("abc");
        assertThat(Blanks.visible(" a\u00AD b\u200B")).isEqualTo("a b");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1,'=1+1", "+31,'+31", "\" -x\",' -x", "@x,'@x", "\"\tx\",'\tx", "'=1,''=1", "''=1,'''=1"})
    void harmless_formula_getsAnApostropheThatOriginalTakesAway(String text, String written) {
        assertThat(SpreadsheetFormula.harmless(text)).isEqualTo(written);
        assertThat(SpreadsheetFormula.original(written)).isEqualTo(text);
        assertThat(SpreadsheetFormula.isHarmless(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "'", "''", "'s-Gravenhage", "x'=1", "1-2", " \t"})
    void harmless_otherText_isLeftAsItIs(String text) {
        assertThat(SpreadsheetFormula.harmless(text)).isSameAs(text);
        assertThat(SpreadsheetFormula.original(text)).isSameAs(text);
        assertThat(SpreadsheetFormula.isHarmless(text)).isFalse();
    }

    @Test
    void original_formulaWithoutAnApostrophe_isLeftAsItIs() {
        assertThat(SpreadsheetFormula.original("=1+1")).isEqualTo("=1+1");
        assertThat(SpreadsheetFormula.isHarmless("=1+1")).isFalse();
        assertThat(SpreadsheetFormula.isFormula(" \t")).isFalse();
        assertThat(SpreadsheetFormula.isFormula("\rx")).isTrue();
    }
}
