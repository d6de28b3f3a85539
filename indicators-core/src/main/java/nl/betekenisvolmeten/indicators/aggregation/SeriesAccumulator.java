package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** What one group knows of one figure. Rows in any order; two of the same figure combine. */
interface SeriesAccumulator {

    void add(Observation observation);

    /** Adds what another one of the same figure knows. */
    void combine(SeriesAccumulator other);

    Figure figure();

    /** Writes what this one knows. */
    void write(StateWriter out);

    /** Adds what another one of the same figure wrote. */
    void read(StateReader in);

    static SeriesAccumulator of(Series series, TableStructure structure) {
        if (series instanceof Series.Ratio ratio) {
            return new RatioAccumulator(
                    of(ratio.numerator(), structure), of(ratio.denominator(), structure), ratio.partOfWhole());
        }
        Series.Total total = (Series.Total) series;
        int index = index(structure, total.measure());
        Measure measure = structure.measures().get(index);
        SeriesAccumulator all;
        if (measure instanceof Measure.Flow || measure instanceof Measure.Answers) {
            all = new FlowAccumulator(index, measure.scale());
        } else if (measure instanceof Measure.Stock stock) {
            all = new StockAccumulator(index, stock, structure.timeIndex());
        } else if (measure instanceof Measure.Distinct persons) {
            all = DistinctAccumulator.of(index, persons, structure);
        } else {
            Measure.Mean mean = (Measure.Mean) measure;
            all = new MeanAccumulator(index, index(structure, mean.weight()), measure.scale());
        }
        return total.where().codes().isEmpty() ? all : SelectedAccumulator.of(all, total.where(), structure);
    }

    private static int index(TableStructure structure, ColumnName measure) {
        return structure.measureIndex(measure).orElseThrow(() -> new IllegalArgumentException("no measure " + measure));
    }

    /** A sum as a figure; nothing delivered is missing, not zero. */
    static CellValue value(OptionalLong sum, int scale, long cellsKnown) {
        if (cellsKnown == 0) {
            return new CellValue.Missing();
        }
        return sum.isPresent()
                ? CellValue.of(BigDecimal.valueOf(sum.getAsLong(), scale))
                : new CellValue.NotDefined(CellValue.Reason.OVERFLOW);
    }
}
