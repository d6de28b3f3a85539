package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** Hashes of 64 bits of the key of a row, and of all its codes and values. */
final class RowHash {

    /** The prime of FNV-1a, by Fowler, Noll and Vo. */
    private static final long PRIME = 0x100000001b3L;

    private static final long START = 0xcbf29ce484222325L;

    /** Dimensions of the key. */
    private final int[] key;

    private RowHash(int[] key) {
        this.key = key;
    }

    /** Returns the hash of rows by their key; empty for a format whose rows have no key. */
    static Optional<RowHash> of(FormatDefinition format) {
        TableStructure structure = format.ruleSet().structure();
        return format.key()
                .map(rule -> rule.columns().stream()
                        .flatMapToInt(column -> structure.dimensionIndex(column).isPresent()
                                ? IntStream.of(structure.dimensionIndex(column).getAsInt())
                                : IntStream.empty())
                        .toArray())
                .filter(indexes -> indexes.length > 0)
                .map(RowHash::new);
    }

    long key(Observation row) {
        long hash = START;
        for (int dimension : key) {
            hash = with(hash, of(row.code(dimension)));
        }
        return hash;
    }

    long row(Observation row) {
        long hash = START;
        for (int d = 0; d < row.dimensions(); d++) {
            hash = with(hash, of(row.code(d)));
        }
        for (int m = 0; m < row.measures(); m++) {
            hash = with(hash, row.isKnown(m) ? row.value(m).orElseThrow() : START);
        }
        return hash;
    }

    private static long of(String code) {
        long hash = START;
        for (int i = 0; i < code.length(); i++) {
            hash = (hash ^ code.charAt(i)) * PRIME;
        }
        return mixed(hash);
    }

    private static long with(long hash, long part) {
        return mixed(hash * PRIME + part);
    }

    /**
     * Returns bits mixed by the last step of MurmurHash3: every bit of the input changes every bit of the result half
     * of the time.
     */
    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** Returns a row of a batch as an observation. */
    static Observation observation(ObservationBatch batch, int row) {
        String[] codes = new String[batch.dimensions()];
        Arrays.setAll(codes, d -> batch.dictionary(d).code(batch.ids(d)[row]));
        long[] values = new long[batch.measures()];
        Arrays.setAll(values, m -> batch.values(m)[row]);
        boolean[] known = new boolean[values.length];
        for (int m = 0; m < known.length; m++) {
            known[m] = batch.known(m)[row];
        }
        return Observation.of(codes, values, known);
    }

    OfBatch ofBatch() {
        return new OfBatch();
    }

    /** The same hashes of rows of batches; each code of a dictionary is hashed once. */
    final class OfBatch {
        private Dictionary[] dictionaries = {};
        private long[][] codes = {};
        private int[] hashed = {};

        /** Hashes the codes that are new in a batch; must be called before its rows. */
        void start(ObservationBatch batch) {
            if (dictionaries.length != batch.dimensions()) {
                dictionaries = new Dictionary[batch.dimensions()];
                codes = new long[dictionaries.length][0];
                hashed = new int[dictionaries.length];
            }
            for (int d = 0; d < dictionaries.length; d++) {
                Dictionary dictionary = batch.dictionary(d);
                if (dictionaries[d] != dictionary) {
                    dictionaries[d] = dictionary;
                    hashed[d] = 0;
                }
                hash(d, dictionary);
            }
        }

        private void hash(int dimension, Dictionary dictionary) {
            int size = dictionary.size();
            if (codes[dimension].length < size) {
                codes[dimension] = Arrays.copyOf(codes[dimension], Math.max(size, 2 * codes[dimension].length));
            }
            for (int id = hashed[dimension]; id < size; id++) {
                codes[dimension][id] = of(dictionary.code(id));
            }
            hashed[dimension] = size;
        }

        long key(ObservationBatch batch, int row) {
            long hash = START;
            for (int dimension : key) {
                hash = with(hash, codes[dimension][batch.ids(dimension)[row]]);
            }
            return hash;
        }

        long row(ObservationBatch batch, int row) {
            long hash = START;
            for (int d = 0; d < batch.dimensions(); d++) {
                hash = with(hash, codes[d][batch.ids(d)[row]]);
            }
            for (int m = 0; m < batch.measures(); m++) {
                hash = with(hash, batch.known(m)[row] ? batch.values(m)[row] : START);
            }
            return hash;
        }
    }
}
