package nl.betekenisvolmeten.indicators.validation;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.validation.CellResult.Failure;
import nl.betekenisvolmeten.indicators.validation.CellResult.Notation;
import nl.betekenisvolmeten.indicators.validation.CellResult.Value;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/** Reads cells that hold free text. */
final class TextCells {

    private TextCells() {}

    static CellResult text(String text, int maximumLength) {
        String stripped = Normalizer.normalize(Blanks.strip(text), Normalizer.Form.NFC);
        if (stripped.isEmpty()) {
            return CellResult.empty();
        }
        int length = stripped.codePointCount(0, stripped.length());
        if (length > maximumLength) {
            return new Failure(
                    RuleSet.CellCheck.LENGTH,
                    Map.of("length", Integer.toString(length), "limit", Integer.toString(maximumLength)),
                    List.of());
        }
        return new Value(stripped, 0, stripped.equals(text) ? Notation.AGREED : Notation.OTHER);
    }
}
