package nl.betekenisvolmeten.indicators.formats.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Caption;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Charts;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Mark;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.FigureCell;
import nl.betekenisvolmeten.indicators.formats.internal.document.Page;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.plot.Plot;

/** The content of a comparison's page; its JSON has the same. Texts are in the language of the page. */
record ComparisonPage(
        String kind,
        String use,
        String purpose,
        String language,
        String version,
        String title,
        List<String> absent,
        List<String> notes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Block.Table> crossTables,
        List<Section> sections) {

    /**
     * An indicator in its last period.
     *
     * @param id unique on the page
     * @param sentences the highlights
     * @param caveats the caveats for using the figures
     */
    record Section(
            String id,
            String indicator,
            String name,
            String unit,
            String definition,
            String period,
            String periodName,
            List<String> sentences,
            List<String> caveats,
            List<Picture> pictures,
            List<Line> rows,
            Optional<History> history) {}

    /** A chart. */
    record Picture(
            String id,
            String kind,
            String title,
            String text,
            @JsonIgnore Plot plot,
            String reference) {}

    /** The periods of an indicator. */
    record History(String text, List<String> periods, List<Picture> panels, List<AreaHistory> areas) {}

    /** The figures of an area in each period, with their intervals; empty texts where there are none. */
    record AreaHistory(
            String areaCode,
            String area,
            List<String> values,
            List<String> intervals,
            @JsonIgnore List<Optional<BigDecimal>> exact) {}

    /** An area: numbers in full, and as the page writes them. */
    record Line(
            String areaCode,
            String area,
            String status,
            Optional<BigDecimal> value,
            Optional<BigDecimal> valueLower,
            Optional<BigDecimal> valueUpper,
            Optional<Double> lower,
            Optional<Double> upper,
            Optional<BigDecimal> referenceValue,
            Optional<Integer> rankLower,
            Optional<Integer> rankUpper,
            String verdict,
            Optional<String> reason,
            @JsonIgnore Judgement judgement,
            Shown shown) {}

    /** The cells of a row as people read them. */
    record Shown(
            String value,
            String interval,
            String reference,
            String verdict,
            String rank,
            String answers,
            String coverage) {}

    /** A comparison as a web page: sentences, then for each indicator its caveats, pictures and table. */
    record Html(ComparisonPage content, ComparisonWords words) {

        /** A column of a table. */
        private record TextColumn(String key, String style, Function<Line, Run> text) {}

        Page page() {
            List<Block> main = main();
            List<Block> blocks = new ArrayList<>(words.header(content.title(), content.purpose()));
            blocks.addAll(main);
            return new Page(
                    words.language(),
                    content.title(),
                    blocks,
                    words.layout(
                            content.title(),
                            content.purpose(),
                            content.version(),
                            List.of(),
                            List.of(Block.group("main", main))),
                    words.of("footer", content.version(), content.purpose()),
                    content);
        }

        private List<Block> main() {
            List<Block> main = new ArrayList<>(List.of(summary()));
            main.addAll(Block.list(2, words.of("absent"), content.absent()));
            main.addAll(Block.list(2, words.of("notes"), content.notes()));
            if (!content.crossTables().isEmpty()) {
                main.add(Block.heading(2, words.of("crossed")));
                main.addAll(content.crossTables());
            }
            content.sections().forEach(section -> main.add(section(section)));
            return main;
        }

        /** Returns the first screen: the highlights of each indicator. */
        private Block summary() {
            List<List<Run>> items = new ArrayList<>();
            for (Section section : content.sections()) {
                items.add(List.of(
                        new Run.Link(name(section), "#" + section.id()),
                        new Run.Text(": " + String.join(" ", section.sentences()))));
            }
            return Block.group(
                    "nav",
                    List.of(Block.heading(2, words.of("summary")), new Block.Items(false, "summary", items)),
                    "aria-label",
                    words.of("summary"));
        }

        private static String name(Section section) {
            return section.name() + ", " + section.periodName();
        }

        private Block section(Section section) {
            List<Block> blocks = new ArrayList<>();
            blocks.add(Block.paragraph("muted", section.definition()));
            blocks.add(Block.paragraph("lead", String.join(" ", section.sentences())));
            blocks.addAll(Block.list(3, words.of("caveats"), section.caveats()));
            if (!section.pictures().isEmpty()) {
                blocks.add(Block.heading(3, words.of("pictures")));
                blocks.add(Block.group(
                        "div", section.pictures().stream().map(this::picture).toList(), "class", "charts"));
            }
            blocks.add(Block.heading(3, words.of("table")));
            blocks.add(table(section));
            section.history().ifPresent(history -> blocks.addAll(history(section, history)));
            return Block.article(section.id(), name(section), blocks);
        }

        private Block picture(Picture picture) {
            return new Block.Chart(
                    words.of("picture." + picture.kind()),
                    // the sentences about the other are above it
                    picture.plot().kind() == Plot.Kind.CATERPILLAR ? "" : picture.text(),
                    legend(marks(picture.plot())),
                    Charts.svg(picture.plot(), caption(picture), words.language()));
        }

        private static Block.Items legend(Map<String, Mark> marks) {
            return new Block.Items(
                    false,
                    "legend",
                    marks.entrySet().stream()
                            .map(mark -> List.<Run>of(new Run.Marked(
                                    mark.getKey(), mark.getValue().inText())))
                            .toList());
        }

        private static Caption caption(Picture picture) {
            return new Caption(picture.id(), picture.title(), picture.text(), picture.reference());
        }

        private Map<String, Mark> marks(Plot plot) {
            String kind = switch (plot.kind()) {
                case FUNNEL -> "funnel.";
                case CONTROL_CHART -> "signal.";
                default -> "mark.";
            };
            Map<String, Mark> marks = new LinkedHashMap<>();
            plot.points()
                    .forEach(point ->
                            point.category().map(Mark::of).ifPresent(mark -> marks.put(words.of(kind + mark), mark)));
            return marks;
        }

        private Block table(Section section) {
            List<TextColumn> columns = columns(section);
            return new Block.Table(
                    words.of("table.caption", name(section), section.unit()),
                    columns.stream()
                            .map(column -> new Block.Column(words.of(column.key()), column.style()))
                            .toList(),
                    section.rows().stream()
                            .map(line -> columns.stream()
                                    .map(column -> List.of(column.text().apply(line)))
                                    .toList())
                            .toList());
        }

        /** Returns the informative columns, without empty ones and without a reference that is the same for all. */
        private static List<TextColumn> columns(Section section) {
            return Stream.of(
                            new TextColumn("column.area", "name", line -> text(line.area())),
                            new TextColumn("column.value", "number", line -> figure(section, line)),
                            new TextColumn(
                                    "column.interval",
                                    "number",
                                    line -> text(line.shown().interval())),
                            new TextColumn(
                                    "column.reference",
                                    "number",
                                    line -> new Run.NumberCell(line.shown().reference(), line.referenceValue())),
                            new TextColumn(
                                    "column.rank",
                                    "number",
                                    line -> new Run.NumberCell(
                                            line.shown().rank(),
                                            line.rankLower()
                                                    .filter(line.rankUpper().stream()
                                                            .toList()::contains)
                                                    .map(BigDecimal::valueOf))),
                            new TextColumn(
                                    "column.answers",
                                    "number",
                                    line -> text(line.shown().answers())),
                            new TextColumn(
                                    "column.coverage",
                                    "number",
                                    line -> text(line.shown().coverage())),
                            new TextColumn(
                                    "column.verdict",
                                    "",
                                    line -> new Run.Marked(
                                            line.shown().verdict(),
                                            Mark.of(line.judgement()).inText())))
                    .filter(column -> {
                        List<String> texts = section.rows().stream()
                                .map(line -> column.text().apply(line).text())
                                .distinct()
                                .toList();
                        boolean same = texts.size() == 1 && column.key().equals("column.reference");
                        return !same && !texts.equals(List.of(""));
                    })
                    .toList();
        }

        private static Run text(String text) {
            return Run.text(text).get(0);
        }

        private static Run figure(Section section, Line line) {
            return new Run.Figure(new FigureCell(
                    section.indicator(),
                    line.areaCode(),
                    section.period(),
                    line.status(),
                    line.value(),
                    line.valueLower(),
                    line.valueUpper(),
                    line.shown().value()));
        }

        private List<Block> history(Section section, History history) {
            List<Plot> all = history.panels().stream().map(Picture::plot).toList();
            Map<String, Mark> marks = new TreeMap<>();
            all.forEach(plot -> marks.putAll(marks(plot)));
            List<Block> panels = new ArrayList<>();
            for (Picture panel : history.panels()) {
                String drawing = Charts.panel(panel.plot(), all, section.id() + "-f", caption(panel), words.language());
                panels.add(new Block.Chart("", "", Block.Chart.NO_LEGEND, drawing));
            }
            List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column(words.of("column.area"), "name")));
            history.periods().forEach(period -> columns.add(Block.Column.number(period)));
            List<List<List<Run>>> rows = history.areas().stream()
                    .map(area -> {
                        List<List<Run>> cells = new ArrayList<>(List.of(Run.text(area.area())));
                        for (int i = 0; i < area.values().size(); i++) {
                            cells.add(List.of(new Run.NumberCell(
                                    area.values().get(i), area.exact().get(i))));
                        }
                        return cells;
                    })
                    .toList();
            return List.of(
                    Block.heading(3, words.of("history.title")),
                    Block.paragraph("", history.text()),
                    Block.group("div", panels, "class", "panels"),
                    legend(marks),
                    new Block.Details(
                            words.of("history.table"),
                            List.of(new Block.Table(
                                    words.of("history.caption", section.name(), section.unit()), columns, rows))));
        }
    }
}
