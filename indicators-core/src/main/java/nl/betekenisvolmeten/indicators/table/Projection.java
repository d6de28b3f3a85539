package nl.betekenisvolmeten.indicators.table;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;

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
     * Returns a projection.
     *
     * @param from the structure of the rows
     * @param to the structure that is asked for
     * @param renamed for a column of {@code to}, its name in {@code from} where that is another
     * @return the projection
     * @throws IllegalArgumentException if a column of {@code to} has no source, or one of another nature, scale, moment or
     *     weight, of other areas, more of whose codes may hold the same person, or whose key divides
     *     shared events less; or if codes keep persons apart in {@code to} while it lacks the reporter or the period
     */
    public static Projection of(TableStructure from, TableStructure to, Map<ColumnName, ColumnName> renamed) {
        checkApart(from, to);
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
            if (!isSame(from.measures().get(measures[i]), to.measures().get(i), renamed)) {
                throw new IllegalArgumentException("measure " + source + " must have the nature and scale of " + name);
            }
            if (to.measures().get(i) instanceof Measure.Shared shared
                    && !isWithin(from, (Measure.Shared) from.measures().get(measures[i]), to, shared, renamed)) {
                throw new IllegalArgumentException("key of " + source + " divides rows less than that of " + name);
            }
        }
        return new Projection(dimensions, measures);
    }

    /**
     * Checks that rows still hold the reporter and the period if codes keep persons apart, as those do so only within
     * one organisation and period.
     */
    private static void checkApart(TableStructure from, TableStructure to) {
        boolean lost = (from.reporterIndex().isPresent() && to.reporterIndex().isEmpty())
                || (from.timeIndex().isPresent() && to.timeIndex().isEmpty());
        if (lost) {
            to.dimensions().stream()
                    .filter(dimension -> dimension instanceof Dimension.Category category
                            && !category.partition().isEmpty())
                    .findFirst()
                    .ifPresent(dimension -> {
                        throw new IllegalArgumentException("codes of " + dimension.name()
                                + " may hold the same person without the reporter and the period");
                    });
        }
    }

    /**
     * Returns whether rows of the same events stay together: with a key that divides them further, a total would be too
     * large.
     */
    private static boolean isWithin(
            TableStructure from,
            Measure.Shared source,
            TableStructure to,
            Measure.Shared asked,
            Map<ColumnName, ColumnName> renamed) {
        Set<ColumnName> known = from.combination(source).stream()
                .map(i -> from.dimensions().get(i).name())
                .collect(Collectors.toUnmodifiableSet());
        return to.combination(asked).stream()
                .map(i -> to.dimensions().get(i).name())
                .allMatch(name -> known.contains(renamed.getOrDefault(name, name)));
    }

    private static int dimension(TableStructure from, Dimension to, ColumnName source) {
        int index = from.dimensionIndex(source)
                .orElseThrow(() -> new IllegalArgumentException("no dimension " + source + " for " + to.name()));
        if (!isAsked(from.dimensions().get(index), to)) {
            throw new IllegalArgumentException("dimension " + source + " must be of the kind of " + to.name());
        }
        return index;
    }

    /** Returns whether a measure is added up in the way that is asked for; names may differ. */
    private static boolean isSame(Measure source, Measure to, Map<ColumnName, ColumnName> renamed) {
        Measure named = to;
        if (to instanceof Measure.Flow flow) {
            // who is behind the events does not decide how they add up
            named = new Measure.Flow(source.name(), flow.scale(), source.repeats());
        } else if (to instanceof Measure.Shared shared) {
            Set<ColumnName> over = shared.over().stream()
                    .map(name -> renamed.getOrDefault(name, name))
                    .collect(Collectors.toUnmodifiableSet());
            named = new Measure.Shared(source.name(), shared.scale(), over);
        } else if (to instanceof Measure.Stock stock) {
            named = new Measure.Stock(source.name(), stock.scale(), stock.moment());
        } else if (to instanceof Measure.Distinct distinct) {
            // what is not taken to be partitioned gets wider bounds, which still hold
            boolean wider = source instanceof Measure.Distinct known && known.partitioned() && !distinct.partitioned();
            named = new Measure.Distinct(
                    source.name(),
                    wider || distinct.partitioned(),
                    newTo(source, distinct, renamed),
                    distinct.residentsOf(),
                    unnamed(distinct, renamed),
                    firstIn(source, distinct, renamed));
        } else if (to instanceof Measure.Mean mean) {
            ColumnName weight = renamed.getOrDefault(mean.weight(), mean.weight());
            named = new Measure.Mean(source.name(), mean.scale(), weight);
        } else if (to instanceof Measure.Answers) {
            named = new Measure.Answers(source.name());
        }
        return source.equals(named);
    }

    /**
     * Returns to whom persons are new: as the other structure asks, or else as in the source. Persons who may not be
     * new get wider bounds.
     */
    private static Optional<Measure.NewTo> newTo(
            Measure source, Measure.Distinct asked, Map<ColumnName, ColumnName> renamed) {
        return asked.newTo()
                .map(to -> new Measure.NewTo(
                        renamed.getOrDefault(to.column(), to.column()),
                        to.periods(),
                        renamed.getOrDefault(to.among(), to.among())))
                .or(() -> source instanceof Measure.Distinct known ? known.newTo() : Optional.empty());
    }

    /**
     * Returns where persons are counted once, if the other structure asks for it; persons who may be in any row get
     * wider bounds.
     */
    private static Optional<Measure.FirstIn> firstIn(
            Measure source, Measure.Distinct asked, Map<ColumnName, ColumnName> renamed) {
        return asked.firstIn()
                .map(to -> new Measure.FirstIn(
                        to.length(),
                        to.at().stream().map(name -> renamed(name, renamed)).toList(),
                        renamed(to.among(), renamed)))
                .or(() -> source instanceof Measure.Distinct known ? known.firstIn() : Optional.empty());
    }

    /**
     * Returns the events without a name. Persons who are not in the number must not be lost, so the other structure has
     * to ask for these events too.
     */
    private static Optional<Measure.Unnamed> unnamed(Measure.Distinct asked, Map<ColumnName, ColumnName> renamed) {
        return asked.unnamed()
                .map(to -> new Measure.Unnamed(renamed(to.events(), renamed), renamed(to.without(), renamed)));
    }

    private static ColumnName renamed(ColumnName name, Map<ColumnName, ColumnName> renamed) {
        return renamed.getOrDefault(name, name);
    }

    /**
     * Returns whether a dimension claims no more than its source: codes that share no persons there, and areas of the
     * same division.
     */
    private static boolean isAsked(Dimension source, Dimension to) {
        if (source instanceof Dimension.Category category && to instanceof Dimension.Category asked) {
            return category.partition().containsAll(asked.partition());
        }
        if (source instanceof Dimension.Place place && to instanceof Dimension.Place asked) {
            return asked.equals(new Dimension.Place(asked.name(), place.areas(), place.level(), place.byName()));
        }
        return source.getClass() == to.getClass();
    }

    /**
     * Returns a row of the other structure.
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

    /**
     * Returns rows with an error as rows of the other structure.
     *
     * @param rows rows of the first structure
     * @return the rows
     */
    public RejectedRows apply(RejectedRows rows) {
        return new RejectedRows(
                IntStream.of(dimensions).mapToObj(rows.codes()::get).toList(),
                IntStream.of(measures).mapToObj(rows.values()::get).toList(),
                rows.rows(),
                rows.number());
    }
}
