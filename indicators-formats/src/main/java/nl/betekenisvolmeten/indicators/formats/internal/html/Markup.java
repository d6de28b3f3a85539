package nl.betekenisvolmeten.indicators.formats.internal.html;

import nl.betekenisvolmeten.indicators.finding.PrintableText;

/** HTML or SVG under construction. Texts and attribute values are escaped; tags and names are not. */
public final class Markup {

    private final StringBuilder html = new StringBuilder();

    /**
     * Adds an opening tag.
     *
     * @param tag its name
     * @param attributes alternating names and values; values are escaped
     * @return this
     */
    public Markup open(String tag, String... attributes) {
        return begin(tag, attributes, ">");
    }

    /**
     * Adds an element without content, in SVG.
     *
     * @param tag its name
     * @param attributes alternating names and values; values are escaped
     * @return this
     */
    public Markup empty(String tag, String... attributes) {
        return begin(tag, attributes, "/>");
    }

    private Markup begin(String tag, String[] attributes, String end) {
        html.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        html.append(end);
        return this;
    }

    /**
     * Adds a closing tag, and ends the line.
     *
     * @param tag its name
     * @return this
     */
    public Markup close(String tag) {
        html.append("</").append(tag).append(">\n");
        return this;
    }

    /**
     * Adds a text.
     *
     * @param text any text; escaped
     * @return this
     */
    public Markup text(String text) {
        html.append(escaped(text));
        return this;
    }

    /**
     * Adds an element with a text, on a line of its own.
     *
     * @param tag its name
     * @param text any text; escaped
     * @param attributes alternating names and values; values are escaped
     * @return this
     */
    public Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /**
     * Adds an element with a text, in a line of text.
     *
     * @param tag its name
     * @param text any text; escaped
     * @param attributes alternating names and values; values are escaped
     * @return this
     */
    public Markup inline(String tag, String text, String... attributes) {
        open(tag, attributes).text(text);
        html.append("</").append(tag).append('>');
        return this;
    }

    /**
     * Adds markup as it is.
     *
     * @param markup trusted markup; must not contain unescaped user text
     * @return this
     */
    public Markup own(String markup) {
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
