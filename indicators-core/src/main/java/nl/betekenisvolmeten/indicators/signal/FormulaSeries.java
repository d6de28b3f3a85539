package nl.betekenisvolmeten.indicators.signal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.aggregation.Selection;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.statistics.Per;
import nl.betekenisvolmeten.indicators.table.Figure;

/** The totals that an indicator needs, and what they make. */
final class FormulaSeries {

    private static final CellValue ONE = CellValue.of(BigDecimal.ONE);

    private final SeriesPlan plan;
    private final Indicator indicator;
    private final int offset;

    private FormulaSeries(SeriesPlan plan, Indicator indicator, int offset) {
        this.plan = plan;
        this.indicator = indicator;
        this.offset = offset;
    }

    /** Those of all indicators of a plan: the totals of one follow those of the one before. */
    static List<FormulaSeries> of(SeriesPlan plan) {
        List<FormulaSeries> all = new ArrayList<>();
        int offset = 0;
        for (Indicator indicator : plan.indicators()) {
            all.add(new FormulaSeries(plan, indicator, offset));
            offset += indicator.formula().parts().size();
        }
        return all;
    }

    Indicator indicator() {
        return indicator;
    }

    List<Series> totals() {
        List<Series> totals = new ArrayList<>();
        List<Formula.Part> parts = indicator.formula().parts();
        for (int i = 0; i < parts.size(); i++) {
            Formula.Part part = parts.get(i);
            totals.add(new Series.Total(indicator.id() + "/" + i, part.column(), Selection.of(part.where())));
        }
        return totals;
    }

    AreaSeries.Kind kind() {
        Formula formula = indicator.formula();
        if (formula instanceof Formula.Total || formula instanceof Formula.Mean) {
            return AreaSeries.Kind.NUMBER;
        }
        boolean counted = isCount(formula.parts().get(0).column());
        if (formula instanceof Formula.Proportion share) {
            return counted && isCount(share.denominator().column()) ? AreaSeries.Kind.SHARE : AreaSeries.Kind.NUMBER;
        }
        return counted ? AreaSeries.Kind.RATE : AreaSeries.Kind.NUMBER;
    }

    Per per() {
        Formula formula = indicator.formula();
        if (formula instanceof Formula.PopulationRate rate) {
            return Per.of(rate.per());
        }
        if (formula instanceof Formula.Rate rate) {
            return Per.of(rate.per());
        }
        return formula instanceof Formula.Proportion share ? Per.of(share.per()) : Per.ONE;
    }

    private boolean isCount(ColumnName column) {
        int index = plan.structure().measureIndex(column).orElseThrow();
        Measure found = plan.structure().measures().get(index);
        return found.scale() == 0 && !(found instanceof Measure.Mean);
    }

    /** What a row of totals makes of an area: numerator, denominator and value. */
    CellValue[] measure(List<Figure> row, AreaCode area) {
        List<Figure> figures = figures(row);
        CellValue above = total(figures.get(0));
        Formula formula = indicator.formula();
        if (formula instanceof Formula.Total || formula instanceof Formula.Mean) {
            return new CellValue[] {above, ONE, above};
        }
        CellValue below =
                formula instanceof Formula.PopulationRate rate ? inhabitants(rate, area) : total(figures.get(1));
        BoundedRatio ratio = new BoundedRatio(above, below, per().multiplier(), formula instanceof Formula.Proportion);
        return new CellValue[] {above, below, ratio.value()};
    }

    boolean isComplete(List<Figure> row) {
        return figures(row).stream().allMatch(figure -> figure.cellsMissing() == 0);
    }

    private List<Figure> figures(List<Figure> row) {
        return row.subList(offset, offset + indicator.formula().parts().size());
    }

    private CellValue inhabitants(Formula.PopulationRate rate, AreaCode area) {
        OptionalLong number = rate.age().isPresent()
                ? plan.population().exactly(area, rate.age().get())
                : plan.population().total(area);
        return number.isPresent()
                ? CellValue.of(BigDecimal.valueOf(number.getAsLong()))
                : new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR);
    }

    /**
     * A total; zero where the area reported but had no rows of this kind. Rows stand for activities, so what did not take
     * place has none. A mean of nothing stays what it is.
     */
    private CellValue total(Figure figure) {
        return indicator.formula() instanceof Formula.Mean ? figure.value() : figure.valueOrZero();
    }
}
