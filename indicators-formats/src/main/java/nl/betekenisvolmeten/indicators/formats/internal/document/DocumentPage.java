package nl.betekenisvolmeten.indicators.formats.internal.document;

import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Language;

/**
 * A report as one text; its JSON has the same content, with each figure in full.
 *
 * @param kind the kind of report
 * @param use who may see it: {@code internal} or {@code public}
 * @param purpose its purpose
 * @param language the tag of its language
 * @param version the version of the program
 * @param definitions the definitions that were used
 * @param title its title
 * @param blocks the text
 * @param footer the text below it
 */
public record DocumentPage(
        String kind,
        String use,
        String purpose,
        String language,
        String version,
        List<String> definitions,
        String title,
        List<Block> blocks,
        String footer) {

    public DocumentPage {
        definitions = List.copyOf(definitions);
        blocks = List.copyOf(blocks);
    }

    /**
     * Returns the page, for people and programs.
     *
     * @return the page, whose JSON is this record
     */
    public Page page() {
        Language readers = language.equals(Language.NL.tag()) ? Language.NL : Language.EN;
        List<Block> layout = List.of(
                Block.group("main", HtmlDocument.sections(blocks), "class", "letter"),
                Block.group("footer", List.of(Block.paragraph("", footer))));
        return new Page(readers, title, blocks, layout, footer, this);
    }
}
