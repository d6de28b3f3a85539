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
import nl.betekenisvolmeten.indicators.formats.internal.html.HtmlTable;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;
import nl.betekenisvolmeten.indicators.plot.Plot;

/** A comparison as a web page: sentences, then for each indicator its caveats, pictures and table. */
final class ComparisonHtml {

    /** A column of a table. */
    private record TextColumn(String key, String style, Function<ComparisonPage.Line, String> text) {}

    private final ComparisonPage page;
    private final Language language;
    private final ComparisonWords words;
    private final Markup html = new Markup();

    ComparisonHtml(ComparisonPage page, Language language) {
        this.page = page;
        this.language = language;
        words = new ComparisonWords(language);
    }

    String page() {
        words.begin(html, page.title(), page.purpose());
        html.close("header").open("main").own("\n");
        summary();
        list(words.of("absent"), "h2", page.absent());
        list(words.of("notes"), "h2", page.notes());
        page.sections().forEach(this::section);
        html.close("main");
        return words.end(html, page.version(), page.purpose());
    }

    /** Writes the first screen: the highlights of each indicator, with its caveats. */
    private void summary() {
        html.open("nav", "aria-label", words.of("summary")).own("\n").element("h2", words.of("summary"));
        html.open("ul", "class", "summary").own("\n");
        for (ComparisonPage.Section section : page.sections()) {
            html.open("li").inline("a", name(section), "href", "#" + section.id());
            html.text(": " + String.join(" ", section.sentences())).close("li");
        }
        html.close("ul").close("nav");
    }

    private static String name(ComparisonPage.Section section) {
        return section.name() + ", " + section.periodName();
    }

    private void list(String heading, String level, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        html.element(level, heading).open("ul").own("\n");
        texts.forEach(text -> html.element("li", text));
        html.close("ul");
    }

    private void section(ComparisonPage.Section section) {
        html.open("article", "id", section.id(), "aria-labelledby", section.id() + "-h")
                .own("\n")
                .element("h2", name(section), "id", section.id() + "-h");
        html.element("p", section.definition(), "class", "muted");
        html.element("p", String.join(" ", section.sentences()), "class", "lead");
        list(words.of("caveats"), "h3", section.caveats());
        if (!section.pictures().isEmpty()) {
            html.element("h3", words.of("pictures"));
            html.open("div", "class", "charts").own("\n");
            section.pictures().forEach(this::picture);
            html.close("div");
        }
        table(section);
        section.history().ifPresent(history -> history(section, history));
        html.close("article");
    }

    private void picture(ComparisonPage.Picture picture) {
        html.open("figure").own("\n").element("figcaption", words.of("picture." + picture.kind()));
        html.own(Charts.svg(picture.plot(), caption(picture), language));
        if (picture.plot().kind() != Plot.Kind.CATERPILLAR) { // that one's sentences are above it
            html.element("p", picture.text());
        }
        legend(marks(picture.plot()));
        html.close("figure");
    }

    /** Writes the marks of some plots, with their meaning. */
    private void legend(Map<String, Mark> marks) {
        html.open("p", "class", "legend");
        marks.forEach((word, mark) ->
                html.open("span").own(mark.inText()).text(" " + word).own("</span> "));
        html.close("p");
    }

    private static Caption caption(ComparisonPage.Picture picture) {
        return new Caption(picture.id(), picture.title(), picture.text(), picture.reference());
    }

    private Map<String, Mark> marks(Plot plot) {
        String kind = kind(plot.kind());
        Map<String, Mark> marks = new LinkedHashMap<>();
        plot.points()
                .forEach(point ->
                        point.category().map(Mark::of).ifPresent(mark -> marks.put(words.of(kind + mark), mark)));
        return marks;
    }

    private static String kind(Plot.Kind kind) {
        return switch (kind) {
            case FUNNEL -> "funnel.";
            case CONTROL_CHART -> "signal.";
            default -> "mark.";
        };
    }

    private void table(ComparisonPage.Section section) {
        html.element("h3", words.of("table"));
        HtmlTable table = new HtmlTable(html, words.of("table.caption", name(section), section.unit()));
        List<TextColumn> columns = columns(section.rows());
        columns.forEach(column -> table.column(words.of(column.key()), column.style()));
        table.head();
        for (ComparisonPage.Line line : section.rows()) {
            table.row(
                    columns.stream().map(column -> column.text().apply(line)).toList(),
                    Mark.of(line.judgement()).inText());
        }
        table.close();
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

    private void history(ComparisonPage.Section section, ComparisonPage.History history) {
        html.element("h3", words.of("history.title")).element("p", history.text());
        html.open("div", "class", "panels").own("\n");
        List<Plot> all =
                history.panels().stream().map(ComparisonPage.Picture::plot).toList();
        for (ComparisonPage.Picture panel : history.panels()) {
            html.own(Charts.panel(panel.plot(), all, section.id() + "-f", caption(panel), language));
        }
        html.close("div");
        Map<String, Mark> marks = new TreeMap<>();
        all.forEach(plot -> marks.putAll(marks(plot)));
        legend(marks);
        html.open("details").own("\n").element("summary", words.of("history.table"));
        HtmlTable table = new HtmlTable(html, words.of("history.caption", section.name(), section.unit()), true);
        table.column(words.of("column.area"), "name");
        history.periods().forEach(period -> table.column(period, "number"));
        table.head();
        history.areas().forEach(area -> {
            List<String> cells = new ArrayList<>(List.of(area.area()));
            cells.addAll(area.values());
            table.row(cells);
        });
        table.close();
        html.close("details");
    }
}
