package nl.betekenisvolmeten.indicators.validation.internal;

/**
 * Packed keys by groups of eight that differ in their lowest bits only: sixteen bytes a group. Rows of one group mostly
 * follow each other, such as those of the age groups of one activity; then most rows are found where the row before was,
 * and memory is not asked for each.
 *
 * <p>Beside the first row of a group stands, for each of its keys, how far from it the key's own row is. A row too far
 * for that is kept apart.
 */
final class GroupedKeys implements PackedKeys {

    /** So many bits tell the keys of a group apart. */
    static final int NEAR_BITS = 3;

    private static final int NEAR = (1 << NEAR_BITS) - 1;
    private static final int FAR = 0xFF;

    private final KeySegments groups;
    private final SingleKeys far;
    private long lastGroup = -1;
    private int size;

    /** Kept only so that the looks of {@link #prepare} are not left out as useless. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    GroupedKeys(int keyBits) {
        groups = new KeySegments(Math.max(1, keyBits - NEAR_BITS), 2);
        far = new SingleKeys(groups.bits() + NEAR_BITS);
    }

    /** How many groups start with these keys, each unlike that of the key before. */
    static int groups(long[] keys, int from, int to) {
        int count = 0;
        long last = -1;
        for (int i = from; i < to; i++) {
            count += keys[i] >>> NEAR_BITS == last ? 0 : 1;
            last = keys[i] >>> NEAR_BITS;
        }
        return count;
    }

    @Override
    public int size() {
        return size + far.size();
    }

    /** Gives a hint of the expected number of groups. */
    @Override
    public void expect(long keys) {
        groups.expect(keys);
    }

    @Override
    public void prepare(long[] keys, int from, int to) {
        long seen = 0;
        long key = -1;
        long mixed = -1;
        for (int i = from; i < to; i++) {
            if (keys[i] >>> NEAR_BITS != key) {
                key = keys[i] >>> NEAR_BITS;
                mixed = groups.mixed(key);
                seen += groups.touch(mixed);
            }
            keys[i] = (mixed << NEAR_BITS) | (keys[i] & NEAR);
        }
        touched += seen;
    }

    @Override
    public long mixed(long key) {
        return (groups.mixed(key >>> NEAR_BITS) << NEAR_BITS) | (key & NEAR);
    }

    @Override
    public long firstRow(long mixed, long row) {
        long group = mixed >>> NEAR_BITS;
        if (group != lastGroup) {
            groups.locate(group, row);
            lastGroup = group;
        }
        long[] segment = groups.segment();
        int at = groups.at();
        int shift = (int) (mixed & NEAR) * Byte.SIZE;
        long distances = segment[at + 1];
        long first = KeySegments.row(segment[at]);
        long known = (distances >>> shift) & FAR;
        if (known != 0) {
            return first + known - 1;
        }
        long apart = far.size() == 0 ? 0 : far.find(far.mixed(mixed));
        if (apart != 0) {
            return apart;
        }
        long distance = row - first + 1;
        if (distance <= 0 || distance >= FAR) {
            return far.firstRow(far.mixed(mixed), row);
        }
        segment[at + 1] = distances | (distance << shift);
        size++;
        return 0;
    }

    @Override
    public void drain(Entries entries) {
        groups.drain((group, segment, at) -> {
            long first = KeySegments.row(segment[at]);
            for (int near = 0; near <= NEAR; near++) {
                long known = (segment[at + 1] >>> (near * Byte.SIZE)) & FAR;
                if (known != 0) {
                    entries.entry((group << NEAR_BITS) | near, first + known - 1);
                }
            }
        });
        far.drain((mixed, row) ->
                entries.entry((groups.unmixed(mixed >>> NEAR_BITS) << NEAR_BITS) | (mixed & NEAR), row));
        lastGroup = -1;
        size = 0;
    }

    @Override
    public PackedKeys empty(int keyBits) {
        return new GroupedKeys(keyBits);
    }
}
