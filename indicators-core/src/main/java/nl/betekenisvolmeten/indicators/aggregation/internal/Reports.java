package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import nl.betekenisvolmeten.indicators.table.internal.PairNumbers;

/** Who reported in each node of a level: a set of bits that keeps only words with a bit set. */
public final class Reports {

    /** A reporter's number divided by 64 is that of its word. */
    private static final int WORD = 6;

    private final Level level;
    private final Codes reporters;
    private final PairNumbers words = new PairNumbers();
    private long[] bits = {};

    public Reports(Level level, int dimension) {
        this.level = level;
        reporters = new Codes(dimension, UnaryOperator.identity());
    }

    public Codes codes() {
        return reporters;
    }

    public void add(ObservationBatch batch, int from, int to) {
        reporters.start(batch);
        int[] ids = batch.ids(reporters.dimension());
        int[] nodes = level.rows;
        for (int i = 0; i < to - from; i++) {
            add(nodes[i], reporters.number(ids[from + i]));
        }
    }

    public void add(int node, String reporter) {
        add(node, reporters.number(reporter));
    }

    private void add(int node, int reporter) {
        int word = words.number(node, reporter >>> WORD);
        if (word >= bits.length) {
            bits = Arrays.copyOf(bits, 2 * word + 1);
        }
        bits[word] |= 1L << reporter;
    }

    public void each(int node, Consumer<String> action) {
        words.each(node, word -> {
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                action.accept(reporters.code((words.right(word) << WORD) + Long.numberOfTrailingZeros(rest)));
            }
        });
    }

    /** Adds what others know, given where their nodes are. */
    public void combine(Reports other, int[] nodes) {
        for (int node = 0; node < nodes.length; node++) {
            int own = nodes[node];
            if (own != Levels.Translation.NOWHERE) {
                other.each(node, reporter -> add(own, reporter));
            }
        }
    }
}
