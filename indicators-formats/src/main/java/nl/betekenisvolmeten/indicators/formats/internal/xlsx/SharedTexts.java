package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/** The texts that cells of a workbook refer to by number. They are held in memory, so there is a limit on them. */
final class SharedTexts {

    private static final int TEXT_ITSELF = 32;

    private final List<String> texts = new ArrayList<>();

    private SharedTexts() {}

    /** A workbook without shared texts. */
    static SharedTexts none() {
        return new SharedTexts();
    }

    static SharedTexts read(XmlPart in, ReadLimits limits) throws UnreadableException {
        SharedTexts shared = new SharedTexts();
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
        return texts.get(index);
    }
}
