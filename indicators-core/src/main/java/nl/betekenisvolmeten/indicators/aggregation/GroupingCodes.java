package nl.betekenisvolmeten.indicators.aggregation;

import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.aggregation.internal.Codes;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/** The codes of a grouping. */
final class GroupingCodes {

    private GroupingCodes() {}

    /** Returns the codes by which totals are made. */
    static Codes of(Grouping grouping, TableStructure structure) {
        int index = structure.requiredDimension(grouping.column());
        Dimension dimension = structure.dimensions().get(index);
        if (grouping instanceof Grouping.ByArea byArea) {
            if (!(dimension instanceof Dimension.Place place) || byArea.level().compareTo(place.level()) < 0) {
                throw new IllegalArgumentException(
                        "no areas to roll up to " + byArea.level() + " in " + grouping.column());
            }
            // a text of several codes is passed only if these are in the same area
            return new Codes(index, code -> area(place, PossibleCodes.of(code).get(0), byArea));
        }
        if (grouping instanceof Grouping.ByPeriod byPeriod) {
            if (!(dimension instanceof Dimension.Time)) {
                throw new IllegalArgumentException("no periods in " + grouping.column());
            }
            return new Codes(
                    index, code -> Period.ofCode(code).rollUp(byPeriod.kind()).code());
        }
        return new Codes(index, UnaryOperator.identity());
    }

    private static String area(Dimension.Place place, String code, Grouping.ByArea byArea) {
        return place.area(code, byArea.level())
                .map(AreaCode::value)
                .or(() -> place.residuals().find(code).map(Residual::code))
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + code + "' has no area of level " + byArea.level()));
    }
}
