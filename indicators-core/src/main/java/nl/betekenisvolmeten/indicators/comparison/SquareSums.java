package nl.betekenisvolmeten.indicators.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.model.AreaCode;
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

    /** The sums of each part of a formula by area and place, as figures are asked for one part and a few areas at a time. */
    private static final class ByPart {
        private final Map<Formula.Part, Map<AreaCode, Map<RowPlaces.Place, Parts>>> sums = new HashMap<>();

        Parts at(Formula.Part part, RowPlaces.Place place) {
            return sums.computeIfAbsent(part, any -> new HashMap<>())
                    .computeIfAbsent(place.area(), any -> new HashMap<>())
                    .computeIfAbsent(place, any -> new Parts());
        }

        void combine(ByPart other) {
            other.sums.forEach((part, byArea) -> byArea.values()
                    .forEach(byPlace -> byPlace.forEach((place, more) -> {
                        Parts own = at(part, place);
                        own.squares.addAll(more.squares);
                        own.replacing.putAll(more.replacing);
                        own.complete &= more.complete;
                    })));
        }

        /** Returns the sums of a part at the wanted places in some areas. */
        Map<RowPlaces.Place, Parts> in(
                Collection<AreaCode> areas, Formula.Part part, Predicate<RowPlaces.Place> wanted) {
            Map<AreaCode, Map<RowPlaces.Place, Parts>> byArea = sums.getOrDefault(part, Map.of());
            Map<RowPlaces.Place, Parts> found = new HashMap<>();
            for (AreaCode area : areas) {
                byArea.getOrDefault(area, Map.of()).forEach((place, own) -> {
                    if (wanted.test(place)) {
                        found.put(place, own);
                    }
                });
            }
            return found;
        }
    }

    private static final class Parts {
        private final List<Double> squares = new ArrayList<>();
        /** The squares of totals that replace rows: each counts once, however often it is given. */
        private final Map<OwnTotal, Double> replacing = new HashMap<>();

        private boolean complete = true;

        /** Adds a sum; a negative one means unknown. */
        void add(long sum) {
            complete &= sum >= 0;
            squares.add((double) sum);
        }

        void add(OwnTotal total, long sum) {
            if (total.replaces()) {
                replacing.put(total, (double) sum);
            } else {
                add(sum);
            }
        }

        List<Double> all() {
            List<Double> all = new ArrayList<>(squares);
            all.addAll(replacing.values());
            return all;
        }
    }

    private final ComparisonPlan plan;
    private final RowPlaces places;
    private final Map<Formula.Part, Reader> readers = new HashMap<>();
    private final ByPart parts = new ByPart();
    /** Totals that organisations counted themselves. */
    private final ByPart totals = new ByPart();

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
        places.of(row)
                .ifPresent(place -> readers.forEach((part, reader) -> {
                    if (row.value(reader.events()).orElse(1) != 0
                            && reader.where().takes(row)) {
                        long squares = reader.index().isPresent()
                                ? row.value(reader.index().getAsInt()).orElse(-1)
                                : -1;
                        parts.at(part, place).add(squares);
                    }
                }));
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
                                .at(part, place)
                                .add(total, squares));
            }
        });
    }

    void combine(SquareSums other) {
        parts.combine(other.parts);
        totals.combine(other.totals);
    }

    /**
     * Returns the squares of each part of a formula's part at the wanted places in some areas; empty if there is none, or
     * one of them is unknown.
     */
    List<Double> of(Formula.Part part, Collection<AreaCode> areas, Predicate<RowPlaces.Place> wanted) {
        Map<RowPlaces.Place, Parts> counted = totals.in(areas, part, wanted);
        Set<RowPlaces.Place> whole = Set.copyOf(counted.keySet());
        // a longer total replaces shorter ones
        counted.keySet()
                .removeIf(place -> whole.stream().anyMatch(other -> !other.equals(place) && other.holds(place)));
        parts.in(areas, part, wanted).forEach((place, own) -> {
            if (whole.stream().noneMatch(other -> other.holds(place))) {
                counted.put(place, own);
            }
        });
        List<Double> squares = new ArrayList<>();
        for (Parts own : counted.values()) {
            if (!own.complete || own.all().contains(0.0)) {
                return List.of();
            }
            squares.addAll(own.all());
        }
        // the same order whatever the order of rows, so that sums are the same to the last digit
        squares.sort(null);
        return squares;
    }
}
