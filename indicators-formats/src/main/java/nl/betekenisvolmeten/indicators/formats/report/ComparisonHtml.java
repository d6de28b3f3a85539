package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Caption;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Charts;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Mark;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.plot.Plot;

/** A comparison as a web page: sentences, then for each indicator its caveats, pictures and table. */
record ComparisonHtml(ComparisonPage page, Language language, ComparisonWords words) {

    /** A column of a table. */
    private record TextColumn(String key, String style, Function<ComparisonPage.Line, String> text) {}

    String html() {
        List<Block> main = new ArrayList<>(List.of(summary()));
        main.addAll(Block.list(2, words.of("absent"), page.absent()));
        main.addAll(Block.list(2, words.of("notes"), page.notes()));
        page.sections().forEach(section -> main.add(section(section)));
        return words.page(page.title(), page.purpose(), page.version(), List.of(), List.of(Block.group("main", main)));
    }

    /** Returns the first screen: the highlights of each indicator. */
    private Block summary() {
        List<List<Run>> items = new ArrayList<>();
        for (ComparisonPage.Section section : page.sections()) {
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

    private static String name(ComparisonPage.Section section) {
        return section.name() + ", " + section.periodName();
    }

    private Block section(ComparisonPage.Section section) {
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

    private Block picture(ComparisonPage.Picture picture) {
        return new Block.Chart(
                words.of("picture." + picture.kind()),
                // the sentences about the other are above it
                picture.plot().kind() == Plot.Kind.CATERPILLAR ? "" : picture.text(),
                legend(marks(picture.plot())),
                Charts.svg(picture.plot(), caption(picture), language));
    }

    private static Block.Items legend(Map<String, Mark> marks) {
        return new Block.Items(
                false,
                "legend",
                marks.entrySet().stream()
                        .map(mark -> List.<Run>of(
                                new Run.Marked(mark.getKey(), mark.getValue().inText())))
                        .toList());
    }

    private static Caption caption(ComparisonPage.Picture picture) {
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

    private Block table(ComparisonPage.Section section) {
        List<TextColumn> columns = columns(section.rows());
        List<List<List<Run>>> rows = new ArrayList<>();
        for (ComparisonPage.Line line : section.rows()) {
            List<List<Run>> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(Run.text(column.text().apply(line))));
            String verdict = line.shown().verdict();
            cells.set(
                    cells.size() - 1,
                    List.of(new Run.Marked(verdict, Mark.of(line.judgement()).inText())));
            rows.add(cells);
        }
        return new Block.Table(
                words.of("table.caption", name(section), section.unit()),
                columns.stream()
                        .map(column -> new Block.Column(words.of(column.key()), column.style()))
                        .toList(),
                rows);
    }

    /** Returns the informative columns, without empty ones and without a reference that is the same for all. */
    private static List<TextColumn> columns(List<ComparisonPage.Line> lines) {
        return Stream.of(
                        new TextColumn("column.area", "name", ComparisonPage.Line::area),
                        new TextColumn(
                                "column.value", "number", line -> line.shown().value()),
                        new TextColumn(
                                "column.interval",
                                "number",
                                line -> line.shown().interval()),
                        new TextColumn(
                                "column.reference",
                                "number",
                                line -> line.shown().reference()),
                        new TextColumn(
                                "column.rank", "number", line -> line.shown().rank()),
                        new TextColumn(
                                "column.answers", "number", line -> line.shown().answers()),
                        new TextColumn(
                                "column.coverage",
                                "number",
                                line -> line.shown().coverage()),
                        new TextColumn(
                                "column.verdict", "", line -> line.shown().verdict()))
                .filter(column -> {
                    List<String> texts =
                            lines.stream().map(column.text()).distinct().toList();
                    boolean same = texts.size() == 1 && column.key().equals("column.reference");
                    return !same && !texts.equals(List.of(""));
                })
                .toList();
    }

    private List<Block> history(ComparisonPage.Section section, ComparisonPage.History history) {
        List<Plot> all =
                history.panels().stream().map(ComparisonPage.Picture::plot).toList();
        Map<String, Mark> marks = new TreeMap<>();
        all.forEach(plot -> marks.putAll(marks(plot)));
        List<Block> panels = new ArrayList<>();
        for (ComparisonPage.Picture panel : history.panels()) {
            String drawing = Charts.panel(panel.plot(), all, section.id() + "-f", caption(panel), language);
            panels.add(new Block.Chart("", "", Block.Chart.NO_LEGEND, drawing));
        }
        List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column(words.of("column.area"), "name")));
        history.periods().forEach(period -> columns.add(Block.Column.number(period)));
        List<List<List<Run>>> rows = history.areas().stream()
                .map(area -> Stream.concat(Stream.of(area.area()), area.values().stream())
                        .map(Run::text)
                        .toList())
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
