package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.betekenisvolmeten.indicators.validation.CellResult.Failure;
import nl.betekenisvolmeten.indicators.validation.CellResult.Notation;
import nl.betekenisvolmeten.indicators.validation.CellResult.Value;
import nl.betekenisvolmeten.indicators.validation.internal.SpreadsheetFormula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCellsTest {

    private static final String SMILE = "\ud83d\ude00";

    private static CellResult read(String text) {
        return new ColumnType.Text(5).read(text);
    }

    @Test
    void text_withinTheLength_isAgreed() {
        assertThat(read("inlop")).isEqualTo(new Value("inlop", 0, Notation.AGREED));
    }

    @Test
    void text_length_countsCodePoints() {
        assertThat(read(SMILE.repeat(5))).isInstanceOf(Value.class);
        Failure failure = (Failure) read(SMILE.repeat(6));
        assertThat(failure.failed()).isEqualTo(RuleSet.CellCheck.LENGTH);
        assertThat(failure.arguments()).isEqualTo(Map.of("length", "6", "limit", "5"));
    }

    @Test
    void text_composedAndDecomposed_areTheSame() {
        assertThat(read("cafe\u0301")).isEqualTo(new Value("caf\u00e9", 0, Notation.OTHER));
        assertThat(read("e\u0301".repeat(5))).isEqualTo(new Value("\u00e9".repeat(5), 0, Notation.OTHER));
    }

    @Test
    void text_blanksAround_doNotCount() {
        assertThat(read(" \u00a0inlop\ufeff ")).isEqualTo(new Value("inlop", 0, Notation.OTHER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00a0\u200b", "\t", "\r\n"})
    void text_blanksOnly_isEmpty(String text) {
        assertThat(read(text)).isEqualTo(CellResult.empty());
    }

    @Test
    void text_halfACharacter_isRead() {
        assertThat(read("\ud83d")).isInstanceOf(Value.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+31", "-", "@SUM(A1)", "\tinloop", "\rinloop", " =1+1", "\u00a0@x", "\n=1"})
    void formula_itsStart_isSeen(String text) {
        assertThat(SpreadsheetFormula.isFormula(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "inloop", "1+1=2", " inloop", "'=1+1", "\t", "\r", " \t "})
    void formula_otherTexts_areNone(String text) {
        assertThat(SpreadsheetFormula.isFormula(text)).isFalse();
    }
}
