package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.io.IOException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;

/** Stops a stream, through whatever reads from it, when what comes out of it cannot be trusted. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    private final Reason reason;

    RefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
