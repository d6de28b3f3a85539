package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Laws on what can be learnt about persons whom a count leaves out. */
class RelatedCountsLaws {

    /** Persons who are not new form a count of their own. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void thoseLeftOut_areNeverProvenFew(@ForAll long seed) {
        Random random = new Random(seed);
        int rounding = random.nextBoolean() ? 1 : 5;
        long[][] wijken = IntStream.rangeClosed(1, 8)
                .mapToObj(wijk -> {
                    long all = random.nextInt(60);
                    long few = Math.min(all, random.nextInt(12));
                    return new long[] {wijk, all, random.nextBoolean() ? all - few : random.nextInt((int) all + 1)};
                })
                .toArray(long[][]::new);
        Map<String, ResultTable> tables = RelatedCountsTest.protect(rounding, wijken);
        int hidden = 0;
        for (long[] wijk : wijken) {
            CellValue all = RelatedCountsTest.value(tables, City.PERSONS, wijk[0]);
            CellValue some = RelatedCountsTest.value(tables, RelatedCountsTest.NEW, wijk[0]);
            hidden += some instanceof CellValue.Suppressed ? 1 : 0;
            if (all.exact().isPresent() && some.exact().isPresent()) {
                assertThat(wijk[1] - wijk[2]).matches(rest -> rest == 0 || rest >= 10);
            }
        }
        Statistics.label("hidden").collect(hidden);
        assertThat(AttackCheck.of(RelatedCountsTest.plan(rounding), City.AREAS)
                        .attack(tables)
                        .isSafe())
                .isTrue();
    }
}
