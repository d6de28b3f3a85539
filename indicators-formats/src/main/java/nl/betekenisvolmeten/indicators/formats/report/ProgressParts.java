package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Caption;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Charts;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.Placeholder;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport.Basis;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport.Contents;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport.Letter;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.plot.Plots;

/** The self-contained parts of a progress report. */
final class ProgressParts {

    private final ComparisonWords words;
    private final Letter letter;
    private final Basis basis;
    private final Contents contents;
    private final BoundCells cells;
    private final ProgressSummary summary;
    private final List<Comparison.Row> rows;
    private int charts;

    ProgressParts(ComparisonWords words, Letter letter, BoundCells cells) {
        this.words = words;
        this.letter = letter;
        basis = letter.basis();
        contents = letter.contents();
        this.cells = cells;
        summary = new ProgressSummary(words, letter, cells);
        rows = ProgressSummary.rows(basis).toList();
    }

    Optional<List<Block>> part(String name, Placeholder placeholder) {
        return switch (name) {
            case "gebruik" -> Optional.of(List.of(use()));
            case "indicatoren" -> Optional.of(indicators(chosen(placeholder), placeholder));
            case "stadsdelen" -> Optional.of(districts(chosen(placeholder)));
            case "beeld" -> Optional.of(chart(placeholder.parameter("indicator").orElse("")));
            case "doelen" -> Optional.of(List.of(targets()));
            case "signalen" -> Optional.of(summary.signals());
            case "verhalen" -> Optional.of(new ProgressStories(contents, words).blocks());
            case "lasten" -> Optional.of(burdens());
            case "letop" -> Optional.of(caveats());
            case "kwaliteit" -> Optional.of(quality());
            default -> own(name, placeholder);
        };
    }

    /** Returns the caller's own table of a name, or else the words that the text has in its place. */
    private Optional<List<Block>> own(String name, Placeholder placeholder) {
        return Optional.ofNullable(contents.tables().get(name))
                .<Block>map(table -> new Block.Table(
                        table.caption(),
                        IntStream.range(0, table.columns().size())
                                .mapToObj(i -> new Block.Column(table.columns().get(i), i == 0 ? "name" : ""))
                                .toList(),
                        table.rows().stream()
                                .map(row -> row.stream()
                                        .map(cell -> ComparisonWords.counted(PrintableText.text(cell)))
                                        .toList())
                                .toList()))
                .or(() -> placeholder.parameter("anders").map(words -> Block.paragraph(Run.text(words))))
                .map(List::of);
    }

    private Block targets() {
        return letter.targets()
                .filter(own -> !own.lines().isEmpty())
                .map(own -> new ProgressTargets(own, letter.names(), words).table())
                .orElseGet(() -> Block.paragraph(words.runs("progress.targets.none")));
    }

    private Optional<ReleaseParts> published() {
        return basis.release().map(release -> new ReleaseParts(release, words));
    }

    private Block use() {
        return published()
                .map(ReleaseParts::statement)
                .orElseGet(() -> new Block.Paragraph(
                        "verdict warning",
                        List.of(new Run.Text(
                                words.of("purpose", PrintableText.text(basis.purpose(words.language())))))));
    }

    /** Returns the rows of the indicators that a placeholder asks for, in the order of the comparison. */
    private List<List<Comparison.Row>> chosen(Placeholder placeholder) {
        Predicate<Indicator> wanted = indicator -> placeholder
                        .parameter("ambitie")
                        .map(own -> own.equals(indicator.ambition().orElse("geen")))
                        .orElse(true)
                && placeholder
                        .parameter("format")
                        .map(indicator.formula().format()::equals)
                        .orElse(true)
                && placeholder
                        .parameter("behalve")
                        .map(other -> !other.equals(indicator.formula().format()))
                        .orElse(true)
                && placeholder
                        .parameter("indicator")
                        .map(indicator.id().value()::equals)
                        .orElse(true);
        return List.copyOf(ComparisonSentences.byIndicator(
                        rows.stream().filter(row -> wanted.test(row.key().indicator())))
                .values());
    }

    private String label() {
        return basis.period().label(words.language());
    }

    /**
     * Returns a table with a row for each indicator: the city, the extremes, and where the difference is more than
     * chance.
     */
    private List<Block> indicators(List<List<Comparison.Row>> chosen, Placeholder placeholder) {
        if (published().isPresent()) {
            return placeholder.parameter("ambitie").isPresent()
                    ? List.of(Block.paragraph(words.runs("progress.indicators.public")))
                    : grids();
        }
        if (chosen.isEmpty()) {
            return List.of(Block.paragraph(words.runs("progress.indicators.none")));
        }
        List<List<List<Run>>> lines = new ArrayList<>();
        for (List<Comparison.Row> own : chosen) {
            List<Comparison.Row> exact = ComparisonSentences.exact(own);
            List<Comparison.Row> low = ComparisonSentences.lowest(exact);
            List<Comparison.Row> high = ComparisonSentences.highest(exact);
            List<Run> judged = summary.judged(
                    own.stream().filter(ComparisonSentences::isDifferent).toList());
            lines.add(List.of(
                    Run.text(name(own)),
                    List.of(cells.cityFigure(own.get(0))),
                    exact.isEmpty() ? List.of() : place(high),
                    low.size() == exact.size() ? List.of() : place(low),
                    judged.isEmpty() ? none(own) : judged));
        }
        return List.of(new Block.Table(
                words.of("progress.symbols.internal", words.of("progress.indicators.caption"), label()),
                List.of(
                        words.column("progress.column.indicator", "name"),
                        words.column("progress.column.city", "number"),
                        words.column("progress.column.high", ""),
                        words.column("progress.column.low", ""),
                        words.column("progress.column.different", "")),
                lines));
    }

    private String name(List<Comparison.Row> own) {
        return words.indicator("progress.indicator", own.get(0).key().indicator());
    }

    /** Returns the areas with the same figure, followed by that figure. */
    private List<Run> place(List<Comparison.Row> rows) {
        return words.runs("progress.place", words.names(rows), cells.figure(rows.get(0)));
    }

    /** Returns that there is no difference, or why nothing can be said. */
    private List<Run> none(List<Comparison.Row> own) {
        List<Comparison.Row> open = own.stream()
                .filter(row -> row.assessment().judgement() == Judgement.NOT_DECIDED)
                .toList();
        long similar = own.stream()
                .filter(row -> row.assessment().judgement() == Judgement.SIMILAR)
                .count();
        if (similar > 0) {
            return similar == own.size()
                    ? words.runs("progress.judged.none")
                    : words.runs("progress.judged.some", own.size() - similar, own.size());
        }
        String key = open.isEmpty() ? "progress.judged.not" : "progress.judged.open";
        return (open.isEmpty() ? own : open)
                .stream()
                        .flatMap(row -> row.assessment().reason().stream())
                        .findFirst()
                        .map(reason -> words.runs(key, words.reason(reason)))
                        .orElseGet(() -> words.runs(key + ".any"));
    }

    private List<Block> grids() {
        List<Block> blocks = new ArrayList<>();
        published().ifPresent(parts -> {
            for (PublicationPlan.Part part : parts.parts()) {
                blocks.add(parts.grid(part, basis.period()));
            }
        });
        return blocks;
    }

    /** Returns a table with a row for each area and a column for each indicator; the last row is the city. */
    private List<Block> districts(List<List<Comparison.Row>> chosen) {
        if (chosen.isEmpty()) {
            return List.of(Block.paragraph(words.runs("progress.districts.none")));
        }
        List<Block.Column> columns = new ArrayList<>(List.of(words.column("column.area", "name")));
        Map<Area, List<List<Run>>> lines = new LinkedHashMap<>();
        List<List<Run>> city = new ArrayList<>(List.of(Run.text(words.of("progress.city"))));
        for (List<Comparison.Row> own : chosen) {
            columns.add(Block.Column.number(name(own)));
            own.forEach(row -> lines.computeIfAbsent(
                            row.key().area(), area -> new ArrayList<>(List.of(Run.text(area.name()))))
                    .add(List.of(cells.figure(row))));
            city.add(List.of(cells.cityFigure(own.get(0))));
        }
        List<List<List<Run>>> all = new ArrayList<>(lines.values());
        all.add(city);
        return List.of(new Block.Table(
                words.of("progress.symbols.internal", words.of("progress.districts.caption"), label()), columns, all));
    }

    private List<Block> chart(String indicator) {
        if (published().isPresent()) {
            ReleaseParts parts = published().get();
            return parts.parts().stream()
                    .limit(1)
                    .flatMap(part -> parts.perThousand(part).stream()
                            .flatMap(series -> parts.chart(part, series, basis.period()).stream()))
                    .toList();
        }
        String key = indicator + "/" + basis.period();
        return basis.comparisons()
                .flatMap(comparison -> Plots.of(comparison, EnumSet.of(Plot.Kind.CATERPILLAR)).stream())
                .filter(plot -> plot.key().equals(key))
                .<Block>map(plot -> drawn(
                        plot,
                        rows.stream()
                                .filter(row ->
                                        row.key().indicator().id().value().equals(indicator))
                                .toList()))
                .toList();
    }

    private Block drawn(Plot plot, List<Comparison.Row> own) {
        ComparisonSentences sentences = new ComparisonSentences(words);
        String title = plot.title().in(words.language()) + ", " + label();
        String text = String.join(" ", sentences.lead(own));
        charts++;
        return new Block.Chart(
                title,
                text,
                Block.Chart.NO_LEGEND,
                Charts.svg(plot, new Caption("c" + charts, title, text, sentences.reference(own)), words.language()));
    }

    private List<Block> burdens() {
        List<List<Run>> items = new ArrayList<>();
        for (Burden burden : contents.burdens()) {
            long feeding = burden.columns().stream()
                    .filter(item -> !item.feeds().isEmpty())
                    .count();
            items.add(words.runs(
                    "progress.burden",
                    burden.format().toString(),
                    burden.requiredCells(1),
                    burden.optionalCells(1),
                    feeding,
                    burden.withoutIndicator().size()));
        }
        return items.isEmpty()
                ? List.of(Block.paragraph(words.runs("progress.burden.none")))
                : List.of(new Block.Items(false, "", items));
    }

    /** Returns the caveats for using the figures, by rule. */
    private List<Block> caveats() {
        if (published().isPresent()) {
            return published().get().absent();
        }
        ProgressGrounds grounds = new ProgressGrounds(words, letter, rows);
        Set<String> texts = new LinkedHashSet<>(grounds.judgements());
        texts.addAll(grounds.coverage());
        List<String> found = new ArrayList<>();
        ComparisonSentences sentences = new ComparisonSentences(words);
        chosen(new Placeholder("deel", Map.of(), 1, 1)).forEach(own -> sentences.inhabitants(own, found));
        texts.addAll(found);
        letter.status()
                .or(() -> grounds.hasGaps() ? Optional.of(PeriodStatus.PROVISIONAL) : Optional.empty())
                .ifPresent(status -> texts.add(words.of("status." + status, label())));
        basis.comparisons()
                .flatMap(comparison -> sentences.notes(comparison.findings()))
                .forEach(texts::add);
        return texts.isEmpty()
                ? List.of(Block.paragraph(words.runs("progress.absent.none")))
                : List.of(new Block.Items(
                        false, "", texts.stream().map(ComparisonWords::counted).toList()));
    }

    private List<Block> quality() {
        ProgressReport.Received received = contents.received();
        List<Block> blocks = new ArrayList<>(List.of(Block.paragraph(words.runs(
                "progress.quality",
                received.files(),
                received.rows(),
                received.accepted(),
                received.rows() == 0
                        ? new Run.Text("")
                        : words.runs("progress.quality.share", new Run.Count(words.percentage(share(received))))))));
        blocks.add(
                Block.paragraph(words.runs("progress.quality.definitions", String.join(", ", contents.definitions()))));
        return blocks;
    }

    /** Returns the share, rounded down so that an incomplete share is never 100 %. */
    private static double share(ProgressReport.Received received) {
        return BigDecimal.valueOf(received.accepted())
                .divide(BigDecimal.valueOf(received.rows()), 3, RoundingMode.FLOOR)
                .doubleValue();
    }
}
