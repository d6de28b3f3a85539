package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/**
 * The texts that cells of a workbook refer to by number. They are held in memory, so there is a limit on them; and a cell of
 * a few bytes may refer to a very long one, so there is a limit on the long texts of all cells together too.
 */
final class SharedTexts {

    private static final int TEXT_ITSELF = 32;
    private static final int LONG_TEXT = 1_024;
    private static final int TIMES_SHARED = 4;

    private final List<String> texts = new ArrayList<>();
    private long leftForLongTexts;

    private SharedTexts(long leftForLongTexts) {
        this.leftForLongTexts = leftForLongTexts;
    }

    /** Returns the texts of a workbook without shared texts. */
    static SharedTexts none() {
        return new SharedTexts(0);
    }

    static SharedTexts read(XmlPart in, ReadLimits limits) throws UnreadableException {
        SharedTexts shared = new SharedTexts(TIMES_SHARED * limits.packed().sharedText());
        long held = 0;
        while (in.nextStart("si")) {
            String text = in.richText("si");
            held += text.length() + TEXT_ITSELF;
            if (held > limits.packed().sharedText()) {
                throw new UnreadableException(Reason.TOO_LARGE);
            }
            shared.texts.add(text);
        }
        return shared;
    }

    String get(int index) throws UnreadableException {
        if (index < 0 || index >= texts.size()) {
            throw new UnreadableException(Reason.DAMAGED);
        }
        String text = texts.get(index);
        if (text.length() > LONG_TEXT) {
            leftForLongTexts -= text.length();
            if (leftForLongTexts < 0) {
                throw new UnreadableException(Reason.TOO_LARGE);
            }
        }
        return text;
    }
}
