package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.report.SentencePage;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The answer on one screen for each stadsdeel. */
@Command(name = "overview")
final class OverviewCommand extends Subcommand {

    @Mixin
    private final TotalsOption totals = new TotalsOption(this);

    @Mixin
    private final Deliveries.AtLeastOne files = new Deliveries.AtLeastOne(this);

    @Option(names = "--stadsdeel", descriptionKey = "overview.stadsdeel", paramLabel = "STADSDEEL")
    private @Nullable String stadsdeel;

    @Option(names = "--targets", descriptionKey = "targets.targets", paramLabel = "FILE")
    private @Nullable Path targets;

    @Mixin
    private final WhereOption where = new WhereOption(this);

    @Mixin
    private final MissingOption missing = new MissingOption();

    @Mixin
    private final PeriodOption period = new PeriodOption(this);

    @Mixin
    private final OwnFiles own = new OwnFiles(this);

    @Mixin
    private final Output output = new Output(terminal);

    OverviewCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Path target = output.file;
        if (target != null) {
            if (output.ending(target, List.of(".html")).isEmpty()) {
                throw texts.wrong("output.ending", target, ".html");
            }
            output.claim(target);
        }
        Overview.Asked asked = new Overview.Asked(
                period.read(),
                Optional.ofNullable(targets),
                Optional.of(where).filter(WhereOption::isGiven),
                missing.policy(Map.of()),
                files.day());
        Lookup lookup = own.definitions.read();
        Optional<ReportingContext> agreed = own.context.read(lookup);
        Deliveries deliveries = totals.with(files.open(), lookup);
        List<OverviewForm> forms = new ArrayList<>();
        boolean errors = read(deliveries, deliveries.set(lookup, agreed), forms);
        if (forms.isEmpty()) {
            terminal.say("deliveries.none");
            return ExitCodes.ERRORS;
        }
        AreaHierarchy areas = Lookup.areas(forms.get(0).format().ruleSet().structure());
        List<Area> shown = shown(areas);
        Overview overview = new Overview(this, lookup, forms, agreed);
        SentencePage page = overview.make(
                        asked,
                        shown,
                        stadsdeel == null,
                        structure -> own.population.of(structure, AreaLevel.STADSDEEL, lookup))
                .page();
        terminal.say("internal");
        if (target == null) {
            print(page, terminal);
        } else {
            output.write(
                    target,
                    out -> SentencePage.writeHtml(
                            InternalUse.of(page, texts.of("overview.purpose")), texts.language(), Version.text(), out));
        }
        return errors ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    /** Reads the deliveries of each form, and keeps those that name their stadsdeel. */
    private static boolean read(Deliveries deliveries, DeliverySet all, List<OverviewForm> forms) {
        List<SetReport> reports = new ArrayList<>();
        for (DeliverySet set : all.byForm()) {
            Optional<FormatDefinition> format = deliveries.format(set);
            RowTape rows = new RowTape();
            SetReport read = deliveries.read(set, format.isPresent() ? rows : RowTaker.ofNothing());
            reports.add(read);
            format.map(known -> new OverviewForm(known, set, rows, read))
                    .filter(OverviewForm::isUsable)
                    .ifPresent(forms::add);
        }
        boolean wrong = deliveries.sayErrors(
                reports.stream().flatMap(one -> one.reports().stream()).toList());
        return wrong || reports.stream().anyMatch(one -> one.findings().hasErrors());
    }

    /** Returns all stadsdelen, or the requested one, by name or code. */
    private List<Area> shown(AreaHierarchy areas) {
        List<Area> all = areas.areas(AreaLevel.STADSDEEL);
        String wanted = stadsdeel;
        if (wanted == null) {
            return all;
        }
        return List.of(all.stream()
                .filter(area -> area.name().equalsIgnoreCase(wanted.strip())
                        || area.code().value().equalsIgnoreCase(wanted.strip()))
                .findFirst()
                .orElseThrow(() -> texts.unknown(
                        "usage.choice", wanted, all.stream().map(Area::name).toList(), "--stadsdeel")));
    }

    /** Prints the page as lines of text. */
    static void print(SentencePage page, Terminal terminal) {
        PrintWriter out = terminal.out();
        out.println(page.title());
        page.lead().forEach(sentence -> ScreenTable.paragraph(sentence, 0, terminal, out));
        for (SentencePage.Section section : page.sections()) {
            out.println();
            out.println(section.heading());
            out.println("=".repeat(section.heading().length()));
            section.lead().forEach(sentence -> ScreenTable.paragraph(sentence, 0, terminal, out));
            for (SentencePage.Part part : section.parts()) {
                out.println();
                out.println(part.heading());
                part.sentences().forEach(sentence -> ScreenTable.item(sentence, terminal, out));
            }
        }
        out.flush();
    }
}
