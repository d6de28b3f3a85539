package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.BatchTaker;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** Notices that two files are about the same organisation and period. */
final class OverlapWatch {

    private record About(String organisation, String period) {}

    private final Map<About, DeliverySource> firstFile = new HashMap<>();
    private final Map<About, SetReport.RepeatedDelivery> overlaps = new LinkedHashMap<>();

    /** Returns a taker that watches the rows of a file and passes them on. */
    RowTaker watch(DeliverySource file, TableStructure structure, RowTaker to) {
        OptionalInt reporter = structure.reporterIndex();
        OptionalInt time = structure.timeIndex();
        if (reporter.isEmpty() || time.isEmpty()) {
            return to;
        }
        return to instanceof BatchTaker many
                ? new BatchWatch(file, reporter.getAsInt(), time.getAsInt(), to, many)
                : new Watch(file, reporter.getAsInt(), time.getAsInt(), to);
    }

    /** Sees rows go by. */
    private class Watch implements RowTaker {
        final int reporter;
        final int time;
        private final DeliverySource file;
        private final RowTaker to;
        private About last = new About("", "");

        Watch(DeliverySource file, int reporter, int time, RowTaker to) {
            this.file = file;
            this.reporter = reporter;
            this.time = time;
            this.to = to;
        }

        @Override
        public void accept(Observation row) {
            see(row.code(reporter), row.code(time));
            to.accept(row);
        }

        @Override
        public void acceptRejected(RejectedRows rows) {
            to.acceptRejected(rows);
        }

        /**
         * Notes the organisation and period of a row, if these differ from the row before: rows of the same mostly come
         * together.
         */
        void see(String organisation, String period) {
            if (!last.organisation().equals(organisation) || !last.period().equals(period)) {
                last = new About(organisation, period);
                OverlapWatch.this.see(file, last);
            }
        }
    }

    /** Sees rows go by, many at a time where they come so. */
    private final class BatchWatch extends Watch implements BatchTaker {
        private final BatchTaker many;

        BatchWatch(DeliverySource file, int reporter, int time, RowTaker to, BatchTaker many) {
            super(file, reporter, time, to);
            this.many = many;
        }

        @Override
        public void accept(ObservationBatch batch, int from, int to) {
            int[] reporters = batch.ids(reporter);
            int[] times = batch.ids(time);
            for (int i = from; i < to; i++) {
                if (i == from || reporters[i] != reporters[i - 1] || times[i] != times[i - 1]) {
                    see(
                            batch.dictionary(reporter).code(reporters[i]),
                            batch.dictionary(time).code(times[i]));
                }
            }
            many.accept(batch, from, to);
        }
    }

    private void see(DeliverySource file, About about) {
        DeliverySource first = firstFile.computeIfAbsent(about, any -> file);
        if (!first.equals(file)) {
            overlaps.computeIfAbsent(
                    about, any -> new SetReport.RepeatedDelivery(first, file, about.organisation(), about.period()));
        }
    }

    /** Returns the overlaps that were found, one for each organisation and period. */
    List<SetReport.RepeatedDelivery> overlaps() {
        return new ArrayList<>(overlaps.values());
    }
}
