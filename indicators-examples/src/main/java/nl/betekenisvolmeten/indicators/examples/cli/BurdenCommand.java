package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.output.JsonDefinitions;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a format asks and what it is used for. */
@Command(name = "burden")
final class BurdenCommand extends Subcommand {

    @Parameters(index = "0", arity = "1", descriptionKey = "format", paramLabel = "FORMAT[@VERSION]")
    private String format = "";

    @Parameters(index = "1..*", arity = "0..*", descriptionKey = "burden.files", paramLabel = "FILE")
    private List<Path> files = List.of();

    /** More rows than any delivery has; what is multiplied by it stays a number. */
    private static final long MOST_ROWS = 1_000_000_000;

    @Option(names = "--rows", descriptionKey = "burden.rows", paramLabel = "N")
    private @Nullable Long rows;

    @Option(names = "--with", descriptionKey = "burden.with", paramLabel = "FORMAT[@VERSION]")
    private @Nullable String with;

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    @Mixin
    private final ResultOutput output = new ResultOutput(terminal);

    BurdenCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Kind kind = output.ofPage();
        if (rows != null && (rows < 0 || rows > MOST_ROWS)) {
            throw texts.wrong("burden.rows.limits", rows, MOST_ROWS);
        }
        if (rows != null && !files.isEmpty()) {
            throw texts.wrong("burden.rows.twice");
        }
        Lookup lookup = own.read();
        FormatDefinition wanted = lookup.format(format);
        Burden burden = Burden.of(wanted, lookup.indicatorSets());
        List<SharedColumns> overlaps = others(wanted, lookup).stream()
                .map(other -> SharedColumns.between(wanted, other))
                .toList();
        Deliveries deliveries = new Deliveries(this).of(files);
        List<DeliveryReport> reports = read(deliveries, wanted, lookup);
        boolean errors = deliveries.sayErrors(reports);
        OptionalLong delivery = rows == null ? meanRows(reports) : OptionalLong.of(rows);
        output.write(
                kind,
                out -> writeJson(burden, delivery, overlaps, out),
                page -> write(burden, delivery, overlaps, page));
        return errors ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    private static void writeJson(Burden burden, OptionalLong rows, List<SharedColumns> overlaps, Writer out)
            throws IOException {
        if (rows.isPresent()) {
            JsonDefinitions.write(burden, rows.getAsLong(), overlaps, out);
        } else {
            JsonDefinitions.write(burden, overlaps, out);
        }
    }

    /** The one that is asked for, or the latest version of each other format. */
    private List<FormatDefinition> others(FormatDefinition wanted, Lookup lookup) {
        if (with != null) {
            return List.of(lookup.format(with));
        }
        Definitions definitions = lookup.definitions();
        return definitions.formats().all().stream()
                .map(one -> one.id().name())
                .filter(name -> !name.equals(wanted.id().name()))
                .distinct()
                .flatMap(name -> definitions.formats().latest(name).stream())
                .toList();
    }

    /** The deliveries, of the version or one before it; one of another format is wrong usage, one of no format an error. */
    private List<DeliveryReport> read(Deliveries deliveries, FormatDefinition wanted, Lookup lookup) {
        DeliveryReader reader = DeliveryReader.of(lookup.definitions());
        List<DeliveryReport> reports = deliveries.read(reader, OpenedDelivery::validate);
        Set<FormatId> versions = Stream.concat(Stream.of(wanted), wanted.earlierVersions().stream())
                .map(FormatDefinition::id)
                .collect(Collectors.toSet());
        for (DeliveryReport one : reports) {
            if (one.format().filter(id -> !versions.contains(id)).isPresent()) {
                throw texts.wrong("burden.otherFormat", one.source(), wanted.id());
            }
        }
        return reports;
    }

    /** The mean number of rows of those that are recognised, rounded up. */
    private static OptionalLong meanRows(List<DeliveryReport> reports) {
        List<DeliveryReport> known =
                reports.stream().filter(one -> one.format().isPresent()).toList();
        long all = known.stream().mapToLong(DeliveryReport::rows).sum();
        return known.isEmpty() ? OptionalLong.empty() : OptionalLong.of((all + known.size() - 1) / known.size());
    }

    private void write(Burden burden, OptionalLong delivery, List<SharedColumns> overlaps, PrintWriter out) {
        out.println(burden.format());
        out.println(texts.of("burden.perRow", burden.requiredCells(1), burden.optionalCells(1)));
        delivery.ifPresent(count -> out.println(texts.of(
                "burden.perDelivery",
                count,
                burden.requiredCells(count),
                burden.optionalCells(count),
                burden.requiredCells(count) + burden.optionalCells(count))));
        out.println();
        columns(burden).print(terminal, out);
        out.println();
        String without = burden.withoutIndicator().stream()
                .map(item -> item.column().value())
                .collect(Collectors.joining(", "));
        out.println(without.isEmpty() ? texts.of("burden.allFeed") : texts.of("burden.withoutIndicator", without));
        overlaps.forEach(overlap -> write(overlap, out));
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
        }
        table.print(terminal, out);
    }
}
