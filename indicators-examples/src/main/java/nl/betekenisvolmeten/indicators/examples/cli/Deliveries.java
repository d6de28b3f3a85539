package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import nl.betekenisvolmeten.indicators.formats.context.AgreedRows;
import nl.betekenisvolmeten.indicators.formats.context.ContextReport;
import nl.betekenisvolmeten.indicators.formats.context.DeliveryFile;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.Observation;
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
            List<DeliverySource> sources,
            DeliveryReader reader,
            BiFunction<DeliverySource, FormatDefinition, Consumer<Observation>> consumers) {
        DeliveryReader onAllCores = reader.withThreads(Runtime.getRuntime().availableProcessors());
        return each(sources, source -> onAllCores.read(source, format -> consumers.apply(source, format)));
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

    /**
     * Reads deliveries of one format into a consumer, those of an earlier version as rows of the newest one among them.
     * Their rows go in only when the whole file is of that format.
     */
    static List<DeliveryReport> readInto(
            List<DeliverySource> sources,
            DeliveryReader reader,
            BiFunction<FormatDefinition, Versions, Consumer<Observation>> start,
            Terminal terminal) {
        return readInto(sources, reader, Optional.empty(), start, terminal).reports();
    }

    /**
     * What was read.
     *
     * @param reports of each file
     * @param context what came of the agreements; empty when there are none, or no file could be read
     */
    record Read(List<DeliveryReport> reports, Optional<ContextReport> context) {}

    /** As above, in the light of what was agreed. */
    static Read readInto(
            List<DeliverySource> sources,
            DeliveryReader reader,
            Optional<ReportingContext> context,
            BiFunction<FormatDefinition, Versions, Consumer<Observation>> start,
            Terminal terminal) {
        Texts texts = terminal.texts();
        Overlaps overlaps = new Overlaps();
        Versions versions = Versions.of(sources, reader, texts);
        List<FormatDefinition> first = new ArrayList<>();
        List<Consumer<Observation>> sink = new ArrayList<>();
        List<AgreedRows> agreed = new ArrayList<>();
        BiFunction<DeliverySource, FormatDefinition, Consumer<Observation>> consumers = (source, format) -> {
            if (first.isEmpty()) {
                first.add(format);
                sink.add(start.apply(format, versions));
                context.ifPresent(known -> agreed.add(AgreedRows.of(known, format, sink.get(0))));
            } else if (!first.get(0)
                    .ruleSet()
                    .structure()
                    .equals(format.ruleSet().structure())) {
                throw new UsageException(
                        texts.of("aggregate.formats", first.get(0).id(), format.id()));
            }
            Consumer<Observation> to =
                    agreed.isEmpty() ? sink.get(0) : agreed.get(0).of(file(source, versions.own(source, format)));
            // a ledger says which of two files counts
            boolean isLedger =
                    context.filter(known -> !known.deliveries().isEmpty()).isPresent();
            return isLedger ? to : overlaps.watch(source, format.ruleSet().structure(), to);
        };
        List<DeliveryReport> reports = each(sources, source -> versions.read(source, reader, consumers));
        checkTwice(reports, texts);
        versions.tell(terminal);
        overlaps.tell(terminal);
        Optional<ContextReport> report = agreed.stream().findFirst().map(AgreedRows::finish);
        report.ifPresent(known -> ResultFindings.tell(known.findings(), texts, terminal.err()));
        return new Read(reports, report);
    }

    private static DeliveryFile file(DeliverySource source, FormatDefinition format) {
        try {
            return DeliveryFile.of(source, format.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same bytes twice would count everything twice. */
    static void checkTwice(List<DeliveryReport> reports, Texts texts) {
        Map<String, String> names = new HashMap<>();
        for (DeliveryReport report : reports) {
            String first = report.rowsAccepted() == 0
                    ? null
                    : names.putIfAbsent(report.sha256().orElse(report.source()), report.source());
            if (first != null) {
                throw new UsageException(texts.of("deliveries.twice", first, report.source()));
            }
        }
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
