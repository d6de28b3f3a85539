package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.jspecify.annotations.Nullable;

/** A progress bar where a person watches and there is much to read; nothing otherwise. It counts bytes, file after file. */
final class Progress implements DeliverySource.ProgressListener {

    private static final long UNIT = 1L << 20;
    /** What takes longer than the blink of an eye. */
    private static final long LARGE = 5 * UNIT;

    private final List<Long> sizes = new ArrayList<>();
    private final long total;
    private int files;
    private long before;
    private @Nullable ProgressBar bar;

    Progress(List<Path> paths) {
        for (Path path : paths) {
            sizes.add(size(path));
        }
        total = sizes.stream().mapToLong(size -> size).sum();
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    void start() {
        if (total > LARGE && Terminal.isScreen(2)) {
            bar = new ProgressBarBuilder()
                    .setTaskName("indicators")
                    .setUnit(" MB", UNIT)
                    .setInitialMax(total)
                    .build();
        }
    }

    @Override
    public boolean goesOn(long bytes, long rows) {
        if (files < sizes.size()) {
            show(before + Math.min(bytes, sizes.get(files)));
        }
        return true;
    }

    /** Notes that a file has been read. */
    void next() {
        if (files < sizes.size()) {
            before += sizes.get(files++);
            show(before);
        }
    }

    private void show(long bytes) {
        if (bar != null) {
            bar.stepTo(bytes);
        }
    }

    void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
