package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Spot;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;

/**
 * The organisations behind published figures. Each knows its own figures, and so what is left of a total for the others:
 * of two organisations in a cell, each reads the other by subtraction.
 */
final class Reporters {

    private final PublicationPlan plan;
    private final CountedCells all;
    private final Map<String, CountedCells> own = new TreeMap<>();

    private Reporters(PublicationPlan plan, CountedCells all) {
        this.plan = plan;
        this.all = all;
    }

    /** Counts what each organisation delivered; there are none if the rows do not name them or the policy ignores them. */
    static Reporters of(CountedCells all, CountTable rows) {
        Reporters reporters = new Reporters(all.plan(), all);
        if (all.plan().policy().coalition() > 0) {
            rows.structure().reporterIndex().ifPresent(reporter -> {
                Divider divider = new Divider(rows, reporter);
                rows.handTo(divider);
                divider.own.forEach((name, part) -> reporters.own.put(name, all.part(part.build())));
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

        @Override
        public void acceptTotal(OwnTotal total) {
            total.codes().get(reporter).forEach(name -> of(name).acceptTotal(total));
        }
    }

    /**
     * Returns the groups of organisations, no larger than the policy reckons with, that would know of few persons at all
     * other organisations in a cell.
     */
    Set<Set<String>> coalitions(ColumnName persons, int cell) {
        List<Count> counts = plan.counts().stream()
                .filter(count -> count.persons().equals(persons) && all.isPublished(count.measure(), cell))
                .toList();
        Map<String, BigDecimal> active = new TreeMap<>();
        own.forEach((name, part) -> {
            if (counts.stream().anyMatch(count -> isAny(part.value(count.measure(), cell)))) {
                active.put(name, part.value(persons, cell).lowerBound().orElse(BigDecimal.ZERO));
            }
        });
        Set<Set<String>> coalitions = new LinkedHashSet<>();
        addCoalitions(Set.of(), active, coalitions);
        return coalitions;
    }

    private void addCoalitions(Set<String> members, Map<String, BigDecimal> active, Set<Set<String>> coalitions) {
        if (!members.isEmpty() && isFew(members, active)) {
            coalitions.add(members);
        }
        if (members.size() < plan.policy().coalition()) {
            for (String name : active.keySet()) {
                if (members.stream().allMatch(member -> member.compareTo(name) < 0)) {
                    Set<String> more = new HashSet<>(members);
                    more.add(name);
                    addCoalitions(Set.copyOf(more), active, coalitions);
                }
            }
        }
    }

    /** Returns whether others are active, and are not known to have seen at least the threshold of persons. */
    private boolean isFew(Set<String> members, Map<String, BigDecimal> active) {
        return active.entrySet().stream()
                .filter(entry -> !members.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .filter(least ->
                        least.compareTo(BigDecimal.valueOf(plan.policy().threshold())) < 0)
                .isPresent();
    }

    private static boolean isAny(CellValue value) {
        return !(value instanceof CellValue.Missing)
                && value.exact().filter(number -> number.signum() == 0).isEmpty();
    }

    /** Returns what groups of organisations know that would know of few persons in a hidden cell. */
    List<Insider> insiders(Map<ColumnName, HiddenCells> hidden) {
        Map<ColumnName, Map<Integer, Set<Set<String>>>> found = new TreeMap<>();
        Set<Set<String>> coalitions = new LinkedHashSet<>();
        hidden.forEach((persons, cells) -> {
            for (int cell = 0; cell < all.tables().cells(); cell++) {
                if (cells.isHidden(cell)) {
                    Set<Set<String>> some = coalitions(persons, cell);
                    found.computeIfAbsent(persons, any -> new TreeMap<>()).put(cell, some);
                    coalitions.addAll(some);
                }
            }
        });
        List<Insider> insiders = new ArrayList<>();
        coalitions.forEach(members -> insiders.add(new Coalition(members, found)));
        return insiders;
    }

    /** What some organisations know together. */
    private final class Coalition implements Insider {
        private final Set<String> members;
        private final Map<ColumnName, Map<Integer, Set<Set<String>>>> found;

        Coalition(Set<String> members, Map<ColumnName, Map<Integer, Set<Set<String>>>> found) {
            this.members = members;
            this.found = found;
        }

        private int cell(Spot spot) {
            return all.cell(spot.area().code().value(), spot.period().code(), spot.codes());
        }

        /** Persons may be at two of them. */
        @Override
        public BigDecimal own(Spot spot, Count count) {
            int cell = cell(spot);
            List<BigDecimal> known = members.stream()
                    .map(name -> Objects.requireNonNull(own.get(name)).value(count.measure(), cell))
                    .flatMap(value -> value.lowerBound().stream())
                    .collect(Collectors.toList());
            return known.stream()
                    .reduce(count.isPersons() ? BigDecimal::max : BigDecimal::add)
                    .orElse(BigDecimal.ZERO);
        }

        @Override
        public boolean isAboutFew(Spot spot, Count count) {
            return found.getOrDefault(count.persons(), Map.of())
                    .getOrDefault(cell(spot), Set.of())
                    .contains(members);
        }
    }
}
