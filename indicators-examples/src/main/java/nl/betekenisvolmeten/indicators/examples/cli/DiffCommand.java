package nl.betekenisvolmeten.indicators.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDocument;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.output.JsonDefinitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what differs between two definitions or two deliveries. */
@Command(name = "diff")
final class DiffCommand extends Subcommand {

    private static final int HEAD = 4096;

    @Parameters(index = "0", descriptionKey = "diff.first", paramLabel = "A")
    private String first = "";

    @Parameters(index = "1", descriptionKey = "diff.second", paramLabel = "B")
    private String second = "";

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    @Mixin
    private final ResultOutput output = new ResultOutput(terminal);

    DiffCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Kind kind = output.ofPage();
        Lookup lookup = own.read();
        if (isDefinition(first, lookup) != isDefinition(second, lookup)) {
            throw texts.wrong("diff.mixed", first, second);
        }
        return isDefinition(first, lookup) ? definitions(lookup, kind) : deliveries(lookup, kind);
    }

    /**
     * Returns whether an argument is a definition: a JSON file with an object, as a delivery is a list, or a name that is
     * not that of an existing file.
     */
    private boolean isDefinition(String argument, Lookup lookup) {
        if (argument.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return inputs.read(
                    Path.of(argument),
                    (name, in) -> !new String(in.readNBytes(HEAD), UTF_8)
                            .replace("\uFEFF", "")
                            .stripLeading()
                            .startsWith("["));
        }
        return !Files.exists(Path.of(argument))
                && (argument.contains("@") || lookup.document(argument).isPresent());
    }

    private int definitions(Lookup lookup, Kind kind) {
        Optional<Found> from = definition(first, lookup.definitions());
        // a definition of one's own may say how rows of the first become its own
        Optional<Found> to = from.flatMap(before -> definition(second, before.known()));
        if (from.isEmpty() || to.isEmpty()) {
            return ExitCodes.ERRORS;
        }
        DefinitionDiff diff = between(from.get(), to.get(), lookup);
        output.write(kind, out -> JsonDefinitions.write(diff, out), page -> {
            new DiffPage(terminal, page).write(diff);
            page.println();
            new FormatPage(terminal, page)
                    .versions(List.of(from.get().document(), to.get().document()));
        });
        return ExitCodes.GOOD;
    }

    private DefinitionDiff between(Found from, Found to, Lookup lookup) {
        String kind = from.document().kind();
        if (!kind.equals(to.document().kind())) {
            throw texts.wrong(
                    "diff.kinds",
                    first,
                    texts.of("formats.kind." + kind),
                    second,
                    texts.of("formats.kind." + to.document().kind()));
        }
        return kind.equals("format")
                ? DefinitionDiff.between(from.format(), to.format(), lookup.indicatorSets())
                : DefinitionDiff.between(from.document(), to.document());
    }

    /** A definition, and the definitions known with it. */
    private record Found(DefinitionDocument document, Definitions known) {
        FormatDefinition format() {
            return known.formats().get(document.id());
        }
    }

    /** Returns a definition by its name or from its file; empty if the file has errors, which are printed. */
    private Optional<Found> definition(String argument, Definitions known) {
        if (!argument.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return Optional.of(new Found(new Lookup(known, texts).anyDocument(argument), known));
        }
        return inputs.read(Path.of(argument), (name, in) -> {
            Checked<Definitions> checked = DefinitionReader.of(known).readInto(name, in);
            checked.findings().kept().forEach(finding -> terminal.err().println(terminal.line(finding)));
            return checked.value()
                    .map(all -> new Found(all.documents().get(all.documents().size() - 1), all));
        });
    }

    private int deliveries(Lookup lookup, Kind kind) {
        DeliveryReader reader = DeliveryReader.of(lookup.definitions());
        Deliveries files = new Deliveries(this).of(List.of(Path.of(first), Path.of(second)));
        DeliverySet set = files.set(lookup, Optional.empty());
        for (DeliverySource source : set.sources()) {
            if (!set.formats().containsKey(source)) {
                files.sayFindings(List.of(reader.validate(source)), lookup, Audience.FILLER);
                return ExitCodes.ERRORS;
            }
        }
        FormatDefinition newest = set.newest().orElseThrow();
        if (set.formats().values().stream()
                .anyMatch(format -> MigrationPlan.between(format, newest).isEmpty())) {
            throw texts.wrong("diff.versions", first, second);
        }
        DeliverySource before = set.sources().get(0);
        DeliverySource after = set.sources().get(1);
        DeliveryDiff diff = DeliveryDiff.between(reader, before, after);
        diff.carried().ifPresent(carried -> {
            terminal.say("diff.migrated", carried.source(), carried.from(), diff.format());
            terminal.say(carried.losses());
        });
        output.write(
                kind,
                out -> JsonDefinitions.write(diff, out),
                page -> new DiffPage(terminal, page).write(diff, before.name(), after.name()));
        return diff.errors() ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }
}
