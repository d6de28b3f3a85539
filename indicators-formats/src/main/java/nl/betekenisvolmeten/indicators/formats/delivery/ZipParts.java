package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/**
 * The files of a zip. A zip is untrusted: what it says of itself is not believed, so all is unpacked once to count its
 * bytes, up to the limit. Nothing is written, so a name with a path in it does no harm; only its last part counts.
 */
record ZipParts(Path path, PartedSource.Limits limits) implements PartedSource {

    private static final int BLOCK = 1 << 16;
    private static final int RATIO = ReadLimits.withDefaults().packed().ratio();
    private static final Charset OLD_NAMES =
            Charset.isSupported("IBM850") ? Charset.forName("IBM850") : StandardCharsets.ISO_8859_1;
    private static final String OF_MACS = "/__MACOSX/";

    @Override
    public String name() {
        return shown(path, String.valueOf(path.getFileName()));
    }

    @Override
    public Checked<List<DeliverySource>> parts() throws IOException {
        try (ZipFile zip = open(path)) {
            return parts(zip);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // its message may hold a name, so it goes no further
            return AccountCodes.unreadable(name(), AccountCodes.Reason.MALFORMED);
        }
    }

    /** Opens a zip whose names are in UTF-8, or otherwise in the old code page that programs for Windows still use. */
    private static ZipFile open(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            return new ZipFile(path.toFile(), OLD_NAMES);
        }
    }

    @Override
    public Map<String, DeliverySource> explanations() throws IOException {
        Map<String, DeliverySource> explanations = new TreeMap<>();
        try (ZipFile zip = open(path)) {
            zip.stream().filter(entry -> !isIgnored(entry)).forEach(entry -> {
                String last = lastName(entry.getName());
                AccountCodes.explained(last)
                        .ifPresent(part -> explanations.put(shown(path, part), Entry.of(path, entry)));
            });
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // that it cannot be read is told of the parts
            return Map.of();
        }
        return explanations;
    }

    private static boolean isIgnored(ZipEntry entry) {
        return entry.isDirectory()
                || ("/" + entry.getName()).contains(OF_MACS)
                || AccountCodes.isHidden(lastName(entry.getName()));
    }

    private Checked<List<DeliverySource>> parts(ZipFile zip) throws IOException {
        if (zip.size() > limits.files()) {
            return AccountCodes.unreadable(name(), AccountCodes.Reason.TOO_MANY_FILES);
        }
        if (zip.getEntry("[Content_Types].xml") != null || zip.getEntry("mimetype") != null) {
            return AccountCodes.unreadable(name(), AccountCodes.Reason.WORKBOOK);
        }
        Optional<AccountCodes.Reason> fault = fault(zip);
        if (fault.isPresent()) {
            return AccountCodes.unreadable(name(), fault.get());
        }
        List<DeliverySource> parts = new ArrayList<>();
        long left = limits.bytes();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String last = lastName(entry.getName());
            if (isIgnored(entry)) {
                continue;
            }
            if (!AccountCodes.isName(last, limits)) {
                return AccountCodes.unreadable(name(), AccountCodes.Reason.NAME);
            }
            left -= size(zip, entry, left);
            if (left < 0) {
                return AccountCodes.unreadable(name(), AccountCodes.Reason.TOO_LARGE);
            }
            if (AccountCodes.explained(last).isEmpty()) {
                parts.add(Entry.of(path, entry));
            }
        }
        parts.sort(Comparator.comparing(DeliverySource::name));
        return Checked.of(List.copyOf(parts), Findings.of(List.of()));
    }

    /**
     * Returns why a zip is not unpacked, from its directory: overlapping entries take more bytes than the file has, and
     * an entry with an excessive compression ratio is a zip bomb.
     */
    private Optional<AccountCodes.Reason> fault(ZipFile zip) throws IOException {
        long packed = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            packed += Math.max(0, entry.getCompressedSize());
            if (isTooTight(entry, entry.getSize())) {
                return Optional.of(AccountCodes.Reason.TOO_LARGE);
            }
        }
        return packed > Files.size(path) ? Optional.of(AccountCodes.Reason.MALFORMED) : Optional.empty();
    }

    private static boolean isTooTight(ZipEntry entry, long size) {
        return size > ReadLimits.Packed.RATIO_FROM && size / RATIO > Math.max(1, entry.getCompressedSize());
    }

    /** Returns a name with personal data masked, as for a file outside a zip. */
    private static String shown(Path path, String name) {
        return DeliverySource.of(name, path).name();
    }

    private static String lastName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /**
     * Returns the number of bytes of an entry, or one more than the limit if it is larger or is compressed too far; no
     * more than that is unpacked.
     */
    private static long size(ZipFile zip, ZipEntry entry, long limit) throws IOException {
        byte[] block = new byte[BLOCK];
        CRC32 sum = new CRC32();
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            int read = in.read(block);
            while (read >= 0 && size <= limit) {
                size += read;
                sum.update(block, 0, read);
                if (isTooTight(entry, size)) {
                    return limit + 1;
                }
                read = in.read(block);
            }
        }
        if (size <= limit && (size != entry.getSize() || sum.getValue() != entry.getCrc())) {
            throw new ZipException("check sum does not match: " + entry.getName());
        }
        return Math.min(size, limit + 1);
    }

    /** A file in a zip. The zip is opened anew each time, and closed with the stream. */
    private record Entry(Path path, String entryName, String name) implements DeliverySource {

        /** Returns an entry; personal data in its name are masked, as for any file. */
        static Entry of(Path path, ZipEntry entry) {
            return new Entry(path, entry.getName(), shown(path, lastName(entry.getName())));
        }

        @Override
        public InputStream open() throws IOException {
            ZipFile zip = ZipParts.open(path);
            try {
                ZipEntry entry = zip.getEntry(entryName);
                if (entry == null) {
                    throw new ZipException("the file has changed: " + name);
                }
                return new FilterInputStream(zip.getInputStream(entry)) {
                    @Override
                    public void close() throws IOException {
                        try (zip) {
                            super.close();
                        }
                    }
                };
            } catch (IOException e) {
                zip.close();
                throw e;
            }
        }
    }
}
