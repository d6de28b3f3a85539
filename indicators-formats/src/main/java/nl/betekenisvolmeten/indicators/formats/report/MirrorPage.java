package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.DocumentPage;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * The mirror of an organisation: its own figures next to published ones. What it shows of others is computed from these two
 * only, so that it gives the organisation nothing that it could not work out from the publication. Rows of others only decide
 * where enough organisations delivered for a comparison.
 */
final class MirrorPage {

    /** Minimum number of other organisations in an area. */
    private static final int FEWEST_PEERS = 3;

    private static final String VISITS = "bezoeken";
    private static final String MEETINGS = "bijeenkomsten";

    private final Release release;
    private final ReleaseParts published;
    private final CountTable rows;
    private final String organisation;
    private final ComparisonWords words;
    private final Period period;

    /** The figures of the organisation, of the others, and of all as published. */
    private record Line(String series, boolean adds, CellValue own, CellValue others, CellValue all) {

        /** Returns a measure with what is left of the published figure; persons may come to several organisations. */
        static Line of(PublicationPlan.Count count, CellValue own, CellValue all) {
            boolean adds = !count.isPersons();
            CellValue others = adds && own.exact().isPresent() && all.exact().isPresent()
                    ? CellValue.of(all.exact().get().subtract(own.exact().get()).max(BigDecimal.ZERO))
                    : new CellValue.Missing();
            return new Line(count.measure().value(), adds, own, others, all);
        }

        /** Returns this line per unit of another. */
        Line per(Line other) {
            return new Line(
                    series + ":" + other.series,
                    false,
                    BoundedRatio.of(own, other.own, Per.ONE).value(),
                    BoundedRatio.of(others, other.others, Per.ONE).value(),
                    BoundedRatio.of(all, other.all, Per.ONE).value());
        }
    }

    MirrorPage(Release release, CountTable rows, String organisation, ComparisonWords words) {
        this.release = release;
        published = new ReleaseParts(release, words);
        // a publication has none either, and the others are its figure minus the organisation's
        this.rows = rows.withoutOwnTotals();
        this.organisation = organisation;
        this.words = words;
        period = ReleaseParts.whole(release).stream()
                .flatMap(part -> release.table(part.id()).table().rows().stream())
                .map(row -> Period.ofCode(row.key().get(2)))
                .max(Period::compareTo)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no table by area in " + release.plan().id()));
    }

    /**
     * Checks that there are rows of the organisation.
     *
     * @throws IllegalArgumentException if rows do not contain the reporter, or there are none of the organisation
     */
    static void check(CountTable rows, String organisation) {
        int reporter = rows.structure()
                .reporterIndex()
                .orElseThrow(() -> new IllegalArgumentException("rows do not say who reports"));
        if (rows.observations().noneMatch(row -> row.code(reporter).equals(organisation))) {
            throw new IllegalArgumentException("no rows of the organisation: " + organisation);
        }
    }

    DocumentPage page(String version) {
        String title = words.of("mirror.title", organisation, period.label(words.language()));
        String use = words.of("mirror.use", organisation);
        List<Block> blocks = new ArrayList<>(List.of(
                Block.heading(1, title),
                Block.paragraph("verdict warning", use),
                Block.paragraph(words.runs("mirror.how", FEWEST_PEERS)),
                Block.paragraph("muted", words.of("mirror.symbols"))));
        if (release.report().ownTotals() > 0) {
            blocks.add(Block.paragraph(
                    words.runs("progress.absent.totals", release.report().ownTotals())));
        }
        ReleaseParts.whole(release).forEach(part -> blocks.addAll(part(part)));
        return new DocumentPage(
                "mirror",
                "internal",
                use,
                words.language().tag(),
                version,
                ReleaseParts.definitions(release),
                title,
                blocks,
                words.of("mirror.footer", version, organisation));
    }

    /** Returns the rows of a table by area and organisation. */
    private List<ResultTable.Row> counted(PublicationPlan.Part part) {
        ColumnName reporter = rows.structure()
                .dimensions()
                .get(rows.structure().reporterIndex().orElseThrow())
                .name();
        return ComparisonReport.CrossTable.grouped(rows.structure(), part.level(), reporter, part.period())
                .withSeries(part.counts().stream()
                        .<Series>map(count -> Series.Total.of(count.measure()))
                        .toList())
                .aggregate(rows)
                .rows()
                .stream()
                .filter(row -> row.key().get(1).equals(period.code()))
                .toList();
    }

    private boolean isOwn(ResultTable.Row row) {
        return row.key().get(2).equals(organisation);
    }

    private static boolean isEnough(List<ResultTable.Row> counted, Predicate<ResultTable.Row> others) {
        return counted.stream()
                        .filter(others)
                        .map(row -> row.key().get(2))
                        .distinct()
                        .count()
                >= FEWEST_PEERS;
    }

    private List<Block> part(PublicationPlan.Part part) {
        List<ResultTable.Row> counted = counted(part);
        Map<String, ResultTable.Row> own = new LinkedHashMap<>();
        counted.stream().filter(this::isOwn).forEach(row -> own.put(row.key().get(0), row));
        String title = words.of("level." + part.level() + ".title");
        List<Block> blocks = new ArrayList<>(
                List.of(Block.heading(2, words.of("title.public", title, period.label(words.language())))));
        Map<String, String> without = new LinkedHashMap<>();
        for (ResultTable.Row all : published.rows(part, period)) {
            String code = all.key().get(0);
            ResultTable.Row mine = own.get(code);
            if (mine == null) {
                continue;
            }
            if (isEnough(counted, row -> !isOwn(row) && row.key().get(0).equals(code))) {
                blocks.add(table(all.key().get(1), code, lines(part, mine, all)));
            } else {
                without.put(code, all.key().get(1));
            }
        }
        if (!without.isEmpty()) {
            blocks.add(
                    Block.paragraph("", words.of("mirror.without", String.join(", ", without.values()), FEWEST_PEERS)));
            blocks.add(own(part, without, own));
        }
        boolean first = part.equals(ReleaseParts.whole(release).get(0));
        if (first && isEnough(counted, row -> !isOwn(row))) {
            List<Line> city = city(part, List.copyOf(own.values()));
            if (!city.isEmpty()) {
                blocks.add(table(words.of("mirror.city", title), BoundCells.CITY, city));
            }
        }
        return blocks;
    }

    private List<Line> lines(PublicationPlan.Part part, ResultTable.Row own, ResultTable.Row all) {
        List<Line> lines = new ArrayList<>();
        for (PublicationPlan.Count count : part.counts()) {
            CellValue mine = own.figures().get(lines.size()).value();
            lines.add(Line.of(
                    count, mine, published.value(part, all, count.measure().value())));
        }
        return lines;
    }

    /** Returns the measures that add up, if they are published of all areas. */
    private List<Line> city(PublicationPlan.Part part, List<ResultTable.Row> own) {
        List<Line> lines = new ArrayList<>();
        for (PublicationPlan.Count count : part.counts()) {
            int index = part.counts().indexOf(count);
            CellValue mine =
                    sum(own.stream().map(row -> row.figures().get(index).value()));
            CellValue all = sum(published.rows(part, period).stream()
                    .map(row -> published.value(part, row, count.measure().value())));
            if (!count.isPersons() && all.exact().isPresent()) {
                lines.add(Line.of(count, mine, all));
            }
        }
        return lines;
    }

    private static CellValue sum(Stream<CellValue> values) {
        Optional<BigDecimal> sum = values.map(CellValue::exact)
                .reduce(Optional.of(BigDecimal.ZERO), (all, one) -> all.flatMap(left -> one.map(left::add)));
        return sum.map(CellValue::of).orElseGet(CellValue.Missing::new);
    }

    private List<Run> figure(String series, String area, CellValue value) {
        return List.of(BoundCells.inTable(new BoundCells.Key(series, area, period.code()), value, words.language()));
    }

    private Block table(String name, String area, List<Line> lines) {
        List<List<List<Run>>> table = new ArrayList<>();
        lines.forEach(line -> table.add(row(ReleaseParts.name(line.series()), area, line)));
        perMeeting(lines).ifPresent(line -> table.add(row(words.of("mirror.perMeeting"), area, line)));
        return new Block.Table(
                words.of("title.public", name, period.label(words.language())),
                List.of(
                        words.column("mirror.measure", "name"),
                        words.column("mirror.own", "number"),
                        words.column("mirror.others", "number"),
                        words.column("mirror.all", "number"),
                        words.column("mirror.share", "number"),
                        words.column("mirror.rest", "number")),
                table);
    }

    private List<List<Run>> row(String name, String area, Line line) {
        List<List<Run>> cells = new ArrayList<>(List.of(
                Run.text(name),
                figure(line.series() + ":" + organisation, area, line.own()),
                figure(line.series() + ":others", area, line.others()),
                figure(line.series(), area, line.all())));
        cells.addAll(shares(line));
        return cells;
    }

    /** Returns the shares of the organisation and of the others; together 100 %. */
    private static List<List<Run>> shares(Line line) {
        List<BigDecimal> parts = Stream.of(line.own(), line.others())
                .flatMap(value -> value.exact().stream())
                .toList();
        boolean any = line.adds() && parts.size() == 2 && parts.stream().anyMatch(part -> part.signum() > 0);
        return any
                ? ComparisonWords.percentages(parts).stream()
                        .map(share -> List.<Run>of(new Run.Count(share + "%")))
                        .toList()
                : List.of(Run.text(""), Run.text(""));
    }

    /** Returns the visits for each meeting, which organisations of every size can compare. */
    private static Optional<Line> perMeeting(List<Line> lines) {
        return find(VISITS, lines).flatMap(visits -> find(MEETINGS, lines).map(visits::per));
    }

    private static Optional<Line> find(String series, List<Line> lines) {
        return lines.stream().filter(line -> line.series().equals(series)).findFirst();
    }

    /** Returns the organisation's own figures where there is no comparison. */
    private Block own(PublicationPlan.Part part, Map<String, String> areas, Map<String, ResultTable.Row> own) {
        List<Block.Column> columns = new ArrayList<>(List.of(words.column("column.area", "name")));
        part.counts()
                .forEach(count -> columns.add(
                        Block.Column.number(ReleaseParts.name(count.measure().value()))));
        List<List<List<Run>>> table = new ArrayList<>();
        areas.forEach((code, name) -> {
            List<Figure> figures = Objects.requireNonNull(own.get(code)).figures();
            List<List<Run>> cells = new ArrayList<>(List.of(Run.text(name)));
            for (int i = 0; i < part.counts().size(); i++) {
                String series = part.counts().get(i).measure() + ":" + organisation;
                cells.add(figure(series, code, figures.get(i).value()));
            }
            table.add(cells);
        });
        return new Block.Table(
                words.of("title.public", words.of("mirror.own"), period.label(words.language())), columns, table);
    }
}
