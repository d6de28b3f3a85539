package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonOptions;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.disclosure.DisclosureControl;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.report.ComparisonReport;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.targets.TargetPlan;
import nl.betekenisvolmeten.indicators.targets.TargetReview;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a report for people, with sentences, pictures and tables: for everyone, or for a purpose. */
@Command(name = "report")
final class ReportCommand extends ComparingCommand {

    /** The subject of a report. */
    private enum Subject {
        COMPARISON,
        PROGRESS,
        MIRROR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private enum Level {
        STADSDEEL,
        WIJK
    }

    @Option(
            names = "--kind",
            required = true,
            descriptionKey = "report.kind",
            paramLabel = "comparison|progress|mirror")
    private Subject kind = Subject.COMPARISON;

    @Option(names = "--internal", descriptionKey = "report.internal", paramLabel = "PURPOSE")
    private @Nullable String purpose;

    @Option(names = "--organisatie", descriptionKey = "report.organisation", paramLabel = "KVK")
    private @Nullable String organisation;

    @Option(names = "--level", descriptionKey = "report.level", paramLabel = "stadsdeel|wijk")
    private Level level = Level.STADSDEEL;

    @Mixin
    private final PublicationOptions publication = new PublicationOptions(this);

    @Mixin
    private final ProgressOptions progress = new ProgressOptions(this);

    @Mixin
    private final Output output = new Output(terminal);

    private Optional<Period> about = Optional.empty();

    ReportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        checkWords();
        Optional<String> why = Optional.ofNullable(purpose).map(String::strip);
        if (why.filter(String::isEmpty).isPresent()) {
            throw texts.wrong("report.purpose");
        }
        if (why.isPresent() && publication.isGiven()) {
            throw texts.wrong("report.plan");
        }
        if ((kind == Subject.MIRROR) != (organisation != null)) {
            throw texts.wrong("report.mirror");
        }
        if (kind == Subject.MIRROR && why.isPresent()) {
            throw texts.wrong("report.mirror.internal");
        }
        if (kind != Subject.PROGRESS && progress.isGiven()) {
            throw texts.wrong("usage.onlyWith", "--stories, --targets, --realisations, --text", "--kind progress");
        }
        if (why.isEmpty()) {
            publication.checkOnly(output.given(), kind == Subject.PROGRESS ? Set.of("--periode") : Set.of());
        }
        Path target = output.required();
        String ending = output.ending(target, ReportForms.ENDINGS);
        if (ending.isEmpty()) {
            throw texts.wrong("output.ending", target, String.join(", ", ReportForms.ENDINGS));
        }
        output.claim(target);
        about = period.read();
        if (kind == Subject.PROGRESS) {
            return progress(target, ending, why);
        }
        return why.map(own -> compared(target, ending, own)).orElseGet(() -> published(target, ending));
    }

    private Integer compared(Path target, String ending, String why) {
        CrossTables crossed = new CrossTables(level(), population);
        return compare(true, isNarrowed() ? (format, lookup) -> RowTaker.ofNothing() : crossed::taker, made -> {
            terminal.say("internal");
            ComparisonReport.Contents contents = new ComparisonReport.Contents(
                    series(made), crossed.tables(), period -> made.context().flatMap(known -> known.statusOf(period)));
            ReportForms.of(ComparisonReport.of(InternalUse.of(made.comparison(), why), contents, Version.text()))
                    .write(output, target, ending);
        });
    }

    /** The tables that may be published, and the report of reading their deliveries. */
    private record Published(Release release, CountTable rows, SetReport read, FormatDefinition format) {}

    private Optional<Published> publish(Lookup lookup, Deliveries deliveries, DeliverySet set) {
        PublicationPlan plan = publication.read(lookup);
        Optional<FormatDefinition> format = deliveries.format(set);
        if (format.isEmpty()) {
            terminal.say("deliveries.none");
            return Optional.empty();
        }
        RuleSet rules = format.get().ruleSet();
        CountTable.Builder rows = CountTable.builder(rules.structure());
        SetReport read = deliveries.read(set, rows);
        deliveries.sayErrors(read);
        Population people = population.of(rules.structure(), AreaLevel.STADSDEEL, lookup);
        DisclosureControl control = PublicationOptions.control(rules, people, read);
        CountTable counted = rows.build();
        return Optional.of(new Published(publication.protect(plan, counted, control), counted, read, format.get()));
    }

    private Integer published(Path target, String ending) {
        Lookup lookup = own.read();
        Deliveries deliveries = files.open();
        Optional<Published> made = publish(lookup, deliveries, deliveries.set(lookup, context.read(lookup)));
        made.ifPresent(one -> ReportForms.of(published(one)).write(output, target, ending));
        return made.filter(one -> isGood(one.read())).isPresent() ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    private ComparisonReport published(Published made) {
        if (organisation == null) {
            return ComparisonReport.of(made.release(), Version.text());
        }
        try {
            return ComparisonReport.mirror(made.release(), made.rows(), organisation, Version.text());
        } catch (IllegalArgumentException e) {
            throw texts.wrong("report.mirror.none", organisation);
        }
    }

    private static boolean isGood(SetReport read) {
        return read.reports().stream().allMatch(DeliveryReport::isGood)
                && !read.findings().hasErrors();
    }

    private Integer progress(Path target, String ending, Optional<String> why) {
        Lookup lookup = own.read();
        NamedTargets named = progress.targets(lookup);
        if (why.isEmpty()) {
            Deliveries deliveries = files.open();
            TargetReview review = TargetReview.of(lookup.areas(), lookup.indicators());
            Optional<Published> made = publish(lookup, deliveries, deliveries.set(lookup, context.read(lookup)));
            if (made.isEmpty()) {
                return ExitCodes.ERRORS;
            }
            Release release = made.get().release();
            Period year = period(release);
            ProgressReport report = ProgressReport.of(release, year, Version.text())
                    .withContents(contents(
                            received(made.get().read().reports(), Map.of()),
                            List.of(made.get().format()),
                            Map.of(),
                            lookup));
            ProgressReport whole = progress.complete(report, review, named, year, lookup);
            ReportForms.of(whole).write(output, target, ending);
            return isGood(made.get().read()) && !progress.errors() ? ExitCodes.GOOD : ExitCodes.ERRORS;
        }
        return internal(target, ending, why.get(), lookup, named);
    }

    /** The results of the deliveries of all forms. */
    private record Gathered(
            List<ResultTable> city,
            List<Comparison> comparisons,
            List<AreaSeries> series,
            List<FormatDefinition> formats,
            List<DeliveryReport> reports,
            List<PeriodStatus> statuses,
            Map<String, Map<AreaCode, Long>> notDue) {

        static Gathered nothing() {
            return new Gathered(
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new TreeMap<>());
        }
    }

    private Integer internal(Path target, String ending, String why, Lookup lookup, NamedTargets named) {
        Deliveries deliveries = totals.with(files.open(), lookup);
        Optional<ReportingContext> agreed = context.read(lookup);
        DeliverySet all = deliveries.set(lookup, agreed);
        about = about.or(
                () -> PeriodOption.latestYear(DeliverySet.of(deliveries.reader(lookup), deliveries.sources())));
        if (about.isEmpty()) {
            terminal.say("deliveries.none");
            return ExitCodes.ERRORS;
        }
        TargetDeliveries delivered = new TargetDeliveries(
                lookup, named.targets(), structure -> population.of(structure, AreaLevel.STADSDEEL, lookup));
        Gathered gathered = Gathered.nothing();
        FormFiles forms = new FormFiles(this);
        PromiseTables promises = new PromiseTables(
                terminal,
                about.get(),
                organisations.read(lookup),
                ProgrammeMoney.read(ProgrammeMoney.among(files.paths(), lookup, inputs), lookup, forms));
        boolean errors = false;
        for (DeliverySet set : all.byForm()) {
            errors |= gather(deliveries, set, lookup, agreed, new Collectors(delivered, promises, gathered));
        }
        terminal.say("internal");
        ProgressReport report = ProgressReport.of(
                        InternalUse.of(
                                new ProgressReport.Figures(gathered.city(), gathered.comparisons(), gathered.series()),
                                why),
                        about.get(),
                        Version.text())
                .withContents(contents(
                        received(gathered.reports(), gathered.notDue()),
                        gathered.formats(),
                        promises.tables(),
                        lookup));
        TargetReview review =
                delivered.into(TargetReview.of(delivered.areas().orElseGet(lookup::areas), lookup.indicators()));
        ProgressReport whole = progress.complete(report, review, named, about.get(), lookup);
        Optional<PeriodStatus> status = gathered.statuses().stream().min(PeriodStatus::compareTo);
        ReportForms.of(status.map(whole::withStatus).orElse(whole)).write(output, target, ending);
        return errors || forms.errors() || progress.errors() ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    /** The collectors that rows are passed to. */
    private record Collectors(TargetDeliveries delivered, PromiseTables promises, Gathered gathered) {}

    private boolean gather(
            Deliveries deliveries, DeliverySet set, Lookup lookup, Optional<ReportingContext> agreed, Collectors to) {
        Gathered gathered = to.gathered();
        Optional<FormatDefinition> format = deliveries.format(set);
        if (format.isEmpty() || lookup.indicatorsFedBy(format.get()).isEmpty()) {
            return false;
        }
        AggregationPlan plan = city(format.get().ruleSet().structure()).with(known(agreed, set));
        Aggregator city = plan.newAggregator();
        TargetPlan.Collector targets = to.delivered().collector(format.get(), set, agreed);
        RowTaker promised = to.promises()
                .taker(format.get(), lookup.coreOf(lookup.indicatorsFedBy(format.get())), known(agreed, set));
        Optional<DeliveredReports> delivered =
                DeliveredReports.of(format.get().ruleSet().structure());
        RowTaker reports = delivered.<RowTaker>map(own -> own).orElseGet(RowTaker::ofNothing);
        Optional<Compared> made = compared(
                deliveries,
                set,
                lookup,
                agreed,
                true,
                own -> city.andThen(targets).andThen(promised).andThen(reports));
        made.ifPresent(one -> {
            to.delivered().add(targets, one.context());
            gathered.city()
                    .add(one.context()
                            .map(known -> city.result(known.coverage(plan)))
                            .orElseGet(city::result));
            gathered.comparisons().add(one.comparison());
            gathered.series().addAll(series(one));
            gathered.formats().add(format.get());
            gathered.reports().addAll(one.read().reports());
            delivered.ifPresent(own -> gathered.notDue()
                    .put(format.get().id().name(), own.notDue(about.orElseThrow(), files.day(), one.context())));
            one.context().flatMap(known -> known.statusOf(about.orElseThrow())).ifPresent(gathered.statuses()::add);
        });
        return made.filter(one -> !one.errors()).isEmpty();
    }

    /** Returns a plan for the whole city in periods like that of the report. */
    private AggregationPlan city(TableStructure structure) {
        return AggregationPlan.by(structure)
                .withGroupings(List.of(new Grouping.ByPeriod(
                        "periode",
                        structure
                                .dimensions()
                                .get(structure.timeIndex().orElseThrow())
                                .name(),
                        about.orElseThrow().kind())));
    }

    @Override
    AreaLevel level() {
        return AreaLevel.valueOf(level.name());
    }

    @Override
    Optional<Period> about() {
        return about;
    }

    @Override
    boolean isShown(Indicator indicator, boolean core) {
        return kind == Subject.PROGRESS || super.isShown(indicator, core);
    }

    @Override
    ComparisonOptions options(ComparisonOptions chosen) {
        return kind == Subject.PROGRESS ? chosen.withChange(Change.Since.SAME_PERIOD_LAST_YEAR) : chosen;
    }

    /** Returns the period of the report: the requested one, which must be published, or the latest. */
    private Period period(Release release) {
        TreeSet<Period> published = new TreeSet<>(release.table(release.tables().get(0)).table().rows().stream()
                .map(row -> Period.ofCode(row.key().get(2)))
                .toList());
        Period asked = about.orElseGet(published::last);
        if (!published.contains(asked)) {
            throw texts.wrong(
                    "report.period",
                    asked.code(),
                    release.plan().id(),
                    String.join(", ", published.stream().map(Period::code).toList()));
        }
        return asked;
    }

    private static ProgressReport.Received received(
            List<DeliveryReport> reports, Map<String, Map<AreaCode, Long>> notDue) {
        return new ProgressReport.Received(
                reports.size(),
                reports.stream().mapToLong(DeliveryReport::rows).sum(),
                reports.stream().mapToLong(DeliveryReport::rowsAccepted).sum(),
                notDue);
    }

    private ProgressReport.Contents contents(
            ProgressReport.Received received,
            List<FormatDefinition> formats,
            Map<String, ProgressReport.OwnTable> tables,
            Lookup lookup) {
        List<String> ids = new ArrayList<>();
        formats.forEach(format -> ids.add(format.id().toString()));
        lookup.indicatorSets().forEach(set -> ids.add(set.id() + "@" + set.version()));
        return new ProgressReport.Contents(
                received,
                ids,
                formats.stream()
                        .map(format -> Burden.of(format, lookup.indicatorSets()))
                        .toList(),
                progress.stories(lookup, files.day()),
                files.day(),
                tables);
    }
}
