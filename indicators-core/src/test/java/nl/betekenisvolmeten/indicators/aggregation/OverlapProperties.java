package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.betekenisvolmeten.indicators.model.Period;

/** Sets of persons, and a ledger that says what is true of them. */
class OverlapProperties {

    @Provide
    Arbitrary<List<Set<Integer>>> parts() {
        return Arbitraries.integers()
                .between(0, 12)
                .set()
                .ofMaxSize(10)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static Map<String, UnionBounds.Range> sizes(List<Set<Integer>> parts, Random random) {
        Map<String, UnionBounds.Range> sizes = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            int size = parts.get(i).size();
            sizes.put(name(i), new UnionBounds.Range(Math.max(0, size - random.nextInt(2)), size + random.nextInt(3)));
        }
        return sizes;
    }

    private static Map<String, UnionBounds.Range> exact(List<Set<Integer>> parts) {
        Map<String, UnionBounds.Range> sizes = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            sizes.put(
                    name(i),
                    new UnionBounds.Range(parts.get(i).size(), parts.get(i).size()));
        }
        return sizes;
    }

    private static String name(int part) {
        return "org" + (char) ('a' + part);
    }

    private static Set<Integer> union(Collection<Set<Integer>> parts) {
        Set<Integer> union = new HashSet<>();
        parts.forEach(union::addAll);
        return union;
    }

    /** True things, picked at random. */
    private static List<OverlapLedger.Overlap.Agreement> truths(List<Set<Integer>> parts, Random random) {
        List<OverlapLedger.Overlap.Agreement> truths = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                if (random.nextInt(3) == 0) {
                    truths.add(truth(parts, i, j));
                }
            }
        }
        if (parts.size() > 2 && random.nextBoolean()) {
            truths.add(new OverlapLedger.Overlap.Together(
                    Set.of(name(0), name(1)), union(parts.subList(0, 2)).size()));
        }
        return truths;
    }

    private static OverlapLedger.Overlap.Agreement truth(List<Set<Integer>> parts, int i, int j) {
        Set<Integer> shared = new HashSet<>(parts.get(i));
        shared.retainAll(parts.get(j));
        if (shared.isEmpty()) {
            return new OverlapLedger.Overlap.None(Set.of(name(i), name(j)));
        }
        return shared.equals(parts.get(i))
                ? new OverlapLedger.Overlap.Within(name(i), name(j))
                : new OverlapLedger.Overlap.Shared(name(i), name(j), shared.size());
    }

    @Property(tries = 500)
    void bounds_trueLedger_holdTheTruthAndNeverWiden(@ForAll("parts") List<Set<Integer>> parts, @ForAll Random random) {
        Map<String, UnionBounds.Range> sizes = sizes(parts, random);
        UnionBounds.Range without = OverlapLedgerTest.bounds(sizes, List.of()).orElseThrow();
        List<OverlapLedger.Overlap.Agreement> truths = truths(parts, random);
        Optional<UnionBounds.Range> with = OverlapLedgerTest.bounds(sizes, truths);
        long truth = union(parts).size();
        assertThat(with).isPresent();
        assertThat(truth).isBetween(with.get().lower(), with.get().upper());
        assertThat(with.get().lower()).isGreaterThanOrEqualTo(without.lower());
        assertThat(with.get().upper()).isLessThanOrEqualTo(without.upper());
    }

    @Property(tries = 300)
    void bounds_nobodyShared_areTheSum(@ForAll("parts") List<Set<Integer>> parts) {
        List<Set<Integer>> apart = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Set<Integer> part : parts) {
            Set<Integer> fresh = new HashSet<>(part);
            fresh.removeAll(seen);
            seen.addAll(part);
            apart.add(fresh);
        }
        if (apart.size() < 2) {
            return;
        }
        Set<String> names = exact(apart).keySet();
        assertThat(OverlapLedgerTest.bounds(exact(apart), List.of(new OverlapLedger.Overlap.None(names))))
                .satisfies(range -> {
                    assertThat(range.orElseThrow().upper()).isEqualTo(seen.size());
                    // beyond sixteen parts the choice is grown step by step, and all of them are chosen
                    assertThat(range.orElseThrow().lower()).isEqualTo(seen.size());
                });
    }

    @Property(tries = 200)
    void matchedCount_pseudonymsOfManyOrganisations_isTheTruth(@ForAll("parts") List<Set<Integer>> parts) {
        MatchedCounter.Key key = MatchedCounter.Key.of("a secret of enough bytes".getBytes(StandardCharsets.UTF_8));
        Period period = Period.ofQuarter(2026, 1);
        MatchedCounter counter = new MatchedCounter();
        for (int i = 0; i < parts.size(); i++) {
            for (int person : parts.get(i)) {
                counter.add(name(i), key.pseudonym("person " + person, period));
            }
        }
        long truth = union(parts).size();
        assertThat(counter.persons()).isEqualTo(truth);
        Map<String, UnionBounds.Range> sizes = exact(parts);
        sizes.values().removeIf(range -> range.upper() == 0);
        List<OverlapLedger.Overlap.Agreement> ledger =
                counter.overlaps("organisatie", "unieke_deelnemers", Map.of(), "proef").stream()
                        .map(OverlapLedger.Overlap::agreement)
                        .toList();
        if (!sizes.isEmpty()) {
            assertThat(OverlapLedgerTest.bounds(sizes, ledger)).contains(new UnionBounds.Range(truth, truth));
        }
    }
}
