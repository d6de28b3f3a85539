package nl.betekenisvolmeten.indicators.formats.report;

import nl.betekenisvolmeten.indicators.finding.PrintableText;

/** HTML under construction. Whatever is given as text or as an attribute is escaped; tags and names are this package's own. */
final class Markup {

    private final StringBuilder html = new StringBuilder();

    /** An opening tag; attributes as name, value, name, value. */
    Markup open(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        html.append('>');
        return this;
    }

    Markup close(String tag) {
        html.append("</").append(tag).append(">\n");
        return this;
    }

    /** Text, escaped. */
    Markup text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** An element with a text, escaped. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** An element with a text, escaped, in a line of text. */
    Markup inline(String tag, String text, String... attributes) {
        open(tag, attributes).text(text);
        html.append("</").append(tag).append('>');
        return this;
    }

    /** This package's own markup, as it is. */
    Markup own(String markup) {
        html.append(markup);
        return this;
    }

    private static String escaped(String text) {
        return PrintableText.text(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
