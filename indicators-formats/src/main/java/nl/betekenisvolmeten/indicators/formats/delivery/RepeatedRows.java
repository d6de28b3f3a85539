package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.internal.BatchTaker;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * Sees to it that a row of several files counts once. A row with the same key and the same values in an earlier file is left
 * out; one with other values is refused, and with it the figures that it belongs to. Files whose rows are all equal are noticed.
 *
 * <p>Memory: about 30 bytes for each row, as only hashes of 64 bits are kept. Among ten million keys the odds that two have the
 * same hash are below one in 300,000.
 */
final class RepeatedRows {

    /** Contradictions whose places are looked up; more of them are refused all the same. */
    private static final int MOST_PLACES = 1000;

    private record Pair(DeliverySource first, DeliverySource second) {}

    /** A key for which two files give different values. */
    private static final class Contradiction {
        private final Pair files;
        private long firstRow;
        private long secondRow;

        Contradiction(Pair files) {
            this.files = files;
        }
    }

    private final RowHash hash;
    private final KeyTable table = new KeyTable();
    private final List<DeliverySource> files = new ArrayList<>();
    private final List<Watch> watches = new ArrayList<>();
    private final Map<Pair, Long> same = new LinkedHashMap<>();
    private final Map<Long, Contradiction> contradictions = new LinkedHashMap<>();

    private RepeatedRows(RowHash hash) {
        this.hash = hash;
    }

    /**
     * Returns an instance for a format; empty if its rows have no key, because equal rows may then be different ones.
     */
    static Optional<RepeatedRows> of(FormatDefinition format) {
        return RowHash.of(format).map(RepeatedRows::new);
    }

    /** Returns a taker that watches the rows of a file and passes them on. */
    RowTaker watch(DeliverySource file, RowTaker to) {
        files.add(file);
        int number = files.size() - 1;
        Watch watch = to instanceof BatchTaker many ? new BatchWatch(number, to, many) : new Watch(number, to);
        watches.add(watch);
        return watch;
    }

    /** Sees rows go by. */
    private class Watch implements RowTaker {
        private final int file;
        private final RowTaker to;
        private long rows;
        private long sum;

        Watch(int file, RowTaker to) {
            this.file = file;
            this.to = to;
        }

        @Override
        public void accept(Observation row) {
            accept(row, row);
        }

        @Override
        public void accept(Observation row, Observation delivered) {
            switch (meet(hash.key(delivered), hash.row(delivered))) {
                case NEW -> to.accept(row, delivered);
                case EQUAL -> {}
                case OTHER -> to.refuse(row);
            }
        }

        @Override
        public void refuse(Observation row) {
            to.refuse(row);
        }

        @Override
        public void acceptRejected(RejectedRows rows) {
            to.acceptRejected(rows);
        }

        final KeyTable.Met meet(long key, long row) {
            rows++;
            sum += row;
            KeyTable.Met met = table.meet(key, row, file);
            if (met != KeyTable.Met.NEW) {
                Pair pair = new Pair(files.get(table.file()), files.get(file));
                if (met == KeyTable.Met.EQUAL) {
                    same.merge(pair, 1L, Math::addExact);
                } else if (contradictions.size() < MOST_PLACES) {
                    contradictions.putIfAbsent(key, new Contradiction(pair));
                }
            }
            return met;
        }
    }

    /** Sees rows go by, many at a time. */
    private final class BatchWatch extends Watch implements BatchTaker {
        private final RowTaker one;
        private final BatchTaker many;
        private final RowHash.OfBatch hashes = hash.ofBatch();

        BatchWatch(int file, RowTaker to, BatchTaker many) {
            super(file, to);
            one = to;
            this.many = many;
        }

        @Override
        public void accept(ObservationBatch batch, int from, int to) {
            hashes.start(batch);
            int start = from;
            for (int i = from; i < to; i++) {
                KeyTable.Met met = meet(hashes.key(batch, i), hashes.row(batch, i));
                if (met != KeyTable.Met.NEW) {
                    handOn(batch, start, i);
                    start = i + 1;
                    if (met == KeyTable.Met.OTHER) {
                        one.refuse(RowHash.observation(batch, i));
                    }
                }
            }
            handOn(batch, start, to);
        }

        private void handOn(ObservationBatch batch, int from, int to) {
            if (from < to) {
                many.accept(batch, from, to);
            }
        }
    }

    /** Returns the files with the same rows as an earlier file, whatever their carriers. */
    List<SetReport.SameDelivery> sameDeliveries() {
        record Content(long rows, long sum) {}
        Map<Content, DeliverySource> first = new HashMap<>();
        List<SetReport.SameDelivery> all = new ArrayList<>();
        for (Watch watch : watches) {
            DeliverySource file = files.get(watch.file);
            if (watch.rows > 0) {
                DeliverySource earlier = first.putIfAbsent(new Content(watch.rows, watch.sum), file);
                if (earlier != null) {
                    all.add(new SetReport.SameDelivery(
                            PersonalData.mask(earlier.name()), PersonalData.mask(file.name())));
                }
            }
        }
        return all;
    }

    /** Reads files again. */
    interface Tracer {
        void trace(DeliverySet.RowTrace trace);
    }

    /** Returns findings about the repeated rows; reads the rows again to find where they contradict each other. */
    Findings findings(Tracer again) {
        if (!contradictions.isEmpty()) {
            again.trace((file, row, counted) -> {
                Contradiction known = contradictions.get(hash.key(counted));
                if (known != null && known.firstRow == 0 && known.files.first().equals(file)) {
                    known.firstRow = row.number();
                } else if (known != null
                        && known.secondRow == 0
                        && known.files.second().equals(file)) {
                    known.secondRow = row.number();
                }
            });
        }
        Findings.Collector findings = Findings.Collector.withDefaults();
        contradictions.values().forEach(one -> findings.add(finding(one)));
        same.forEach((pair, rows) -> findings.add(ContextCodes.REPEATED.finding(Map.of(
                "file", PersonalData.mask(pair.second().name()),
                "other", PersonalData.mask(pair.first().name()),
                "count", Long.toString(rows)))));
        return findings.toFindings();
    }

    private static Finding finding(Contradiction one) {
        return ContextCodes.CONTRADICTED.finding(Map.of(
                "file", PersonalData.mask(one.files.second().name()),
                "row", Long.toString(one.secondRow),
                "other", PersonalData.mask(one.files.first().name()),
                "otherRow", Long.toString(one.firstRow)));
    }
}
