package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;

/**
 * Means with their number of cases: the sum of mean times cases, over the cases. A row of which either is empty is
 * missing, unless there were no cases.
 */
final class MeanAccumulator implements SeriesAccumulator {

    private final int measure;
    private final int weight;
    private final int scale;
    private final ExactSum products = new ExactSum();
    private final ExactSum cases = new ExactSum();
    private long known;
    private long missing;

    MeanAccumulator(int measure, int weight, int scale) {
        this.measure = measure;
        this.weight = weight;
        this.scale = scale;
    }

    @Override
    public void add(Observation observation) {
        OptionalLong mean = observation.value(measure);
        OptionalLong n = observation.value(weight);
        if (n.isPresent() && n.getAsLong() < 0) {
            throw new IllegalArgumentException("a negative number of cases: " + n.getAsLong());
        }
        if (n.isPresent() && n.getAsLong() == 0) {
            known++;
        } else if (mean.isPresent() && n.isPresent()) {
            products.addProduct(mean.getAsLong(), n.getAsLong());
            cases.add(n.getAsLong());
            known++;
        } else {
            missing++;
        }
    }

    @Override
    public void combine(SeriesAccumulator other) {
        MeanAccumulator that = (MeanAccumulator) other;
        products.combine(that.products);
        cases.combine(that.cases);
        known += that.known;
        missing += that.missing;
    }

    @Override
    public Figure figure() {
        CellValue numerator = SeriesAccumulator.value(products.value(), scale, known);
        CellValue denominator = SeriesAccumulator.value(cases.value(), 0, known);
        return new Figure(
                mean(numerator, denominator), Optional.of(numerator), Optional.of(denominator), known, missing);
    }

    private static CellValue mean(CellValue numerator, CellValue denominator) {
        Optional<BigDecimal> sum = numerator.exact();
        Optional<BigDecimal> n = denominator.exact();
        if (sum.isEmpty() || n.isEmpty()) {
            return sum.isEmpty() ? numerator : denominator;
        }
        return n.get().signum() == 0
                ? new CellValue.NotDefined(CellValue.Reason.ZERO_DENOMINATOR)
                : CellValue.of(sum.get().divide(n.get(), MathContext.DECIMAL128));
    }
}
