package nl.betekenisvolmeten.indicators.aggregation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * A figure in many slots at once. The rows of a slot are of one group, one period and one part of each partition, so
 * that what a nature needs of them is a few numbers; from these an accumulator is made that is as if it had seen the
 * rows.
 */
interface SlotSeries {

    /** The codes of a slot. */
    interface Codes {

        /** The text of one of the {@link BatchFields}. */
        String text(int field);
    }

    /** Makes room for so many slots. */
    void ensure(int slots);

    /** Adds rows; {@code slots} holds the slot of each, from its start. */
    void add(ObservationBatch batch, int from, int to, int[] slots);

    /**
     * What the rows of a slot come to.
     *
     * @throws IllegalArgumentException if there was a row that the nature refuses
     */
    SeriesAccumulator of(int slot, Codes codes);

    /** Whether there is a row that may have to be refused. */
    boolean isInDoubt();

    static SlotSeries of(Series series, TableStructure structure, BatchFields fields) {
        if (series instanceof Series.Ratio ratio) {
            return new RatioSlots(
                    of(ratio.numerator(), structure, fields),
                    of(ratio.denominator(), structure, fields),
                    ratio.partOfWhole());
        }
        Series.Total total = (Series.Total) series;
        int index = structure.measureIndex(total.measure()).orElseThrow();
        SlotSeries all = of(structure.measures().get(index), index, structure, fields);
        return total.where().codes().isEmpty()
                ? all
                : new SelectedSlots(all, conditions(total.where(), structure, fields), series, structure);
    }

    private static SlotSeries of(Measure measure, int index, TableStructure structure, BatchFields fields) {
        if (measure instanceof Measure.Flow || measure instanceof Measure.Answers) {
            return new FlowSlots(index, measure.scale());
        }
        if (measure instanceof Measure.Stock stock) {
            return new StockSlots(index, stock, structure.timeIndex(), time(structure, fields));
        }
        if (measure instanceof Measure.Distinct persons) {
            int[] parts = persons.partitioned() ? partitions(structure, fields) : new int[0];
            return new DistinctSlots(index, persons, structure, time(structure, fields), parts);
        }
        Measure.Mean mean = (Measure.Mean) measure;
        int weight = structure.measureIndex(mean.weight()).orElseThrow();
        return new MeanSlots(index, weight, measure.scale());
    }

    /** The field of the period; -1 when there is none. */
    private static int time(TableStructure structure, BatchFields fields) {
        return structure.timeIndex().isPresent()
                ? fields.addPlain(structure.timeIndex().getAsInt())
                : -1;
    }

    private static int[] partitions(TableStructure structure, BatchFields fields) {
        List<Dimension> dimensions = structure.dimensions();
        return java.util.stream.IntStream.range(0, dimensions.size())
                .filter(d -> dimensions.get(d) instanceof Dimension.Category category
                        && !category.partition().isEmpty())
                .map(fields::addPlain)
                .toArray();
    }

    private static Map<Integer, Set<String>> conditions(Selection where, TableStructure structure, BatchFields fields) {
        Map<Integer, Set<String>> conditions = new java.util.HashMap<>();
        for (Map.Entry<ColumnName, Set<String>> entry : where.codes().entrySet()) {
            int dimension = structure.dimensionIndex(entry.getKey()).orElseThrow();
            conditions.put(fields.addPlain(dimension), entry.getValue());
        }
        return conditions;
    }
}
