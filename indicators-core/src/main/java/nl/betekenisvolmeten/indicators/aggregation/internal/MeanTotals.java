package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * Means with their number of cases: the sum of mean times cases, over the cases. A row without either is missing, unless
 * there were no cases.
 */
public final class MeanTotals implements SeriesTotals {

    private final int measure;
    private final int weight;
    private final int scale;
    private final Level group;
    private final RowSelection rows;
    private final ExactSums products;
    private final ExactSums cases;
    private final NodeNumbers.Counts known;
    private final NodeNumbers.Counts missing;

    public MeanTotals(int measure, int weight, int scale, Level group, RowSelection rows) {
        this.measure = measure;
        this.weight = weight;
        this.scale = scale;
        this.group = group;
        this.rows = rows;
        products = new ExactSums(group);
        cases = new ExactSums(group);
        known = new NodeNumbers.Counts(group);
        missing = new NodeNumbers.Counts(group);
    }

    @Override
    public List<NodeNumbers> parts() {
        return List.of(products, cases, known, missing);
    }

    @Override
    public void add(ObservationBatch batch, int from) {
        parts().forEach(NodeNumbers::makeRoom);
        for (int k = 0; k < rows.count(); k++) {
            int number = group.rows[rows.rows()[k]];
            int row = from + rows.rows()[k];
            boolean hasCases = batch.known(weight)[row];
            long n = hasCases ? batch.values(weight)[row] : 0;
            if (n < 0) {
                throw new IllegalArgumentException("cases must not be negative: " + n);
            }
            if (hasCases && n == 0) {
                known.add(number, 1);
            } else if (hasCases && batch.known(measure)[row]) {
                products.addProduct(number, batch.values(measure)[row], n);
                cases.add(number, n);
                known.add(number, 1);
            } else {
                missing.add(number, 1);
            }
        }
    }

    @Override
    public Figure figure(int number) {
        CellValue numerator = FlowTotals.value(products, number, scale, known.of(number));
        CellValue denominator = FlowTotals.value(cases, number, 0, known.of(number));
        return new Figure(
                mean(numerator, denominator),
                Optional.of(numerator),
                Optional.of(denominator),
                known.of(number),
                missing.of(number));
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
