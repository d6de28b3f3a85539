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
        checkNotNegative(n.orElse(0));
        add(mean.isPresent(), mean.orElse(0), n.isPresent(), n.orElse(0));
    }

    static void checkNotNegative(long n) {
        if (n < 0) {
            throw new IllegalArgumentException("a negative number of cases: " + n);
        }
    }

    void add(boolean hasMean, long mean, boolean hasCases, long n) {
        if (hasCases && n == 0) {
            known++;
        } else if (hasMean && hasCases) {
            products.addProduct(mean, n);
            cases.add(n);
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
    public void write(StateWriter out) {
        products.write(out);
        cases.write(out);
        out.number(known);
        out.number(missing);
    }

    @Override
    public void read(StateReader in) {
        products.read(in);
        cases.read(in);
        known = Math.addExact(known, in.number());
        missing = Math.addExact(missing, in.number());
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
