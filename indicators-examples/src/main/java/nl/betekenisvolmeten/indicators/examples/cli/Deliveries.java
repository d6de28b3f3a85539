package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import org.jspecify.annotations.Nullable;

/** Reads the files of a command line one after the other, with a progress bar where a person watches. */
final class Deliveries {

    private Deliveries() {}

    /**
     * The sources of paths. A path that cannot be read is a fault and an output that is one of them wrong usage, told
     * before any work is done.
     */
    static List<DeliverySource> sources(List<Path> paths, @Nullable Path output, Texts texts) {
        for (Path path : paths) {
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                throw FaultException.unreadable(path, texts);
            }
        }
        Output.check(output, paths, texts);
        return FileNames.sources(paths);
    }

    static List<DeliveryReport> read(
            List<DeliverySource> sources, DeliveryReader reader, Function<OpenedDelivery, DeliveryReport> work) {
        DeliveryReader onAllCores = reader.withThreads(Runtime.getRuntime().availableProcessors());
        return each(sources, source -> work.apply(onAllCores.open(source)));
    }

    /** Does something with each source, with progress. */
    static <T> List<T> each(List<DeliverySource> sources, Function<DeliverySource, T> work) {
        List<T> results = new ArrayList<>();
        try (Progress progress = new Progress(sources.size())) {
            for (DeliverySource source : sources) {
                results.add(work.apply(source));
                progress.step();
            }
        }
        return results;
    }

    /** A set whose files show progress while they are read. */
    record Watch(DeliverySet set, Progress progress) implements AutoCloseable {
        @Override
        public void close() {
            progress.close();
        }
    }

    static Watch watch(DeliverySet set) {
        Progress progress = new Progress(set.sources().size());
        return new Watch(set.withListener(report -> progress.step()), progress);
    }

    /**
     * Reads deliveries of one format into a consumer, those of an earlier version as rows of the newest one among them.
     * Tells what must be known of it beside findings.
     */
    static SetReport readInto(DeliverySet set, Function<FormatDefinition, RowTaker> start, Terminal terminal) {
        Versions.check(set, terminal.texts());
        SetReport report;
        try (Watch watch = watch(set)) {
            RowTaker taker = set.format().map(start).orElseGet(RowTaker::ofNothing);
            report = watch.set().read(taker);
        }
        checkTwice(report.reports(), terminal.texts());
        Versions.tell(report, terminal);
        return report;
    }

    /** The same bytes twice would count everything twice. */
    static void checkTwice(List<DeliveryReport> reports, Texts texts) {
        SetReport.SameBytes.among(reports).stream().findFirst().ifPresent(same -> {
            throw new UsageException(texts.of("deliveries.twice", same.first(), same.second()));
        });
    }

    /** Tells of files with errors: their good rows count, and the reader must know. Returns whether there were any. */
    static boolean tellErrors(List<DeliveryReport> reports, Texts texts, PrintWriter err) {
        boolean any = false;
        for (DeliveryReport report : reports) {
            if (!report.isGood()) {
                any = true;
                err.println(
                        report.format().isEmpty()
                                ? texts.of("deliveries.notRecognised", report.source())
                                : texts.of("deliveries.errors", report.source(), report.rows(), report.rowsAccepted()));
            }
        }
        return any;
    }

    /** A progress bar on a terminal; nothing otherwise. */
    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on a bar may show in a pipe's error stream, which does no harm
    private static final class Progress implements AutoCloseable {
        private final Optional<ProgressBar> bar;

        Progress(int steps) {
            bar = steps < 2 || !isWatched()
                    ? Optional.empty()
                    : Optional.of(new ProgressBarBuilder()
                            .setTaskName("indicators")
                            .setInitialMax(steps)
                            .build());
        }

        /** A console tells of input and output only; where the system shows what the error stream is, that decides. */
        private static boolean isWatched() {
            if (System.console() == null) {
                return false;
            }
            Path stream = Path.of("/proc/self/fd/2");
            try {
                return !Files.isSymbolicLink(stream)
                        || Files.readSymbolicLink(stream).startsWith("/dev");
            } catch (IOException e) {
                return false;
            }
        }

        void step() {
            bar.ifPresent(ProgressBar::step);
        }

        @Override
        public void close() {
            bar.ifPresent(ProgressBar::close);
        }
    }
}
