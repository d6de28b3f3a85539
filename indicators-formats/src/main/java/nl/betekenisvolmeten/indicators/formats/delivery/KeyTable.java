package nl.betekenisvolmeten.indicators.formats.delivery;

/** Hashes of the keys of rows, each with a hash of the row and the file that had it first. Open addressing. */
final class KeyTable {

    /** What became of a row. */
    enum Met {
        /** No other file has its key. */
        NEW,
        /** An earlier file has the same row. */
        EQUAL,
        /** An earlier file has its key, with other values. */
        OTHER
    }

    private static final int SMALLEST = 1 << 10;

    private long[] keys = new long[SMALLEST];
    private long[] rows = new long[SMALLEST];
    /** Numbers of files, plus one; 0 where there is no key. */
    private char[] files = new char[SMALLEST];

    private int size;
    private int file;

    /**
     * Adds the key of a row, and returns how the row compares with the earlier one. A row whose key appeared first in
     * the same file is new here: the rules of the format judge it.
     *
     * @throws IllegalArgumentException if there are too many files
     */
    Met meet(long key, long row, int number) {
        if (number >= Character.MAX_VALUE) {
            throw new IllegalArgumentException("too many files: " + number);
        }
        int at = place(key);
        if (files[at] == 0) {
            keys[at] = key;
            rows[at] = row;
            files[at] = (char) (number + 1);
            if (++size > keys.length / 3 * 2) {
                grow();
            }
            return Met.NEW;
        }
        file = files[at] - 1;
        if (file == number) {
            return Met.NEW;
        }
        return rows[at] == row ? Met.EQUAL : Met.OTHER;
    }

    /** Returns the file in which the key of the last row appeared first, if the key was known before. */
    int file() {
        return file;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) (key ^ (key >>> 32)) & mask;
        while (files[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldRows = rows;
        char[] oldFiles = files;
        keys = new long[2 * oldKeys.length];
        rows = new long[keys.length];
        files = new char[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldFiles[i] != 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                rows[at] = oldRows[i];
                files[at] = oldFiles[i];
            }
        }
    }
}
