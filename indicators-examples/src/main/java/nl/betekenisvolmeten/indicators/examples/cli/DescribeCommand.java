package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.form.FileDescription;
import nl.betekenisvolmeten.indicators.formats.output.JsonDefinitions;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes a definition for an unknown file, and a mapping to the form that it resembles most. */
@Command(name = "describe")
final class DescribeCommand extends Subcommand {

    private static final int MOST_CODES = 6;
    private static final int PERCENT = 100;

    @Parameters(arity = "1", descriptionKey = "describe.file", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--to", descriptionKey = "describe.to", paramLabel = "FORMAT[@VERSION]")
    private @Nullable String to;

    @Option(names = "--mapping-to", descriptionKey = "describe.mappingTo", paramLabel = "FILE")
    private @Nullable Path mappingTo;

    @Option(names = "--indicators-to", descriptionKey = "describe.indicatorsTo", paramLabel = "FILE")
    private @Nullable Path indicatorsTo;

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    @Mixin
    private final ResultOutput output = new ResultOutput(terminal);

    DescribeCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Kind kind = output.file == null ? output.ofPage() : output.ofData(Kind.JSON);
        if (mappingTo != null) {
            output.ending(mappingTo, List.of(".json"));
            output.claim(mappingTo);
        }
        if (indicatorsTo != null) {
            output.ending(indicatorsTo, List.of(".json"));
            output.claim(indicatorsTo);
        }
        Lookup lookup = own.read();
        Checked<FileDescription> read = to == null
                ? FileDescription.of(inputs.source(file), lookup.definitions())
                : FileDescription.of(inputs.source(file), lookup.definitions(), lookup.format(to));
        read.findings().kept().forEach(finding -> terminal.err().println(terminal.line(finding)));
        if (read.value().filter(known -> !known.columns().isEmpty()).isEmpty()) {
            terminal.say("describe.nothing", file);
            return ExitCodes.ERRORS;
        }
        FileDescription known = read.value().get();
        output.write(kind, out -> JsonDefinitions.write(known, out), page -> write(known, page));
        if (output.file != null) {
            terminal.say("describe.definitionWritten", output.file, file);
        }
        if (indicatorsTo != null) {
            Path target = indicatorsTo;
            output.write(target, out -> out.write(new ProposedIndicators(known).json()));
            terminal.say("describe.indicatorsWritten", target);
        }
        if (mappingTo != null) {
            ColumnMapping mapping = known.mapping()
                    .orElseThrow(() -> CommandException.usage(texts.of("describe.likeNone", known.source())));
            output.write(mappingTo, out -> JsonDefinitions.write(mapping, out));
            terminal.say("describe.mappingWritten", mapping.format(), Objects.requireNonNull(mappingTo));
        }
        return ExitCodes.GOOD;
    }

    private void write(FileDescription known, PrintWriter out) {
        out.println(known.source());
        ScreenTable table = new ScreenTable()
                .key(texts.of("describe.column"))
                .text(texts.of("describe.holds"))
                .number(texts.of("describe.filled"))
                .text(texts.of("describe.like"));
        for (FileDescription.Described column : known.columns()) {
            table.row(
                    shown(column.header()),
                    holds(column),
                    texts.number(BigDecimal.valueOf(Math.round(column.filled() * PERCENT))) + " %",
                    column.like().map(like -> like.name().value()).orElse(""));
        }
        table.print(terminal, out);
        out.println();
        if (known.mapping().isEmpty()) {
            ScreenTable.paragraph(texts.of("describe.likeNone", known.source()), 0, terminal, out);
            return;
        }
        ColumnMapping mapping = known.mapping().get();
        out.println(texts.of(to == null ? "describe.mostLike" : "describe.mapped", mapping.format()));
        mapping.columns().forEach((column, header) -> out.println("  " + shown(header) + " -> " + column));
        mapping.codes()
                .forEach((column, codes) ->
                        codes.forEach((from, to) -> out.println("  " + column + ": " + shown(from) + " -> " + to)));
        if (!known.missing().isEmpty()) {
            String names = known.missing().stream().map(ColumnName::value).collect(Collectors.joining(", "));
            ScreenTable.paragraph(texts.of("describe.missing", names), 0, terminal, out);
            ScreenTable.paragraph(texts.of("describe.fixed"), 0, terminal, out);
        }
    }

    private static String shown(String text) {
        return PersonalData.refused(text);
    }

    private String holds(FileDescription.Described column) {
        String kind = texts.of("describe.kind." + column.kind());
        if (column.type() instanceof ColumnType.Code code) {
            List<String> codes = List.copyOf(code.codes().codes());
            String some = String.join(", ", codes.subList(0, Math.min(MOST_CODES, codes.size())));
            return kind + ": " + some + (codes.size() > MOST_CODES ? ", …" : "");
        }
        if (column.type() instanceof ColumnType.Time time && time.notation() == Period.Notation.DAY) {
            return texts.of("describe.day");
        }
        return column.type() instanceof ColumnType.Place place
                ? kind + " (" + place.areas().id() + ", " + place.level().name().toLowerCase(Locale.ROOT) + ")"
                : kind;
    }
}
