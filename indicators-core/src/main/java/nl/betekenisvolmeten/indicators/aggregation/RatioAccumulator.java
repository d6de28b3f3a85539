package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;

/**
 * One total over another, each made first. Bounds go through: where both are positive, least over most and most over
 * least.
 */
final class RatioAccumulator implements SeriesAccumulator {

    private static final MathContext DOWN = new MathContext(34, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);

    private final SeriesAccumulator numerator;
    private final SeriesAccumulator denominator;
    private final boolean partOfWhole;

    RatioAccumulator(SeriesAccumulator numerator, SeriesAccumulator denominator, boolean partOfWhole) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.partOfWhole = partOfWhole;
    }

    @Override
    public void add(Observation observation) {
        numerator.add(observation);
        denominator.add(observation);
    }

    @Override
    public void combine(SeriesAccumulator other) {
        RatioAccumulator that = (RatioAccumulator) other;
        numerator.combine(that.numerator);
        denominator.combine(that.denominator);
    }

    @Override
    public Figure figure() {
        Figure above = numerator.figure();
        Figure below = denominator.figure();
        return new Figure(
                quotient(above.value(), below.value(), partOfWhole),
                Optional.of(above.value()),
                Optional.of(below.value()),
                above.cellsKnown() + below.cellsKnown(),
                above.cellsMissing() + below.cellsMissing());
    }

    static CellValue quotient(CellValue above, CellValue below, boolean partOfWhole) {
        if (above.least().isEmpty() || below.least().isEmpty()) {
            return above.least().isEmpty() ? above : below;
        }
        BigDecimal least = below.least().orElseThrow();
        BigDecimal most = below.most().orElseThrow();
        if (least.signum() * most.signum() <= 0) {
            return new CellValue.NotDefined(
                    least.signum() == 0 && most.signum() == 0
                            ? CellValue.Reason.ZERO_DENOMINATOR
                            : CellValue.Reason.UNKNOWN_DENOMINATOR);
        }
        if (above.exact().isPresent() && below.exact().isPresent()) {
            return CellValue.of(above.exact().get().divide(least, MathContext.DECIMAL128));
        }
        BigDecimal lower = extreme(above, below, DOWN, BigDecimal::min);
        BigDecimal upper = extreme(above, below, UP, BigDecimal::max);
        // Parts of which even the least is above the whole contradict each other: a cap would hide that.
        boolean capped = partOfWhole && lower.compareTo(BigDecimal.ONE) <= 0;
        return CellValue.between(lower, capped ? upper.min(BigDecimal.ONE) : upper);
    }

    /** The least or most of the four quotients of the ends; the denominator does not reach zero. */
    private static BigDecimal extreme(
            CellValue above, CellValue below, MathContext rounding, BinaryOperator<BigDecimal> choice) {
        return Stream.of(above.least(), above.most())
                .flatMap(Optional::stream)
                .flatMap(a -> Stream.of(below.least(), below.most())
                        .flatMap(Optional::stream)
                        .map(b -> a.divide(b, rounding)))
                .reduce(choice)
                .orElseThrow();
    }
}
