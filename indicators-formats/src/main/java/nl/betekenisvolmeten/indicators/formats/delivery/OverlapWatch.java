package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.BatchConsumer;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ObservationBatch;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Notices that two files are about the same organisation and period. */
final class OverlapWatch {

    private record About(String organisation, String period) {}

    private final Map<About, DeliverySource> firstFile = new HashMap<>();
    private final Map<About, RepeatedDelivery> overlaps = new LinkedHashMap<>();

    /** Looks at the rows of a file on their way to where they are counted. */
    Consumer<Observation> watch(DeliverySource file, TableStructure structure, Consumer<Observation> to) {
        OptionalInt reporter = structure.reporterIndex();
        OptionalInt time = structure.timeIndex();
        if (reporter.isEmpty() || time.isEmpty()) {
            return to;
        }
        return new Watch(file, reporter.getAsInt(), time.getAsInt(), to);
    }

    /** Sees rows go by, one by one or many at a time, as those to whom they go want them. */
    private final class Watch implements BatchConsumer {
        private final DeliverySource file;
        private final int reporter;
        private final int time;
        private final Consumer<Observation> to;

        Watch(DeliverySource file, int reporter, int time, Consumer<Observation> to) {
            this.file = file;
            this.reporter = reporter;
            this.time = time;
            this.to = to;
        }

        @Override
        public void accept(Observation row) {
            see(file, new About(row.code(reporter), row.code(time)));
            to.accept(row);
        }

        @Override
        public void accept(ObservationBatch batch, int from, int to) {
            int[] reporters = batch.ids(reporter);
            int[] times = batch.ids(time);
            for (int i = from; i < to; i++) {
                if (i == from || reporters[i] != reporters[i - 1] || times[i] != times[i - 1]) {
                    String who = batch.dictionary(reporter).code(reporters[i]);
                    see(file, new About(who, batch.dictionary(time).code(times[i])));
                }
            }
            if (this.to instanceof BatchConsumer many) {
                many.accept(batch, from, to);
            } else {
                for (int i = from; i < to; i++) {
                    this.to.accept(batch.observation(i));
                }
            }
        }
    }

    private void see(DeliverySource file, About about) {
        DeliverySource first = firstFile.computeIfAbsent(about, any -> file);
        if (!first.equals(file)) {
            overlaps.computeIfAbsent(
                    about, any -> new RepeatedDelivery(first, file, about.organisation(), about.period()));
        }
    }

    /** What was noticed, once for each organisation and period. */
    List<RepeatedDelivery> overlaps() {
        return new ArrayList<>(overlaps.values());
    }
}
