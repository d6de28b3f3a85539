package nl.betekenisvolmeten.indicators.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * The sums of squares of repeated events, part by part: each row with events is a part whose persons may be those of other
 * parts.
 */
final class SquareSums {

    /** The cells of a row that an indicator reads. */
    private record Reader(int events, ColumnName squares, OptionalInt index, RowPlaces.Where where) {}

    private record Key(Formula.Part part, RowPlaces.Place place) {}

    private static final class Parts {
        private final List<Double> squares = new ArrayList<>();
        private boolean complete = true;

        /** Adds a sum; a negative one means unknown. */
        void add(long sum) {
            complete &= sum >= 0;
            squares.add((double) sum);
        }
    }

    private final ComparisonPlan plan;
    private final RowPlaces places;
    private final Map<Formula.Part, Reader> readers = new HashMap<>();
    private final Map<Key, Parts> parts = new HashMap<>();
    /** Totals that organisations counted themselves. */
    private final Map<Key, Parts> totals = new HashMap<>();

    SquareSums(ComparisonPlan plan) {
        this.plan = plan;
        places = new RowPlaces(plan);
        plan.indicators().forEach(indicator -> indicator.formula().parts().forEach(this::read));
    }

    /** Returns the persons behind the events of a column; empty if the events are independent. */
    static Optional<Measure.Repeats> repeats(TableStructure structure, ColumnName column) {
        return structure.measure(column).flatMap(Measure::repeats);
    }

    private void read(Formula.Part part) {
        TableStructure structure = plan.structure();
        repeats(structure, part.column())
                .flatMap(Measure.Repeats::squares)
                .ifPresent(column -> readers.put(
                        part,
                        new Reader(
                                structure.measureIndex(part.column()).orElseThrow(),
                                column,
                                structure.measureIndex(column),
                                places.where(part.where()))));
    }

    /** Accepts a row of the plan's structure; one without events is no part. */
    void accept(Observation row) {
        readers.forEach((part, reader) -> {
            if (row.value(reader.events()).orElse(1) != 0 && reader.where().takes(row)) {
                long squares = reader.index().isPresent()
                        ? row.value(reader.index().getAsInt()).orElse(-1)
                        : -1;
                places.of(row)
                        .ifPresent(place -> parts.computeIfAbsent(new Key(part, place), any -> new Parts())
                                .add(squares));
            }
        });
    }

    /** Accepts a total that an organisation counted itself, whose squares replace those of its rows. */
    void acceptTotal(OwnTotal total) {
        readers.forEach((part, reader) -> {
            OptionalLong events = total.values().get(reader.events());
            long squares = part.where().isEmpty() ? total.squares().getOrDefault(reader.squares(), -1L) : -1;
            boolean known = squares >= 0;
            if (events.orElse(0) != 0 && (known || !total.replaces())) {
                places.of(total)
                        .ifPresent(place -> (known && total.isAll() ? totals : parts)
                                .computeIfAbsent(new Key(part, place), any -> new Parts())
                                .add(squares));
            }
        });
    }

    void combine(SquareSums other) {
        combine(parts, other.parts);
        combine(totals, other.totals);
    }

    private static void combine(Map<Key, Parts> all, Map<Key, Parts> others) {
        others.forEach((key, more) -> {
            Parts own = all.computeIfAbsent(key, any -> new Parts());
            own.squares.addAll(more.squares);
            own.complete &= more.complete;
        });
    }

    /** Returns the squares of each part of a formula's part; empty if there is none, or one of them is unknown. */
    List<Double> of(Formula.Part part, Predicate<RowPlaces.Place> wanted) {
        Map<RowPlaces.Place, Parts> counted = new HashMap<>();
        totals.forEach((key, own) -> {
            if (key.part().equals(part) && wanted.test(key.place())) {
                counted.put(key.place(), own);
            }
        });
        Set<RowPlaces.Place> whole = Set.copyOf(counted.keySet());
        // a longer total replaces shorter ones
        counted.keySet()
                .removeIf(place -> whole.stream().anyMatch(other -> !other.equals(place) && other.holds(place)));
        parts.forEach((key, own) -> {
            if (key.part().equals(part)
                    && wanted.test(key.place())
                    && whole.stream().noneMatch(other -> other.holds(key.place()))) {
                counted.put(key.place(), own);
            }
        });
        List<Double> squares = new ArrayList<>();
        for (Parts own : counted.values()) {
            if (!own.complete || own.squares.contains(0.0)) {
                return List.of();
            }
            squares.addAll(own.squares);
        }
        // the same order whatever the order of rows, so that sums are the same to the last digit
        squares.sort(null);
        return squares;
    }
}
