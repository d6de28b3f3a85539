package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.aggregation.Selection;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * The totals that an indicator is made of, and what they make.
 *
 * @param indicator the indicator
 * @param parts what is added up, the numerator first
 * @param offset how many totals of other indicators come before
 * @param onlyGrows whether what is missing could only make the figure larger
 */
record TargetFormula(Indicator indicator, List<Formula.Part> parts, int offset, boolean onlyGrows) {

    /** Those of several indicators: the totals of one follow those of the one before. */
    static List<TargetFormula> of(List<Indicator> indicators, TableStructure structure) {
        List<TargetFormula> all = new ArrayList<>();
        int offset = 0;
        for (Indicator indicator : indicators) {
            List<Formula.Part> parts = indicator.formula().parts();
            all.add(new TargetFormula(indicator, parts, offset, grows(indicator.formula(), parts, structure)));
            offset += parts.size();
        }
        return all;
    }

    /** Whether a table has the columns that a formula reads. */
    static boolean isFed(Formula formula, TableStructure structure) {
        return !formula.parts().isEmpty()
                && formula.columns().stream()
                        .allMatch(column -> structure.measureIndex(column).isPresent())
                && formula.parts().stream()
                        .flatMap(part -> part.where().keySet().stream())
                        .allMatch(column -> structure.dimensionIndex(column).isPresent());
    }

    /** A state of the last part of a period replaces the earlier ones, so it may fall too; events and persons add. */
    private static boolean grows(Formula formula, List<Formula.Part> parts, TableStructure structure) {
        if (!(formula instanceof Formula.Total) && !(formula instanceof Formula.PopulationRate)) {
            return false;
        }
        int index = structure.measureIndex(parts.get(0).column()).orElseThrow();
        Measure measure = structure.measures().get(index);
        return measure instanceof Measure.Flow || measure instanceof Measure.Distinct;
    }

    List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Formula.Part part = parts.get(i);
            series.add(new Series.Total(indicator.id() + "/" + i, part.column(), Selection.of(part.where())));
        }
        return series;
    }

    boolean hasEmptyCells(List<Figure> row) {
        return own(row).stream().anyMatch(figure -> figure.cellsMissing() > 0);
    }

    private List<Figure> own(List<Figure> row) {
        return row.subList(offset, offset + parts.size());
    }

    /** What a row of totals makes, with the inhabitants by age. */
    CellValue value(List<Figure> row, Function<Optional<AgeBand>, OptionalLong> inhabitants) {
        List<Figure> figures = own(row);
        CellValue above = total(figures.get(0));
        Formula formula = indicator.formula();
        if (formula instanceof Formula.PopulationRate rate) {
            return BoundedRatio.of(above, people(inhabitants.apply(rate.age())), rate.per())
                    .value();
        }
        if (formula instanceof Formula.Rate rate) {
            return BoundedRatio.of(above, total(figures.get(1)), rate.per()).value();
        }
        if (formula instanceof Formula.Proportion share) {
            BoundedRatio ratio = BoundedRatio.ofPart(above, total(figures.get(1)), share.per());
            return ratio.isContradiction()
                    ? new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR)
                    : ratio.value();
        }
        return above;
    }

    private static CellValue people(OptionalLong number) {
        return number.isPresent()
                ? CellValue.of(BigDecimal.valueOf(number.getAsLong()))
                : new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR);
    }

    /** A total; zero where there was a delivery without rows of this kind: rows stand for activities. */
    private CellValue total(Figure figure) {
        return indicator.formula() instanceof Formula.Mean ? figure.value() : figure.valueOrZero();
    }
}
