package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.math.BigDecimal;
import java.math.MathContext;
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
    private final ExactSums products = new ExactSums();
    private final ExactSums cases = new ExactSums();
    private final CellCounts cells = new CellCounts();

    public MeanTotals(int measure, int weight, int scale, Level group, RowSelection rows) {
        this.measure = measure;
        this.weight = weight;
        this.scale = scale;
        this.group = group;
        this.rows = rows;
    }

    private void makeRoom() {
        int size = group.size();
        products.makeRoom(size);
        cases.makeRoom(size);
        cells.makeRoom(size);
    }

    @Override
    public void add(ObservationBatch batch, int from) {
        makeRoom();
        for (int k = 0; k < rows.count(); k++) {
            int number = group.rows[rows.rows()[k]];
            int row = from + rows.rows()[k];
            boolean hasCases = batch.known(weight)[row];
            long n = hasCases ? batch.values(weight)[row] : 0;
            if (n < 0) {
                throw new IllegalArgumentException("cases must not be negative: " + n);
            }
            if (hasCases && n == 0) {
                cells.addKnown(number);
            } else if (hasCases && batch.known(measure)[row]) {
                products.addProduct(number, batch.values(measure)[row], n);
                cases.add(number, n);
                cells.addKnown(number);
            } else {
                cells.addMissing(number);
            }
        }
    }

    @Override
    public void combine(Kept other, Levels.Translation to) {
        makeRoom();
        MeanTotals that = (MeanTotals) other;
        that.makeRoom();
        int[] groups = to.of(that.group);
        for (int theirs = 0; theirs < groups.length; theirs++) {
            int number = groups[theirs];
            if (number != Levels.Translation.NOWHERE) {
                products.combine(number, that.products, theirs);
                cases.combine(number, that.cases, theirs);
                cells.combine(number, that.cells, theirs);
            }
        }
    }

    @Override
    public Figure figure(int number) {
        CellValue numerator = FlowTotals.value(products, number, scale, cells.known(number));
        CellValue denominator = FlowTotals.value(cases, number, 0, cells.known(number));
        return new Figure(
                mean(numerator, denominator),
                Optional.of(numerator),
                Optional.of(denominator),
                cells.known(number),
                cells.missing(number));
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

    @Override
    public void write(int number, StateWriter out) {
        products.write(number, out);
        cases.write(number, out);
        cells.write(number, out);
    }

    @Override
    public void read(int number, StateReader in) {
        makeRoom();
        products.read(number, in);
        cases.read(number, in);
        cells.read(number, in);
    }
}
