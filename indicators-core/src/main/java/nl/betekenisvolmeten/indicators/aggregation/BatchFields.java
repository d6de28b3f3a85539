package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** The codes that rows of batches are put together by, packed into one long. */
final class BatchFields {

    private final List<BatchField> fields = new ArrayList<>();
    private final List<Integer> plainDimensions = new ArrayList<>();
    private int[] widths = {};

    /** Adds a field of codes that are rolled up. */
    int add(int dimension, UnaryOperator<String> rollUp) {
        fields.add(new BatchField(dimension, rollUp));
        plainDimensions.add(-1);
        return fields.size() - 1;
    }

    /** Adds a field of a dimension's codes as they are, unless it is there. */
    int addPlain(int dimension) {
        int known = plainDimensions.indexOf(dimension);
        if (known >= 0) {
            return known;
        }
        fields.add(new BatchField(dimension, UnaryOperator.identity()));
        plainDimensions.add(dimension);
        return fields.size() - 1;
    }

    /** Works out what is new in a batch. Says whether keys made before still hold. */
    boolean learn(ObservationBatch batch, int from, int to) {
        boolean holds = widths.length == fields.size();
        for (int f = 0; f < fields.size(); f++) {
            fields.get(f).start(batch);
            fields.get(f).learn(batch, from, to);
            holds = holds && fields.get(f).size() <= 1L << widths[f];
        }
        return holds;
    }

    /** Gives each field room for twice what it has. Says whether all fit into a long. */
    boolean widen() {
        widths = fields.stream()
                .mapToInt(field -> Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, field.size() - 1)) + 1)
                .toArray();
        int sum = 0;
        for (int width : widths) {
            sum += width;
        }
        return sum < Long.SIZE;
    }

    /** Puts the key of each row into an array, from its start. */
    void pack(ObservationBatch batch, int from, int to, long[] keys) {
        java.util.Arrays.fill(keys, 0, to - from, 0);
        int shift = 0;
        for (int f = 0; f < widths.length; f++) {
            fields.get(f).put(batch, from, to, shift, keys);
            shift += widths[f];
        }
    }

    /** The text of a field in a key. */
    String text(long key, int field) {
        int shift = 0;
        for (int f = 0; f < field; f++) {
            shift += widths[f];
        }
        return fields.get(field).text((int) ((key >>> shift) & ((1L << widths[field]) - 1)));
    }
}
