package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.output.JsonDefinitions;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit;
import nl.betekenisvolmeten.indicators.formats.template.Descriptor;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the formats, or shows one. */
@Command(name = "formats", mixinStandardHelpOptions = true, sortOptions = false)
final class FormatsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", descriptionKey = "formats.id", paramLabel = "ID[@VERSION]")
    private @Nullable String id;

    @Mixin
    private ReportChoice report = new ReportChoice();

    @Option(names = "--descriptor", descriptionKey = "formats.descriptor", paramLabel = "KIND")
    private @Nullable String descriptor;

    @Option(names = "--conformance-kit", descriptionKey = "formats.kit", paramLabel = "FILE.zip")
    private @Nullable Path kit;

    @Option(
            names = {"-o", "--output"},
            descriptionKey = "output",
            paramLabel = "FILE")
    private @Nullable Path output;

    private final Terminal terminal;
    private final Texts texts;

    FormatsCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        boolean json = report.isJson(texts);
        checkOptions(json);
        Optional<AccountDefinition> account = Optional.ofNullable(id).flatMap(Accounts::find);
        if (account.isPresent() && descriptor == null && kit == null) {
            Output.write(output, terminal, out -> {
                if (json) {
                    JsonDefinitions.write(account.get(), out);
                } else {
                    show(account.get(), new PrintWriter(out));
                }
            });
            return ExitCodes.GOOD;
        }
        List<FormatDefinition> wanted =
                id == null ? Definitions.bundled().formats().all() : List.of(FormatNames.find(id, texts));
        if (kit != null) {
            Output.writeBytes(kit, terminal, ConformanceKit.of(wanted)::write);
            terminal.err().println(texts.of("formats.kitWritten", kit));
            return ExitCodes.GOOD;
        }
        if (descriptor != null) {
            Descriptor kind = kind(descriptor);
            Output.write(output, terminal, out -> kind.write(wanted.get(0), texts.language(), out));
            return ExitCodes.GOOD;
        }
        Output.write(output, terminal, out -> {
            if (json && id == null) {
                JsonDefinitions.write(Definitions.bundled(), out);
            } else if (json) {
                JsonDefinitions.write(wanted, out);
            } else {
                print(wanted, new PrintWriter(out));
            }
        });
        return ExitCodes.GOOD;
    }

    /** Each of them says what is written, and the sample deliveries have a file of their own. */
    private void checkOptions(boolean json) {
        if (kit != null && output != null) {
            throw new UsageException(texts.of("usage.together", "--conformance-kit", "-o"));
        }
        List<String> given = new ArrayList<>();
        if (json) {
            given.add("--json");
        }
        if (descriptor != null) {
            given.add("--descriptor");
        }
        if (kit != null) {
            given.add("--conformance-kit");
        }
        if (given.size() > 1) {
            throw new UsageException(texts.of("usage.together", given.get(0), given.get(1)));
        }
    }

    private void print(List<FormatDefinition> wanted, PrintWriter out) {
        if (id == null) {
            wanted.forEach(format -> out.println(line(format)));
            Definitions.bundled().accounts().all().forEach(one -> out.println(line(one)));
        } else {
            show(wanted.get(0), out);
        }
        out.flush();
    }

    /** The kind of description; it describes one format, which must be named. */
    private Descriptor kind(String code) {
        String known = Arrays.stream(Descriptor.values()).map(Descriptor::code).collect(Collectors.joining(", "));
        if (id == null) {
            throw new UsageException(texts.of("formats.descriptor.noFormat"));
        }
        return Descriptor.parse(code)
                .orElseThrow(() -> new UsageException(texts.of("formats.descriptor.unknown", code, known)));
    }

    private String line(FormatDefinition format) {
        return line(format.id(), format.title(), format.validity(), format.provenance());
    }

    private String line(AccountDefinition account) {
        return line(account.id(), account.title(), account.validity(), account.provenance());
    }

    private String line(FormatId name, LocalizedText title, Validity validity, Provenance provenance) {
        return name + "  " + title.in(texts.language()) + "  (" + validity(validity) + ", "
                + texts.of("formats.status." + provenance.status().name()) + ")";
    }

    private void show(AccountDefinition account, PrintWriter out) {
        out.println(line(account));
        out.println(account.provenance().note().in(texts.language()));
        out.println();
        out.println(texts.of("formats.parts"));
        account.parts()
                .forEach(part -> out.println("  " + part.name() + "  "
                        + part.format().id() + "  " + part.title().in(texts.language())));
        out.println();
        out.println(texts.of("formats.rules"));
        account.rules().forEach(rule -> show(rule.verdict(), List.of(), out));
        out.flush();
    }

    private String validity(Validity validity) {
        Optional<String> from = validity.from().map(Period::code);
        Optional<String> to = validity.to().map(Period::code);
        if (from.isPresent()) {
            return to.map(last -> texts.of("formats.valid", from.get(), last))
                    .orElseGet(() -> texts.of("formats.validFrom", from.get()));
        }
        return to.map(last -> texts.of("formats.validTo", last)).orElseGet(() -> texts.of("formats.validAlways"));
    }

    private void show(FormatDefinition format, PrintWriter out) {
        out.println(line(format));
        out.println(format.provenance().note().in(texts.language()));
        format.provenance().sources().forEach(source -> out.println("  " + source.reference() + ": " + source.title()));
        out.println();
        out.println(texts.of("formats.columns"));
        format.columns().forEach(column -> show(column, out));
        out.println();
        out.println(texts.of("formats.rules"));
        format.ruleSet()
                .verdicts()
                .forEach((check, verdict) -> out.println("  " + verdict.code() + "  "
                        + texts.of("severity." + verdict.severity().name().toLowerCase(Locale.ROOT)) + "  "
                        + MessageCatalogue.bundled().title(verdict.code(), texts.language())));
        format.ruleSet().rules().forEach(rule -> show(rule.verdict(), rule.columns(), out));
        format.deliveryRules().rules().forEach(rule -> show(rule.verdict(), rule.columns(), out));
        new VersionPage(texts, out).write(format);
    }

    private void show(Column column, PrintWriter out) {
        String required = column.rule().required() ? texts.of("formats.required") : texts.of("formats.optional");
        out.println("  " + column.name() + " (" + required + "): "
                + column.agreement().in(texts.language()));
        Optional<Codelist> codes = Optional.empty();
        if (column.rule().type() instanceof ColumnType.Code code) {
            codes = Optional.of(code.codes());
        } else if (column.rule().type() instanceof ColumnType.Place place) {
            codes = place.residuals().codes();
        }
        codes.ifPresent(list -> list.items()
                .forEach(item ->
                        out.println("      " + item.code() + "  " + item.name().in(texts.language()))));
    }

    private void show(Verdict verdict, List<ColumnName> names, PrintWriter out) {
        String columns = names.isEmpty()
                ? ""
                : " (" + names.stream().map(ColumnName::value).collect(Collectors.joining(", ")) + ")";
        out.println("  " + verdict.code() + "  "
                + texts.of("severity." + verdict.severity().name().toLowerCase(Locale.ROOT)) + "  "
                + MessageCatalogue.bundled().title(verdict.code(), texts.language()) + columns);
    }
}
