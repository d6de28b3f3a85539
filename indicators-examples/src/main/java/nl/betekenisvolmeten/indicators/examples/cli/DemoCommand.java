package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.comparison.Comparer;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.examples.sample.SampleDeliveries;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.report.ReportKind;
import nl.betekenisvolmeten.indicators.formats.report.ReportSettings;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job on bundled deliveries: check, add up, compare, and write what comes out. */
@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false)
final class DemoCommand implements Callable<Integer> {

    private static final IndicatorId SHOWN = IndicatorId.of("bezoeken-per-1000-inwoners");

    @Option(
            names = {"-o", "--output"},
            descriptionKey = "demo.dir",
            paramLabel = "DIR")
    private Path folder = Path.of("target", "demo");

    private final Terminal terminal;
    private final Texts texts;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    /** What the rows of all deliveries go into, in one pass. */
    private record Totals(Aggregator byQuarter, Aggregator byYear, Comparer stadsdelen, Comparer wijken) {

        void take(Observation row) {
            byQuarter.accept(row);
            byYear.accept(row);
            stadsdelen.accept(row);
            wijken.accept(row);
        }
    }

    @Override
    public Integer call() {
        Definitions definitions = Definitions.bundled();
        FormatDefinition format = definitions.find(SampleDeliveries.FORMAT).orElseThrow();
        Population population =
                definitions.population("denhaag-inwoners").orElseThrow().population();
        Totals totals = totals(format, definitions, population);
        List<DeliverySource> sources =
                SampleFiles.all().stream().map(file -> file.source()).toList();
        Consumer<Observation> sink = totals::take;
        List<DeliveryReport> reports = Deliveries.read(sources, DeliveryReader.of(definitions), (source, any) -> sink);
        ResultTable years = totals.byYear().result();
        Comparison comparison = totals.stadsdelen().result();
        write(sources, reports, totals, years, comparison);
        print(reports, years, comparison);
        return reports.stream().allMatch(DeliveryReport::isGood) ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    private static Totals totals(FormatDefinition format, Definitions definitions, Population population) {
        TableStructure structure = format.ruleSet().structure();
        AggregationPlan byQuarter = AggregationPlan.by(structure, "stadsdeel", "periode");
        AggregationPlan byYear = byQuarter.withGroupings(List.of(
                new Grouping.ByColumn(ColumnName.of("stadsdeel")),
                new Grouping.ByPeriod("jaar", ColumnName.of("periode"), PeriodKind.YEAR)));
        ComparisonPlan stadsdelen = ComparisonPlan.of(
                        structure, Indicators.fedBy(format, definitions), AreaLevel.STADSDEEL, population)
                .withPeriod(Period.ofYear(2026));
        ComparisonPlan wijken = ComparisonPlan.of(
                        structure, Indicators.fedBy(format, definitions), AreaLevel.WIJK, population)
                .withPeriod(Period.ofYear(2026));
        return new Totals(
                byQuarter.newAggregator(), byYear.newAggregator(), stadsdelen.newComparer(), wijken.newComparer());
    }

    private void write(
            List<DeliverySource> sources,
            List<DeliveryReport> reports,
            Totals totals,
            ResultTable years,
            Comparison comparison) {
        for (DeliverySource source : sources) {
            copy(source, folder.resolve("leveringen").resolve(source.name()));
        }
        to(
                "bevindingen.json",
                out -> ReportKind.JSON.write(
                        reports.stream()
                                .map(report -> CheckedDelivery.of(report, Definitions.bundled()))
                                .toList(),
                        ReportSettings.of(Version.text(), texts.language(), Audience.IT),
                        out));
        to(
                "totalen-kwartaal.csv",
                out -> CsvResults.write(internal(totals.byQuarter().result()), out));
        to("totalen-jaar.csv", out -> CsvResults.write(internal(years), out));
        to("vergelijking-stadsdelen.csv", out -> CsvResults.writeComparison(internal(comparison), out));
        to(
                "vergelijking-wijken.csv",
                out -> CsvResults.writeComparison(internal(totals.wijken().result()), out));
    }

    private static <T> InternalUse<T> internal(T table) {
        return InternalUse.of(table, "demo on made-up deliveries");
    }

    private void to(String name, Output.Body body) {
        Output.write(folder.resolve(name), terminal, body);
    }

    private void copy(DeliverySource source, Path to) {
        try (var in = source.open()) {
            WholeFile.write(to, out -> in.transferTo(out) > 0);
        } catch (IOException e) {
            throw FaultException.unwritable(to, e, texts);
        }
    }

    private void print(List<DeliveryReport> reports, ResultTable years, Comparison comparison) {
        long rows = reports.stream().mapToLong(DeliveryReport::rows).sum();
        long accepted = reports.stream().mapToLong(DeliveryReport::rowsAccepted).sum();
        terminal.out().println(texts.of("demo.checked", reports.size(), rows, accepted));
        terminal.out().println();
        line(
                texts.of("demo.stadsdeel"),
                texts.of("demo.meetings"),
                texts.of("demo.visits"),
                texts.of("demo.persons"),
                texts.of("demo.per1000"),
                texts.of("demo.coverage"));
        for (ResultTable.Row row : years.rows()) {
            line(
                    row.key().get(0),
                    figure(years, row, "bijeenkomsten"),
                    figure(years, row, "bezoeken"),
                    figure(years, row, "unieke_deelnemers"),
                    rate(comparison, row.key().get(0)),
                    row.coverage().map(Coverage::reported).map(Object::toString).orElse("?") + "/"
                            + row.coverage()
                                    .map(Coverage::expected)
                                    .map(Object::toString)
                                    .orElse("?"));
        }
        terminal.out().println();
        terminal.out().println(texts.of("demo.note"));
        terminal.out().println(texts.of("demo.written", folder));
        terminal.out().flush();
    }

    private void line(String name, String meetings, String visits, String persons, String rate, String coverage) {
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%-24s %14s %10s %18s %22s %10s",
                        name,
                        meetings,
                        visits,
                        persons,
                        rate,
                        coverage));
    }

    private String figure(ResultTable table, ResultTable.Row row, String series) {
        CellValue value = row.figures().get(table.series().indexOf(series)).value();
        return value.least()
                .map(least -> value.exact().isPresent()
                        ? number(least, 0)
                        : number(least, 0) + " – " + number(value.most().orElseThrow(), 0))
                .orElse(value.status().code());
    }

    /** Visits per 1,000 inhabitants, with its interval: only writers round. */
    private String rate(Comparison comparison, String stadsdeel) {
        return comparison.rows().stream()
                .filter(row ->
                        row.indicator().id().equals(SHOWN) && row.area().name().equals(stadsdeel))
                .findFirst()
                .flatMap(row -> row.value()
                        .exact()
                        .flatMap(value -> row.interval()
                                .map(interval ->
                                        number(value, 1) + " (" + number(BigDecimal.valueOf(interval.lower()), 1) + "–"
                                                + number(BigDecimal.valueOf(interval.upper()), 1) + ")")))
                .orElse("?");
    }

    private String number(BigDecimal value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.language().locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
