package nl.betekenisvolmeten.indicators.formats.internal.chart;

import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;
import nl.betekenisvolmeten.indicators.plot.Plot;

/** An SVG element under construction, in units of a view box; the page decides its size. */
final class Canvas {

    /** Smallest distance between points of a line; closer points are left out, as they cannot be distinguished. */
    private static final double NEAREST = 0.5;

    private final Markup svg = new Markup();

    /** Begins a picture with a title and a text for readers who cannot see it. */
    Canvas(int width, int height, Caption caption) {
        String title = caption.id() + "-t";
        String text = caption.id() + "-d";
        svg.open(
                        "svg",
                        "class",
                        "chart",
                        "role",
                        "img",
                        "aria-labelledby",
                        title + " " + text,
                        "viewBox",
                        "0 0 " + width + " " + height)
                .own("\n");
        svg.inline("title", caption.title(), "id", title).inline("desc", caption.text(), "id", text);
    }

    /** Returns a coordinate as text, in tenths, which are finer than any screen shows. */
    static String text(double coordinate) {
        long tenths = Math.round(coordinate * 10);
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }

    /** Returns the text, or as many of its characters as fit, with an ellipsis. */
    static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    void grid(double x1, double y1, double x2, double y2) {
        line("c-grid", x1, y1, x2, y2);
    }

    void axis(double x1, double y1, double x2, double y2) {
        line("c-axis", x1, y1, x2, y2);
    }

    /** Draws the dashed line that points are compared with. */
    void reference(double x1, double y1, double x2, double y2) {
        line("c-reference", x1, y1, x2, y2);
    }

    /** Draws the interval of a point. */
    void interval(double x1, double y1, double x2, double y2) {
        line("c-interval", x1, y1, x2, y2);
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        String end = y1 == y2 ? "H" + text(x2) : x1 == x2 ? "V" + text(y2) : "L" + text(x2) + " " + text(y2);
        path(style, "M" + text(x1) + " " + text(y1) + end);
    }

    private void path(String style, String path) {
        svg.empty("path", "class", style, "d", path);
    }

    /** Begins a part that other pictures on the page reuse. */
    void openShared(String id) {
        svg.open("g", "id", id).own("\n");
    }

    void closeShared() {
        svg.close("g");
    }

    /** Reuses a part that another picture on the page drew. */
    void shared(String id) {
        svg.empty("use", "href", "#" + id);
    }

    /** Draws a line through positions, without those that coincide with the previous one or lie on a level stretch. */
    void curve(String style, List<Plot.Position> places) {
        if (places.isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder();
        Plot.Position last = places.get(0);
        for (int i = 0; i < places.size(); i++) {
            Plot.Position place = places.get(i);
            boolean apart = Math.abs(place.x() - last.x()) >= NEAREST || Math.abs(place.y() - last.y()) >= NEAREST;
            if (i == 0 || i == places.size() - 1 || (apart && !isLevel(last, place, places.get(i + 1)))) {
                path.append(i == 0 ? 'M' : 'L')
                        .append(text(place.x()))
                        .append(' ')
                        .append(text(place.y()));
                last = place;
            }
        }
        path(style, path.toString());
    }

    private static boolean isLevel(Plot.Position before, Plot.Position place, Plot.Position after) {
        String height = text(place.y());
        return height.equals(text(before.y())) && height.equals(text(after.y()));
    }

    void mark(Mark mark, double x, double y, String title) {
        mark.draw(svg, x, y, title);
    }

    /** Writes a number or name at an axis; if it is shortened, the full text is its title. */
    void label(String text, int most, String anchor, double x, double y) {
        write("c-label", text, most, anchor, x, y);
    }

    void heading(String text, int most, double x, double y) {
        write("c-text", text, most, "start", x, y);
    }

    void name(String text, int most, String anchor, double x, double y) {
        write("c-text", text, most, anchor, x, y);
    }

    private void write(String style, String text, int most, String anchor, double x, double y) {
        String shown = shortened(text, most);
        if (anchor.equals("start")) {
            svg.open("text", "class", style, "x", text(x), "y", text(y));
        } else {
            svg.open("text", "class", style, "text-anchor", anchor, "x", text(x), "y", text(y));
        }
        svg.text(shown);
        if (!shown.equals(text)) {
            svg.inline("title", text);
        }
        svg.own("</text>");
    }

    String close() {
        return svg.own("</svg>\n").toString();
    }
}
