package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.aggregation.internal.FirstTimeTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.FlowTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.Level;
import nl.betekenisvolmeten.indicators.aggregation.internal.Levels;
import nl.betekenisvolmeten.indicators.aggregation.internal.MeanTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.RatioTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.RowSelection;
import nl.betekenisvolmeten.indicators.aggregation.internal.SeriesTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.SharedTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.StockTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.UnnamedPersons;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Chooses the state kept for a figure, by the nature of its measure.
 *
 * @param structure the columns of the rows
 * @param place the nodes that rows are put in
 * @param firstTimes first visits in a year, by the measure of all persons
 */
record Natures(TableStructure structure, SeriesTotals.Place place, Map<ColumnName, FirstTimes> firstTimes) {

    /**
     * Returns the state of a figure without rows.
     *
     * @param selections gives the rows that count for a total
     * @throws IllegalArgumentException if a column does not exist
     */
    SeriesTotals of(Series series, Function<Series.Total, RowSelection> selections) {
        if (series instanceof Series.Ratio ratio) {
            return new RatioTotals(
                    of(ratio.numerator(), selections), of(ratio.denominator(), selections), ratio.partOfWhole());
        }
        Series.Total total = (Series.Total) series;
        int index = index(total.measure());
        RowSelection rows = selections.apply(total);
        Levels levels = place.levels();
        Measure measure = structure.measures().get(index);
        if (measure instanceof Measure.Stock stock) {
            return new StockTotals(index, stock, place, rows);
        }
        if (measure instanceof Measure.Shared shared) {
            return new SharedTotals(index, shared, levels, rows);
        }
        if (measure instanceof Measure.Distinct persons) {
            return persons(index, persons, rows);
        }
        if (measure instanceof Measure.Mean mean) {
            return new MeanTotals(index, index(mean.weight()), measure.scale(), levels.group(), rows);
        }
        return measure instanceof Measure.Answers
                ? FlowTotals.ofAnswers(index, levels.group(), rows)
                : new FlowTotals(index, measure.scale(), levels.group(), rows);
    }

    private SeriesTotals persons(int index, Measure.Distinct persons, RowSelection rows) {
        Optional<Measure.FirstIn> firstIn = persons.firstIn().filter(first -> FirstTimes.isKnown(structure, first));
        if (firstIn.isPresent()) {
            Levels levels = place.levels();
            Level places = levels.firstPlaces(firstIn.get().length(), FirstTimes.others(structure, firstIn.get()));
            return new FirstTimeTotals(index, levels.group(), places, rows);
        }
        Optional<Reach> reach = Optional.ofNullable(firstTimes.get(persons.name()))
                .map(all -> new Reach(index, structure, all, place.levels(), rows));
        DistinctTotals.More more = new DistinctTotals.More(
                new UnnamedPersons(index, structure, place.levels().group(), rows),
                Newcomers.of(persons.name(), structure, place, rows),
                reach);
        return new DistinctTotals(index, persons, place, rows, more);
    }

    private int index(ColumnName measure) {
        return structure.measureIndex(measure).orElseThrow(() -> new IllegalArgumentException("no measure " + measure));
    }
}
