package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.template.Template;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an empty form. */
@Command(name = "template", mixinStandardHelpOptions = true, sortOptions = false)
final class TemplateCommand implements Callable<Integer> {

    @Parameters(arity = "1", descriptionKey = "template.format", paramLabel = "FORMAT[@VERSION]")
    private String format = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            descriptionKey = "template.output",
            paramLabel = "FILE")
    private Path output = Path.of("");

    @Option(names = "--organisatie", descriptionKey = "template.organisatie", paramLabel = "KVK")
    private @Nullable String organisation;

    @Option(names = "--stadsdeel", descriptionKey = "template.stadsdeel", paramLabel = "STADSDEEL")
    private @Nullable String area;

    @Option(
            names = {"--periode", "--period"},
            descriptionKey = "template.periode",
            paramLabel = "PERIOD")
    private @Nullable String period;

    @Mixin
    private OwnDefinitions own = new OwnDefinitions();

    private final Terminal terminal;
    private final Texts texts;

    TemplateCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        FormatDefinition wanted = FormatNames.find(format, own.read(output, terminal), texts);
        Template form = Template.of(wanted).withLanguage(texts.language());
        form = filled(form, wanted, "--organisatie", organisation, Dimension.Reporter.class::isInstance);
        form = filled(
                form,
                wanted,
                "--stadsdeel",
                area,
                part -> part instanceof Dimension.Place place && place.level() == AreaLevel.STADSDEEL);
        form = filled(form, wanted, "--periode", period, Dimension.Time.class::isInstance);
        write(form);
        return ExitCodes.GOOD;
    }

    private void write(Template form) {
        String name = output.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            Output.writeBytes(output, terminal, form::writeWorkbook);
        } else if (name.endsWith(".csv")) {
            Output.write(output, terminal, form::writeCsv);
        } else {
            throw new UsageException(texts.of("template.kind", output));
        }
        terminal.err().println(texts.of("template.written", output));
    }

    /** The form with the column filled in that plays a part, when its value is given. */
    private Template filled(
            Template form, FormatDefinition wanted, String option, @Nullable String value, Predicate<Dimension> plays) {
        if (value == null) {
            return form;
        }
        Column column = wanted.columns().stream()
                .filter(one ->
                        one.rule().part() instanceof ColumnRule.Part.OfDimension part && plays.test(part.dimension()))
                .findFirst()
                .orElseThrow(() -> new UsageException(texts.of("template.noColumn", option, wanted.id())));
        if (!(column.rule().type().read(value) instanceof CellResult.Value)) {
            throw new UsageException(texts.of("template.value", option, value, expected(column)));
        }
        return form.withPrefilled(column.name(), value);
    }

    /** What would fit: the areas, the periods, or what the column is for. */
    private String expected(Column column) {
        ColumnType type = column.rule().type();
        if (type instanceof ColumnType.Place place) {
            List<String> names = place.areas().areas(place.level()).stream()
                    .map(one -> place.byName() ? one.name() : one.code() + " (" + one.name() + ")")
                    .toList();
            return String.join(", ", names);
        }
        if (type instanceof ColumnType.Time time) {
            Optional<String> from = time.validity().from().map(Period::code);
            Optional<String> to = time.validity().to().map(Period::code);
            String limits = to.isPresent()
                    ? texts.of("formats.valid", from.orElse("…"), to.get())
                    : from.map(code -> texts.of("formats.validFrom", code)).orElse("");
            return (column.agreement().in(texts.language()) + " " + limits).strip();
        }
        return column.agreement().in(texts.language());
    }
}
