package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import org.jspecify.annotations.Nullable;

/**
 * Rows of batches on their way to their groups. They are put together in slots first, by group, period, parts of
 * partitions and whatever else a figure looks at: finer than groups, so that every nature stays exact, and far fewer
 * than rows. {@link #drain} adds the slots to the groups; when it does makes no difference to the outcome.
 */
final class BatchGroups {

    /** Beyond so many slots, or words of reporters, memory would grow too much. */
    private static final int MOST_SLOTS = 1 << 16;

    private static final long MOST_REPORTERS = 1L << 24;

    private final AggregationPlan plan;
    private final BatchFields fields = new BatchFields();
    private final int[] keyFields;
    private final OptionalInt reporter;
    private final int timeField;
    private List<SlotSeries> series;
    private SlotTable table = new SlotTable();
    private long[] observations = {};
    private final List<BitSet> reporters = new ArrayList<>();
    private @Nullable Dictionary reporterCodes;
    private long[] keys = {};
    private int[] slots = {};
    private boolean fits = true;

    BatchGroups(AggregationPlan plan, List<KeyPart> parts) {
        this.plan = plan;
        keyFields = new int[parts.size()];
        for (int i = 0; i < keyFields.length; i++) {
            KeyPart part = parts.get(i);
            keyFields[i] = plan.groupings().get(i) instanceof Grouping.ByColumn
                    ? fields.addPlain(part.dimension())
                    : fields.add(part.dimension(), part::of);
        }
        OptionalInt time = plan.structure().timeIndex();
        timeField = time.isPresent() ? fields.addPlain(time.getAsInt()) : -1;
        reporter = plan.structure().reporterIndex();
        series = newSeries();
    }

    private List<SlotSeries> newSeries() {
        return plan.series().stream()
                .map(one -> SlotSeries.of(one, plan.structure(), fields))
                .toList();
    }

    /**
     * Adds rows.
     *
     * @return whether they were added; if not, they are to be added one by one
     */
    boolean add(ObservationBatch batch, int from, int to, Function<List<String>, Group> groups) {
        if (!prepare(batch, from, to, groups)) {
            return false;
        }
        if (keys.length < to - from) {
            keys = new long[to - from];
            slots = new int[to - from];
        }
        fields.pack(batch, from, to, keys);
        table.find(keys, to - from, slots);
        ensure(table.size());
        for (int i = 0; i < to - from; i++) {
            observations[slots[i]]++;
        }
        if (reporter.isPresent()) {
            report(batch.ids(reporter.getAsInt()), from, to);
        }
        boolean inDoubt = false;
        for (SlotSeries one : series) {
            one.add(batch, from, to, slots);
            inDoubt |= one.isInDoubt();
        }
        if (inDoubt) {
            drain(groups);
        }
        return true;
    }

    private boolean prepare(ObservationBatch batch, int from, int to, Function<List<String>, Group> groups) {
        boolean holds = fields.learn(batch, from, to);
        boolean otherReporters = reporter.isPresent() && reporterCodes != batch.dictionary(reporter.getAsInt());
        if (!holds || otherReporters || isLarge(to - from)) {
            drain(groups);
        }
        if (!holds) {
            fits = fields.widen();
        }
        if (reporter.isPresent()) {
            reporterCodes = batch.dictionary(reporter.getAsInt());
        }
        return fits;
    }

    private boolean isLarge(int more) {
        long words = reporterCodes == null ? 1 : reporterCodes.size() / Long.SIZE + 1L;
        return table.size() + (long) more > MOST_SLOTS || table.size() * words > MOST_REPORTERS;
    }

    private void ensure(int size) {
        if (size > observations.length) {
            observations = Arrays.copyOf(observations, 2 * size);
        }
        while (reporters.size() < size) {
            reporters.add(new BitSet());
        }
        for (SlotSeries one : series) {
            one.ensure(size);
        }
    }

    private void report(int[] ids, int from, int to) {
        for (int i = from; i < to; i++) {
            reporters.get(slots[i - from]).set(ids[i]);
        }
    }

    /** Adds all slots to their groups, and starts anew. */
    void drain(Function<List<String>, Group> groups) {
        if (table.size() == 0) {
            return;
        }
        for (int slot = 0; slot < table.size(); slot++) {
            drain(slot, groups);
        }
        table = new SlotTable();
        observations = new long[0];
        reporters.clear();
        series = newSeries();
    }

    private void drain(int slot, Function<List<String>, Group> groups) {
        long slotKey = table.key(slot);
        List<String> key = new ArrayList<>(keyFields.length);
        for (int field : keyFields) {
            key.add(fields.text(slotKey, field));
        }
        Group group = groups.apply(key);
        group.addObservations(observations[slot]);
        String period = timeField < 0 ? "" : fields.text(slotKey, timeField);
        Dictionary codes = reporterCodes;
        if (codes != null) {
            reporters.get(slot).stream().forEach(id -> group.addReporter(codes.code(id), period));
        }
        for (int i = 0; i < series.size(); i++) {
            group.figures().get(i).combine(series.get(i).of(slot, field -> fields.text(slotKey, field)));
        }
    }
}
