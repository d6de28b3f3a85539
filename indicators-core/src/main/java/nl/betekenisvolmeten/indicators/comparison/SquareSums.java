package nl.betekenisvolmeten.indicators.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * The sums of squares of repeated events, part by part: each row with events is a part whose persons may be those of other
 * parts.
 */
final class SquareSums {

    /** What an indicator reads of a row. */
    private record Reader(int events, int squares, RowPlaces.Where where) {}

    private record Key(Formula.Part part, RowPlaces.Place place) {}

    private static final class Parts {
        private final List<Double> squares = new ArrayList<>();
        private boolean complete = true;
    }

    private final ComparisonPlan plan;
    private final RowPlaces places;
    private final Map<Formula.Part, Reader> readers = new HashMap<>();
    private final Map<Key, Parts> parts = new HashMap<>();

    SquareSums(ComparisonPlan plan) {
        this.plan = plan;
        places = new RowPlaces(plan);
        plan.indicators().forEach(indicator -> indicator.formula().parts().forEach(this::read));
    }

    /** The persons behind the events of a column; empty where the events are independent. */
    static Optional<Measure.Repeats> repeats(TableStructure structure, ColumnName column) {
        return structure.measure(column).flatMap(Measure::repeats);
    }

    private void read(Formula.Part part) {
        TableStructure structure = plan.structure();
        OptionalInt squares = repeats(structure, part.column())
                .flatMap(Measure.Repeats::squares)
                .map(structure::measureIndex)
                .orElse(OptionalInt.empty());
        squares.ifPresent(column -> readers.put(
                part,
                new Reader(structure.measureIndex(part.column()).orElseThrow(), column, places.where(part.where()))));
    }

    /** Takes a row of the plan's structure; one without events is no part. */
    void accept(Observation row) {
        readers.forEach((part, reader) -> {
            if (row.value(reader.events()).orElse(1) != 0 && reader.where().takes(row)) {
                places.of(row).ifPresent(place -> {
                    Parts found = parts.computeIfAbsent(new Key(part, place), any -> new Parts());
                    row.value(reader.squares())
                            .ifPresentOrElse(
                                    squares -> found.squares.add((double) squares), () -> found.complete = false);
                });
            }
        });
    }

    void combine(SquareSums other) {
        other.parts.forEach((key, more) -> {
            Parts own = parts.computeIfAbsent(key, any -> new Parts());
            own.squares.addAll(more.squares);
            own.complete &= more.complete;
        });
    }

    /** The squares of each part of a formula's part; empty where there is none, or one of them is not known. */
    List<Double> of(Formula.Part part, Predicate<RowPlaces.Place> wanted) {
        List<Double> squares = new ArrayList<>();
        for (Map.Entry<Key, Parts> entry : parts.entrySet()) {
            if (entry.getKey().part().equals(part) && wanted.test(entry.getKey().place())) {
                if (!entry.getValue().complete || entry.getValue().squares.contains(0.0)) {
                    return List.of();
                }
                squares.addAll(entry.getValue().squares);
            }
        }
        // the same order whatever the order of rows, so that sums are the same to the last digit
        squares.sort(null);
        return squares;
    }
}
