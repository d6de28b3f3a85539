package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.output.JsonDefinitions;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit;
import nl.betekenisvolmeten.indicators.formats.template.Descriptor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the formats, or shows one. */
@Command(name = "formats")
final class FormatsCommand extends Subcommand {

    @Parameters(arity = "0..1", descriptionKey = "formats.id", paramLabel = "ID[@VERSION]")
    private @Nullable String id;

    @Option(names = "--descriptor", descriptionKey = "formats.descriptor", paramLabel = "KIND")
    private @Nullable String descriptor;

    @Option(names = "--conformance-kit", descriptionKey = "formats.kit", paramLabel = "FILE.zip")
    private @Nullable Path kit;

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    @Mixin
    private final ResultOutput output = new ResultOutput(terminal);

    FormatsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        checkOptions();
        Kind kind = descriptor == null ? output.ofPage() : output.ofData(Kind.JSON);
        Lookup lookup = own.read();
        Optional<AccountDefinition> account = Optional.ofNullable(id).flatMap(lookup::account);
        if (kit != null) {
            writeKit(kit, lookup);
        } else if (descriptor != null) {
            writeDescriptor(descriptor, lookup);
        } else if (account.isPresent()) {
            write(kind, out -> JsonDefinitions.write(account.get(), out), page -> page.write(account.get()));
        } else if (id != null) {
            FormatDefinition format = lookup.format(id);
            write(kind, out -> JsonDefinitions.write(List.of(format), out), page -> page.write(format));
        } else {
            write(
                    kind,
                    out -> JsonDefinitions.write(lookup.definitions(), out),
                    page -> page.list(lookup.definitions()));
        }
        return ExitCodes.GOOD;
    }

    private void write(Kind kind, Output.Body json, Consumer<FormatPage> page) {
        output.write(kind, json, out -> page.accept(new FormatPage(terminal, out)));
    }

    private void writeKit(Path target, Lookup lookup) {
        output.ending(target, List.of(".zip"));
        output.claim(target);
        List<FormatDefinition> formats =
                id == null ? lookup.definitions().formats().all() : List.of(lookup.format(id));
        output.writeBytes(target, ConformanceKit.of(formats)::write);
        terminal.say("formats.kitWritten", target);
    }

    /** A description is of one format, which must be named. */
    private void writeDescriptor(String code, Lookup lookup) {
        if (id == null) {
            throw texts.wrong("formats.descriptor.noFormat");
        }
        FormatDefinition format = lookup.format(id);
        Descriptor kind = Descriptor.parse(code)
                .orElseThrow(() -> texts.unknown(
                        "formats.descriptor.unknown",
                        code,
                        Arrays.stream(Descriptor.values()).map(Descriptor::code).toList()));
        output.write(out -> kind.write(format, texts.language(), out));
    }

    /** Each of them says what is written, and the sample deliveries have a file of their own. */
    private void checkOptions() {
        if (kit != null && output.file != null) {
            throw texts.wrong("usage.together", "--conformance-kit", "-o");
        }
        List<String> given = new ArrayList<>();
        if (output.isJson()) {
            given.add("--json");
        }
        if (descriptor != null) {
            given.add("--descriptor");
        }
        if (kit != null) {
            given.add("--conformance-kit");
        }
        if (given.size() > 1) {
            throw texts.wrong("usage.together", given.get(0), given.get(1));
        }
    }
}
