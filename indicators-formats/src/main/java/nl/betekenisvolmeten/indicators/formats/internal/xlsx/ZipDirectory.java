package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/**
 * The list of contents at the end of a zip file, judged before anything is unpacked. The file itself is not held: each
 * entry is read from the source again.
 */
final class ZipDirectory {

    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int MAX_LENGTH = 16 << 20;
    private static final int ENCRYPTED = 1;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;
    private static final int ZIP64_FIELD = 1;

    private final DeliverySource source;
    private final ReadLimits.Packed limits;
    private final Map<String, ZipEntryInfo> entries = new LinkedHashMap<>();

    private ZipDirectory(DeliverySource source, ReadLimits.Packed limits) {
        this.source = source;
        this.limits = limits;
    }

    static ZipDirectory of(DeliverySource source, ZipEnd end, ReadLimits.Packed limits)
            throws IOException, UnreadableException {
        if (end.directoryLength() > MAX_LENGTH || end.entries() > limits.entries()) {
            throw new UnreadableException(Reason.TOO_LARGE);
        }
        ZipDirectory directory = new ZipDirectory(source, limits);
        try (InputStream in = source.open()) {
            in.skipNBytes(end.directoryOffset());
            byte[] bytes = in.readNBytes((int) end.directoryLength());
            directory.read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), end.entries());
        }
        directory.judge(end.fileLength());
        return directory;
    }

    private void read(ByteBuffer bytes, long count) throws UnreadableException {
        for (long i = 0; i < count; i++) {
            if (bytes.remaining() < ENTRY_LENGTH || bytes.getInt(bytes.position()) != ENTRY_SIGNATURE) {
                throw new UnreadableException(Reason.DAMAGED);
            }
            ByteBuffer fixed = slice(bytes, ENTRY_LENGTH);
            int nameLength = fixed.getShort(28) & 0xFFFF;
            int extraLength = fixed.getShort(30) & 0xFFFF;
            int commentLength = fixed.getShort(32) & 0xFFFF;
            if (bytes.remaining() < nameLength + extraLength + commentLength) {
                throw new UnreadableException(Reason.DAMAGED);
            }
            String name =
                    StandardCharsets.UTF_8.decode(slice(bytes, nameLength)).toString();
            ByteBuffer extra = slice(bytes, extraLength);
            slice(bytes, commentLength);
            if ((fixed.getShort(8) & ENCRYPTED) != 0) {
                throw new UnreadableException(Reason.PASSWORD);
            }
            add(entry(name, fixed, extra));
        }
    }

    private static ByteBuffer slice(ByteBuffer bytes, int length) {
        ByteBuffer part = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + length);
        return part;
    }

    private static ZipEntryInfo entry(String name, ByteBuffer fixed, ByteBuffer extra) throws UnreadableException {
        long size = fixed.getInt(24) & IN_ZIP64;
        long packed = fixed.getInt(20) & IN_ZIP64;
        long offset = fixed.getInt(42) & IN_ZIP64;
        ByteBuffer large = zip64(extra);
        size = size == IN_ZIP64 ? next(large) : size;
        packed = packed == IN_ZIP64 ? next(large) : packed;
        offset = offset == IN_ZIP64 ? next(large) : offset;
        return new ZipEntryInfo(
                name, fixed.getShort(10) & 0xFFFF, fixed.getInt(16) & 0xFFFFFFFFL, packed, size, offset);
    }

    private static ByteBuffer zip64(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xFFFF;
            int length = Math.min(extra.getShort() & 0xFFFF, extra.remaining());
            ByteBuffer field = slice(extra, length);
            if (id == ZIP64_FIELD) {
                return field;
            }
        }
        return ByteBuffer.allocate(0);
    }

    private static long next(ByteBuffer large) throws UnreadableException {
        if (large.remaining() < Long.BYTES) {
            throw new UnreadableException(Reason.DAMAGED);
        }
        long value = large.getLong();
        if (value < 0) {
            throw new UnreadableException(Reason.DAMAGED);
        }
        return value;
    }

    /**
     * Adds an entry; refuses a duplicate name and one that leaves its folder, since programs read such files
     * differently.
     */
    private void add(ZipEntryInfo entry) throws UnreadableException {
        String name = entry.name();
        boolean strange = name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || List.of(name.split("/", -1)).contains("..");
        if (strange || entries.put(key(name), entry) != null) {
            throw new UnreadableException(Reason.UNSAFE);
        }
    }

    /**
     * Refuses entries that are too large or compressed too far, and entries that overlap: these take more bytes than
     * the file has.
     */
    private void judge(long fileLength) throws UnreadableException {
        long packed = 0;
        long size = 0;
        for (ZipEntryInfo entry : entries.values()) {
            packed += Math.min(entry.packed(), fileLength + 1);
            size += Math.min(entry.size(), limits.unpacked() + 1);
            if (isTooTight(entry)) {
                throw new UnreadableException(Reason.TOO_LARGE);
            }
        }
        if (size > limits.unpacked()) {
            throw new UnreadableException(Reason.TOO_LARGE);
        }
        if (packed > fileLength) {
            throw new UnreadableException(Reason.UNSAFE);
        }
    }

    private boolean isTooTight(ZipEntryInfo entry) {
        return entry.size() > ReadLimits.Packed.RATIO_FROM && entry.size() / limits.ratio() > entry.packed();
    }

    /** Returns the names of all entries, in order. */
    List<String> names() {
        return entries.values().stream().map(ZipEntryInfo::name).toList();
    }

    boolean contains(String namePart) {
        return entries.keySet().stream().anyMatch(name -> name.contains(namePart));
    }

    /** Opens an entry, ignoring the case of its name; empty if there is none. */
    Optional<InputStream> open(String name, ByteBudget budget) throws IOException {
        ZipEntryInfo entry = entries.get(key(name));
        return entry == null ? Optional.empty() : Optional.of(UnpackedStream.open(source, entry, limits, budget));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
