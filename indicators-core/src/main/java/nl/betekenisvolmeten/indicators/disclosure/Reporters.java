package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Spot;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;

/**
 * The organisations behind published figures. Each can subtract its own figures from a total:
 * of two organisations in a cell, each can derive the figure of the other.
 */
final class Reporters {

    private final PublicationPlan plan;
    private final CountedCells all;
    private final List<Count> counts;

    /** What each organisation delivered about a cell, for each count. */
    private final Map<Integer, Map<String, CellValue[]>> own = new HashMap<>();

    private final Map<List<Object>, Set<Set<String>>> known = new HashMap<>();

    private Reporters(CountedCells all) {
        this.all = all;
        plan = all.plan();
        counts = plan.counts();
    }

    /** Counts what each organisation delivered; there are none if the rows do not name them or the policy ignores them. */
    static Reporters of(CountedCells all, CountTable rows) {
        Reporters reporters = new Reporters(all);
        if (reporters.plan.policy().coalition() > 0) {
            rows.structure().reporterIndex().ifPresent(reporter -> {
                Divider divider = new Divider(rows, reporter);
                rows.handTo(divider);
                divider.own.forEach((name, part) -> all.part(part.build())
                        .forEach((cell, values) -> reporters.own.computeIfAbsent(cell, any -> new TreeMap<>()).put(name, values)));
            });
        }
        return reporters;
    }

    /** Divides rows among the organisations that delivered them. */
    private static final class Divider implements RowTaker {
        private final CountTable rows;
        private final int reporter;
        private final Map<String, CountTable.Builder> own = new TreeMap<>();

        Divider(CountTable rows, int reporter) {
            this.rows = rows;
            this.reporter = reporter;
        }

        private CountTable.Builder of(String name) {
            return own.computeIfAbsent(name, any -> CountTable.builder(rows.structure()));
        }

        @Override
        public void accept(Observation row) {
            of(row.code(reporter)).accept(row);
        }

        @Override
        public void refuse(Observation row) {
            of(row.code(reporter)).refuse(row);
        }

        @Override
        public void acceptRejected(RejectedRows rejected) {
            rejected.codes().get(reporter).forEach(name -> of(name).acceptRejected(rejected));
        }
    }

    /**
     * Returns the groups of organisations, up to the size in the policy, that could derive too much about a cell: all that
     * is left of it is at other organisations, and may be about few persons.
     */
    Set<Set<String>> coalitions(ColumnName persons, int cell) {
        return known.computeIfAbsent(List.of(persons, cell), any -> {
            Map<String, BigDecimal> active = active(persons, cell);
            Set<Set<String>> groups = new LinkedHashSet<>(Set.of(Set.of()));
            for (int size = 1; size <= plan.policy().coalition(); size++) {
                for (Set<String> group : List.copyOf(groups)) {
                    active.keySet()
                            .forEach(name -> groups.add(Stream.concat(group.stream(), Stream.of(name))
                                    .collect(Collectors.toCollection(TreeSet::new))));
                }
            }
            groups.removeIf(group -> group.isEmpty() || !leavesFew(group, active, all.threshold(cell)));
            return groups;
        });
    }

    /** Returns the organisations with anything published in a cell, each with its least number of persons. */
    private Map<String, BigDecimal> active(ColumnName persons, int cell) {
        int[] published = IntStream.range(0, counts.size())
                .filter(i -> counts.get(i).persons().equals(persons)
                        && all.isPublished(counts.get(i).measure(), cell))
                .toArray();
        int behind = index(persons);
        Map<String, BigDecimal> active = new TreeMap<>();
        own.getOrDefault(cell, Map.of()).forEach((name, values) -> {
            boolean any = IntStream.of(published)
                    .mapToObj(i -> values[i])
                    .anyMatch(value -> !(value instanceof CellValue.Missing) && !HiddenCells.isZero(value));
            if (any) {
                active.put(name, values[behind].lowerBound().orElse(BigDecimal.ZERO));
            }
        });
        return active;
    }

    private int index(ColumnName measure) {
        return IntStream.range(0, counts.size())
                .filter(i -> counts.get(i).measure().equals(measure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not in the plan: " + measure));
    }

    /** Returns whether others are active, and are not known to have seen at least the threshold of persons. */
    private static boolean leavesFew(Set<String> group, Map<String, BigDecimal> active, int threshold) {
        return active.entrySet().stream()
                .filter(entry -> !group.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .filter(least -> least.compareTo(BigDecimal.valueOf(threshold)) < 0)
                .isPresent();
    }

    /** Returns all groups of organisations that know too much of some counts in a period. */
    List<Insider> insiders(List<Count> counts, Period within) {
        return counts.stream()
                .filter(Count::isPersons)
                .flatMap(count -> IntStream.range(0, all.tables().cells())
                        .filter(cell -> within.contains(all.period(cell)))
                        .mapToObj(cell -> coalitions(count.measure(), cell)))
                .flatMap(Set::stream)
                .distinct()
                .map(this::insider)
                .toList();
    }

    private Insider insider(Set<String> members) {
        return new Insider(
                spot -> together(members, cell(spot)),
                (spot, count) -> coalitions(count.persons(), cell(spot)).contains(members));
    }

    private int cell(Spot spot) {
        return all.cell(spot.area().code().value(), spot.period().code(), spot.codes());
    }

    /** Returns lower bounds of the joint counts of some organisations; two of them may count the same person. */
    private Map<ColumnName, BigDecimal> together(Set<String> members, int cell) {
        Map<ColumnName, BigDecimal> together = new HashMap<>();
        Map<String, CellValue[]> delivered = own.getOrDefault(cell, Map.of());
        for (String name : members) {
            CellValue[] values = delivered.getOrDefault(name, new CellValue[0]);
            for (int i = 0; i < values.length; i++) {
                Count count = counts.get(i);
                values[i].lowerBound()
                        .ifPresent(value -> together.merge(
                                count.measure(), value, count.isPersons() ? BigDecimal::max : BigDecimal::add));
            }
        }
        return together;
    }
}
