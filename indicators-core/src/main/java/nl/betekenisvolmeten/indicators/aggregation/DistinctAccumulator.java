package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Different persons, as bounds.
 *
 * <p>Upper bound: the sum of all rows, as if nobody stood in two. Lower bound: within one period, rows with different
 * codes of a partitioning dimension (an age group other than unknown) share no persons, so their largest rows add up; a
 * row outside the partition may overlap with any, so it counts only if it is larger than all that. Over periods anyone
 * may return, so the largest period counts.
 */
final class DistinctAccumulator implements SeriesAccumulator {

    /** The largest row of each part, and of the rows outside the partition, within one period. */
    private static final class PeriodParts {
        private final Map<List<String>, Long> largest = new HashMap<>();
        private long largestOutside;

        void add(boolean inside, List<String> part, long persons) {
            if (inside) {
                largest.merge(part, persons, Math::max);
            } else {
                largestOutside = Math.max(largestOutside, persons);
            }
        }

        void combine(PeriodParts other) {
            other.largest.forEach((part, persons) -> largest.merge(part, persons, Math::max));
            largestOutside = Math.max(largestOutside, other.largestOutside);
        }

        /** The least number of persons, or empty when it does not fit a long. */
        OptionalLong atLeast() {
            ExactSum sum = new ExactSum();
            largest.values().forEach(sum::add);
            OptionalLong inside = sum.value();
            return inside.isPresent() ? OptionalLong.of(Math.max(inside.getAsLong(), largestOutside)) : inside;
        }
    }

    private record Partition(int dimension, Set<String> codes) {}

    private final int measure;
    private final OptionalInt time;
    private final List<Partition> partitions;
    private final Map<String, PeriodParts> periods = new HashMap<>();
    private final ExactSum sum = new ExactSum();
    private long known;
    private long missing;

    private DistinctAccumulator(int measure, OptionalInt time, List<Partition> partitions) {
        this.measure = measure;
        this.time = time;
        this.partitions = partitions;
    }

    static DistinctAccumulator of(int measure, Measure.Distinct persons, TableStructure structure) {
        List<Partition> partitions = persons.partitioned() ? partitions(structure) : List.of();
        return new DistinctAccumulator(measure, structure.timeIndex(), partitions);
    }

    private static List<Partition> partitions(TableStructure structure) {
        List<Partition> partitions = new ArrayList<>();
        for (int d = 0; d < structure.dimensions().size(); d++) {
            if (structure.dimensions().get(d) instanceof Dimension.Category category
                    && !category.partition().isEmpty()) {
                partitions.add(new Partition(d, category.partition()));
            }
        }
        return List.copyOf(partitions);
    }

    @Override
    public void add(Observation observation) {
        OptionalLong persons = observation.value(measure);
        if (persons.isEmpty()) {
            missing++;
            return;
        }
        if (persons.getAsLong() < 0) {
            throw new IllegalArgumentException("a negative number of persons: " + persons.getAsLong());
        }
        known++;
        sum.add(persons.getAsLong());
        List<String> part = new ArrayList<>(partitions.size());
        boolean inside = true;
        for (Partition partition : partitions) {
            String code = observation.code(partition.dimension());
            inside &= partition.codes().contains(code);
            part.add(code);
        }
        String period = time.isPresent() ? observation.code(time.getAsInt()) : "";
        period(period).add(inside && !partitions.isEmpty(), part, persons.getAsLong());
    }

    private PeriodParts period(String code) {
        return periods.computeIfAbsent(code, any -> new PeriodParts());
    }

    @Override
    public void combine(SeriesAccumulator other) {
        DistinctAccumulator that = (DistinctAccumulator) other;
        that.periods.forEach((code, parts) -> period(code).combine(parts));
        sum.combine(that.sum);
        known += that.known;
        missing += that.missing;
    }

    @Override
    public Figure figure() {
        OptionalLong most = sum.value();
        if (known == 0 || most.isEmpty()) {
            return Figure.of(SeriesAccumulator.value(most, 0, known), known, missing);
        }
        // Parts are never above the sum, so they fit where the sum does.
        long least = periods.values().stream()
                .mapToLong(parts -> parts.atLeast().orElseThrow())
                .max()
                .orElse(0);
        CellValue value = CellValue.between(BigDecimal.valueOf(least), BigDecimal.valueOf(most.getAsLong()));
        return Figure.of(value, known, missing);
    }
}
