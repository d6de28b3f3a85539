package nl.betekenisvolmeten.indicators.formats.internal.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Charts;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;
import nl.betekenisvolmeten.indicators.formats.internal.zip.StableZip;

/**
 * Writes blocks as an OpenDocument file, which can be edited further: headings, lists, tables with a header row and
 * charts with a text for readers who cannot see them. It contains no time of writing, so the same text gives the same
 * bytes.
 */
final class OdtDocument {

    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern SHARED = Pattern.compile("<g id=.*?</g>", Pattern.DOTALL);
    private static final Pattern REUSED = Pattern.compile("<use [^>]*/>");
    private static final double CHART_WIDTH = 12;
    private static final double PANEL_WIDTH = 5.5;

    private final Markup text = new Markup();
    private final List<String> pictures = new ArrayList<>();
    private int tables;
    /** The id of a group, which its first heading gets. */
    private String bookmark = "";

    /** The axes that small charts share. */
    private String shared = "";

    private OdtDocument() {}

    /**
     * Writes a page.
     *
     * @param page the page
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    static void write(Page page, OutputStream out) throws IOException {
        OdtDocument document = new OdtDocument();
        page.blocks().forEach(document::block);
        document.paragraph("Footer", Run.text(page.footer()));
        document.zip(page.title(), page.language(), out);
    }

    private void zip(String title, Language language, OutputStream out) throws IOException {
        StableZip zip = StableZip.of(out);
        zip.putStored("mimetype", "application/vnd.oasis.opendocument.text");
        zip.put("content.xml", file("content").replace("{text}", text.toString()));
        zip.put(
                "styles.xml",
                file("styles")
                        .replace("{language}", language.tag())
                        .replace("{country}", language == Language.NL ? "NL" : "GB"));
        zip.put(
                "meta.xml",
                file("meta")
                        .replace("{language}", language.tag())
                        .replace("{title}", new Markup().text(title).toString()));
        Markup files = new Markup();
        for (int i = 0; i < pictures.size(); i++) {
            zip.put(picture(i), pictures.get(i));
            files.empty(
                    "manifest:file-entry", "manifest:full-path", picture(i), "manifest:media-type", "image/svg+xml");
        }
        zip.put("META-INF/manifest.xml", file("manifest").replace("{pictures}", files.toString()));
        zip.finish();
    }

    private static String file(String name) {
        return HtmlDocument.resource(OdtDocument.class, "odt-" + name + ".xml");
    }

    private static String picture(int index) {
        return "Pictures/" + (index + 1) + ".svg";
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            String level = Integer.toString(Math.min(3, heading.level()));
            text.open("text:h", "text:style-name", "Heading_" + level, "text:outline-level", level);
            if (!bookmark.isEmpty()) {
                text.empty("text:bookmark", "text:name", bookmark);
                bookmark = "";
            }
            runs(heading.runs());
            text.close("text:h");
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(paragraph.style().startsWith("verdict") ? "Notice" : "Standard", paragraph.runs());
        } else if (block instanceof Block.Items items) {
            items(items);
        } else if (block instanceof Block.Terms terms) {
            terms.terms()
                    .forEach(term -> paragraph(
                            "Standard", List.of(new Run.Strong(term.name()), new Run.Text(": " + term.text()))));
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Chart chart) {
            chart(chart);
        } else if (block instanceof Block.Group group) {
            group(group);
        } else if (block instanceof Block.Details details) {
            paragraph("Standard", List.of(new Run.Strong(details.summary())));
            details.blocks().forEach(this::block);
        }
    }

    private void group(Block.Group group) {
        int id = group.attributes().indexOf("id");
        if (id >= 0) {
            bookmark = group.attributes().get(id + 1);
        }
        boolean panels = group.blocks().stream()
                .allMatch(block ->
                        block instanceof Block.Chart chart && chart.title().isEmpty());
        if (!panels) {
            group.blocks().forEach(this::block);
            return;
        }
        text.open("text:p", "text:style-name", "Standard");
        for (Block block : group.blocks()) {
            picture((Block.Chart) block, PANEL_WIDTH);
        }
        text.close("text:p");
    }

    private void paragraph(String style, List<Run> runs) {
        text.open("text:p", "text:style-name", style);
        runs(runs);
        text.close("text:p");
    }

    private void runs(List<Run> runs) {
        for (Run run : runs) {
            if (run instanceof Run.Strong) {
                text.inline("text:span", run.text(), "text:style-name", "Strong");
            } else if (run instanceof Run.Link link) {
                text.inline("text:a", run.text(), "xlink:type", "simple", "xlink:href", link.target());
            } else {
                text.text(run.text());
            }
        }
    }

    private void items(Block.Items items) {
        text.open("text:list", "text:style-name", items.numbered() ? "Numbers" : "Bullets");
        for (List<Run> item : items.items()) {
            text.open("text:list-item");
            paragraph("Standard", item);
            text.close("text:list-item");
        }
        text.close("text:list");
    }

    private void table(Block.Table table) {
        paragraph("Caption", Run.text(table.caption()));
        tables++;
        text.open("table:table", "table:name", "T" + tables, "table:style-name", "Grid");
        int last = table.columns().size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean words = i == 0 || (i == last && !table.columns().get(i).number());
            text.empty("table:table-column", "table:style-name", words ? "Wide" : "Narrow");
        }
        text.open("table:table-header-rows").open("table:table-row");
        for (Block.Column column : table.columns()) {
            cell(column.number() ? "HeadNumber" : "Head", Run.text(column.name()));
        }
        text.close("table:table-row").close("table:table-header-rows");
        for (List<List<Run>> row : table.rows()) {
            text.open("table:table-row", "table:style-name", "Whole");
            for (int i = 0; i < row.size(); i++) {
                cell(table.columns().get(i).number() ? "Number" : "Cell", row.get(i));
            }
            text.close("table:table-row");
        }
        text.close("table:table");
    }

    private void cell(String style, List<Run> runs) {
        text.open("table:table-cell", "table:style-name", "Box");
        paragraph(style, runs);
        text.close("table:table-cell");
    }

    private void chart(Block.Chart chart) {
        text.open("text:p", "text:style-name", "Standard");
        picture(chart, CHART_WIDTH);
        text.close("text:p");
        paragraph("Caption", Run.text(chart.text().isEmpty() ? chart.title() : chart.title() + ". " + chart.text()));
    }

    private void picture(Block.Chart chart, double width) {
        Matcher size = SIZE.matcher(chart.svg());
        double height = size.find() ? width * Integer.parseInt(size.group(2)) / Integer.parseInt(size.group(1)) : width;
        text.open(
                "draw:frame",
                "draw:name",
                "C" + (pictures.size() + 1),
                "text:anchor-type",
                "as-char",
                "svg:width",
                width + "cm",
                "svg:height",
                String.format(Locale.ROOT, "%.2fcm", height));
        text.empty(
                "draw:image",
                "xlink:href",
                picture(pictures.size()),
                "xlink:type",
                "simple",
                "xlink:show",
                "embed",
                "xlink:actuate",
                "onLoad");
        text.inline("svg:title", chart.title()).inline("svg:desc", chart.text());
        text.own("</draw:frame>");
        Matcher drawn = SHARED.matcher(chart.svg());
        shared = drawn.find() ? drawn.group() : shared;
        // in a file of its own, a picture cannot refer to another
        pictures.add(Charts.file(REUSED.matcher(chart.svg()).replaceAll(Matcher.quoteReplacement(shared))));
    }
}
