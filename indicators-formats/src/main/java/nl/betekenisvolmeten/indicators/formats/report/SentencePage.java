package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.HtmlDocument;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;

/**
 * A page of sentences for readers with little time: each subject begins with what matters most. A host application may
 * show it in its own way, or as a web page.
 *
 * @param title its subject
 * @param lead a few sentences that apply to all of it, such as when it was made
 * @param sections its sections, such as one for each area
 */
public record SentencePage(String title, List<String> lead, List<Section> sections) {

    public SentencePage {
        lead = List.copyOf(lead);
        sections = List.copyOf(sections);
    }

    /**
     * A section about one subject.
     *
     * @param heading its name
     * @param lead what matters most, a few sentences
     * @param parts the rest
     */
    public record Section(String heading, List<String> lead, List<Part> parts) {

        public Section {
            lead = List.copyOf(lead);
            parts = List.copyOf(parts);
        }
    }

    /**
     * Part of a section.
     *
     * @param heading its subject
     * @param sentences the sentences
     */
    public record Part(String heading, List<String> sentences) {

        public Part {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * Writes one self-contained web page, without scripts or other files.
     *
     * @param page the page, with what it is for
     * @param language the language of the page
     * @param version the version of the program that makes it
     * @param out the destination, in UTF-8; not closed
     * @throws IOException if writing fails
     */
    public static void writeHtml(InternalUse<SentencePage> page, Language language, String version, Writer out)
            throws IOException {
        SentencePage table = page.table();
        List<Block> lead = table.lead().stream()
                .<Block>map(text -> Block.paragraph("", text))
                .toList();
        List<Block> blocks = new ArrayList<>();
        List<Block> main = new ArrayList<>();
        List<Run> links = new ArrayList<>();
        for (Section section : table.sections()) {
            String id = "s" + (main.size() + 1);
            links.add(new Run.Text(main.isEmpty() ? "" : " · "));
            links.add(new Run.Link(section.heading(), "#" + id));
            main.add(Block.article(id, section.heading(), blocks(section)));
        }
        if (main.size() > 1) {
            blocks.add(Block.group("nav", List.of(new Block.Paragraph("", links)), "aria-label", table.title()));
        }
        blocks.add(Block.group("main", main));
        HtmlDocument.write(
                language,
                table.title(),
                new ComparisonWords(language).layout(table.title(), page.purpose(), version, lead, blocks),
                out);
    }

    private static List<Block> blocks(Section section) {
        List<Block> blocks = new ArrayList<>();
        section.lead().forEach(sentence -> blocks.add(Block.paragraph("lead", sentence)));
        section.parts().forEach(part -> blocks.addAll(Block.list(3, part.heading(), part.sentences())));
        return blocks;
    }
}
