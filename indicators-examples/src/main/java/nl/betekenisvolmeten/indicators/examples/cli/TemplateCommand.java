package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
@Command(name = "template")
final class TemplateCommand extends Subcommand {

    private static final String XLSX = ".xlsx";

    @Parameters(arity = "1", descriptionKey = "format", paramLabel = "FORMAT[@VERSION]")
    private String format = "";

    @Mixin
    private final Output output = new Output(terminal);

    @Option(names = "--organisatie", descriptionKey = "organisatie", paramLabel = "KVK")
    private @Nullable String organisation;

    @Option(names = "--stadsdeel", descriptionKey = "template.stadsdeel", paramLabel = "STADSDEEL")
    private @Nullable String area;

    @Mixin
    private final PeriodOption period = new PeriodOption(this);

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    TemplateCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Lookup lookup = own.read();
        Optional<AccountDefinition> account = lookup.account(format);
        if (account.isPresent()) {
            write(account.get());
        } else {
            FormatDefinition wanted = lookup.format(format);
            Template form = Template.of(wanted).withLanguage(texts.language());
            for (Filling filling : fillings()) {
                form = form.withPrefilled(column(List.of(wanted), filling, wanted.id()), filling.value());
            }
            write(form);
        }
        terminal.say("template.written", output.required());
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
        period.text().ifPresent(text -> fillings.add(new Filling("--periode", text, Dimension.Time.class::isInstance)));
        return fillings;
    }

    /** Writes one workbook with a sheet for each part; an account cannot be written as text, which has no sheets. */
    private void write(AccountDefinition account) {
        AccountTemplate form = AccountTemplate.of(account).withLanguage(texts.language());
        List<FormatDefinition> formats =
                account.parts().stream().map(AccountDefinition.Part::format).toList();
        for (Filling filling : fillings()) {
            form = form.withPrefilled(column(formats, filling, account.id()), filling.value());
        }
        if (!isWorkbook()) {
            throw texts.wrong("template.account.kind", output.required());
        }
        output.writeBytes(output.required(), form::writeWorkbook);
    }

    private void write(Template form) {
        if (isWorkbook()) {
            output.writeBytes(output.required(), form::writeWorkbook);
        } else {
            output.write(output.required(), form::writeCsv);
        }
    }

    private boolean isWorkbook() {
        Path target = output.required();
        String ending = output.ending(target, List.of(XLSX, ".csv"));
        if (ending.isEmpty()) {
            throw texts.wrong("template.kind", target);
        }
        output.claim(target);
        return ending.equals(XLSX);
    }

    /** Returns the column that a value is for; every format that has it must accept the value. */
    private ColumnName column(List<FormatDefinition> formats, Filling filling, FormatId asked) {
        List<Column> columns = formats.stream()
                .flatMap(one -> one.columns().stream())
                .filter(one -> one.rule().part() instanceof ColumnRule.Part.OfDimension part
                        && filling.plays().test(part.dimension()))
                .toList();
        if (columns.isEmpty()) {
            throw texts.wrong("template.noColumn", filling.option(), asked);
        }
        for (Column column : columns) {
            if (!(column.rule().type().read(filling.value()) instanceof CellResult.Value)) {
                throw texts.wrong("template.value", filling.option(), filling.value(), expected(column));
            }
        }
        return columns.get(0).name();
    }

    /** Returns what would fit: the areas, the periods, or the purpose of the column. */
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
