package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;

/** The columns by whose codes a formula selects rows. */
final class FormulaColumns {

    private FormulaColumns() {}

    static Set<ColumnName> selecting(Formula formula) {
        Set<ColumnName> columns = new HashSet<>();
        parts(formula).forEach(part -> columns.addAll(part.where().keySet()));
        return columns;
    }

    private static List<Formula.Part> parts(Formula formula) {
        if (formula instanceof Formula.Total total) {
            return List.of(total.part());
        }
        if (formula instanceof Formula.Proportion proportion) {
            return List.of(proportion.numerator(), proportion.denominator());
        }
        if (formula instanceof Formula.Rate rate) {
            return List.of(rate.numerator(), rate.denominator());
        }
        return formula instanceof Formula.PopulationRate rate ? List.of(rate.numerator()) : List.of();
    }
}
