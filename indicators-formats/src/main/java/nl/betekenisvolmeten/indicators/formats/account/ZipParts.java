package nl.betekenisvolmeten.indicators.formats.account;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * The files of a zip. A zip is untrusted: what it says of itself is not believed, so all is unpacked once to count its
 * bytes, up to the limit. Nothing is written, so a name with a path in it does no harm; only its last part counts.
 */
final class ZipParts implements PartedSource {

    private static final int BLOCK = 1 << 16;
    private static final String OF_MACS = "__MACOSX/";

    private final Path path;
    private final PartLimits limits;

    ZipParts(Path path, PartLimits limits) {
        this.path = path;
        this.limits = limits;
    }

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public Checked<List<DeliverySource>> parts() throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return parts(zip);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // its message may hold a name, so it goes no further
            return AccountCodes.unreadable(name(), AccountCodes.Reason.MALFORMED);
        }
    }

    private Checked<List<DeliverySource>> parts(ZipFile zip) throws IOException {
        if (zip.size() > limits.files()) {
            return AccountCodes.unreadable(name(), AccountCodes.Reason.TOO_MANY_FILES);
        }
        List<DeliverySource> parts = new ArrayList<>();
        long left = limits.bytes();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String last = lastName(entry.getName());
            if (entry.isDirectory() || entry.getName().startsWith(OF_MACS) || AccountCodes.isHidden(last)) {
                continue;
            }
            if (!AccountCodes.isName(last, limits)) {
                return AccountCodes.unreadable(name(), AccountCodes.Reason.NAME);
            }
            left -= size(zip, entry, left);
            if (left < 0) {
                return AccountCodes.unreadable(name(), AccountCodes.Reason.TOO_LARGE);
            }
            parts.add(new Entry(path, entry.getName(), last));
        }
        parts.sort(Comparator.comparing(DeliverySource::name));
        return Checked.of(List.copyOf(parts), Findings.of(List.of()));
    }

    private static String lastName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** How many bytes an entry has, or one more than the most: no more than that is unpacked. */
    private static long size(ZipFile zip, ZipEntry entry, long most) throws IOException {
        byte[] block = new byte[BLOCK];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            int read = in.read(block);
            while (read >= 0 && size <= most) {
                size += read;
                read = in.read(block);
            }
        }
        return Math.min(size, most + 1);
    }

    /** A file in a zip. The zip is opened anew each time, and closed with the stream. */
    private record Entry(Path path, String entryName, String name) implements DeliverySource {
        @Override
        public InputStream open() throws IOException {
            ZipFile zip = new ZipFile(path.toFile());
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
