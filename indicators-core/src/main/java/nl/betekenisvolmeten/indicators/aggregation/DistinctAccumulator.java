package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
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

        void write(StateWriter out) {
            out.number(largestOutside);
            out.number(largest.size());
            Map<List<String>, Long> sorted = new TreeMap<>(RowOrder.INSTANCE);
            sorted.putAll(largest);
            sorted.forEach((part, persons) -> {
                out.texts(part);
                out.number(persons);
            });
        }

        void read(StateReader in) {
            largestOutside = Math.max(largestOutside, in.number());
            long count = in.number();
            for (long i = 0; i < count; i++) {
                largest.merge(in.texts(), in.number(), Math::max);
            }
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
        checkNotNegative(persons.getAsLong());
        known++;
        sum.add(persons.getAsLong());
        List<String> part = new ArrayList<>(partitions.size());
        for (Partition partition : partitions) {
            part.add(observation.code(partition.dimension()));
        }
        String period = time.isPresent() ? observation.code(time.getAsInt()) : "";
        period(period).add(isInside(part), part, persons.getAsLong());
    }

    static void checkNotNegative(long persons) {
        if (persons < 0) {
            throw new IllegalArgumentException("a negative number of persons: " + persons);
        }
    }

    private boolean isInside(List<String> part) {
        boolean inside = !partitions.isEmpty();
        for (int i = 0; i < part.size(); i++) {
            inside = inside && partitions.get(i).codes().contains(part.get(i));
        }
        return inside;
    }

    /** What rows of one period and one part come to. */
    record Rows(ExactSum sum, long largest, long known, long missing) {}

    /** Adds rows of one period and one part: a code for each partition. */
    void add(String period, List<String> part, Rows rows) {
        sum.combine(rows.sum());
        known += rows.known();
        missing += rows.missing();
        if (rows.known() > 0) {
            period(period).add(isInside(part), part, rows.largest());
        }
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
    public void write(StateWriter out) {
        sum.write(out);
        out.number(known);
        out.number(missing);
        out.number(periods.size());
        new TreeMap<>(periods).forEach((code, parts) -> {
            out.text(code);
            parts.write(out);
        });
    }

    @Override
    public void read(StateReader in) {
        sum.read(in);
        known = Math.addExact(known, in.number());
        missing = Math.addExact(missing, in.number());
        long count = in.number();
        for (long i = 0; i < count; i++) {
            period(in.text()).read(in);
        }
    }

    @Override
    public Figure figure() {
        OptionalLong upper = sum.value();
        if (known == 0 || upper.isEmpty()) {
            return Figure.of(SeriesAccumulator.value(upper, 0, known), known, missing);
        }
        // Parts are never above the sum, so they fit where the sum does.
        long lower = periods.values().stream()
                .mapToLong(parts -> parts.atLeast().orElseThrow())
                .max()
                .orElse(0);
        CellValue value = CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper.getAsLong()));
        return Figure.of(value, known, missing);
    }
}
