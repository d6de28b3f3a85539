package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.output.JsonDefinitions;
import nl.betekenisvolmeten.indicators.formats.output.ResultSheet;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a format asks and what it is used for. */
@Command(name = "burden")
final class BurdenCommand extends Subcommand {

    @Parameters(index = "0", arity = "1", descriptionKey = "burden.format", paramLabel = "FORMAT[@VERSION]")
    private String format = "";

    @Parameters(index = "1..*", arity = "0..*", descriptionKey = "burden.files", paramLabel = "FILE")
    private List<Path> files = List.of();

    /** More rows than any delivery has; what is multiplied by it stays a number. */
    private static final long MOST_ROWS = 1_000_000_000;

    private static final int MOST_CODES = 8;

    @Option(names = "--rows", descriptionKey = "burden.rows", paramLabel = "N")
    private @Nullable Long rows;

    @Option(names = "--with", split = ",", descriptionKey = "burden.with", paramLabel = "FORMAT[@VERSION]")
    private List<String> with = List.of();

    @Option(names = "--year", descriptionKey = "burden.year", paramLabel = "YYYY")
    private @Nullable Integer year;

    @Option(names = "--minutes-per-cell", descriptionKey = "burden.minutes", paramLabel = "N")
    private @Nullable BigDecimal minutes;

    @Option(names = "--euro-per-hour", descriptionKey = "burden.euro", paramLabel = "N")
    private @Nullable BigDecimal euro;

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    @Mixin
    private final ResultOutput output = new ResultOutput(terminal);

    BurdenCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Kind kind = output.ofPageOrTable();
        checkNumbers();
        Lookup lookup = own.read();
        Optional<AccountDefinition> account = lookup.account(format);
        List<FormatDefinition> parts = account.map(found -> found.parts().stream()
                        .map(AccountDefinition.Part::format)
                        .toList())
                .orElseGet(() -> List.of(lookup.format(format)));
        Deliveries deliveries = new Deliveries(this).of(files);
        List<DeliveryReport> reports = read(deliveries, parts, lookup);
        boolean errors = deliveries.sayErrors(reports);
        List<Asked> asked = new ArrayList<>();
        for (FormatDefinition part : parts) {
            Burden burden = Burden.of(part, lookup.indicatorSets());
            OptionalLong each = rows == null ? meanRows(ofFormat(part, reports)) : OptionalLong.of(rows);
            Optional<Burden.Effort> effort = effort(part, burden, each, account);
            long cells = each.orElse(1) * effort.map(Burden.Effort::deliveries).orElse(1L);
            BurdenRow.Form form =
                    new BurdenRow.Form(part, burden, cells, Optional.ofNullable(minutes), Optional.ofNullable(euro));
            asked.add(new Asked(form, each, effort, others(part, parts, lookup)));
        }
        write(kind, asked);
        return errors ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    /** The burden of one form. */
    private record Asked(
            BurdenRow.Form form, OptionalLong rows, Optional<Burden.Effort> effort, List<FormatDefinition> others) {

        Burden burden() {
            return form.burden();
        }

        private List<SharedColumns> overlaps() {
            return others.stream()
                    .map(other -> SharedColumns.between(form.format(), other))
                    .toList();
        }

        void writeJson(Writer out) throws IOException {
            if (effort.isPresent()) {
                JsonDefinitions.write(burden(), effort.get(), overlaps(), out);
            } else if (rows.isPresent()) {
                JsonDefinitions.write(burden(), rows.getAsLong(), overlaps(), out);
            } else {
                JsonDefinitions.write(burden(), overlaps(), out);
            }
        }
    }

    private void checkNumbers() {
        if (rows != null && (rows < 0 || rows > MOST_ROWS)) {
            throw texts.wrong("burden.rows.limits", rows, MOST_ROWS);
        }
        if (rows != null && !files.isEmpty()) {
            throw texts.wrong("burden.rows.twice");
        }
        if (Stream.of(Optional.ofNullable(minutes), Optional.ofNullable(euro))
                .flatMap(Optional::stream)
                .anyMatch(norm -> norm.signum() < 0)) {
            throw texts.wrong("burden.norm.negative");
        }
        if (year == null && (minutes != null || euro != null)) {
            throw texts.wrong("burden.norm.noYear");
        }
        if (year != null && (year < 1900 || year > 2999)) {
            throw texts.wrong("burden.year.limits", year);
        }
    }

    /** Returns the effort of the deliveries of the year; with one row each unless the number of rows is given. */
    private Optional<Burden.Effort> effort(
            FormatDefinition part, Burden burden, OptionalLong each, Optional<AccountDefinition> account) {
        if (year == null) {
            return Optional.empty();
        }
        long count = Burden.periods(part, year).stream()
                .filter(period -> account.map(AccountDefinition::validity)
                        .orElse(Validity.always())
                        .contains(period))
                .count();
        return Optional.of(burden.over(year, count, each.orElse(1), minutes, euro));
    }

    private void write(Kind kind, List<Asked> asked) {
        Output.Body json = out -> {
            if (asked.size() == 1) {
                asked.get(0).writeJson(out);
            } else {
                out.write("[\n");
                for (int i = 0; i < asked.size(); i++) {
                    out.write(i == 0 ? "" : ",\n");
                    asked.get(i).writeJson(out);
                }
                out.write("]\n");
            }
        };
        Supplier<ResultSheet> table = () -> BurdenRow.sheet(asked.stream()
                .flatMap(one -> BurdenRow.of(one.form(), one.others()).stream())
                .toList());
        output.writeTable(kind, table, json, page -> {
            for (Asked one : asked) {
                write(one, page);
            }
            if (asked.size() > 1) {
                total(asked.stream().flatMap(one -> one.effort().stream()).toList(), page);
            }
        });
    }

    /** Returns the requested formats, or the latest version of each other format. */
    private List<FormatDefinition> others(FormatDefinition part, List<FormatDefinition> parts, Lookup lookup) {
        if (!with.isEmpty()) {
            return with.stream().map(lookup::format).toList();
        }
        if (parts.size() > 1) {
            return parts.stream().filter(other -> !other.equals(part)).toList();
        }
        Definitions definitions = lookup.definitions();
        return definitions.formats().all().stream()
                .map(one -> one.id().name())
                .filter(name -> !name.equals(part.id().name()))
                .distinct()
                .flatMap(name -> definitions.formats().latest(name).stream())
                .toList();
    }

    private static Set<FormatId> versions(FormatDefinition part) {
        return Stream.concat(Stream.of(part), part.earlierVersions().stream())
                .map(FormatDefinition::id)
                .collect(Collectors.toSet());
    }

    private static List<DeliveryReport> ofFormat(FormatDefinition part, List<DeliveryReport> reports) {
        return reports.stream()
                .filter(one -> one.format().filter(versions(part)::contains).isPresent())
                .toList();
    }

    /**
     * Reads the deliveries, which must be of the version or an earlier one. One of another format is wrong usage; one
     * that is not recognised is an error in the data.
     */
    private List<DeliveryReport> read(Deliveries deliveries, List<FormatDefinition> parts, Lookup lookup) {
        DeliveryReader reader = DeliveryReader.of(lookup.definitions());
        List<DeliveryReport> reports = deliveries.read(reader, OpenedDelivery::validate);
        for (DeliveryReport one : reports) {
            if (one.format().isPresent()
                    && parts.stream()
                            .noneMatch(
                                    part -> versions(part).contains(one.format().get()))) {
                throw texts.wrong(
                        "burden.otherFormat", one.source(), parts.get(0).id());
            }
        }
        return reports;
    }

    /** Returns the mean number of rows of the recognised deliveries, rounded up. */
    private static OptionalLong meanRows(List<DeliveryReport> reports) {
        List<DeliveryReport> known =
                reports.stream().filter(one -> one.format().isPresent()).toList();
        long all = known.stream().mapToLong(DeliveryReport::rows).sum();
        return known.isEmpty() ? OptionalLong.empty() : OptionalLong.of((all + known.size() - 1) / known.size());
    }

    private void write(Asked asked, PrintWriter out) {
        Burden burden = asked.burden();
        out.println(burden.format());
        out.println(texts.of("burden.perRow", burden.requiredCells(1), burden.optionalCells(1)));
        asked.rows()
                .ifPresent(count -> out.println(texts.of(
                        "burden.perDelivery",
                        count,
                        burden.requiredCells(count),
                        burden.optionalCells(count),
                        burden.requiredCells(count) + burden.optionalCells(count))));
        asked.effort()
                .ifPresent(effort -> out.println(texts.of(
                        "burden.perYear",
                        Integer.toString(effort.year()),
                        effort.deliveries(),
                        effort.rows(),
                        effort.requiredCells(),
                        effort.requiredCells() + effort.optionalCells())));
        total(asked.effort().stream().toList(), out);
        handover(burden.handover(), out);
        out.println();
        columns(burden).print(terminal, out);
        out.println();
        String without = burden.withoutIndicator().stream()
                .map(item -> item.column().value())
                .collect(Collectors.joining(", "));
        out.println(without.isEmpty() ? texts.of("burden.allFeed") : texts.of("burden.withoutIndicator", without));
        asked.others().forEach(other -> {
            write(SharedColumns.between(asked.form().format(), other), out);
            twice(asked, other, out);
        });
        out.println();
    }

    private void handover(FormatDefinition.Handover handover, PrintWriter out) {
        String unknown = texts.of("formats.notStated");
        String recipients = String.join(", ", handover.recipients());
        String due = handover.dueAfterDays().stream()
                .mapToObj(days -> texts.of("burden.due", days))
                .findFirst()
                .orElse(unknown);
        out.println(texts.of("burden.handover", recipients.isEmpty() ? unknown : recipients, due));
    }

    /** Prints the cost of the columns that another form asks for too. */
    private void twice(Asked asked, FormatDefinition other, PrintWriter out) {
        BurdenRow.Form form = asked.form();
        long columns = BurdenRow.of(form, List.of(other)).stream()
                .filter(BurdenRow::isAskedTwice)
                .count();
        if (columns == 0) {
            return;
        }
        out.println(texts.of("burden.twice", columns, other.id(), columns * form.cells()));
        form.minutes(columns)
                .ifPresent(time -> out.println(texts.of(
                        "burden.twice.cost",
                        texts.number(time),
                        form.euro(columns).map(texts::number).orElse("–"))));
    }

    /** Prints hours and euros: for the required cells only, and for all. */
    private void total(List<Burden.Effort> efforts, PrintWriter out) {
        sum(efforts, Burden.Effort::hours, "burden.hours", out);
        sum(efforts, Burden.Effort::euro, "burden.euros", out);
    }

    private void sum(
            List<Burden.Effort> efforts,
            BiFunction<Burden.Effort, Long, Optional<BigDecimal>> measure,
            String key,
            PrintWriter out) {
        Optional<BigDecimal> lower = efforts.stream()
                .flatMap(one -> measure.apply(one, one.requiredCells()).stream())
                .reduce(BigDecimal::add);
        Optional<BigDecimal> upper = efforts.stream()
                .flatMap(one -> measure.apply(one, one.requiredCells() + one.optionalCells()).stream())
                .reduce(BigDecimal::add);
        lower.ifPresent(least -> out.println(texts.of(key, texts.number(least), texts.number(upper.orElse(least)))));
    }

    private ScreenTable columns(Burden burden) {
        ScreenTable table = new ScreenTable()
                .key(texts.of("burden.column"))
                .text(texts.of("burden.required"))
                .text(texts.of("burden.use"))
                .number(texts.of("burden.indicators"));
        for (Burden.Item item : burden.columns()) {
            table.row(
                    item.column().value(),
                    texts.of(item.required() ? "formats.required" : "formats.optional"),
                    texts.of("burden.use." + item.use().name()),
                    item.feeds().isEmpty() ? "" : Integer.toString(item.feeds().size()));
            if (!item.feeds().isEmpty()) {
                table.below(indicators(item));
            }
        }
        return table;
    }

    private static String indicators(Burden.Item item) {
        int shown = Math.min(2, item.feeds().size());
        String names =
                item.feeds().subList(0, shown).stream().map(id -> id.value()).collect(Collectors.joining(", "));
        return item.feeds().size() > shown ? names + ", …" : names;
    }

    private void write(SharedColumns overlap, PrintWriter out) {
        out.println();
        out.println(texts.of("burden.overlap", overlap.right(), overlap.shared().size()));
        if (overlap.shared().isEmpty()) {
            return;
        }
        ScreenTable table = new ScreenTable()
                .key(texts.of("burden.column"))
                .text(texts.of("burden.likeness"))
                .text(texts.of("burden.difference"));
        for (SharedColumns.Shared shared : overlap.shared()) {
            table.row(
                    shared.left().equals(shared.right())
                            ? shared.left().value()
                            : shared.left() + " / " + shared.right(),
                    texts.of("burden.likeness." + shared.likeness().name()),
                    shared.differences().stream()
                            .map(one -> texts.of("burden.difference." + one.name()))
                            .collect(Collectors.joining(", ")));
            shared.codes().ifPresent(codes -> codes(codes, table));
        }
        table.print(terminal, out);
        overlap.sameName()
                .forEach(one -> ScreenTable.paragraph(
                        texts.of("burden.sameName", one.left(), overlap.left(), overlap.right()), 2, terminal, out));
    }

    /** Prints the codes that have no counterpart in the other list. */
    private void codes(SharedColumns.CodeMatch codes, ScreenTable table) {
        if (codes.extent() != SharedColumns.CodeMatch.Extent.EXACT) {
            table.below(texts.of("burden.codes." + codes.extent(), shown(codes.onlyLeft()), shown(codes.onlyRight())));
        }
    }

    private static String shown(List<String> codes) {
        String some = String.join(", ", codes.subList(0, Math.min(MOST_CODES, codes.size())));
        return codes.isEmpty() ? "–" : codes.size() > MOST_CODES ? some + ", …" : some;
    }
}
