package nl.betekenisvolmeten.indicators.formats.internal.chart;

import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;

/** How a point is drawn: each class has a shape of its own, and a colour that the style sheet may change. */
public enum Mark {
    /** On the good side. */
    GOOD("better", "#0b5cad", true),
    /** On the bad side. */
    BAD("worse", "#b3430b", true),
    /** Above what it is compared with. */
    ABOVE("differs", "#6b3fa0", true),
    /** Below what it is compared with. */
    BELOW("differs", "#6b3fa0", true),
    /** Above the inner lines of a funnel, within the outer. */
    JUST_ABOVE("differs", "#6b3fa0", false),
    /** Below the inner lines of a funnel, within the outer. */
    JUST_BELOW("differs", "#6b3fa0", false),
    /** What chance explains. */
    SIMILAR("similar", "#57606a", true),
    /** What cannot be said. */
    OPEN("similar", "#57606a", false);

    private static final double SIZE = 4.5;

    private final String style;
    private final String colour;
    private final boolean filled;

    Mark(String style, String colour, boolean filled) {
        this.style = style;
        this.colour = colour;
        this.filled = filled;
    }

    /**
     * Returns the mark of a class.
     *
     * @param category the class of a point
     * @return its mark
     */
    public static Mark of(Plot.Category category) {
        if (category instanceof Plot.Category.Judged judged) {
            return of(judged.judgement());
        }
        if (category instanceof Plot.Category.InFunnel funnel) {
            return of(funnel.place());
        }
        return of(((Plot.Category.Signalled) category).verdict());
    }

    /**
     * Returns the mark of a judgement.
     *
     * @param judgement what can be said of an area
     * @return its mark
     */
    public static Mark of(Judgement judgement) {
        return switch (judgement) {
            case BETTER -> GOOD;
            case WORSE -> BAD;
            case HIGHER -> ABOVE;
            case LOWER -> BELOW;
            case SIMILAR -> SIMILAR;
            case NOT_DECIDED, NONE -> OPEN;
        };
    }

    private static Mark of(FunnelClass place) {
        return switch (place) {
            case HIGH_998 -> ABOVE;
            case HIGH_95 -> JUST_ABOVE;
            case LOW_998 -> BELOW;
            case LOW_95 -> JUST_BELOW;
            case SIMILAR -> SIMILAR;
        };
    }

    private static Mark of(SignalList.Verdict verdict) {
        return switch (verdict) {
            case IMPROVEMENT -> GOOD;
            case CONCERN -> BAD;
            case CHANGE -> ABOVE;
            case NONE -> SIMILAR;
        };
    }

    /**
     * Returns the mark as a small picture in a line of text, which must say the same in words.
     *
     * @return an SVG element, hidden from screen readers
     */
    public String inText() {
        Markup svg = new Markup();
        svg.open(
                "svg", "class", "mark", "viewBox", "-6 -6 12 12", "width", "12", "height", "12", "aria-hidden", "true");
        draw(svg, 0, 0, "");
        return svg.own("</svg>").toString();
    }

    /** Draws it around a place. */
    void draw(Markup svg, double x, double y, String title) {
        svg.open(
                "path",
                "class",
                "m-" + style + (filled ? "" : " m-open"),
                "fill",
                filled ? colour : "none",
                "stroke",
                colour,
                "stroke-width",
                "1.5",
                "d",
                path(x, y));
        if (!title.isEmpty()) {
            svg.inline("title", title);
        }
        svg.own("</path>");
    }

    private String path(double x, double y) {
        return switch (this) {
            case GOOD -> corners(x, y, -SIZE, -SIZE, SIZE, -SIZE, SIZE, SIZE, -SIZE, SIZE);
            case BAD -> corners(x, y, 0, -SIZE - 1, SIZE + 1, 0, 0, SIZE + 1, -SIZE - 1, 0);
            case ABOVE, JUST_ABOVE -> corners(x, y, 0, -SIZE - 1, SIZE + 1, SIZE, -SIZE - 1, SIZE);
            case BELOW, JUST_BELOW -> corners(x, y, 0, SIZE + 1, SIZE + 1, -SIZE, -SIZE - 1, -SIZE);
            case SIMILAR, OPEN ->
                "M" + Canvas.text(x - SIZE + 1) + " " + Canvas.text(y) + "a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z";
        };
    }

    private static String corners(double x, double y, double... offsets) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < offsets.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(Canvas.text(x + offsets[i]))
                    .append(' ')
                    .append(Canvas.text(y + offsets[i + 1]));
        }
        return path.append('z').toString();
    }
}
