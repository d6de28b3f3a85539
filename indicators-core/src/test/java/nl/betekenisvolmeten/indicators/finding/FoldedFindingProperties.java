package nl.betekenisvolmeten.indicators.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class FoldedFindingProperties {

    /** Rows, columns and values from few and from many, so that folds stay whole, give up values, or give up columns. */
    @Provide
    Arbitrary<List<Finding>> findings() {
        Arbitrary<Integer> rows = Arbitraries.integers().between(1, 60);
        Arbitrary<Integer> columns = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(1, 3)),
                Tuple.of(1, Arbitraries.integers().between(1, 80)));
        Arbitrary<Integer> values = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.integers().between(1, 3)),
                Tuple.of(1, Arbitraries.integers().between(1, 40)));
        Arbitrary<String> codes = Arbitraries.of("TF-V02", "TF-W02", "TF-P01");
        return Combinators.combine(codes, rows, columns, values)
                .as((code, row, column, value) -> FoldedFindingTest.finding(
                        code,
                        value % 3 == 0 ? Severity.ERROR : Severity.WARNING,
                        row,
                        "kolom" + column,
                        "waarde" + value))
                .list()
                .ofMaxSize(300);
    }

    private static Findings collect(List<Finding> findings) {
        Findings.Collector collector = Findings.Collector.of(0);
        findings.forEach(collector::add);
        return collector.toFindings();
    }

    @Property(tries = 200)
    void folded_counts_addUpToThoseOfEachCode(@ForAll("findings") List<Finding> findings) {
        Findings all = collect(findings);
        Map<FindingCode, Long> sums = new TreeMap<>();
        all.folded().forEach(fold -> sums.merge(fold.code(), fold.count(), Long::sum));
        assertThat(sums).isEqualTo(all.countByCode());
    }

    @Property(tries = 200)
    void folded_parts_combineToTheWhole(
            @ForAll("findings") List<Finding> findings, @ForAll @IntRange(min = 0, max = 300) int cut) {
        int at = Math.min(cut, findings.size());
        Findings.Collector combined = Findings.Collector.of(0);
        combined.combine(collect(findings.subList(0, at)));
        combined.combine(collect(findings.subList(at, findings.size())));
        assertThat(combined.toFindings()).isEqualTo(collect(findings));
    }

    @Property(tries = 200)
    void folded_order_playsNoPart(@ForAll("findings") List<Finding> findings, @ForAll long seed) {
        List<Finding> shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, new Random(seed));
        // findings of the same place differ in their value only, and the first of them may be the example of many
        // values
        assertThat(brief(collect(shuffled))).isEqualTo(brief(collect(findings)));
    }

    private static List<String> brief(Findings findings) {
        return findings.folded().stream()
                .map(fold -> fold.code() + " " + fold.severity() + " " + fold.extent() + " " + fold.column() + " "
                        + fold.value() + " " + fold.count() + " " + fold.rows())
                .sorted()
                .toList();
    }

    @Property(tries = 100)
    void without_someKept_isWhatTheOthersGive(@ForAll("findings") List<Finding> findings, @ForAll long seed) {
        List<Finding> some = new ArrayList<>(findings);
        Collections.shuffle(some, new Random(seed));
        List<Finding> removed = some.subList(0, some.size() / 3);
        Findings rest = Findings.of(findings).without(removed);
        assertThat(rest.total()).isEqualTo(findings.size() - removed.size());
        assertThat(rest.kept()).hasSize(findings.size() - removed.size());
        Map<FindingCode, Long> sums = new TreeMap<>();
        rest.folded().forEach(fold -> sums.merge(fold.code(), fold.count(), Long::sum));
        assertThat(sums).isEqualTo(rest.countByCode());
        assertThat(rest.countByCode()).isEqualTo(collect(rest.kept()).countByCode());
    }
}
