package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.FileMapping;
import nl.betekenisvolmeten.indicators.formats.delivery.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.report.ReportKind;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * The deliveries of a command line: reads them one after the other, with progress, and reports what the user must know
 * about them.
 */
class Deliveries {

    private static final FindingCode LATER = FindingCode.of("TF-V10");
    private static final FindingCode NOT_MAPPED = FindingCode.of("TF-W09");

    private final Terminal terminal;
    private final Texts texts;
    private final Inputs inputs;
    private List<DeliverySource> sources = List.of();
    private List<Path> opened = List.of();

    @Mixin
    private final DayOption day = new DayOption();

    @Mixin
    private final MappingOption mapping;

    private Progress progress = new Progress(List.of());

    Deliveries(Subcommand command) {
        terminal = command.terminal;
        texts = command.texts;
        inputs = command.inputs;
        mapping = new MappingOption(terminal, inputs);
    }

    /** For commands that read at least one delivery. */
    static final class AtLeastOne extends Deliveries {
        @Parameters(arity = "1..*", descriptionKey = "files", paramLabel = "FILE")
        private List<Path> paths = List.of();

        AtLeastOne(Subcommand command) {
            super(command);
        }

        Deliveries open() {
            return of(paths);
        }

        List<Path> paths() {
            return paths;
        }
    }

    /** For commands that also do without. */
    static final class Any extends Deliveries {
        @Parameters(arity = "0..*", descriptionKey = "files", paramLabel = "FILE")
        private List<Path> paths = List.of();

        Any(Subcommand command) {
            super(command);
        }

        boolean isEmpty() {
            return paths.isEmpty();
        }

        Deliveries open() {
            return of(paths);
        }
    }

    /** Sets the files. A path that cannot be read is a fault. */
    final Deliveries of(List<Path> paths) {
        opened = List.copyOf(paths);
        sources = inputs.sources(paths);
        progress = new Progress(inputs.files(paths));
        return this;
    }

    /** Returns these deliveries and one more. */
    final Deliveries and(Path more) {
        return of(Stream.concat(opened.stream(), Stream.of(more)).toList());
    }

    final List<DeliverySource> sources() {
        return sources;
    }

    /** Returns the day of the check, if given. */
    final Optional<LocalDate> askedDay() {
        return day.asked();
    }

    final LocalDate day() {
        return day.day();
    }

    /** Reads deliveries, and warns of periods that have yet to begin. */
    final DeliveryReader reader(Lookup lookup) {
        return mapping.on(DeliveryReader.of(lookup.definitions()).withDay(day()), lookup);
    }

    /** Returns the deliveries together, with the agreements applied. */
    final DeliverySet set(Lookup lookup, Optional<ReportingContext> agreed) {
        DeliverySet set =
                DeliverySet.of(reader(lookup).withProgress(progress), sources).withListener(report -> progress.next());
        return agreed.map(set::withContext).orElse(set);
    }

    /** Applies a function to each delivery on its own. */
    final <T> List<T> each(Function<DeliverySource, T> work) {
        return watched(() -> {
            List<T> results = new ArrayList<>();
            for (DeliverySource source : sources) {
                results.add(work.apply(source));
                progress.next();
            }
            return results;
        });
    }

    /** Reads each delivery on its own, on all cores. */
    final List<DeliveryReport> read(DeliveryReader reader, Function<OpenedDelivery, DeliveryReport> work) {
        DeliveryReader watched =
                reader.withProgress(progress).withThreads(Runtime.getRuntime().availableProcessors());
        return each(source -> work.apply(watched.open(source)));
    }

    /** Returns the format that the rows of all deliveries are read as; a delivery of another form is wrong usage. */
    final Optional<FormatDefinition> format(DeliverySet set) {
        set.otherForms().values().stream().findFirst().ifPresent(other -> {
            throw texts.wrong(
                    "aggregate.formats", other.id(), set.format().orElseThrow().id());
        });
        return set.format();
    }

    /** Reads the rows of all deliveries, and reports what the user must know apart from findings. */
    final SetReport read(DeliverySet set, RowTaker taker) {
        SetReport report = watched(() -> set.read(taker));
        checkTwice(report.sameDeliveries());
        report.files().forEach(this::sayMapping);
        sayLater(report.reports());
        report.overlaps()
                .forEach(overlap -> terminal.say(
                        "deliveries.overlap",
                        overlap.first().name(),
                        overlap.second().name(),
                        overlap.organisation(),
                        overlap.period()));
        terminal.say(report.findings());
        report.context().ifPresent(known -> terminal.say(known.findings()));
        return report;
    }

    /** Work that reads the deliveries. */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    final <T, E extends Exception> T watched(Work<T, E> work) throws E {
        progress.start();
        try {
            return work.run();
        } finally {
            progress.close();
        }
    }

    /** Names the periods that have yet to begin and a mapping that does not fit, once for each file. */
    final void sayLater(List<DeliveryReport> reports) {
        for (DeliveryReport report : reports) {
            String later = report.findings().kept().stream()
                    .filter(finding -> finding.code().equals(LATER))
                    .flatMap(finding -> Stream.ofNullable(finding.arguments().get(Finding.VALUE)))
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!later.isEmpty()) {
                terminal.say("deliveries.later", report.source(), day.day(), later);
            }
            report.findings().kept().stream()
                    .filter(finding -> finding.code().equals(NOT_MAPPED))
                    .forEach(finding -> terminal.err().println(terminal.line(finding)));
        }
    }

    private void sayMapping(SetReport.FileRead file) {
        if (file.way() instanceof FileMapping.CarriedOver way) {
            terminal.say(
                    "deliveries.migrated",
                    file.source().name(),
                    way.plan().source().id(),
                    way.plan().target().id());
            terminal.say(file.carried());
        }
        if (file.way() instanceof FileMapping.Narrowed way) {
            terminal.say(
                    "deliveries.narrowed",
                    file.source().name(),
                    way.from().id(),
                    way.to().id(),
                    way.excluded().stream().map(ColumnName::toString).collect(Collectors.joining(", ")));
        }
    }

    /** Refuses a delivery that is given twice, which is wrong usage. */
    final void checkTwice(List<SetReport.SameDelivery> twice) {
        twice.stream().findFirst().ifPresent(same -> {
            throw texts.wrong("deliveries.twice", same.first(), same.second());
        });
    }

    /** Reports files with errors: their good rows count, and the reader must know. Returns whether there were any. */
    final boolean sayErrors(SetReport set) {
        boolean rejected = sayErrors(set.reports());
        return rejected || set.findings().hasErrors();
    }

    /** Reports errors as {@link #sayErrors(SetReport)} does, for deliveries that are each read on their own. */
    final boolean sayErrors(List<DeliveryReport> reports) {
        List<DeliveryReport> wrong =
                reports.stream().filter(report -> !report.isGood()).toList();
        for (DeliveryReport report : wrong) {
            if (report.format().isEmpty()) {
                terminal.say("deliveries.notRecognised", report.source());
            } else {
                terminal.say("deliveries.errors", report.source(), report.rows(), report.rowsAccepted());
            }
        }
        saySummary(reports);
        return !wrong.isEmpty();
    }

    /** Prints a line that sums up more than one file. */
    final void saySummary(List<DeliveryReport> reports) {
        if (reports.size() < 2) {
            return;
        }
        long good = reports.stream().filter(DeliveryReport::isGood).count();
        long rows = reports.stream().mapToLong(DeliveryReport::rows).sum();
        long accepted = reports.stream().mapToLong(DeliveryReport::rowsAccepted).sum();
        if (good == reports.size()) {
            terminal.say("deliveries.summary.good", good, rows);
        } else {
            terminal.say("deliveries.summary", reports.size(), good, rows, accepted);
        }
    }

    /** Reports what was found in deliveries, before the result of a command. */
    final void sayFindings(List<DeliveryReport> reports, Lookup lookup, Audience audience) {
        List<CheckedDelivery> checked = reports.stream()
                .map(report -> CheckedDelivery.of(report, lookup.definitions()))
                .toList();
        try {
            ReportKind.TEXT.write(
                    checked, ReportKind.Settings.of(Version.text(), texts.language(), audience), terminal.err());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.err().flush();
    }
}
