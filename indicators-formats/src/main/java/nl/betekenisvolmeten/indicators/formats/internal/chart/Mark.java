package nl.betekenisvolmeten.indicators.formats.internal.chart;

import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;

/** The mark of a point: each class has its own shape, and a colour that the style sheet may change. */
public enum Mark {
    /** On the good side. */
    GOOD("better", true),
    /** On the bad side. */
    BAD("worse", true),
    /** Above the reference. */
    ABOVE("differs", true),
    /** Below the reference. */
    BELOW("differs", true),
    /** Above the inner lines of a funnel, within the outer. */
    JUST_ABOVE("differs", false),
    /** Below the inner lines of a funnel, within the outer. */
    JUST_BELOW("differs", false),
    /** Explained by chance. */
    SIMILAR("similar", true),
    /** Undecided. */
    OPEN("similar", false);

    private static final double SIZE = 4.5;

    private final String style;
    private final boolean filled;

    Mark(String style, boolean filled) {
        this.style = style;
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
     * @param judgement the judgement of an area
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
     * Returns the mark as an inline picture, next to text that says the same in words.
     *
     * @return an SVG element, hidden from screen readers
     */
    public String inText() {
        Markup svg = new Markup();
        svg.open("svg", "class", "mark", "viewBox", "-6 -6 12 12", "aria-hidden", "true");
        draw(svg, 0, 0, "");
        return svg.own("</svg>").toString();
    }

    /** Draws the mark around a position. */
    void draw(Markup svg, double x, double y, String title) {
        String classes = "m-" + style + (filled ? "" : " m-open");
        boolean round = this == SIMILAR || this == OPEN;
        String[] attributes = round
                ? new String[] {"class", classes, "cx", Canvas.text(x), "cy", Canvas.text(y)}
                : new String[] {"class", classes, "d", path(x, y)};
        String tag = round ? "circle" : "path";
        if (title.isEmpty()) {
            svg.empty(tag, attributes);
        } else {
            svg.open(tag, attributes).inline("title", title).own("</" + tag + ">");
        }
    }

    private String path(double x, double y) {
        return switch (this) {
            case GOOD -> start(x - SIZE, y - SIZE) + "h9v9h-9z";
            case BAD -> start(x, y - SIZE - 1) + "l5.5 5.5l-5.5 5.5l-5.5-5.5z";
            case ABOVE, JUST_ABOVE -> start(x, y - SIZE - 1) + "l5.5 10h-11z";
            case BELOW, JUST_BELOW -> start(x, y + SIZE + 1) + "l5.5-10h-11z";
            case SIMILAR, OPEN -> throw new IllegalStateException(name());
        };
    }

    private static String start(double x, double y) {
        return "M" + Canvas.text(x) + " " + Canvas.text(y);
    }
}
