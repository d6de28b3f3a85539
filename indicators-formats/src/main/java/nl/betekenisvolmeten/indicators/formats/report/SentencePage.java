package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;

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
        ComparisonWords words = new ComparisonWords(language);
        SentencePage table = page.table();
        Markup html = new Markup();
        String purpose = PrintableText.text(page.purpose());
        words.begin(html, table.title(), purpose);
        table.lead().forEach(sentence -> html.element("p", sentence));
        html.close("header");
        if (table.sections().size() > 1) {
            html.open("nav", "aria-label", table.title()).open("p");
            for (int i = 0; i < table.sections().size(); i++) {
                html.text(i == 0 ? "" : " · ")
                        .inline("a", table.sections().get(i).heading(), "href", "#s" + (i + 1));
            }
            html.close("p").close("nav");
        }
        html.open("main").own("\n");
        for (int i = 0; i < table.sections().size(); i++) {
            write(table.sections().get(i), "s" + (i + 1), html);
        }
        html.close("main");
        out.write(words.end(html, version, purpose));
        out.flush();
    }

    private static void write(Section section, String id, Markup html) {
        html.open("article", "id", id, "aria-labelledby", id + "-h").own("\n");
        html.element("h2", section.heading(), "id", id + "-h");
        section.lead().forEach(sentence -> html.element("p", sentence, "class", "lead"));
        for (Part part : section.parts()) {
            html.element("h3", part.heading()).open("ul").own("\n");
            part.sentences().forEach(sentence -> html.element("li", sentence));
            html.close("ul");
        }
        html.close("article");
    }
}
