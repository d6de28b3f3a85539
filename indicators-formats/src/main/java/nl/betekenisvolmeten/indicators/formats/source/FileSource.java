package nl.betekenisvolmeten.indicators.formats.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A file. From when it is first opened it must stay as it is: one that is written to, cut off or removed while it is read
 * would give figures of a part of it.
 */
final class FileSource implements DeliverySource {

    private final String name;
    private final Path path;
    /** The size and time of the last change, which show that the file was written to; null before it is opened. */
    private final AtomicReference<@Nullable List<?>> state = new AtomicReference<>();

    FileSource(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    private void check() throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        List<?> seen = List.of(now.size(), now.lastModifiedTime());
        if (now.isRegularFile() && !state.compareAndSet(null, seen) && !seen.equals(state.get())) {
            throw new FileSystemException(path.toString(), null, "changed while it was read");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream open() throws IOException {
        check();
        return new FilterInputStream(Files.newInputStream(path)) {
            @Override
            public int read() throws IOException {
                return checked(super.read());
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return checked(super.read(bytes, from, length));
            }

            private int checked(int read) throws IOException {
                if (read < 0) {
                    check();
                }
                return read;
            }
        };
    }

    @Override
    public OptionalLong size() {
        try {
            return Files.isRegularFile(path) ? OptionalLong.of(Files.size(path)) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
