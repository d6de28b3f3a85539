package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDocument;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.output.JsonDefinitions;
import nl.betekenisvolmeten.indicators.formats.output.ResultSheet;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit;
import nl.betekenisvolmeten.indicators.formats.template.Descriptor;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the definitions of every kind, or shows one. */
@Command(name = "formats")
final class FormatsCommand extends Subcommand {

    @Parameters(arity = "0..1", descriptionKey = "formats.id", paramLabel = "ID[@VERSION]")
    private @Nullable String id;

    @Option(names = "--descriptor", descriptionKey = "formats.descriptor", paramLabel = "KIND")
    private @Nullable String descriptor;

    @Option(names = "--conformance-kit", descriptionKey = "formats.kit", paramLabel = "FILE.zip")
    private @Nullable Path kit;

    @Option(names = "--schema", descriptionKey = "formats.schema")
    private boolean schema;

    @Option(names = "--codes", descriptionKey = "formats.codes")
    private boolean codes;

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
        if (codes) {
            writeCodes(output.ofPageOrTable());
            return ExitCodes.GOOD;
        }
        Kind kind = descriptor == null && !schema ? output.ofPageOrHtml() : output.ofData(Kind.JSON);
        Lookup lookup = own.read();
        if (kit != null) {
            writeKit(kit, lookup);
        } else if (descriptor != null) {
            writeDescriptor(descriptor, lookup);
        } else if (schema) {
            writeSchema(lookup);
        } else if (id != null) {
            DefinitionDocument document = lookup.anyDocument(id);
            if (kind == Kind.HTML) {
                writePage(document, lookup);
                return ExitCodes.GOOD;
            }
            write(kind, out -> out.write(document.json()), page -> page.write(document, lookup));
        } else if (kind == Kind.HTML) {
            throw texts.wrong("formats.html.indicators", output.required());
        } else {
            List<DefinitionDocument> all = lookup.definitions().documents();
            write(kind, out -> JsonDefinitions.write(all, out), page -> page.list(all));
        }
        return ExitCodes.GOOD;
    }

    /** Writes the codes of findings; a page is in one language, a table for programs in all. */
    private void writeCodes(Kind kind) {
        CodeTable table = new CodeTable(own.read().definitions());
        output.writeTable(
                kind,
                () -> kind == Kind.HTML ? table.in(texts.language()) : table.inAllLanguages(),
                out -> table.inAllLanguages().writeJson(out),
                page -> table.print(terminal, page));
    }

    /** Writes a page; only sets of indicators have one, other definitions are written as text. */
    private void writePage(DefinitionDocument document, Lookup lookup) {
        IndicatorSet set = lookup.definitions()
                .indicatorSets()
                .find(document.id())
                .orElseThrow(() -> texts.wrong("formats.html.indicators", document.id()));
        output.write(out -> ResultSheet.writeIndicators(set, texts.language(), out));
    }

    /** Writes the schema of a kind, or of the kind of a definition. */
    private void writeSchema(Lookup lookup) {
        if (id == null) {
            throw texts.wrong("formats.schema.noKind", String.join(", ", DefinitionDocument.kinds()));
        }
        String asked = id;
        boolean isKind = asked.equals("mapping") || DefinitionDocument.kinds().contains(asked);
        String kind = isKind ? asked : lookup.anyDocument(asked).kind();
        output.write(out -> out.write(DefinitionDocument.schema(kind)));
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

    /** Writes the descriptor of one format, which must be named. */
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

    /** Checks that only one option says what to write; the sample deliveries also have a file of their own. */
    private void checkOptions() {
        if (kit != null && output.file != null) {
            throw texts.wrong("usage.together", "--conformance-kit", "-o");
        }
        if (codes && id != null) {
            throw texts.wrong("usage.together", "--codes", id);
        }
        List<String> given = new ArrayList<>();
        if (output.isJson() && !codes) {
            given.add("--json");
        }
        if (descriptor != null) {
            given.add("--descriptor");
        }
        if (kit != null) {
            given.add("--conformance-kit");
        }
        if (schema) {
            given.add("--schema");
        }
        if (codes) {
            given.add("--codes");
        }
        if (given.size() > 1) {
            throw texts.wrong("usage.together", given.get(0), given.get(1));
        }
    }
}
