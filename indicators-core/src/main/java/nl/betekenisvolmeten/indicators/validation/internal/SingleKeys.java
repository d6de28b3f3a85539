package nl.betekenisvolmeten.indicators.validation.internal;

/** Packed keys one by one: eight bytes an entry, about eleven with the room between them, fourteen while it grows. */
final class SingleKeys implements PackedKeys {

    private final KeySegments segments;
    private int size;

    /** Kept only so that the looks of {@link #prepare} are not left out as useless. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    SingleKeys(int keyBits) {
        segments = new KeySegments(keyBits, 1);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void expect(long keys) {
        segments.expect(keys);
    }

    @Override
    public void prepare(long[] keys, int from, int to) {
        long seen = 0;
        for (int i = from; i < to; i++) {
            keys[i] = segments.mixed(keys[i]);
            seen += segments.touch(keys[i]);
        }
        touched += seen;
    }

    @Override
    public long mixed(long key) {
        return segments.mixed(key);
    }

    @Override
    public long firstRow(long mixed, long row) {
        if (segments.locate(mixed, row)) {
            size++;
            return 0;
        }
        return KeySegments.row(segments.segment()[segments.at()]);
    }

    /** The row that had a key first, or 0 when none had. */
    long find(long mixed) {
        return KeySegments.row(segments.find(mixed));
    }

    @Override
    public void drain(Entries entries) {
        segments.drain((key, segment, at) -> entries.entry(key, KeySegments.row(segment[at])));
        size = 0;
    }

    @Override
    public PackedKeys empty(int keyBits) {
        return new SingleKeys(keyBits);
    }
}
