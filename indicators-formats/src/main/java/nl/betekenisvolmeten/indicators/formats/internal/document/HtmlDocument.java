package nl.betekenisvolmeten.indicators.formats.internal.document;

import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.html.HtmlPage;
import nl.betekenisvolmeten.indicators.formats.internal.html.HtmlTable;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;

/** A text as a web page: each figure refers to its cell, and each heading of the second level begins a section. */
public final class HtmlDocument {

    private final Markup html = new Markup();
    private int sections;

    private HtmlDocument() {}

    /**
     * Writes a text.
     *
     * @param title the title of the page
     * @param blocks the text
     * @param footer the text below it
     * @param language its language
     * @return the page
     */
    public static String page(String title, List<Block> blocks, String footer, Language language) {
        HtmlDocument page = new HtmlDocument();
        HtmlPage.open(page.html, language, title);
        page.html.open("main", "class", "letter").own("\n");
        blocks.forEach(page::block);
        page.endSection();
        page.html.close("main").open("footer").element("p", footer).close("footer");
        return HtmlPage.close(page.html);
    }

    private void endSection() {
        if (sections > 0) {
            html.close("section");
        }
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            heading(heading);
        } else if (block instanceof Block.Paragraph paragraph) {
            html.open("p", "class", paragraph.style())
                    .own(markup(paragraph.runs()))
                    .close("p");
        } else if (block instanceof Block.Items items) {
            html.open(items.numbered() ? "ol" : "ul").own("\n");
            items.items().forEach(item -> html.open("li").own(markup(item)).close("li"));
            html.close(items.numbered() ? "ol" : "ul");
        } else if (block instanceof Block.Table table) {
            table(table);
        } else {
            Block.Chart chart = (Block.Chart) block;
            html.open("figure").own("\n").element("figcaption", chart.title());
            html.own(chart.svg()).element("p", chart.text(), "class", "muted").close("figure");
        }
    }

    private void heading(Block.Heading heading) {
        String tag = "h" + heading.level();
        if (heading.level() == 2) {
            endSection();
            sections++;
            String id = "d" + sections;
            html.open("section", "aria-labelledby", id).own("\n").open(tag, "id", id);
        } else {
            html.open(tag);
        }
        html.own(markup(heading.runs())).close(tag);
    }

    private void table(Block.Table table) {
        HtmlTable rows = new HtmlTable(html, table.caption());
        for (Block.Column column : table.columns()) {
            rows.column(
                    column.name(),
                    column.number() ? "number" : column.equals(table.columns().get(0)) ? "name" : "");
        }
        rows.head();
        table.rows()
                .forEach(row ->
                        rows.markup(row.stream().map(HtmlDocument::markup).toList()));
        rows.close();
    }

    private static String markup(List<Run> runs) {
        Markup line = new Markup();
        for (Run run : runs) {
            if (run instanceof Run.Strong strong) {
                line.inline("strong", strong.text());
            } else if (run instanceof Run.Link link) {
                line.inline("a", link.text(), "href", link.target());
            } else if (run instanceof Run.Count count) {
                line.inline("data", count.text(), "class", "count", "value", count.text());
            } else if (run instanceof Run.Figure number) {
                number(line, number.cell());
            } else {
                line.text(run.text());
            }
        }
        return line.toString();
    }

    private static void number(Markup line, FigureCell cell) {
        String value = cell.value()
                .map(exact -> exact.toPlainString())
                .orElseGet(() -> cell.lower()
                        .flatMap(
                                lower -> cell.upper().map(upper -> lower.toPlainString() + "/" + upper.toPlainString()))
                        .orElse(cell.status()));
        line.inline("data", cell.text(), "class", "figure", "value", value, "data-cell", cell.key());
    }
}
