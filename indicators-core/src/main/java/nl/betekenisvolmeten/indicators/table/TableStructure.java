package nl.betekenisvolmeten.indicators.table;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Measure;

/**
 * Which columns a table has. Attributes (texts next to the numbers) are not part of a table: they never leave the
 * delivery.
 *
 * @param dimensions what the numbers are about
 * @param measures the numbers
 * @param key the dimensions that tell one row from another, in the order of {@code dimensions}
 */
public record TableStructure(List<Dimension> dimensions, List<Measure> measures, List<ColumnName> key) {

    /**
     * @throws IllegalArgumentException if a name appears twice, there is more than one time or reporter dimension, a mean's
     *     weight is not a whole-number measure of the table, a measure is shared over another measure, or the key holds
     *     something else than dimensions
     */
    public TableStructure {
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        key = checkedKey(dimensions, key);
        checkNames(dimensions, measures);
        checkOnce(dimensions, Dimension.Time.class);
        checkOnce(dimensions, Dimension.Reporter.class);
        for (Measure measure : measures) {
            if (measure instanceof Measure.Mean mean) {
                checkWeight(mean, measures);
            }
            if (measure instanceof Measure.Shared shared) {
                checkShared(shared, measures);
            }
        }
    }

    /**
     * Creates a structure in which all dimensions together tell one row from another.
     *
     * @param dimensions what the numbers are about
     * @param measures the numbers
     * @throws IllegalArgumentException as the other constructor
     */
    public TableStructure(List<Dimension> dimensions, List<Measure> measures) {
        this(dimensions, measures, dimensions.stream().map(Dimension::name).toList());
    }

    private static List<ColumnName> checkedKey(List<Dimension> dimensions, List<ColumnName> key) {
        List<ColumnName> names = dimensions.stream().map(Dimension::name).toList();
        if (!names.containsAll(key)) {
            throw new IllegalArgumentException("key " + key + " holds something else than dimensions: " + names);
        }
        return names.stream().filter(key::contains).toList();
    }

    private static void checkShared(Measure.Shared shared, List<Measure> measures) {
        if (measures.stream().anyMatch(measure -> shared.over().contains(measure.name()))) {
            throw new IllegalArgumentException("measure " + shared.name() + " is shared over a measure");
        }
    }

    private static void checkNames(List<Dimension> dimensions, List<Measure> measures) {
        Set<ColumnName> seen = new HashSet<>();
        Stream.concat(
                        dimensions.stream().map(Dimension::name),
                        measures.stream().map(Measure::name))
                .filter(name -> !seen.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("column appears twice: " + name);
                });
    }

    private static void checkOnce(List<Dimension> dimensions, Class<? extends Dimension> kind) {
        if (dimensions.stream().filter(kind::isInstance).count() > 1) {
            throw new IllegalArgumentException("more than one dimension of kind " + kind.getSimpleName());
        }
    }

    private static void checkWeight(Measure.Mean mean, List<Measure> measures) {
        boolean found = measures.stream().anyMatch(m -> m.name().equals(mean.weight()) && m.scale() == 0);
        if (!found) {
            throw new IllegalArgumentException("no whole-number measure " + mean.weight() + " for mean " + mean.name());
        }
    }

    /**
     * Returns the place of a dimension.
     *
     * @param name the column
     * @return its index in {@link #dimensions}, or empty when there is none of that name
     */
    public OptionalInt dimensionIndex(ColumnName name) {
        return IntStream.range(0, dimensions.size())
                .filter(i -> dimensions.get(i).name().equals(name))
                .findFirst();
    }

    /**
     * Returns the place of a measure.
     *
     * @param name the column
     * @return its index in {@link #measures}, or empty when there is none of that name
     */
    public OptionalInt measureIndex(ColumnName name) {
        return IntStream.range(0, measures.size())
                .filter(i -> measures.get(i).name().equals(name))
                .findFirst();
    }

    /**
     * Returns a measure.
     *
     * @param name the column
     * @return the measure, or empty when there is none of that name
     */
    public Optional<Measure> measure(ColumnName name) {
        return measures.stream().filter(measure -> measure.name().equals(name)).findFirst();
    }

    /**
     * Returns the place of a dimension that must be there.
     *
     * @param name the column
     * @return its index in {@link #dimensions}
     * @throws IllegalArgumentException if there is none of that name
     */
    public int requiredDimension(ColumnName name) {
        return dimensionIndex(name).orElseThrow(() -> new IllegalArgumentException("no dimension " + name));
    }

    /**
     * Checks that a row has a code for each dimension and a value for each measure.
     *
     * @param codes the number of codes of the row
     * @param values the number of its values
     * @throws IllegalArgumentException if one of them is another
     */
    public void checkSize(int codes, int values) {
        if (codes != dimensions.size() || values != measures.size()) {
            throw new IllegalArgumentException(
                    "a row of another structure: of " + codes + " dimensions and " + values + " measures");
        }
    }

    /**
     * Checks that a table has this structure.
     *
     * @param table the table
     * @throws IllegalArgumentException if it has another
     */
    public void checkSame(CountTable table) {
        if (!table.structure().equals(this)) {
            throw new IllegalArgumentException("a table of another structure: " + table.structure());
        }
    }

    /**
     * Returns the dimensions within whose codes rows may tell of the same events: those of the key, the reporter and the
     * period, without those that the measure is shared over.
     *
     * @param shared a measure of the table
     * @return indexes in {@link #dimensions}, in ascending order
     */
    public List<Integer> combination(Measure.Shared shared) {
        return IntStream.range(0, dimensions.size())
                .filter(i -> isInCombination(dimensions.get(i), shared))
                .boxed()
                .toList();
    }

    private boolean isInCombination(Dimension dimension, Measure.Shared shared) {
        boolean apart = dimension instanceof Dimension.Reporter
                || dimension instanceof Dimension.Time
                || key.contains(dimension.name());
        return apart && !shared.over().contains(dimension.name());
    }

    /**
     * Returns whether totals of the table are all that a formula is made of.
     *
     * @param formula the formula
     * @return true when it adds up columns and the table has those, and the dimensions by which it selects rows
     */
    public boolean feeds(Formula formula) {
        return !formula.parts().isEmpty()
                && formula.columns().stream()
                        .allMatch(column -> measureIndex(column).isPresent())
                && formula.dimensions().stream()
                        .allMatch(column -> dimensionIndex(column).isPresent());
    }

    /**
     * Returns the place of the time dimension.
     *
     * @return its index in {@link #dimensions}, or empty when the table has no time
     */
    public OptionalInt timeIndex() {
        return indexOf(Dimension.Time.class);
    }

    /**
     * Returns the place of the reporter dimension.
     *
     * @return its index in {@link #dimensions}, or empty when the table does not say who reports
     */
    public OptionalInt reporterIndex() {
        return indexOf(Dimension.Reporter.class);
    }

    /**
     * Returns the column to make totals of a level by: the finest areas within it; where not every row has such an area, the
     * largest that lie within it, so that as few rows as possible have none.
     *
     * @param level the level
     * @return the column, or empty when there is none
     */
    public Optional<Dimension.Place> place(AreaLevel level) {
        Comparator<Dimension.Place> byLevel = Comparator.comparing(Dimension.Place::level);
        List<Dimension.Place> places = dimensions.stream()
                .filter(Dimension.Place.class::isInstance)
                .map(Dimension.Place.class::cast)
                .filter(place -> place.level().compareTo(level) <= 0)
                .toList();
        return places.stream()
                .min(byLevel)
                .filter(finest -> finest.residuals().items().isEmpty())
                .or(() -> places.stream().max(byLevel));
    }

    /**
     * Returns the column to make totals of a level by, as {@link #place} does.
     *
     * @param level the level
     * @return the column
     * @throws IllegalArgumentException if there is none
     */
    public Dimension.Place requiredPlace(AreaLevel level) {
        return place(level).orElseThrow(() -> new IllegalArgumentException("no areas to roll up to " + level));
    }

    private OptionalInt indexOf(Class<? extends Dimension> kind) {
        return IntStream.range(0, dimensions.size())
                .filter(i -> kind.isInstance(dimensions.get(i)))
                .findFirst();
    }
}
