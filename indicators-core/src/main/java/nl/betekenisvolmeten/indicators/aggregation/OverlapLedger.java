package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * What organisations, or whoever knows, agreed about persons that are counted in more than one part of a total. It is
 * delivered with the figures and never changes them; the bounds of a total become tighter, and exact where the ledger
 * determines it.
 *
 * @param overlaps what was agreed
 * @param sameAgeRule whether organisations determine age by the same rule, so that in one period someone is in the same age
 *     group with each of them
 */
public record OverlapLedger(List<Overlap> overlaps, boolean sameAgeRule) {

    private static final FindingCode CONTRADICTION = FindingCode.of("BM-A08");

    public OverlapLedger {
        overlaps = List.copyOf(overlaps);
    }

    /**
     * Creates a ledger of organisations that may determine age by different rules.
     *
     * @param overlaps what was agreed
     */
    public OverlapLedger(List<Overlap> overlaps) {
        this(overlaps, false);
    }

    /**
     * Returns a copy of this ledger with more agreements.
     *
     * @param more what was agreed besides
     * @return the ledger
     */
    public OverlapLedger with(List<Overlap> more) {
        List<Overlap> all = new ArrayList<>(overlaps);
        all.addAll(more);
        return new OverlapLedger(all, sameAgeRule);
    }

    /**
     * Counts persons over the codes of a key: the rows that differ in it only become one. The total is of what was
     * delivered: a part that is missing is left out, and a number that was counted together with it is the most that the
     * others can be. With a part that is hidden or refused there is no total either. An agreement that names every other key
     * holds as written; one that leaves keys open is about more than a total, and says how many persons there are in common
     * at most.
     *
     * @param parts a table with the key and the series
     * @param dimension the key to count over
     * @param series the count of persons
     * @return a table of the other keys with this series; where what was agreed contradicts the figures it is left out,
     *     with a finding
     * @throws IllegalArgumentException if the table lacks the key or the series
     */
    public ResultTable total(ResultTable parts, String dimension, String series) {
        int key = index(parts.keys(), dimension);
        int figure = index(parts.series(), series);
        Map<List<String>, List<ResultTable.Row>> groups = new LinkedHashMap<>();
        for (ResultTable.Row row : parts.rows()) {
            groups.computeIfAbsent(without(row.key(), key), any -> new ArrayList<>())
                    .add(row);
        }
        Findings.Collector findings = Findings.Collector.withDefaults();
        findings.combine(parts.findings());
        List<String> keys = without(parts.keys(), key);
        List<ResultTable.Row> rows = new ArrayList<>();
        groups.forEach((group, members) -> {
            List<OverlapFact> facts = facts(dimension, series, keys, group);
            rows.add(new Total(key, figure, GroupText.of(keys, group), facts).row(group, members, findings));
        });
        return new ResultTable(keys, List.of(series), rows, findings.toFindings(), parts.missing());
    }

    private static int index(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no key '" + name + "' in " + names);
        }
        return index;
    }

    private static List<String> without(List<String> texts, int index) {
        return IntStream.range(0, texts.size())
                .filter(i -> i != index)
                .mapToObj(texts::get)
                .toList();
    }

    /** An agreement that leaves some key open is about more than the group. */
    private List<OverlapFact> facts(String dimension, String series, List<String> keys, List<String> group) {
        return overlaps.stream()
                .filter(overlap -> overlap.dimension().equals(dimension)
                        && overlap.series().equals(series)
                        && overlap.where().entrySet().stream().allMatch(condition -> {
                            int key = keys.indexOf(condition.getKey());
                            return key >= 0 && group.get(key).equals(condition.getValue());
                        }))
                .flatMap(overlap -> (overlap.where().keySet().containsAll(keys)
                                ? OverlapFact.inOwnCell(overlap.agreement())
                                : OverlapFact.atMost(overlap.agreement()))
                        .stream())
                .toList();
    }

    /** One total, of one group of rows. */
    private record Total(int key, int figure, String name, List<OverlapFact> facts) {

        ResultTable.Row row(List<String> group, List<ResultTable.Row> members, Findings.Collector findings) {
            long known = 0;
            long missing = 0;
            long observations = 0;
            Map<String, UnionBounds.Range> ranges = new TreeMap<>();
            for (ResultTable.Row member : members) {
                Figure part = member.figures().get(figure);
                known += part.cellsKnown();
                missing += part.cellsMissing();
                observations += member.observations();
                range(part.value()).ifPresent(range -> ranges.put(member.key().get(key), range));
            }
            CellValue value = none(members).orElseGet(() -> value(ranges, findings));
            return new ResultTable.Row(
                    group,
                    List.of(Figure.of(value, known, missing)),
                    observations,
                    Optional.empty(),
                    Totals.coverage(members));
        }

        /**
         * A part that is hidden or refused holds persons, so the others are not the total; one not delivered is left out.
         */
        private Optional<CellValue> none(List<ResultTable.Row> members) {
            return Totals.whyNone(members.stream()
                            .map(member -> member.figures().get(figure).value())
                            .toList())
                    .filter(reason -> !(reason instanceof CellValue.Missing));
        }

        private CellValue value(Map<String, UnionBounds.Range> ranges, Findings.Collector findings) {
            if (ranges.isEmpty()) {
                return new CellValue.Missing();
            }
            Optional<UnionBounds.Range> agreed =
                    UnionBounds.union(ranges, facts).map(UnionBounds.Union::persons);
            if (agreed.isEmpty()) {
                findings.add(Finding.of(CONTRADICTION, Severity.WARNING, Location.nowhere(), Map.of("group", name)));
            }
            UnionBounds.Range range = agreed.or(() -> UnionBounds.of(ranges, List.of()))
                    .orElseThrow(() -> new IllegalStateException("sizes contradict each other: " + ranges));
            return CellValue.between(BigDecimal.valueOf(range.lower()), BigDecimal.valueOf(range.upper()));
        }

        private static Optional<UnionBounds.Range> range(CellValue value) {
            return value.lowerBound().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new UnionBounds.Range(
                            value.lowerBound().get().longValueExact(),
                            value.upperBound().orElseThrow().longValueExact()));
        }
    }

    /**
     * What was agreed about the persons that parts of a total have in common. The figures of the parts stay what they are.
     *
     * @param dimension the key whose codes the parts are, such as {@code organisatie}, {@code activiteit} or
     *     {@code periode}
     * @param series the count of persons that it is about, such as {@code unieke_deelnemers}
     * @param where for which codes of other keys it holds; a key that is not named does not matter
     * @param agreement what was agreed
     * @param basis who agreed and when, shown with the total: a role, never a person's name
     */
    public record Overlap(
            String dimension, String series, Map<String, String> where, Agreement agreement, String basis) {

        public Overlap {
            where = Collections.unmodifiableMap(new TreeMap<>(where));
        }

        /** What was agreed. */
        public sealed interface Agreement {

            /**
             * The parts that it is about.
             *
             * @return two or more codes
             */
            Set<String> parts();
        }

        /**
         * No two of these parts have a person in common.
         *
         * @param parts two or more codes
         */
        public record None(Set<String> parts) implements Agreement {
            /** @throws IllegalArgumentException if there are fewer */
            public None {
                parts = atLeastTwo(parts);
            }
        }

        /**
         * Everyone of the smaller part is in the larger part too.
         *
         * @param smaller the part within
         * @param larger the part around it
         */
        public record Within(String smaller, String larger) implements Agreement {
            /** @throws IllegalArgumentException if they are the same */
            public Within {
                if (smaller.equals(larger)) {
                    throw new IllegalArgumentException("a part must not be within itself: " + smaller);
                }
            }

            @Override
            public Set<String> parts() {
                return Set.of(smaller, larger);
            }
        }

        /**
         * Two parts have so many persons in common.
         *
         * @param one the one part
         * @param other the other part
         * @param persons how many, 0 or more
         */
        public record Shared(String one, String other, long persons) implements Agreement {
            /** @throws IllegalArgumentException if it is negative, or the parts are the same */
            public Shared {
                if (persons < 0 || one.equals(other)) {
                    throw new IllegalArgumentException(persons + " shared by " + one + " and " + other);
                }
            }

            @Override
            public Set<String> parts() {
                return Set.of(one, other);
            }
        }

        /**
         * The parts together have so many different persons, such as from a matched count.
         *
         * @param parts two or more codes
         * @param persons how many, 0 or more
         */
        public record Together(Set<String> parts, long persons) implements Agreement {
            /** @throws IllegalArgumentException if it is negative, or there are fewer than two parts */
            public Together {
                parts = atLeastTwo(parts);
                if (persons < 0) {
                    throw new IllegalArgumentException("persons must not be negative: " + persons);
                }
            }
        }

        private static Set<String> atLeastTwo(Set<String> parts) {
            if (parts.size() < 2) {
                throw new IllegalArgumentException("an overlap must have two parts or more: " + parts);
            }
            return Set.copyOf(parts);
        }
    }
}
