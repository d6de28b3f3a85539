package nl.betekenisvolmeten.indicators.formats.internal.chart;

import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;

/**
 * A bullet bar: a figure as a bar, and its target as a line across.
 *
 * @param reached the figure, 0 or more
 * @param target the target, above 0
 */
public record Bullet(double reached, double target) {

    private static final double WIDTH = 100;
    private static final int HEIGHT = 12;

    /**
     * Returns the bar as an inline picture, next to text that says the same in words.
     *
     * @return an SVG element, hidden from screen readers
     */
    public String inText() {
        Scale scale = new Scale(0, Math.max(reached, target) * 1.1, 0, WIDTH);
        Markup svg = new Markup();
        svg.open("svg", "class", "bullet", "viewBox", "0 0 100 " + HEIGHT, "aria-hidden", "true");
        svg.empty("path", "class", "c-track", "d", "M0 6H100");
        svg.empty("path", "class", "c-bar", "d", "M0 6H" + Canvas.text(scale.at(reached)));
        svg.empty("path", "class", "c-target", "d", "M" + Canvas.text(scale.at(target)) + " 0V" + HEIGHT);
        return svg.own("</svg>").toString();
    }
}
