package nl.betekenisvolmeten.indicators.table;

import java.util.Map;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * Rows of one structure as rows of another that asks for less, so that deliveries in different formats can be added up
 * together. Columns that the other structure lacks are left out; numbers keep their scale.
 */
public final class Projection implements UnaryOperator<Observation> {

    private final int[] dimensions;
    private final int[] measures;

    private Projection(int[] dimensions, int[] measures) {
        this.dimensions = dimensions;
        this.measures = measures;
    }

    /**
     * A projection.
     *
     * @param from the structure of the rows
     * @param to the structure that is asked for
     * @param renamed for a column of {@code to}, its name in {@code from} where that is another
     * @return the projection
     * @throws IllegalArgumentException if a column of {@code to} has no source, or one of another nature or scale
     */
    public static Projection of(TableStructure from, TableStructure to, Map<ColumnName, ColumnName> renamed) {
        int[] dimensions = to.dimensions().stream()
                .mapToInt(dimension ->
                        dimension(from, dimension, renamed.getOrDefault(dimension.name(), dimension.name())))
                .toArray();
        int[] measures = new int[to.measures().size()];
        for (int i = 0; i < measures.length; i++) {
            ColumnName name = to.measures().get(i).name();
            ColumnName source = renamed.getOrDefault(name, name);
            measures[i] = from.measureIndex(source)
                    .orElseThrow(() -> new IllegalArgumentException("no measure " + source + " for " + name));
            if (from.measures().get(measures[i]).getClass()
                            != to.measures().get(i).getClass()
                    || from.measures().get(measures[i]).scale()
                            != to.measures().get(i).scale()) {
                throw new IllegalArgumentException("measure " + source + " is of another nature or scale than " + name);
            }
        }
        return new Projection(dimensions, measures);
    }

    private static int dimension(TableStructure from, Dimension to, ColumnName source) {
        int index = from.dimensionIndex(source)
                .orElseThrow(() -> new IllegalArgumentException("no dimension " + source + " for " + to.name()));
        if (from.dimensions().get(index).getClass() != to.getClass()) {
            throw new IllegalArgumentException("dimension " + source + " is of another kind than " + to.name());
        }
        return index;
    }

    /**
     * A row of the other structure.
     *
     * @param row a row of the first structure
     * @return the row
     */
    @Override
    public Observation apply(Observation row) {
        String[] codes = new String[dimensions.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = row.code(dimensions[i]);
        }
        long[] values = new long[measures.length];
        boolean[] known = new boolean[measures.length];
        for (int i = 0; i < values.length; i++) {
            known[i] = row.isKnown(measures[i]);
            values[i] = row.value(measures[i]).orElse(0L);
        }
        return Observation.of(codes, values, known);
    }
}
