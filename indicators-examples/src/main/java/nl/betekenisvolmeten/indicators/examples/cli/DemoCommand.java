package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.comparison.Comparer;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.disclosure.DisclosureControl;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.examples.sample.SampleDeliveries;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.report.ComparisonReport;
import nl.betekenisvolmeten.indicators.formats.report.ReportKind;
import nl.betekenisvolmeten.indicators.formats.report.SentencePage;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The main job on bundled deliveries: check, add up, compare, protect, and write what comes out. */
@Command(name = "demo")
final class DemoCommand extends Subcommand {

    private static final IndicatorId SHOWN = IndicatorId.of("bezoeken-per-1000-inwoners");

    /** The stadsdeel whose overview begins on the screen. */
    private static final String SHOWN_AREA = "Laak";

    private static final Path FOLDER = Path.of("target", "demo");
    private static final String DELIVERIES = "leveringen";
    private static final String PUBLIC = "openbaar";
    private static final List<String> RESULTS = List.of(
            "bevindingen.json",
            "totalen-kwartaal.csv",
            "totalen-jaar.csv",
            "vergelijking-stadsdelen.csv",
            "vergelijking-wijken.csv",
            "vergelijking-stadsdelen.html",
            "voortgang.html",
            "overzicht.html");

    @Mixin
    private final Output output = new Output(terminal);

    DemoCommand(Terminal terminal) {
        super(terminal);
    }

    /** What the rows of all deliveries go into, in one pass. */
    private record Totals(
            Aggregator byQuarter, Aggregator byYear, Comparer stadsdelen, Comparer wijken, CountTable.Builder all) {

        RowTaker taker() {
            return byQuarter.andThen(byYear).andThen(stadsdelen).andThen(wijken).andThen(all);
        }
    }

    @Override
    public Integer call() {
        List<DeliverySource> counts = Stream.concat(
                        SampleFiles.all().stream().map(file -> file.source()), Stream.of(SampleFiles.totals()))
                .toList();
        List<DeliverySource> sources =
                Stream.concat(counts.stream(), Stream.of(SampleFiles.answers())).toList();
        Lookup lookup = new Lookup(Definitions.bundled(), texts);
        checkFolder(sources, lookup.definitions().plans().get(PublicationOptions.PLAN));
        FormatDefinition format = lookup.definitions().formats().get(SampleDeliveries.FORMAT);
        Totals totals = totals(format, lookup);
        DeliveryReader reader = DeliveryReader.of(lookup.definitions());
        List<DeliveryReport> reports = Stream.concat(
                        DeliverySet.of(reader, counts).read(totals.taker()).reports().stream(),
                        Stream.of(reader.validate(SampleFiles.answers())))
                .toList();
        ResultTable years = totals.byYear().result();
        Comparison comparison = totals.stadsdelen().result();
        write(sources, reports, totals, years, comparison);
        publish(totals.all().build(), lookup);
        progress(sources);
        Overview.Made overview = Overview.of(DeliverySet.of(reader, sources), new DayOption().day(), this, lookup);
        to(7, out -> SentencePage.writeHtml(internal(overview.page()), texts.language(), Version.text(), out));
        print(reports, years, comparison);
        print(overview);
        return reports.stream().allMatch(DeliveryReport::isGood) ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    private Path folder() {
        return output.file == null ? FOLDER : output.file;
    }

    /**
     * Checks that no file of the user is lost. The files of an earlier demo are replaced; if only some of them exist,
     * they may be the user's own.
     */
    private void checkFolder(List<DeliverySource> sources, PublicationPlan plan) {
        Path folder = folder();
        if (output.file != null) {
            output.checkFolder(folder, folder.toAbsolutePath().normalize());
        }
        List<Path> files = Stream.of(
                        RESULTS.stream().map(folder::resolve),
                        ProtectCommand.names(plan).stream()
                                .map(name -> folder.resolve(PUBLIC).resolve(name)),
                        sources.stream()
                                .map(source -> folder.resolve(DELIVERIES).resolve(source.name())))
                .flatMap(paths -> paths)
                .toList();
        if (!files.stream().allMatch(Files::exists)) {
            files.forEach(output::claimInside);
        }
    }

    private static Totals totals(FormatDefinition format, Lookup lookup) {
        TableStructure structure = format.ruleSet().structure();
        Population population = lookup.inhabitants().population();
        List<Indicator> indicators = lookup.coreOf(lookup.indicatorsFedBy(format));
        AggregationPlan byQuarter = AggregationPlan.by(structure, "stadsdeel", "periode");
        AggregationPlan byYear = byQuarter.withGroupings(List.of(
                new Grouping.ByColumn(ColumnName.of("stadsdeel")),
                new Grouping.ByPeriod("jaar", ColumnName.of("periode"), PeriodKind.YEAR)));
        ComparisonPlan stadsdelen = ComparisonPlan.of(structure, indicators, AreaLevel.STADSDEEL, population)
                .withPeriod(Period.ofYear(2026));
        ComparisonPlan wijken = ComparisonPlan.of(structure, indicators, AreaLevel.WIJK, population)
                .withPeriod(Period.ofYear(2026));
        return new Totals(
                byQuarter.newAggregator(),
                byYear.newAggregator(),
                stadsdelen.newComparer(),
                wijken.newComparer(),
                CountTable.builder(structure));
    }

    private void write(
            List<DeliverySource> sources,
            List<DeliveryReport> reports,
            Totals totals,
            ResultTable years,
            Comparison comparison) {
        createFolders();
        for (DeliverySource source : sources) {
            output.writeBytes(folder().resolve(DELIVERIES).resolve(source.name()), out -> {
                try (InputStream in = source.open()) {
                    in.transferTo(out);
                }
            });
        }
        to(
                0,
                out -> ReportKind.JSON.write(
                        reports.stream()
                                .map(report -> CheckedDelivery.of(report, Definitions.bundled()))
                                .toList(),
                        ReportKind.Settings.of(Version.text(), texts.language(), Audience.IT),
                        out));
        to(1, out -> CsvResults.write(internal(totals.byQuarter().result()), out));
        to(2, out -> CsvResults.write(internal(years), out));
        to(3, out -> CsvResults.writeComparison(internal(comparison), out));
        to(4, out -> CsvResults.writeComparison(internal(totals.wijken().result()), out));
        to(5, out -> ComparisonReport.of(internal(comparison), Version.text()).writeHtml(texts.language(), out));
    }

    /** Prints what participants say in each stadsdeel, and the first sentences of one of them. */
    private void print(Overview.Made overview) {
        PrintWriter out = terminal.out();
        out.println();
        ScreenTable table = new ScreenTable()
                .key(texts.of("demo.stadsdeel"))
                .number(texts.of("demo.said"))
                .text(texts.of("demo.judged"));
        overview.answers()
                .forEach(row -> table.row(
                        row.key().area().name(),
                        row.figure()
                                .value()
                                .exact()
                                .map(share -> texts.number(share, 0) + "%")
                                .orElse("?"),
                        texts.of("demo.judged." + row.assessment().judgement().code())));
        table.print(terminal, out);
        out.println();
        overview.page().sections().stream()
                .filter(section -> section.heading().equals(SHOWN_AREA))
                .flatMap(section -> section.lead().stream())
                .forEach(sentence -> ScreenTable.paragraph(sentence, 0, terminal, out));
        ScreenTable.paragraph(texts.of("demo.overview", folder().resolve(RESULTS.get(7))), 0, terminal, out);
        out.flush();
    }

    /** Writes what may be published. */
    private void publish(CountTable rows, Lookup lookup) {
        PublicationPlan plan = lookup.definitions().plans().get(PublicationOptions.PLAN);
        Release release = DisclosureControl.of(lookup.definitions()
                        .formats()
                        .get(SampleDeliveries.FORMAT)
                        .ruleSet()
                        .rules())
                .withPopulation(lookup.inhabitants().population())
                .protect(plan, rows);
        ProtectCommand.write(release, folder().resolve(PUBLIC), output);
    }

    /** Writes the letter to the council, as its command makes it from the files just written. */
    private void progress(List<DeliverySource> sources) {
        List<String> line = new ArrayList<>(List.of("report"));
        sources.forEach(source ->
                line.add(folder().resolve(DELIVERIES).resolve(source.name()).toString()));
        line.addAll(List.of("--kind", "progress", "--internal", texts.of("demo.purpose"), "--periode", "2026"));
        line.addAll(List.of("--force", "-o", folder().resolve(RESULTS.get(6)).toString()));
        Terminal quiet =
                new Terminal(texts, new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));
        IndicatorsCommand.run(quiet, line.toArray(String[]::new));
    }

    /** Creates the folders. If the user names none, the parents of the default folder are created too. */
    private void createFolders() {
        Path folder = folder();
        try {
            if (output.file == null) {
                Files.createDirectories(FOLDER);
            } else {
                output.createFolder(folder);
            }
            Files.createDirectories(folder.resolve(DELIVERIES));
            Files.createDirectories(folder.resolve(PUBLIC));
        } catch (IOException e) {
            throw CommandException.unwritable(folder, e, texts);
        }
    }

    private <T> InternalUse<T> internal(T table) {
        return InternalUse.of(table, texts.of("demo.purpose"));
    }

    private void to(int result, Output.Body body) {
        output.write(folder().resolve(RESULTS.get(result)), body);
    }

    private void print(List<DeliveryReport> reports, ResultTable years, Comparison comparison) {
        PrintWriter out = terminal.out();
        long rows = reports.stream().mapToLong(DeliveryReport::rows).sum();
        long accepted = reports.stream().mapToLong(DeliveryReport::rowsAccepted).sum();
        out.println(texts.of("demo.checked", reports.size(), rows, accepted));
        out.println();
        ScreenTable table = new ScreenTable()
                .key(texts.of("demo.stadsdeel"))
                .number(texts.of("demo.visits"))
                .number(texts.of("demo.persons"))
                .number(texts.of("demo.per1000"))
                .number(texts.of("demo.coverage"));
        for (ResultTable.Row row : years.rows()) {
            table.row(
                    row.key().get(0),
                    figure(years, row, "bezoeken"),
                    figure(years, row, "unieke_deelnemers"),
                    rate(comparison, row.key().get(0)),
                    TotalsOutput.coverage(row.coverage()));
        }
        table.print(terminal, out);
        out.println();
        for (String note : List.of("demo.persons.note", "demo.per1000.note", "demo.coverage.note")) {
            ScreenTable.paragraph(texts.of(note), 0, terminal, out);
        }
        ScreenTable.paragraph(texts.of("demo.written", folder()), 0, terminal, out);
        ScreenTable.paragraph(
                texts.of("demo.first", folder().resolve(RESULTS.get(6)), folder().resolve(RESULTS.get(5))),
                0,
                terminal,
                out);
        out.flush();
    }

    private String figure(ResultTable table, ResultTable.Row row, String series) {
        return TotalsOutput.figure(
                row.figures().get(table.series().indexOf(series)).value(), texts);
    }

    /** Returns the visits per 1,000 inhabitants with their interval, which are rounded only here. */
    private String rate(Comparison comparison, String stadsdeel) {
        return comparison.rows().stream()
                .filter(row -> row.key().indicator().id().equals(SHOWN)
                        && row.key().area().name().equals(stadsdeel))
                .map(Comparison.Row::figure)
                .findFirst()
                .flatMap(figure -> figure.value()
                        .exact()
                        .flatMap(value -> figure.uncertainty()
                                .interval()
                                .map(interval -> texts.number(value, 1) + " ("
                                        + texts.number(BigDecimal.valueOf(interval.lower()), 1) + "–"
                                        + texts.number(BigDecimal.valueOf(interval.upper()), 1) + ")")))
                .orElse("?");
    }
}
