package nl.betekenisvolmeten.indicators.formats.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Caption;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Charts;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.DocumentPage;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** The parts of a report about a publication, with only what is in its tables. */
final class ReleaseParts {

    private static final Pattern DAY = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final Release release;
    private final ComparisonWords words;
    private final BoundCells cells;

    ReleaseParts(Release release, ComparisonWords words) {
        this.release = release;
        this.words = words;
        cells = BoundCells.of(release, words.language());
    }

    /** Returns a page with all tables of the publication. */
    DocumentPage page(String version) {
        List<Block> blocks = new ArrayList<>();
        String title = release.plan().title().in(words.language());
        blocks.add(new Block.Heading(1, "", List.of(new Run.Text(title))));
        blocks.add(statement());
        blocks.add(new Block.Heading(2, "", words.runs("absent")));
        blocks.addAll(absent());
        for (PublicationPlan.Part part : parts()) {
            periods(part).forEach(period -> blocks.addAll(section(part, period)));
        }
        return new DocumentPage(
                "comparison",
                "public",
                title,
                words.language().tag(),
                version,
                definitions(release),
                title,
                blocks,
                words.of("progress.footer.public", version, title));
    }

    /** Returns the definitions that a publication rests on. */
    static List<String> definitions(Release release) {
        PublicationPlan plan = release.plan();
        return List.of(plan.id().toString(), plan.policy().id().toString());
    }

    private List<Block> section(PublicationPlan.Part part, Period period) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(
                2,
                "",
                words.runs(
                        "title.public", words.of("level." + part.level() + ".title"), period.label(words.language()))));
        for (String series : perThousand(part)) {
            extremes(part, series, period).ifPresent(runs -> blocks.add(new Block.Paragraph("lead", runs)));
            chart(part, series, period).ifPresent(blocks::add);
        }
        blocks.add(grid(part, period));
        return blocks;
    }

    /** Returns the statement that the report may be seen by everyone, and by which plan. */
    Block statement() {
        return new Block.Paragraph(
                "verdict good",
                words.runs(
                        "progress.use.public",
                        release.plan().thresholds().first(),
                        release.plan().id().toString()));
    }

    /** Returns how much is hidden, for each table. */
    List<Block> absent() {
        List<List<Run>> items = new ArrayList<>();
        Set<String> shown = parts().stream().map(PublicationPlan.Part::id).collect(Collectors.toSet());
        for (Release.ProtectionReport.TableReport table : release.report().tables()) {
            if (!shown.contains(table.table())) {
                continue;
            }
            items.add(words.runs(
                    "progress.absent.public",
                    level(table.table()),
                    table.figures(),
                    table.hidden(),
                    table.withheld(),
                    table.missing()));
        }
        if (release.report().ownTotals() > 0) {
            items.add(words.runs("progress.absent.totals", release.report().ownTotals()));
        }
        absentPeriods(release, words.language())
                .ifPresent(
                        periods -> items.add(words.runs("progress.absent.periods", ComparisonWords.counted(periods))));
        inhabitants(release, words).ifPresent(text -> items.add(ComparisonWords.counted(text)));
        items.add(words.runs("progress.absent.chance"));
        return List.of(new Block.Items(false, "", items));
    }

    /**
     * Returns in words the reference date of the population that figures are computed with; empty without such figures.
     * The name of a file is left out, as it is not public.
     */
    static Optional<String> inhabitants(Release release, ComparisonWords words) {
        Set<String> dates = release.figures().inhabitantsDates().stream()
                .map(date -> DAY.matcher(date).matches()
                        ? words.of("caveat.inhabitants.day", words.day(LocalDate.parse(date)))
                        : YEAR.matcher(date).matches()
                                ? words.of("caveat.inhabitants.source", date)
                                : words.of("progress.inhabitants.own"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return dates.isEmpty()
                ? Optional.empty()
                : Optional.of(words.of("progress.inhabitants", String.join(", ", dates)));
    }

    /** Returns the periods for which nothing was delivered, in words; empty if there are none. */
    static Optional<String> absentPeriods(Release release, Language language) {
        return release.report().absent().stream()
                .map(period -> period.label(language))
                .reduce((before, next) -> before + ", " + next);
    }

    private String level(String table) {
        return release.plan().parts().stream()
                .filter(part -> part.id().equals(table))
                .map(part -> words.of("level." + part.level() + ".title"))
                .findFirst()
                .orElse(table);
    }

    List<PublicationPlan.Part> parts() {
        return whole(release);
    }

    /**
     * Returns the tables with one row for each area and period; tables by categories are only in the files of the
     * publication.
     */
    static List<PublicationPlan.Part> whole(Release release) {
        return release.plan().parts().stream()
                .filter(part -> part.by().isEmpty())
                .toList();
    }

    List<ResultTable.Row> rows(PublicationPlan.Part part, Period period) {
        return release.table(part.id()).table().rows().stream()
                .filter(row -> row.key().get(2).equals(period.code()))
                .toList();
    }

    private List<Period> periods(PublicationPlan.Part part) {
        return release.table(part.id()).table().rows().stream()
                .map(row -> Period.ofCode(row.key().get(2)))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Returns the series per 1,000 inhabitants, by which areas can be compared. */
    List<String> perThousand(PublicationPlan.Part part) {
        List<String> series = release.table(part.id()).table().series();
        return part.counts().stream()
                .filter(PublicationPlan.Count::perThousand)
                .map(PublicationPlan.Count::perThousandName)
                .filter(series::contains)
                .toList();
    }

    CellValue value(PublicationPlan.Part part, ResultTable.Row row, String series) {
        return row.figures()
                .get(release.table(part.id()).table().series().indexOf(series))
                .value();
    }

    private List<ResultTable.Row> exact(PublicationPlan.Part part, String series, Period period) {
        return rows(part, period).stream()
                .filter(row -> value(part, row, series).exact().isPresent())
                .sorted(Comparator.comparing((ResultTable.Row row) ->
                                value(part, row, series).exact().orElseThrow())
                        .thenComparing(row -> row.key().get(0)))
                .toList();
    }

    private Run figure(String series, ResultTable.Row row) {
        return cells.figure(
                new BoundCells.Key(series, row.key().get(0), row.key().get(2)));
    }

    /** Returns the highest and the lowest. */
    Optional<List<Run>> extremes(PublicationPlan.Part part, String series, Period period) {
        List<ResultTable.Row> exact = exact(part, series, period);
        if (exact.size() < 2) {
            return Optional.empty();
        }
        ResultTable.Row high = exact.get(exact.size() - 1);
        ResultTable.Row low = exact.get(0);
        if (compare(part, series, low, high) == 0) {
            return Optional.of(words.runs("progress.extremes.same", name(series), figure(series, low)));
        }
        return Optional.of(words.runs(
                "progress.extremes",
                name(series),
                names(part, series, exact, high),
                figure(series, high),
                names(part, series, exact, low),
                figure(series, low)));
    }

    private int compare(PublicationPlan.Part part, String series, ResultTable.Row first, ResultTable.Row second) {
        return value(part, first, series)
                .exact()
                .orElseThrow()
                .compareTo(value(part, second, series).exact().orElseThrow());
    }

    /** Returns the names of the areas with the same figure as one of them; rounded figures are often equal. */
    private String names(PublicationPlan.Part part, String series, List<ResultTable.Row> exact, ResultTable.Row own) {
        return words.names(
                part.level(),
                exact.stream()
                        .filter(row -> compare(part, series, row, own) == 0)
                        .map(row -> row.key().get(1))
                        .toList());
    }

    /** Returns a chart of the areas from high to low. */
    Optional<Block> chart(PublicationPlan.Part part, String series, Period period) {
        List<Plot.Point> points = new ArrayList<>();
        for (ResultTable.Row row : exact(part, series, period)) {
            points.add(new Plot.Point(
                    row.key().get(0),
                    row.key().get(1),
                    new Plot.Position(
                            points.size() + 1.0,
                            value(part, row, series).exact().orElseThrow().doubleValue()),
                    Optional.empty(),
                    Optional.empty()));
        }
        return extremes(part, series, period).map(text -> {
            LocalizedText name = LocalizedText.of(name(series), name(series));
            Plot.Axis axis = new Plot.Axis(name, name);
            Plot plot = new Plot(Plot.Kind.CATERPILLAR, series, name, axis, axis, points, List.of());
            String caption = name(series) + ", " + period.label(words.language());
            StringBuilder says = new StringBuilder();
            text.forEach(run -> says.append(run.text()));
            String id = "c-" + part.id() + "-" + series.replace('_', '-') + "-" + period.code();
            return new Block.Chart(
                    caption,
                    "",
                    Block.Chart.NO_LEGEND,
                    Charts.svg(plot, new Caption(id, caption, says.toString(), ""), words.language()));
        });
    }

    /** Returns a table with a row for each area. */
    Block grid(PublicationPlan.Part part, Period period) {
        List<String> series = release.table(part.id()).table().series();
        List<Block.Column> columns = new ArrayList<>(List.of(words.column("column.area", "name")));
        series.forEach(one -> columns.add(Block.Column.number(name(one))));
        List<List<List<Run>>> rows = new ArrayList<>();
        for (ResultTable.Row row : rows(part, period)) {
            List<List<Run>> line = new ArrayList<>(List.of(Run.text(row.key().get(1))));
            series.forEach(one -> line.add(List.of(cells.inTable(
                    new BoundCells.Key(one, row.key().get(0), row.key().get(2))))));
            rows.add(line);
        }
        return Block.wide(new Block.Table(
                words.of(
                        "progress.symbols",
                        words.of("level." + part.level() + ".title"),
                        period.label(words.language())),
                columns,
                rows));
    }

    /** Returns a measure's name for people. */
    static String name(String series) {
        String spaced = series.replace('_', ' ').replace("1000", "1.000");
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
