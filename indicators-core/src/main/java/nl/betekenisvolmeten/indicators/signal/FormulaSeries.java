package nl.betekenisvolmeten.indicators.signal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.table.Figure;

/** The totals that an indicator needs, and what they make. */
record FormulaSeries(SeriesPlan plan, Indicator indicator, int offset) {

    private static final CellValue ONE = CellValue.of(BigDecimal.ONE);

    /** Returns the series of all indicators of a plan, each with its place among the plan's totals. */
    static List<FormulaSeries> of(SeriesPlan plan) {
        List<FormulaSeries> all = new ArrayList<>();
        int offset = 0;
        for (Indicator indicator : plan.indicators()) {
            all.add(new FormulaSeries(plan, indicator, offset));
            offset += indicator.formula().parts().size();
        }
        return all;
    }

    AreaSeries.Kind kind() {
        Formula formula = indicator.formula();
        if (isTotal()) {
            return AreaSeries.Kind.NUMBER;
        }
        if (formula instanceof Formula.Answers answers) {
            // a person who answers several questions is in each; the series itself shows how much that varies
            return answers.questions() == 1 ? AreaSeries.Kind.SHARE : AreaSeries.Kind.NUMBER;
        }
        boolean counted = isCount(formula.columns().get(0));
        if (formula instanceof Formula.Proportion share) {
            return counted && isCount(share.denominator().column()) ? AreaSeries.Kind.SHARE : AreaSeries.Kind.NUMBER;
        }
        return counted ? AreaSeries.Kind.RATE : AreaSeries.Kind.NUMBER;
    }

    private boolean isCount(ColumnName column) {
        return plan.structure().measure(column).orElseThrow().isCount();
    }

    /** Returns what a row of totals makes of an area: numerator, denominator and value. */
    CellValue[] measure(List<Figure> row, AreaCode area) {
        Figure figure =
                Series.figure(indicator, figures(row), rate -> plan.population().denominator(area, rate));
        CellValue value = figure.value();
        return isTotal()
                ? new CellValue[] {value, ONE, value}
                : new CellValue[] {
                    figure.numerator().orElseThrow(), figure.denominator().orElseThrow(), value
                };
    }

    private boolean isTotal() {
        return indicator.formula() instanceof Formula.Total || indicator.formula() instanceof Formula.Mean;
    }

    boolean isComplete(List<Figure> row) {
        return figures(row).stream().allMatch(figure -> figure.cellsMissing() == 0);
    }

    private List<Figure> figures(List<Figure> row) {
        return row.subList(offset, offset + indicator.formula().parts().size());
    }
}
