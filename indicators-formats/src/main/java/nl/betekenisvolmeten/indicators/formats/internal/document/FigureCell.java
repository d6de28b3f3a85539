package nl.betekenisvolmeten.indicators.formats.internal.document;

import java.math.BigDecimal;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.model.CellValue;

/**
 * A figure in a text, bound to the cell that it comes from.
 *
 * @param indicator the indicator or measure
 * @param area the code of the area
 * @param period the code of the period
 * @param status the kind of figure
 * @param value the number; empty if it is not exact
 * @param lower the lower bound
 * @param upper the upper bound
 * @param text the figure as the text shows it
 */
public record FigureCell(
        String indicator,
        String area,
        String period,
        String status,
        Optional<BigDecimal> value,
        Optional<BigDecimal> lower,
        Optional<BigDecimal> upper,
        String text) {

    /**
     * Binds a figure.
     *
     * @param indicator the indicator or measure
     * @param area the code of the area
     * @param period the code of the period
     * @param value the figure
     * @param language the language of the text
     * @return the figure with its text
     */
    public static FigureCell of(String indicator, String area, String period, CellValue value, Language language) {
        return new FigureCell(
                indicator,
                area,
                period,
                value.status().code(),
                value.exact(),
                value.lowerBound(),
                value.upperBound(),
                value.toText(language));
    }

    /**
     * Returns the figure with another text.
     *
     * @param newText the text
     * @return the figure
     */
    public FigureCell shownAs(String newText) {
        return new FigureCell(indicator, area, period, status, value, lower, upper, newText);
    }

    /**
     * Returns the cell as one word for an attribute.
     *
     * @return indicator, area and period
     */
    public String key() {
        return indicator + "/" + area + "/" + period;
    }
}
