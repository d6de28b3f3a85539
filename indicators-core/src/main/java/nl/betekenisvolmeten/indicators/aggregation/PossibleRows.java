package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/**
 * Rows that may have one of several codes, or some of each. What such a row counts may be divided over its codes in any way,
 * so it adds between zero and all of it to a total of one of them, and all of it to a total of all.
 */
final class PossibleRows {

    private PossibleRows() {}

    /** Returns whether some code of a row is not known. */
    static boolean isDoubtful(Observation row) {
        for (int d = 0; d < row.dimensions(); d++) {
            if (!PossibleCodes.isOne(row.code(d))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the rows that a row may be, by the dimensions of a plan's groupings; itself when these are known. */
    static List<Observation> byGroup(Observation row, AggregationPlan plan) {
        List<Observation> rows = List.of(row);
        for (Grouping grouping : plan.groupings()) {
            int dimension = plan.structure().dimensionIndex(grouping.column()).orElseThrow();
            List<Observation> more = new ArrayList<>();
            for (Observation one : rows) {
                PossibleCodes.of(one.code(dimension)).forEach(code -> more.add(one.withCode(dimension, code)));
            }
            rows = more;
        }
        return rows;
    }

    /** Returns a figure with rows that may count in it. */
    static Figure plus(Figure own, Figure possible, Series series, TableStructure structure) {
        if (possible.cellsKnown() + possible.cellsMissing() == 0) {
            return own;
        }
        long known = own.cellsKnown() + possible.cellsKnown();
        long missing = own.cellsMissing() + possible.cellsMissing();
        if (series instanceof Series.Ratio ratio) {
            CellValue above = plus(own.numerator(), possible.numerator());
            CellValue below = plus(own.denominator(), possible.denominator());
            return new Figure(
                    new BoundedRatio(above, below, Per.ONE, ratio.partOfWhole()).value(),
                    Optional.of(above),
                    Optional.of(below),
                    known,
                    missing);
        }
        Measure measure = structure.measure(((Series.Total) series).measure()).orElseThrow();
        if (measure instanceof Measure.Mean) {
            return new Figure(
                    new CellValue.NotDefined(CellValue.Reason.INCOMPLETE),
                    own.numerator(),
                    own.denominator(),
                    known,
                    missing);
        }
        // a state may be of a day on which none of the rows that may count has one
        Optional<CellValue> sure = measure instanceof Measure.Stock
                ? own.value().upperBound().map(upper -> CellValue.between(BigDecimal.ZERO, upper.max(BigDecimal.ZERO)))
                : Optional.of(own.value());
        return Figure.of(plus(sure, Optional.of(possible.value())), known, missing);
    }

    private static CellValue plus(Optional<CellValue> own, Optional<CellValue> possible) {
        Optional<CellValue> overflow = own.filter(value -> value instanceof CellValue.NotDefined)
                .or(() -> possible.filter(value -> value instanceof CellValue.NotDefined));
        if (overflow.isPresent()) {
            return overflow.get();
        }
        if (own.filter(CellValue.Incomplete.class::isInstance).isPresent()
                || possible.filter(CellValue.Incomplete.class::isInstance).isPresent()) {
            return incomplete(own, possible);
        }
        Optional<BigDecimal> upper = own.flatMap(CellValue::upperBound);
        Optional<BigDecimal> more = possible.flatMap(CellValue::upperBound);
        if (upper.isEmpty() && more.isEmpty()) {
            return new CellValue.Missing();
        }
        BigDecimal lower = own.flatMap(CellValue::lowerBound).orElse(BigDecimal.ZERO);
        BigDecimal less =
                possible.flatMap(CellValue::lowerBound).orElse(BigDecimal.ZERO).min(BigDecimal.ZERO);
        return CellValue.between(
                lower.add(less),
                upper.orElse(BigDecimal.ZERO).add(more.orElse(BigDecimal.ZERO).max(BigDecimal.ZERO)));
    }

    /** Returns bounds that include the persons of rows without a number. */
    private static CellValue incomplete(Optional<CellValue> own, Optional<CellValue> possible) {
        Optional<BigDecimal> lower = own.flatMap(CellValue::least).or(() -> Optional.of(BigDecimal.ZERO));
        Optional<BigDecimal> upper = most(own).flatMap(most -> most(possible).map(most::add));
        return new CellValue.Incomplete(Optional.empty(), lower, upper);
    }

    private static Optional<BigDecimal> most(Optional<CellValue> value) {
        return value.filter(any -> !(any instanceof CellValue.Missing))
                .map(any -> any instanceof CellValue.Incomplete part ? part.upper() : any.upperBound())
                .orElse(Optional.of(BigDecimal.ZERO));
    }
}
