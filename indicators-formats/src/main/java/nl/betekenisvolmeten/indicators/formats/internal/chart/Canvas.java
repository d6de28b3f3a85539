package nl.betekenisvolmeten.indicators.formats.internal.chart;

import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;
import nl.betekenisvolmeten.indicators.plot.Plot;

/** An SVG element under construction, in units of a view box: the page decides how large it is shown. */
final class Canvas {

    private static final String INK = "#1b1f24";
    private static final String MUTED = "#57606a";
    private static final String GRID = "#d0d7de";

    /** The points of a line, fewer where they cannot be told apart. */
    private static final double NEAREST = 0.5;

    private final Markup svg = new Markup();

    /** Begins a picture with a title and a text for readers who cannot see it. */
    Canvas(int width, int height, Caption caption) {
        String title = caption.id() + "-t";
        String text = caption.id() + "-d";
        svg.open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "chart",
                        "role",
                        "img",
                        "aria-labelledby",
                        title + " " + text,
                        "viewBox",
                        "0 0 " + width + " " + height,
                        "font-family",
                        "sans-serif")
                .own("\n");
        svg.element("title", caption.title(), "id", title).element("desc", caption.text(), "id", text);
    }

    /** A coordinate: tenths are finer than any screen shows. */
    static String text(double coordinate) {
        long tenths = Math.round(coordinate * 10);
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }

    /** The text, or as many of its characters as fit, with an ellipsis. */
    static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    void grid(double x1, double y1, double x2, double y2) {
        line("c-grid", GRID, "1", x1, y1, x2, y2);
    }

    void axis(double x1, double y1, double x2, double y2) {
        line("c-axis", MUTED, "1", x1, y1, x2, y2);
    }

    /** What points are compared with: dashed. */
    void reference(double x1, double y1, double x2, double y2) {
        svg.open(
                "line",
                "class",
                "c-reference",
                "stroke",
                INK,
                "stroke-width",
                "1.5",
                "stroke-dasharray",
                "5 3",
                "x1",
                text(x1),
                "y1",
                text(y1),
                "x2",
                text(x2),
                "y2",
                text(y2));
        svg.own("</line>\n");
    }

    /** What chance leaves open of a point. */
    void interval(double x1, double y1, double x2, double y2) {
        line("c-interval", MUTED, "2", x1, y1, x2, y2);
    }

    private void line(String style, String stroke, String width, double x1, double y1, double x2, double y2) {
        svg.open(
                "path",
                "class",
                style,
                "stroke",
                stroke,
                "stroke-width",
                width,
                "d",
                "M" + text(x1) + " " + text(y1) + "L" + text(x2) + " " + text(y2));
        svg.own("</path>\n");
    }

    /** A line through places, without those that would fall on the one before. */
    void curve(String style, String dashes, List<Plot.Position> places) {
        if (places.isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder();
        Plot.Position last = places.get(0);
        for (int i = 0; i < places.size(); i++) {
            Plot.Position place = places.get(i);
            boolean apart = Math.abs(place.x() - last.x()) >= NEAREST || Math.abs(place.y() - last.y()) >= NEAREST;
            if (i == 0 || apart || i == places.size() - 1) {
                path.append(i == 0 ? 'M' : 'L')
                        .append(text(place.x()))
                        .append(' ')
                        .append(text(place.y()));
                last = place;
            }
        }
        svg.open(
                "path",
                "class",
                style,
                "fill",
                "none",
                "stroke",
                MUTED,
                "stroke-width",
                "1.5",
                "stroke-dasharray",
                dashes,
                "d",
                path.toString());
        svg.own("</path>\n");
    }

    void mark(Mark mark, double x, double y, String title) {
        mark.draw(svg, x, y, title);
        svg.own("\n");
    }

    /** A number or name at an axis; where it is shortened, the whole of it is its title. */
    void label(String text, int most, String anchor, double x, double y) {
        write("c-label", MUTED, "11", text, most, anchor, x, y);
    }

    void heading(String text, int most, double x, double y) {
        write("c-text", INK, "12", text, most, "start", x, y);
    }

    void name(String text, int most, String anchor, double x, double y) {
        write("c-text", INK, "12", text, most, anchor, x, y);
    }

    private void write(
            String style, String fill, String size, String text, int most, String anchor, double x, double y) {
        String shown = shortened(text, most);
        svg.open(
                "text",
                "class",
                style,
                "fill",
                fill,
                "font-size",
                size,
                "text-anchor",
                anchor,
                "x",
                text(x),
                "y",
                text(y));
        svg.text(shown);
        if (!shown.equals(text)) {
            svg.inline("title", text);
        }
        svg.own("</text>\n");
    }

    String close() {
        return svg.own("</svg>\n").toString();
    }
}
