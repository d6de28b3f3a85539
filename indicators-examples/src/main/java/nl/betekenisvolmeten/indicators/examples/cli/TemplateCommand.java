package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.template.AccountTemplate;
import nl.betekenisvolmeten.indicators.formats.template.Template;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FormatId;
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
        Optional<AccountDefinition> account = Accounts.find(format);
        if (account.isPresent()) {
            write(account.get());
            return ExitCodes.GOOD;
        }
        FormatDefinition wanted = FormatNames.find(format, own.read(output, terminal), texts);
        Template form = Template.of(wanted).withLanguage(texts.language());
        for (Filling filling : fillings()) {
            form = form.withPrefilled(column(List.of(wanted), filling, wanted.id()), filling.value());
        }
        write(form);
        return ExitCodes.GOOD;
    }

    /**
     * What is to be filled in beforehand.
     *
     * @param option the option that says so
     * @param value the value
     * @param plays which column it is for, by the part that it plays
     */
    private record Filling(String option, String value, Predicate<Dimension> plays) {}

    private List<Filling> fillings() {
        List<Filling> fillings = new ArrayList<>();
        if (organisation != null) {
            fillings.add(new Filling("--organisatie", organisation, Dimension.Reporter.class::isInstance));
        }
        if (area != null) {
            fillings.add(new Filling(
                    "--stadsdeel",
                    area,
                    part -> part instanceof Dimension.Place place && place.level() == AreaLevel.STADSDEEL));
        }
        if (period != null) {
            fillings.add(new Filling("--periode", period, Dimension.Time.class::isInstance));
        }
        return fillings;
    }

    /** One workbook with a sheet for each part; text has no sheets. */
    private void write(AccountDefinition account) {
        AccountTemplate form = AccountTemplate.of(account).withLanguage(texts.language());
        List<FormatDefinition> formats =
                account.parts().stream().map(AccountDefinition.Part::format).toList();
        for (Filling filling : fillings()) {
            form = form.withPrefilled(column(formats, filling, account.id()), filling.value());
        }
        if (!output.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new UsageException(texts.of("template.account.kind", output));
        }
        Output.writeBytes(output, terminal, form::writeWorkbook);
        terminal.err().println(texts.of("template.written", output));
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

    /** The column that a value is for; every format that has it must be able to hold the value. */
    private ColumnName column(List<FormatDefinition> formats, Filling filling, FormatId asked) {
        List<Column> columns = formats.stream()
                .flatMap(one -> one.columns().stream())
                .filter(one -> one.rule().part() instanceof ColumnRule.Part.OfDimension part
                        && filling.plays().test(part.dimension()))
                .toList();
        if (columns.isEmpty()) {
            throw new UsageException(texts.of("template.noColumn", filling.option(), asked));
        }
        for (Column column : columns) {
            if (!(column.rule().type().read(filling.value()) instanceof CellResult.Value)) {
                throw new UsageException(
                        texts.of("template.value", filling.option(), filling.value(), expected(column)));
            }
        }
        return columns.get(0).name();
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
