package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import org.jspecify.annotations.Nullable;

/** Hands on the rows that count, each with the file and the row there that it comes from. */
final class TracedRows implements RowTaker {

    private record Origin(DeliverySource file, CheckedRow row) {}

    private final DeliverySet.RowTrace trace;
    /** Rows that were not handed on: those of corrected deliveries are handed on when all files were read. */
    private final Map<Observation, Origin> waiting = new HashMap<>();

    private @Nullable Origin current;
    /** The file whose rows are rejected; null when all files were read. */
    private @Nullable DeliverySource rejectedIn;

    private boolean handedOn;

    TracedRows(DeliverySet.RowTrace trace) {
        this.trace = trace;
    }

    /** Accepts a row of a file and applies the agreements; the row comes back here if it counts. */
    void accept(DeliverySource file, CheckedRow row, Observation counted, RowTaker agreed) {
        Origin origin = new Origin(file, row);
        current = origin;
        handedOn = false;
        agreed.accept(counted);
        current = null;
        if (!handedOn) {
            waiting.put(counted, origin);
        }
    }

    @Override
    public void accept(Observation row) {
        accept(row, row);
    }

    @Override
    public void accept(Observation row, Observation delivered) {
        handedOn = true;
        Origin origin = Objects.requireNonNull(current == null ? waiting.get(delivered) : current, "an unknown row");
        trace.accept(origin.file(), origin.row(), row, delivered);
    }

    /** Accepts rows with an error and applies the agreements; the rows come back here if they count. */
    void acceptRejected(DeliverySource file, RejectedRows rows, RowTaker agreed) {
        rejectedIn = file;
        agreed.acceptRejected(rows);
        rejectedIn = null;
    }

    @Override
    public void acceptRejected(RejectedRows rows) {
        if (rejectedIn == null) {
            trace.acceptAbsent(rows);
        } else {
            trace.acceptRejected(rejectedIn, rows);
        }
    }

    @Override
    public void refuse(Observation row) {
        handedOn = true;
        trace.refuse(row);
    }
}
