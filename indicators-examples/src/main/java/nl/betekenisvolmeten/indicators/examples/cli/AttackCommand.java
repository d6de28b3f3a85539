package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.disclosure.AttackCheck;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy;
import nl.betekenisvolmeten.indicators.disclosure.PublicFigures;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.output.DerivedFiles;
import nl.betekenisvolmeten.indicators.formats.output.PublishedFiles;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tries to derive hidden counts from published files. */
@Command(name = "attack")
final class AttackCommand extends Subcommand {

    @Parameters(arity = "1..*", descriptionKey = "attack.folder", paramLabel = "FOLDER")
    private List<Path> folders = List.of();

    @Mixin
    private final PublicationOptions publication = new PublicationOptions(this);

    @Mixin
    private final DerivedOptions derived = new DerivedOptions(this);

    @Mixin
    private final PopulationOption population = new PopulationOption(this);

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    AttackCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Lookup lookup = own.read();
        PublicationPlan plan = publication.read(lookup);
        List<Path> all =
                Stream.concat(folders.stream(), publication.earlier().stream()).toList();
        PublishedFiles.Published published = PublishedFiles.read(
                plan,
                all.stream()
                        .flatMap(folder -> publication.files(folder, plan, false).stream())
                        .toList());
        AttackCheck.Outcome outcome =
                AttackCheck.of(plan, areas(lookup, published.tables().values())).attack(published.tables());
        List<LocalizedText> objections = new ArrayList<>(published.objections());
        objections.addAll(outcome.objections());
        if (objections.isEmpty()) {
            DerivedFiles asked = derived.read(lookup, plan);
            all.forEach(folder -> objections.addAll(check(folder, plan, asked, lookup)));
        }
        boolean safe = objections.isEmpty() && outcome.exposed().isEmpty();
        String verdict = safe ? "attack.safe" : "attack.unsafe";
        Object[] numbers = {outcome.cells().size(), outcome.exposed().size(), objections.size()};
        terminal.out().println(texts.of(verdict, numbers));
        terminal.out().println(tested(plan));
        print(outcome, objections);
        terminal.say(verdict, numbers);
        return safe ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    /** Returns in words which counts were looked at, and what must not be known about them. */
    private String tested(PublicationPlan plan) {
        SortedSet<Integer> thresholds = plan.thresholds();
        int small =
                plan.policy().level() == DisclosurePolicy.Level.L0 ? 0 : thresholds.size() > 1 ? -1 : thresholds.last();
        return texts.of(
                "attack.tested",
                plan.parts().stream().map(PublicationPlan.Part::id).collect(Collectors.joining(", ")),
                small);
    }

    /** Returns the areas that the tables name; those of the lookup if no list has them all. */
    private static AreaHierarchy areas(Lookup lookup, Collection<ResultTable> tables) {
        Set<Optional<AreaCode>> codes = tables.stream()
                .flatMap(table -> table.rows().stream())
                .map(row -> AreaCode.parse(row.key().get(0)))
                .collect(Collectors.toSet());
        return lookup.definitions().areas().all().stream()
                .map(Definitions.AreaList::hierarchy)
                .filter(list ->
                        codes.stream().allMatch(code -> code.flatMap(list::find).isPresent()))
                .findFirst()
                .orElseGet(lookup::areas);
    }

    /** Checks that the files that are computed from tables follow from those in the same folder. */
    private List<LocalizedText> check(Path folder, PublicationPlan plan, DerivedFiles asked, Lookup lookup) {
        Map<String, ResultTable> tables = PublishedFiles.read(plan, publication.files(folder, plan, false))
                .tables();
        AreaHierarchy areas = areas(lookup, tables.values());
        Population people = population
                .read(() -> areas, AreaLevel.STADSDEEL)
                .orElseGet(() -> lookup.inhabitants().population());
        try {
            return asked.check(PublicFigures.of(plan, areas, people, tables), publication.files(folder, plan, true));
        } catch (IOException e) {
            throw CommandException.unreadable(folder, texts);
        }
    }

    private void print(AttackCheck.Outcome outcome, List<LocalizedText> objections) {
        objections.forEach(objection -> terminal.out().println(objection.in(texts.language())));
        for (AttackCheck.Cell cell : outcome.cells()) {
            terminal.out()
                    .println(texts.of(
                            cell.exposed() ? "attack.exposed" : "attack.cell",
                            cell.table(),
                            String.join(" ", cell.key().subList(1, cell.key().size())),
                            cell.measure(),
                            texts.number(cell.least()),
                            cell.most().map(this::number).orElse("…"),
                            cell.derivation().in(texts.language())));
        }
        terminal.out().flush();
    }

    private String number(BigDecimal number) {
        return texts.number(number);
    }
}
