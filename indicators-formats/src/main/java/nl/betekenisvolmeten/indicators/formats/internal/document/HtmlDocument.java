package nl.betekenisvolmeten.indicators.formats.internal.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;

/** Writes blocks as a web page, which is self-contained and cannot run scripts. Each figure refers to its cell. */
public final class HtmlDocument {

    private static final String STYLE = resource(HtmlDocument.class, "report.css");

    private final Markup html = new Markup();

    private HtmlDocument() {}

    /**
     * Reads a text that comes with the library.
     *
     * @param next a class in the same package
     * @param name the name of the file
     * @return its content
     */
    public static String resource(Class<?> next, String name) {
        try (InputStream in = Objects.requireNonNull(next.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a page.
     *
     * @param language its language
     * @param title its title
     * @param blocks its content
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(Language language, String title, List<? extends Block> blocks, Writer out)
            throws IOException {
        out.write(page(language, title, blocks));
        out.flush();
    }

    /**
     * Returns a page.
     *
     * @param language its language
     * @param title its title
     * @param blocks its content
     * @return the page
     */
    public static String page(Language language, String title, List<? extends Block> blocks) {
        HtmlDocument page = new HtmlDocument();
        page.html.own("<!DOCTYPE html>\n").open("html", "lang", language.tag()).own("\n<head>\n");
        page.html.own("<meta charset=\"utf-8\">\n");
        page.html.own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.html.own("<meta name=\"color-scheme\" content=\"light dark\">\n");
        // the page is self-contained, and a text that slipped through could not fetch or run anything
        page.html.own(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.html.element("title", title);
        page.html.own("<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
        blocks.forEach(page::block);
        return page.html.own("</body>\n</html>\n").toString();
    }

    /** Makes a section of each heading of the second level with what follows it. */
    static List<Block> sections(List<Block> blocks) {
        List<Block> all = new ArrayList<>();
        List<Block> current = all;
        List<List<Block>> sections = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading && heading.level() == 2) {
                current = new ArrayList<>(List.of(new Block.Heading(2, "d" + (sections.size() + 1), heading.runs())));
                sections.add(current);
            } else {
                current.add(block);
            }
        }
        for (int i = 0; i < sections.size(); i++) {
            all.add(Block.group("section", sections.get(i), "aria-labelledby", "d" + (i + 1)));
        }
        return all;
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            line("h" + heading.level(), heading.runs(), "id", heading.id());
        } else if (block instanceof Block.Paragraph paragraph) {
            line("p", paragraph.runs(), "class", paragraph.style());
        } else if (block instanceof Block.Items items) {
            String tag = items.numbered() ? "ol" : "ul";
            html.open(tag, filled("class", items.style())).own("\n");
            items.items().forEach(item -> line("li", item));
            html.close(tag);
        } else if (block instanceof Block.Terms terms) {
            html.open("dl").own("\n");
            terms.terms().forEach(term -> html.element("dt", term.name()).element("dd", term.text()));
            html.close("dl");
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Chart chart) {
            chart(chart);
        } else if (block instanceof Block.Group group) {
            html.open(group.tag(), group.attributes().toArray(String[]::new)).own("\n");
            group.blocks().forEach(this::block);
            html.close(group.tag());
        } else if (block instanceof Block.Details details) {
            html.open("details").own("\n").element("summary", details.summary());
            details.blocks().forEach(this::block);
            html.close("details");
        }
    }

    /** Returns the attribute, or nothing if its value is empty. */
    private static String[] filled(String name, String value) {
        return value.isEmpty() ? new String[0] : new String[] {name, value};
    }

    private void line(String tag, List<Run> runs) {
        line(tag, runs, "class", "");
    }

    private void line(String tag, List<Run> runs, String attribute, String value) {
        html.open(tag, filled(attribute, value)).own(markup(runs)).close(tag);
    }

    private void chart(Block.Chart chart) {
        if (chart.title().isEmpty()) {
            html.own(chart.svg());
            return;
        }
        html.open("figure").own("\n").element("figcaption", chart.title()).own(chart.svg());
        if (!chart.text().isEmpty()) {
            html.element("p", chart.text(), "class", "muted");
        }
        if (!chart.legend().items().isEmpty()) {
            block(chart.legend());
        }
        html.close("figure");
    }

    /**
     * Writes a table that becomes a list of cards on a narrow screen. Its roles are written explicitly, as browsers
     * drop them when a table is laid out differently; each cell then shows the name of its column. If all columns but
     * the first hold numbers, the table says so once instead of in each cell.
     */
    private void table(Block.Table table) {
        List<Block.Column> columns = table.columns();
        boolean numbers = columns.size() > 1 && columns.stream().skip(1).allMatch(Block.Column::number);
        html.open("table", "role", "table", "class", numbers ? "numbers" : "plain")
                .own("\n")
                .element("caption", table.caption());
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (Block.Column column : columns) {
            html.inline("th", column.name(), "scope", "col", "role", "columnheader", "class", column.style());
        }
        html.own("</tr>").close("thead").open("tbody", "role", "rowgroup").own("\n");
        for (List<List<Run>> row : table.rows()) {
            html.open("tr", "role", "row");
            for (int i = 0; i < row.size(); i++) {
                cell(columns.get(i), row.get(i), numbers);
            }
            html.close("tr");
        }
        html.close("tbody").close("table");
    }

    private void cell(Block.Column column, List<Run> runs, boolean numbers) {
        if (column.style().isEmpty() || (numbers && column.number())) {
            html.open("td", "role", "cell", "data-label", column.name());
        } else {
            html.open("td", "role", "cell", "class", column.style(), "data-label", column.name());
        }
        String text = markup(runs);
        html.own(column.number() ? text : "<bdi>" + text + "</bdi>").own("</td>");
    }

    private static String markup(List<Run> runs) {
        Markup line = new Markup();
        for (Run run : runs) {
            if (run instanceof Run.Strong strong) {
                line.inline("strong", strong.text());
            } else if (run instanceof Run.Styled styled) {
                line.inline("span", styled.text(), "class", styled.style());
            } else if (run instanceof Run.Marked marked) {
                line.own(marked.svg()).text(" " + marked.text());
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
