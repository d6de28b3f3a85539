package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.disclosure.DisclosureControl;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.output.DerivedFiles;
import nl.betekenisvolmeten.indicators.formats.output.PublishedFiles;
import nl.betekenisvolmeten.indicators.formats.report.ProtectionStatement;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes tables that may be published. */
@Command(name = "protect")
final class ProtectCommand extends Subcommand {

    @Mixin
    private final Deliveries.AtLeastOne files = new Deliveries.AtLeastOne(this);

    @Mixin
    private final PublicationOptions publication = new PublicationOptions(this);

    @Option(names = "--also", split = ",", descriptionKey = "protect.also", paramLabel = "targets|signals|plots|need")
    private Set<DerivedFiles.Kind> also = Set.of();

    @Mixin
    private final DerivedOptions derived = new DerivedOptions(this);

    @Mixin
    private final OwnFiles own = new OwnFiles(this);

    @Mixin
    private final Output output = new Output(terminal);

    ProtectCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Path folder = output.required();
        Lookup lookup = own.definitions.read();
        PublicationPlan plan = publication.read(lookup);
        output.checkFolder(folder, folder.toAbsolutePath().normalize());
        DerivedFiles more = derived.read(lookup, plan);
        if (also.contains(DerivedFiles.Kind.NEED) && more.need().isEmpty()) {
            return derived.withoutNeed();
        }
        List<String> derivedNames = DerivedFiles.names(plan, also);
        Stream.concat(names(plan).stream(), derivedNames.stream())
                .forEach(name -> output.claimInside(folder.resolve(name)));
        Optional<ReportingContext> agreed = own.context.read(lookup);
        Deliveries deliveries = files.open();
        DeliverySet set = deliveries.set(lookup, agreed);
        Optional<FormatDefinition> format = deliveries.format(set);
        if (format.isEmpty()) {
            deliveries.sayErrors(deliveries.read(set, row -> {}).reports());
            terminal.say("deliveries.none");
            return ExitCodes.ERRORS;
        }
        CountTable.Builder rows = CountTable.builder(format.get().ruleSet().structure());
        SetReport read = deliveries.read(set, rows);
        boolean errors = deliveries.sayErrors(read.reports());
        RuleSet rules = format.get().ruleSet();
        Population people = own.population.of(rules.structure(), AreaLevel.STADSDEEL, lookup);
        DisclosureControl control = PublicationOptions.control(rules, people, read);
        Release release = publication.protect(plan, rows.build(), control);
        output.together(() -> {
            write(release, folder, output);
            derivedNames.forEach(
                    name -> output.writeBytes(folder.resolve(name), out -> more.write(release, name, out)));
        });
        say(release, terminal);
        terminal.say("protect.written", folder);
        return errors || derived.errors() ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    /** Returns the names of the files of a publication. */
    static List<String> names(PublicationPlan plan) {
        return Stream.concat(PublishedFiles.names(plan).stream(), Stream.of(ProtectionStatement.FILE))
                .toList();
    }

    static void write(Release release, Path folder, Output output) {
        for (String name : PublishedFiles.names(release.plan())) {
            output.writeBytes(
                    folder.resolve(name), out -> PublishedFiles.write(release, name, output.texts.language(), out));
        }
        output.write(
                folder.resolve(ProtectionStatement.FILE),
                out -> ProtectionStatement.write(release, output.texts.language(), out));
    }

    private static void say(Release release, Terminal terminal) {
        for (Release.ProtectionReport.TableReport table : release.report().tables()) {
            terminal.say(
                    "protect.table", table.table(), table.figures(), table.hidden(), table.withheld(), table.missing());
            if (table.isMuchHidden()) {
                terminal.say("protect.much", table.table());
            }
        }
    }
}
