package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;

/**
 * One page for readers of a publication: what is hidden and rounded in it, what the words in its files mean, what was checked,
 * and what is not promised. It holds no figure that is not published.
 */
public final class ProtectionStatement {

    /** The name of the file next to those of the tables. */
    public static final String FILE = "bescherming.html";

    private final Release release;
    private final ComparisonWords words;
    private final Markup html = new Markup();

    private ProtectionStatement(Release release, Language language) {
        this.release = release;
        words = new ComparisonWords(language);
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
        DisclosurePolicy policy = plan.policy();
        Language language = words.language();
        html.own("<!DOCTYPE html>\n")
                .open("html", "lang", language.tag())
                .open("head")
                .own("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
                .element("title", words.of("protection.title"))
                .own("<style>body{font-family:sans-serif;line-height:1.5;max-width:45em;margin:2em auto;padding:0 1em}"
                        + "table{border-collapse:collapse}td,th{padding:.2em .8em .2em 0;text-align:left}</style>\n")
                .close("head")
                .open("body")
                .element("h1", words.of("protection.title"));
        paragraph("public", plan.title().in(language), plan.id());
        hidden(policy);
        meanings();
        checked(policy);
        tables();
        heading("rests");
        html.element(
                "p",
                policy.title().in(language) + " (" + policy.id() + "). "
                        + policy.provenance().note().in(language));
        html.element("p", plan.provenance().note().in(language));
        return html.own("</body>\n</html>\n").toString();
    }

    private void heading(String key) {
        html.element("h2", words.of("protection." + key));
    }

    private void paragraph(String key, Object... arguments) {
        html.element("p", words.of("protection." + key, arguments));
    }

    private void hidden(DisclosurePolicy policy) {
        heading("hidden");
        paragraph("hidden.few", Integer.toString(policy.threshold()));
        paragraph("hidden.others");
        if (policy.rounding() > 1) {
            paragraph("hidden.rounded", policy.rounding());
        }
        paragraph("hidden.rates");
    }

    private void meanings() {
        heading("words");
        html.open("ul").own("\n");
        for (String word : List.of("exact", "incomplete", "suppressed", "refused", "missing", "zero")) {
            html.element("li", words.of("protection.words." + word));
        }
        html.close("ul");
    }

    private void checked(DisclosurePolicy policy) {
        heading("checked");
        boolean many = policy.level() == DisclosurePolicy.Level.L0;
        paragraph(many ? "checked.attack.L0" : "checked.attack", Integer.toString(policy.threshold()));
        if (policy.coalition() > 0) {
            paragraph(policy.coalition() == 1 ? "checked.own.one" : "checked.own.more", policy.coalition());
        }
        paragraph("checked.not");
    }

    private void tables() {
        heading("much");
        html.open("table").own("\n").open("tr");
        for (String column : List.of("table", "figures", "hidden", "withheld", "missing")) {
            html.element("th", words.of("protection.much." + column), "scope", "col");
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
            paragraph("much.coarser");
        }
    }
}
