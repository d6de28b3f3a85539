package nl.betekenisvolmeten.indicators.formats.internal.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.finding.Language;

/** The beginning and end of every web page, which is self-contained and cannot run scripts. */
public final class HtmlPage {

    private static final String STYLE = style();

    private HtmlPage() {}

    private static String style() {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Begins a page, up to and including the opening tag of its body.
     *
     * @param html the destination
     * @param language the language of the page
     * @param title its title
     */
    public static void open(Markup html, Language language, String title) {
        html.own("<!DOCTYPE html>\n").open("html", "lang", language.tag()).own("\n<head>\n");
        html.own("<meta charset=\"utf-8\">\n");
        html.own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.own("<meta name=\"color-scheme\" content=\"light dark\">\n");
        // the page is self-contained, and a text that slipped through could not fetch or run anything
        html.own(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.element("title", title);
        html.own("<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
    }

    /**
     * Ends a page.
     *
     * @param html the page
     * @return the whole page
     */
    public static String close(Markup html) {
        return html.own("</body>\n</html>\n").toString();
    }
}
