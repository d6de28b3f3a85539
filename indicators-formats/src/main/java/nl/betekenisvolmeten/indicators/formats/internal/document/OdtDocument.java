package nl.betekenisvolmeten.indicators.formats.internal.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Charts;
import nl.betekenisvolmeten.indicators.formats.internal.zip.StableZip;

/**
 * A text as an OpenDocument file, which can be edited further: headings, lists, tables with a header row and charts
 * with a text for readers who cannot see them. It contains no time of writing, so the same text gives the same bytes.
 */
public final class OdtDocument {

    private static final String MIME = "application/vnd.oasis.opendocument.text";
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final double CHART_WIDTH = 12;
    private static final String SPACES = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
            + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
            + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
            + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
            + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\">";
    private static final String LEVEL =
            "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
                    + "<style:list-level-label-alignment text:label-followed-by=\"listtab\" fo:text-indent=\"-0.5cm\""
                    + " fo:margin-left=\"0.8cm\"/></style:list-level-properties>";
    private static final String AUTOMATIC = "<office:automatic-styles>"
            + "<style:style style:name=\"Grid\" style:family=\"table\"><style:table-properties style:width=\"17cm\""
            + " table:align=\"margins\"/></style:style>"
            + "<style:style style:name=\"Wide\" style:family=\"table-column\"><style:table-column-properties"
            + " style:rel-column-width=\"2*\"/></style:style>"
            + "<style:style style:name=\"Narrow\" style:family=\"table-column\"><style:table-column-properties"
            + " style:rel-column-width=\"1*\"/></style:style>"
            + "<style:style style:name=\"Whole\" style:family=\"table-row\"><style:table-row-properties"
            + " fo:keep-together=\"always\"/></style:style>"
            + "<style:style style:name=\"Box\" style:family=\"table-cell\"><style:table-cell-properties"
            + " fo:border-bottom=\"0.5pt solid #d0d7de\" fo:padding=\"0.1cm\"/></style:style>"
            + "<text:list-style style:name=\"Bullets\"><text:list-level-style-bullet text:level=\"1\""
            + " text:bullet-char=\"\u2022\">" + LEVEL + "</text:list-level-style-bullet></text:list-style>"
            + "<text:list-style style:name=\"Numbers\"><text:list-level-style-number text:level=\"1\""
            + " style:num-format=\"1\" style:num-suffix=\".\">" + LEVEL
            + "</text:list-level-style-number></text:list-style></office:automatic-styles>";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final List<String> pictures = new ArrayList<>();
    private int tables;

    private OdtDocument() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /**
     * Writes a text.
     *
     * @param title its title
     * @param blocks the text
     * @param footer the text below it
     * @param language its language
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(String title, List<Block> blocks, String footer, Language language, OutputStream out)
            throws IOException {
        try {
            OdtDocument document = new OdtDocument();
            for (Block block : blocks) {
                document.block(block);
            }
            document.paragraph("Footer", List.of(new Run.Text(footer)));
            document.xml.flush();
            document.zip(title, language, out);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void zip(String title, Language language, OutputStream out) throws IOException {
        StableZip zip = StableZip.of(out);
        zip.putStored("mimetype", MIME);
        zip.put(
                "content.xml",
                HEAD + "<office:document-content" + SPACES + AUTOMATIC + "<office:body><office:text>" + text
                        + "</office:text></office:body></office:document-content>");
        zip.put("styles.xml", styles(language));
        zip.put(
                "meta.xml",
                HEAD + "<office:document-meta" + SPACES + "<office:meta><dc:title>" + escaped(title)
                        + "</dc:title><dc:language>" + language.tag()
                        + "</dc:language></office:meta></office:document-meta>");
        StringBuilder manifest = new StringBuilder(HEAD)
                .append("<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
                        + " manifest:version=\"1.3\">");
        file(manifest, "/", MIME);
        List.of("content.xml", "styles.xml", "meta.xml").forEach(name -> file(manifest, name, "text/xml"));
        for (int i = 0; i < pictures.size(); i++) {
            zip.put(picture(i), pictures.get(i));
            file(manifest, picture(i), "image/svg+xml");
        }
        zip.put("META-INF/manifest.xml", manifest.append("</manifest:manifest>").toString());
        zip.finish();
    }

    private static String picture(int index) {
        return "Pictures/" + (index + 1) + ".svg";
    }

    private static void file(StringBuilder manifest, String name, String type) {
        manifest.append("<manifest:file-entry manifest:full-path=\"")
                .append(name)
                .append("\" manifest:media-type=\"")
                .append(type)
                .append("\"/>");
    }

    private static String escaped(String text) {
        return PrintableText.text(text).replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String styles(Language language) {
        String country = language == Language.NL ? "NL" : "GB";
        return HEAD + "<office:document-styles" + SPACES + "<office:styles>"
                + "<style:default-style style:family=\"paragraph\"><style:paragraph-properties"
                + " fo:margin-bottom=\"0.2cm\"/><style:text-properties fo:font-family=\"Liberation Sans\""
                + " fo:font-size=\"10.5pt\" fo:language=\"" + language.tag() + "\" fo:country=\"" + country
                + "\"/></style:default-style>"
                + style("Standard", "paragraph", "", "")
                + heading(1, "20pt")
                + heading(2, "14pt")
                + heading(3, "11.5pt")
                + style("Notice", "paragraph", " fo:border=\"0.5pt solid #000000\" fo:padding=\"0.15cm\"", BOLD)
                + style(
                        "Caption",
                        "paragraph",
                        " fo:keep-with-next=\"always\"",
                        " fo:color=\"#57606a\" fo:font-size=\"9pt\"")
                + style("Footer", "paragraph", " fo:margin-top=\"0.6cm\"", " fo:color=\"#57606a\" fo:font-size=\"9pt\"")
                + style("Head", "paragraph", "", BOLD + SMALL)
                + style("HeadNumber", "paragraph", " fo:text-align=\"end\"", BOLD + SMALL)
                + style("Cell", "paragraph", "", SMALL)
                + style("Number", "paragraph", " fo:text-align=\"end\"", SMALL)
                + style("Strong", "text", "", BOLD)
                + "</office:styles><office:automatic-styles><style:page-layout style:name=\"A4\">"
                + "<style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin=\"2cm\"/>"
                + "</style:page-layout></office:automatic-styles><office:master-styles><style:master-page"
                + " style:name=\"Standard\" style:page-layout-name=\"A4\"/></office:master-styles>"
                + "</office:document-styles>";
    }

    private static final String BOLD = " fo:font-weight=\"bold\"";
    private static final String SMALL = " fo:font-size=\"9pt\"";

    private static String heading(int level, String size) {
        return style(
                "Heading_" + level,
                "paragraph",
                " fo:margin-top=\"0.5cm\" fo:keep-with-next=\"always\"",
                BOLD + " fo:font-size=\"" + size + "\"");
    }

    private static String style(String name, String family, String paragraph, String text) {
        return "<style:style style:name=\"" + name + "\" style:family=\"" + family + "\">"
                + (paragraph.isEmpty() ? "" : "<style:paragraph-properties" + paragraph + "/>")
                + "<style:text-properties" + text + "/></style:style>";
    }

    private void block(Block block) throws XMLStreamException {
        if (block instanceof Block.Heading heading) {
            xml.writeStartElement("text:h");
            xml.writeAttribute("text:style-name", "Heading_" + heading.level());
            xml.writeAttribute("text:outline-level", Integer.toString(heading.level()));
            runs(heading.runs());
            xml.writeEndElement();
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(paragraph.style().startsWith("verdict") ? "Notice" : "Standard", paragraph.runs());
        } else if (block instanceof Block.Items items) {
            items(items);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else {
            chart((Block.Chart) block);
        }
    }

    private void paragraph(String style, List<Run> runs) throws XMLStreamException {
        xml.writeStartElement("text:p");
        xml.writeAttribute("text:style-name", style);
        runs(runs);
        xml.writeEndElement();
    }

    private void runs(List<Run> runs) throws XMLStreamException {
        for (Run run : runs) {
            String shown = PrintableText.text(run.text());
            if (run instanceof Run.Strong) {
                xml.writeStartElement("text:span");
                xml.writeAttribute("text:style-name", "Strong");
                xml.writeCharacters(shown);
                xml.writeEndElement();
            } else if (run instanceof Run.Link link) {
                xml.writeStartElement("text:a");
                xml.writeAttribute("xlink:type", "simple");
                xml.writeAttribute("xlink:href", link.target());
                xml.writeCharacters(shown);
                xml.writeEndElement();
            } else {
                xml.writeCharacters(shown);
            }
        }
    }

    private void items(Block.Items items) throws XMLStreamException {
        xml.writeStartElement("text:list");
        xml.writeAttribute("text:style-name", items.numbered() ? "Numbers" : "Bullets");
        for (List<Run> item : items.items()) {
            xml.writeStartElement("text:list-item");
            paragraph("Standard", item);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void table(Block.Table table) throws XMLStreamException {
        paragraph("Caption", List.of(new Run.Text(table.caption())));
        tables++;
        xml.writeStartElement("table:table");
        xml.writeAttribute("table:name", "T" + tables);
        xml.writeAttribute("table:style-name", "Grid");
        for (int i = 0; i < table.columns().size(); i++) {
            xml.writeEmptyElement("table:table-column");
            xml.writeAttribute("table:style-name", i == 0 ? "Wide" : "Narrow");
        }
        xml.writeStartElement("table:table-header-rows");
        xml.writeStartElement("table:table-row");
        for (Block.Column column : table.columns()) {
            cell(column.number() ? "HeadNumber" : "Head", List.of(new Run.Text(column.name())));
        }
        xml.writeEndElement();
        xml.writeEndElement();
        for (List<List<Run>> row : table.rows()) {
            xml.writeStartElement("table:table-row");
            xml.writeAttribute("table:style-name", "Whole");
            for (int i = 0; i < row.size(); i++) {
                cell(table.columns().get(i).number() ? "Number" : "Cell", row.get(i));
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void cell(String style, List<Run> runs) throws XMLStreamException {
        xml.writeStartElement("table:table-cell");
        xml.writeAttribute("table:style-name", "Box");
        paragraph(style, runs);
        xml.writeEndElement();
    }

    private void chart(Block.Chart chart) throws XMLStreamException {
        Matcher size = SIZE.matcher(chart.svg());
        double height = size.find()
                ? CHART_WIDTH * Integer.parseInt(size.group(2)) / Integer.parseInt(size.group(1))
                : CHART_WIDTH;
        xml.writeStartElement("text:p");
        xml.writeAttribute("text:style-name", "Standard");
        xml.writeStartElement("draw:frame");
        xml.writeAttribute("draw:name", "C" + (pictures.size() + 1));
        xml.writeAttribute("text:anchor-type", "as-char");
        xml.writeAttribute("svg:width", CHART_WIDTH + "cm");
        xml.writeAttribute("svg:height", String.format(Locale.ROOT, "%.2fcm", height));
        xml.writeEmptyElement("draw:image");
        xml.writeAttribute("xlink:href", picture(pictures.size()));
        xml.writeAttribute("xlink:type", "simple");
        xml.writeAttribute("xlink:show", "embed");
        xml.writeAttribute("xlink:actuate", "onLoad");
        xml.writeStartElement("svg:title");
        xml.writeCharacters(PrintableText.text(chart.title()));
        xml.writeEndElement();
        xml.writeStartElement("svg:desc");
        xml.writeCharacters(PrintableText.text(chart.text()));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        paragraph("Caption", List.of(new Run.Text(chart.title() + ". " + chart.text())));
        pictures.add(Charts.file(chart.svg()));
    }
}
