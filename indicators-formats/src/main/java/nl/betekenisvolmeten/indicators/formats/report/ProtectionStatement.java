package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;
import nl.betekenisvolmeten.indicators.model.LocalizedText;

/**
 * One page for readers of a publication: what is hidden and rounded in it, what the words in its files mean, what was checked,
 * and what is not promised. It holds no figure that is not published.
 */
public final class ProtectionStatement {

    /** The name of the file next to those of the tables. */
    public static final String FILE = "bescherming.html";

    private final Release release;
    private final Language language;
    private final Markup html = new Markup();

    private ProtectionStatement(Release release, Language language) {
        this.release = release;
        this.language = language;
    }

    /**
     * Writes the page as HTML that needs no other file.
     *
     * @param release the publication
     * @param language the language
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(Release release, Language language, Writer out) throws IOException {
        out.write(new ProtectionStatement(release, language).page());
        out.flush();
    }

    private String page() {
        PublicationPlan plan = release.plan();
        String title = word("Hoe deze cijfers zijn beschermd", "How these figures are protected");
        html.own("<!DOCTYPE html>\n")
                .open("html", "lang", language == Language.NL ? "nl" : "en")
                .open("head")
                .own("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
                .element("title", title)
                .own("<style>body{font-family:sans-serif;line-height:1.5;max-width:45em;margin:2em auto;padding:0 1em}"
                        + "table{border-collapse:collapse}td,th{padding:.2em .8em .2em 0;text-align:left}</style>\n")
                .close("head")
                .open("body")
                .element("h1", title)
                .element(
                        "p",
                        plan.title().in(language) + " (" + plan.id() + "). "
                                + word("Dit bestand is openbaar.", "This file is public."));
        hidden(plan.policy());
        words();
        checked(plan.policy());
        tables();
        html.element("h2", word("Waar dit op rust", "What this rests on"));
        paragraph(plan.policy().title().in(language) + " (" + plan.policy().id() + "). "
                + plan.policy().provenance().note().in(language));
        paragraph(plan.provenance().note().in(language));
        return html.own("</body>\n</html>\n").toString();
    }

    private String word(String nl, String en) {
        return LocalizedText.of(nl, en).in(language);
    }

    private void paragraph(String text) {
        html.element("p", text);
    }

    private void hidden(DisclosurePolicy policy) {
        html.element("h2", word("Wat er is verborgen en afgerond", "What is hidden and rounded"));
        int threshold = policy.threshold();
        paragraph(word(
                "U ziet geen cijfers over minder dan " + threshold
                        + " personen. Dat geldt ook voor andere aantallen over"
                        + " dezelfde personen, zoals hun bezoeken. Zo kan niemand worden herkend.",
                "There are no figures about fewer than " + threshold
                        + " persons. That includes other counts about the same"
                        + " persons, such as their visits. So nobody can be recognised."));
        paragraph(word(
                "Soms is ook een groter aantal verborgen. Anders kan iemand het kleine aantal uitrekenen, met een totaal en"
                        + " de andere gebieden. U kunt niet zien om welke reden een cijfer is verborgen.",
                "Sometimes a larger count is hidden too. Otherwise someone could work out the small one, from a total and"
                        + " the other areas. You cannot see why a figure is hidden."));
        if (policy.rounding() > 1) {
            paragraph(word(
                    "Alle andere aantallen zijn afgerond op een veelvoud van " + policy.rounding()
                            + ", elk aantal apart."
                            + " Daarom is de som van de wijken soms iets anders dan het cijfer van het stadsdeel.",
                    "All other counts are rounded to a multiple of " + policy.rounding()
                            + ", each by itself. So the sum of"
                            + " districts may differ a little from the figure of the city district."));
        }
        paragraph(word(
                "Cijfers per 1.000 inwoners zijn gemaakt van de afgeronde aantallen. Ze horen bij het gebied waar iets plaatsvond;"
                        + " niet iedereen die er kwam, woont er.",
                "Figures per 1,000 inhabitants are made of the rounded counts. They belong to the area where something took"
                        + " place; not everyone who came lives there."));
    }

    private void words() {
        html.element("h2", word("Wat de woorden in de bestanden betekenen", "What the words in the files mean"));
        html.open("ul").own("\n");
        for (String item : List.of(
                word("exact: het aantal is bekend, en afgerond.", "exact: the count is known, and rounded."),
                word(
                        "incomplete: een deel is niet geleverd; dit is wat er wel is.",
                        "incomplete: a part was not delivered; this is what came in."),
                word("suppressed: verborgen.", "suppressed: hidden."),
                word(
                        "refused: het aantal staat niet precies vast. Wie op twee plekken komt, is één persoon; hoeveel"
                                + " mensen dat zijn, weten wij niet altijd.",
                        "refused: the count is not known exactly. Who comes to two places is one person; how many people do,"
                                + " is not always known."),
                word("missing: hier is niets over geleverd.", "missing: nothing was delivered about this."),
                word(
                        "0: er was niets, of zo weinig bijeenkomsten of uren dat het op 0 is afgerond.",
                        "0: there was nothing, or so few meetings or hours that they were rounded to 0."))) {
            html.element("li", item);
        }
        html.close("ul");
    }

    private void checked(DisclosurePolicy policy) {
        html.element("h2", word("Hoe dit is gecontroleerd", "How this was checked"));
        paragraph(word(
                "Een apart programma heeft geprobeerd om de verborgen aantallen uit te rekenen, met alle bestanden van deze"
                        + " publicatie. Dat is niet gelukt: bij elk verborgen aantal blijft meer dan één getal mogelijk"
                        + (policy.level() == DisclosurePolicy.Level.L0
                                ? "."
                                : ", en van geen enkel aantal is te bewijzen dat het onder de " + policy.threshold()
                                        + " ligt."),
                "A separate program tried to work out the hidden counts, from all files of this publication. It did not"
                        + " succeed: for each hidden count more than one number remains possible"
                        + (policy.level() == DisclosurePolicy.Level.L0
                                ? "."
                                : ", and no count can be proven to be below " + policy.threshold() + ".")));
        int members = policy.coalition();
        if (members > 0) {
            paragraph(word(
                    "Ook een organisatie die haar eigen cijfers kent, kan de kleine aantallen van andere organisaties niet"
                            + " uitrekenen."
                            + (members == 1
                                    ? ""
                                    : " Dat geldt ook voor " + members
                                            + " organisaties die hun cijfers naast elkaar leggen."),
                    "An organisation, which knows its own figures, cannot work out the small counts of others either."
                            + (members == 1
                                    ? ""
                                    : " Nor can " + members + " organisations that put their figures together.")));
        }
        paragraph(word(
                "Niet gecontroleerd is wat iemand te weten komt die ook andere bronnen heeft.",
                "Not checked is what someone finds out who has other sources too."));
    }

    private void tables() {
        html.element("h2", word("Hoeveel er is verborgen", "How much is hidden"));
        html.open("table").own("\n").open("tr");
        for (String head : List.of(
                word("Tabel", "Table"),
                word("Cijfers", "Figures"),
                word("Verborgen", "Hidden"),
                word("Niet precies bekend", "Not known exactly"),
                word("Niet geleverd", "Not delivered"))) {
            html.element("th", head, "scope", "col");
        }
        html.close("tr");
        for (Release.ProtectionReport.TableReport table : release.report().tables()) {
            html.open("tr").element("th", table.table(), "scope", "row");
            for (long number : List.of(table.figures(), table.hidden(), table.withheld(), table.missing())) {
                html.element("td", Long.toString(number));
            }
            html.close("tr");
        }
        html.close("table");
        if (release.report().tables().stream().anyMatch(Release.ProtectionReport.TableReport::isMuchHidden)) {
            paragraph(word(
                    "In een van de tabellen is meer dan 30 % verborgen. Grotere gebieden of langere perioden zeggen dan meer.",
                    "In one of the tables more than 30% is hidden. Larger areas or longer periods would tell more."));
        }
    }
}
