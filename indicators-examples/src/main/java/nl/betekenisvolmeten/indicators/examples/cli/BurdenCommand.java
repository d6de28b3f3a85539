package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.output.JsonDefinitions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a format asks and what it is used for. */
@Command(name = "burden", mixinStandardHelpOptions = true, sortOptions = false)
final class BurdenCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "1", descriptionKey = "burden.format", paramLabel = "FORMAT[@VERSION]")
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
    private ReportChoice report = new ReportChoice();

    @Option(
            names = {"-o", "--output"},
            descriptionKey = "output",
            paramLabel = "FILE")
    private @Nullable Path output;

    private final Terminal terminal;
    private final Texts texts;

    BurdenCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        FormatDefinition wanted = FormatNames.find(format, texts);
        boolean json = report.isJson(texts);
        if (rows != null && (rows < 0 || rows > MOST_ROWS)) {
            throw new UsageException(texts.of("burden.rows.limits", rows, MOST_ROWS));
        }
        if (rows != null && !files.isEmpty()) {
            throw new UsageException(texts.of("burden.rows.twice"));
        }
        Burden burden = Burden.of(wanted, Definitions.bundled().indicatorSets().all());
        List<SharedColumns> overlaps = others(wanted).stream()
                .map(other -> SharedColumns.between(wanted, other))
                .toList();
        List<DeliveryReport> reports = read(wanted);
        boolean errors = Deliveries.tellErrors(reports, texts, terminal.err());
        OptionalLong delivery = rows == null ? meanRows(reports) : OptionalLong.of(rows);
        Output.write(output, terminal, out -> {
            if (json && delivery.isPresent()) {
                JsonDefinitions.write(burden, delivery.getAsLong(), overlaps, out);
            } else if (json) {
                JsonDefinitions.write(burden, overlaps, out);
            } else {
                write(burden, delivery, overlaps, out);
            }
        });
        return errors ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    /** The one that is asked for, or the latest version of each other format. */
    private List<FormatDefinition> others(FormatDefinition wanted) {
        if (with != null) {
            return List.of(FormatNames.find(with, texts));
        }
        Definitions definitions = Definitions.bundled();
        return definitions.formats().all().stream()
                .map(one -> one.id().name())
                .filter(name -> !name.equals(wanted.id().name()))
                .distinct()
                .flatMap(name -> definitions.formats().latest(name).stream())
                .toList();
    }

    /** The deliveries; one of another format is wrong usage, one of no format an error. */
    private List<DeliveryReport> read(FormatDefinition wanted) {
        DeliveryReader reader = DeliveryReader.of(Definitions.bundled());
        List<DeliveryReport> reports =
                Deliveries.read(Deliveries.sources(files, output, texts), reader, OpenedDelivery::validate);
        for (DeliveryReport one : reports) {
            if (one.format().filter(id -> !id.equals(wanted.id())).isPresent()) {
                throw new UsageException(texts.of("burden.otherFormat", one.source(), wanted.id()));
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

    private void write(Burden burden, OptionalLong delivery, List<SharedColumns> overlaps, Writer to) {
        PrintWriter out = new PrintWriter(to);
        out.println(burden.format());
        out.println(texts.of("burden.perRow", burden.requiredCells(1), burden.optionalCells(1)));
        delivery.ifPresent(count -> out.println(texts.of(
                "burden.perDelivery",
                count,
                burden.requiredCells(count),
                burden.optionalCells(count),
                burden.requiredCells(count) + burden.optionalCells(count))));
        out.println();
        line(
                out,
                texts.of("burden.column"),
                texts.of("burden.required"),
                texts.of("burden.use"),
                texts.of("burden.indicators"));
        for (Burden.Item item : burden.columns()) {
            line(
                    out,
                    item.column().value(),
                    texts.of(item.required() ? "formats.required" : "formats.optional"),
                    texts.of("burden.use." + item.use().name()),
                    indicators(item));
        }
        String without = String.join(
                ", ",
                burden.withoutIndicator().stream()
                        .map(item -> item.column().value())
                        .toList());
        out.println();
        out.println(without.isEmpty() ? texts.of("burden.allFeed") : texts.of("burden.withoutIndicator", without));
        overlaps.forEach(overlap -> write(overlap, out));
        out.flush();
    }

    private static void line(PrintWriter out, String column, String required, String use, String indicators) {
        out.println(String.format(Locale.ROOT, "  %-22s %-10s %-34s %s", column, required, use, indicators)
                .stripTrailing());
    }

    private static String indicators(Burden.Item item) {
        int shown = Math.min(2, item.feeds().size());
        String names = String.join(
                ", ",
                item.feeds().subList(0, shown).stream().map(id -> id.value()).toList());
        return item.feeds().size() > shown ? item.feeds().size() + ": " + names + ", …" : names;
    }

    private void write(SharedColumns overlap, PrintWriter out) {
        out.println();
        out.println(texts.of("burden.overlap", overlap.right(), overlap.shared().size()));
        for (SharedColumns.Shared shared : overlap.shared()) {
            String names = shared.left().equals(shared.right())
                    ? shared.left().value()
                    : shared.left() + " / " + shared.right();
            String differences = String.join(
                    ", ",
                    shared.differences().stream()
                            .map(one -> texts.of("burden.difference." + one.name()))
                            .toList());
            out.println(String.format(
                            Locale.ROOT,
                            "  %-36s %s%s",
                            names,
                            texts.of("burden.likeness." + shared.likeness().name()),
                            differences.isEmpty() ? "" : ": " + differences)
                    .stripTrailing());
        }
    }
}
