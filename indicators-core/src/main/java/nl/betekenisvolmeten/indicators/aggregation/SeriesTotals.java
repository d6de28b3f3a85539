package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * What is known of one figure in all groups. Rows come in batches, in any order; each nature keeps what it needs of the
 * nodes of a {@link Level}.
 */
interface SeriesTotals extends Kept {

    /**
     * Adds the rows at hand, once levels and selections know them.
     *
     * @param from the index in the batch of the first one
     * @throws IllegalArgumentException if there is a row that the nature refuses
     */
    void add(ObservationBatch batch, int from);

    Figure figure(int group);

    /**
     * Where totals are kept, and what is known of it.
     *
     * @param levels the tree in which rows are put
     * @param sameAgeRule whether organisations determine age by the same rule, so that age groups share nobody over them
     * @param deliveries who delivered about which stadsdeel and period; empty where rows do not say so
     * @param spans when organisations work somewhere
     * @param firstTimes who came for the first time in a year, by the measure of all persons
     */
    record Place(
            Levels levels,
            boolean sameAgeRule,
            Optional<Deliveries> deliveries,
            WorkSpans spans,
            Map<ColumnName, FirstTimes> firstTimes) {}

    /**
     * Returns what is known of a figure before there are rows.
     *
     * @param place the nodes that rows are put in
     * @param selections gives the rows that count for a total
     * @throws IllegalArgumentException if a column does not exist
     */
    static SeriesTotals of(
            Series series, TableStructure structure, Place place, Function<Series.Total, RowSelection> selections) {
        if (series instanceof Series.Ratio ratio) {
            return new RatioTotals(
                    of(ratio.numerator(), structure, place, selections),
                    of(ratio.denominator(), structure, place, selections),
                    ratio.partOfWhole());
        }
        Series.Total total = (Series.Total) series;
        int index = index(structure, total.measure());
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
            return persons(index, persons, structure, place, rows);
        }
        if (measure instanceof Measure.Mean mean) {
            return new MeanTotals(index, index(structure, mean.weight()), measure.scale(), levels.group(), rows);
        }
        return measure instanceof Measure.Answers
                ? FlowTotals.ofAnswers(index, levels.group(), rows)
                : new FlowTotals(index, measure.scale(), levels.group(), rows);
    }

    private static SeriesTotals persons(
            int index, Measure.Distinct persons, TableStructure structure, Place place, RowSelection rows) {
        Optional<Measure.FirstIn> firstIn = persons.firstIn().filter(first -> FirstTimes.isKnown(structure, first));
        if (firstIn.isPresent()) {
            Levels levels = place.levels();
            Level places = levels.firstPlaces(firstIn.get().length(), FirstTimes.others(structure, firstIn.get()));
            return new FirstTimeTotals(index, levels.group(), places, rows);
        }
        Optional<Reach> reach = Optional.ofNullable(place.firstTimes().get(persons.name()))
                .map(all -> new Reach(index, structure, all, place.levels(), rows));
        DistinctTotals.More more = new DistinctTotals.More(
                new UnnamedPersons(index, structure, place.levels().group(), rows),
                Newcomers.of(persons.name(), structure, place, rows),
                reach);
        return new DistinctTotals(index, persons, place, rows, more);
    }

    private static int index(TableStructure structure, ColumnName measure) {
        return structure.measureIndex(measure).orElseThrow(() -> new IllegalArgumentException("no measure " + measure));
    }
}
