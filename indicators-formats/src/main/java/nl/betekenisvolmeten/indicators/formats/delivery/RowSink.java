package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.List;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/** Where converted rows go. */
interface RowSink {

    /** Takes a row. */
    void take(CheckedRow original, List<String> converted);

    /** There are no more. */
    void finish();

    /** Hands each row on as it comes. */
    static RowSink straight(TargetCheck check) {
        return new RowSink() {
            @Override
            public void take(CheckedRow original, List<String> converted) {
                check.row(original.number(), converted);
            }

            @Override
            public void finish() {}
        };
    }
}
