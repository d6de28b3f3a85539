package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.aggregation.Selection;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.statistics.Per;
import nl.betekenisvolmeten.indicators.table.Figure;

/** The totals that an indicator needs, and what they make. */
final class IndicatorSeries {

    private final ComparisonPlan plan;
    private final Indicator indicator;
    private final Formula.Part numerator;

    IndicatorSeries(ComparisonPlan plan, Indicator indicator) {
        this.plan = plan;
        this.indicator = indicator;
        List<Formula.Part> parts = parts(indicator.formula());
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("indicator " + indicator.id() + " cannot be compared");
        }
        numerator = parts.get(0);
    }

    /** What a formula adds up, the numerator first; none for a formula that cannot be compared. */
    static List<Formula.Part> parts(Formula formula) {
        if (formula instanceof Formula.PopulationRate rate) {
            return List.of(rate.numerator());
        }
        if (formula instanceof Formula.Rate rate) {
            return List.of(rate.numerator(), rate.denominator());
        }
        return formula instanceof Formula.Proportion share
                ? List.of(share.numerator(), share.denominator())
                : List.of();
    }

    Indicator indicator() {
        return indicator;
    }

    List<Series> series() {
        List<Formula.Part> parts = parts(indicator.formula());
        return parts.size() == 1
                ? List.of(total("numerator", numerator))
                : List.of(total("numerator", numerator), total("denominator", parts.get(1)));
    }

    private Series total(String part, Formula.Part of) {
        return new Series.Total(indicator.id() + "/" + part, of.column(), Selection.of(of.where()));
    }

    /** What the figures of {@link #series} make, with the inhabitants where those are the denominator. */
    Measurement measure(List<Figure> figures, OptionalLong inhabitants) {
        Formula formula = indicator.formula();
        CellValue above = total(figures.get(0));
        boolean complete = figures.stream().allMatch(figure -> figure.cellsMissing() == 0);
        if (formula instanceof Formula.PopulationRate rate) {
            CellValue below = inhabitants.isPresent()
                    ? CellValue.of(BigDecimal.valueOf(inhabitants.getAsLong()))
                    : new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR);
            return new Measurement(rateKind(), Per.of(rate.per()), above, below, complete);
        }
        CellValue below = total(figures.get(1));
        if (formula instanceof Formula.Proportion share) {
            boolean counts = plan.isCount(numerator.column())
                    && plan.isCount(share.denominator().column());
            Measurement.Kind kind = counts ? Measurement.Kind.SHARE : Measurement.Kind.QUOTIENT;
            return new Measurement(kind, Per.of(share.per()), above, below, complete);
        }
        return new Measurement(rateKind(), Per.of(((Formula.Rate) formula).per()), above, below, complete);
    }

    /**
     * A total; zero where the area reported but had no rows of this kind. Rows stand for activities, so what did not
     * take place has none. A cell that was left empty stays missing.
     */
    private static CellValue total(Figure figure) {
        boolean noRows = figure.cellsKnown() == 0 && figure.cellsMissing() == 0;
        return noRows ? CellValue.of(BigDecimal.ZERO) : figure.value();
    }

    private Measurement.Kind rateKind() {
        return plan.isCount(numerator.column()) ? Measurement.Kind.RATE : Measurement.Kind.QUOTIENT;
    }
}
