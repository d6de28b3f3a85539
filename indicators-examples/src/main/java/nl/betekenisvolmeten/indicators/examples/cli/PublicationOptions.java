package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.disclosure.DisclosureControl;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.output.DerivedFiles;
import nl.betekenisvolmeten.indicators.formats.output.PublishedFiles;
import nl.betekenisvolmeten.indicators.formats.report.ProtectionStatement;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is published together, and what is hidden in it. */
final class PublicationOptions {

    static final FormatId PLAN = FormatId.of("denhaag-jaarpublicatie", "2026.1");

    /** The options of a public report; the plan and the policy decide everything else. */
    private static final Set<String> PUBLIC = Set.of(
            "--kind",
            "--organisatie",
            "--plan",
            "--policy",
            "--earlier",
            "--context",
            "--population",
            "--definitions",
            "--mapping",
            "--date",
            "--output",
            "--force",
            "--lang",
            "--debug",
            "--stories",
            "--targets",
            "--realisations",
            "--text");

    @Option(names = "--plan", descriptionKey = "publication.plan", paramLabel = "FILE")
    private @Nullable Path plan;

    @Option(names = "--policy", descriptionKey = "publication.policy", paramLabel = "FILE")
    private @Nullable Path policy;

    @Option(names = "--earlier", split = ",", descriptionKey = "protect.earlier", paramLabel = "FOLDER")
    private List<Path> earlier = List.of();

    private final Terminal terminal;
    private final Inputs inputs;

    PublicationOptions(Subcommand command) {
        terminal = command.terminal;
        inputs = command.inputs;
    }

    /** Returns the plan, with the given policy if there is one. */
    PublicationPlan read(Lookup lookup) {
        DefinitionReader reader = DefinitionReader.of(lookup.definitions());
        PublicationPlan read =
                plan == null ? lookup.definitions().plans().get(PLAN) : good(plan, inputs.read(plan, reader::readPlan));
        if (policy == null) {
            return read;
        }
        DisclosurePolicy own = good(policy, inputs.read(policy, reader::readPolicy));
        return read.withPolicy(own);
    }

    boolean isGiven() {
        return plan != null || policy != null || !earlier.isEmpty();
    }

    /**
     * Checks that no option is given that would have no effect on a public report.
     *
     * @param given the names of the options that were given
     * @param more other options that have an effect on this report
     */
    void checkOnly(Collection<String> given, Set<String> more) {
        List<String> others = given.stream()
                .filter(name -> !PUBLIC.contains(name) && !more.contains(name))
                .toList();
        if (!others.isEmpty()) {
            throw terminal.texts().wrong("usage.onlyWith", String.join(", ", others), "--internal");
        }
    }

    /** Returns the folders with earlier publications. */
    List<Path> earlier() {
        return earlier;
    }

    /** Returns earlier publications with the same plan; files that cannot be compared with it are refused. */
    private Map<String, ResultTable> before(PublicationPlan asked) {
        List<DeliverySource> all = new ArrayList<>();
        for (Path folder : earlier) {
            List<DeliverySource> tables = files(folder, asked, false);
            if (tables.isEmpty()) {
                throw terminal.texts().wrong("protect.earlier.none", folder, asked.id());
            }
            all.addAll(tables);
        }
        PublishedFiles.Published read = PublishedFiles.read(asked, all);
        if (!read.objections().isEmpty()) {
            terminal.say("protect.earlier.wrong");
            read.objections()
                    .forEach(objection ->
                            terminal.err().println(objection.in(terminal.texts().language())));
            throw CommandException.badData(asked.id().toString());
        }
        return read.tables();
    }

    /** Returns the disclosure control, given the agreed deliveries that did not come in. */
    static DisclosureControl control(RuleSet rules, Population people, SetReport read) {
        return DisclosureControl.of(rules.rules())
                .withPopulation(people)
                .withAbsent(read.context()
                        .map(known -> known.absentReports(rules.structure()))
                        .orElse(List.of()));
    }

    /** Returns the tables that may be published from rows; a plan that does not fit them is wrong usage. */
    Release protect(PublicationPlan asked, CountTable rows, DisclosureControl control) {
        if (rows.ownTotals() > 0) {
            terminal.say("protect.totals", rows.ownTotals());
        }
        DisclosureControl whole = control.withEarlier(before(asked));
        try {
            return whole.protect(asked, rows);
        } catch (IllegalArgumentException e) {
            throw terminal.texts()
                    .wrong("protect.plan", asked.id(), terminal.texts().cause(e));
        } catch (IndicatorsException e) {
            terminal.say("protect.impossible", terminal.texts().cause(e));
            throw CommandException.badData(asked.id().toString());
        }
    }

    /**
     * Returns the files in a folder with a publication, except the page for readers: those that are computed from
     * tables, or all others.
     */
    List<DeliverySource> files(Path folder, PublicationPlan asked, boolean areComputed) {
        List<String> computed = DerivedFiles.names(asked, EnumSet.allOf(DerivedFiles.Kind.class));
        try (Stream<Path> all = Files.list(folder)) {
            return inputs.files(all.sorted().toList()).stream()
                    .filter(path -> !String.valueOf(path.getFileName()).equals(ProtectionStatement.FILE))
                    .map(path -> DeliverySource.of(String.valueOf(path.getFileName()), path))
                    .filter(file -> computed.contains(file.name()) == areComputed)
                    .toList();
        } catch (IOException e) {
            throw CommandException.unreadable(folder, terminal.texts());
        }
    }

    private <T> T good(Path file, Checked<T> read) {
        terminal.say(file.toString(), read.findings());
        return read.value().orElseThrow(() -> CommandException.badData(file.toString()));
    }
}
