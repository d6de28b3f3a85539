package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** A ledger that says what is true of the persons of organisations, for whole quarters of the city. */
class LedgerAggregatorProperties implements World.Given {

    private static final List<Grouping> QUARTERS = List.of(new Grouping.ByColumn(World.PERIOD));

    private static AggregationPlan plan() {
        return AggregationPlan.by(World.STRUCTURE).withGroupings(QUARTERS);
    }

    private static Set<Integer> persons(World world, String organisation, String quarter) {
        return World.persons(
                world.where(one -> one.row().contains(organisation) && one.row().contains(quarter)));
    }

    /** What every two organisations have in common in every quarter. */
    private static OverlapLedger ledger(World world) {
        List<OverlapLedger.Overlap> overlaps = new ArrayList<>();
        for (String quarter : World.QUARTERS) {
            for (int i = 0; i < World.ORGANISATIONS.size(); i++) {
                for (int j = i + 1; j < World.ORGANISATIONS.size(); j++) {
                    String one = World.ORGANISATIONS.get(i);
                    String other = World.ORGANISATIONS.get(j);
                    Set<Integer> shared = persons(world, one, quarter);
                    shared.retainAll(persons(world, other, quarter));
                    overlaps.add(new OverlapLedger.Overlap(
                            World.ORGANISATION.value(),
                            World.PERSONS.value(),
                            Map.of(World.PERIOD.value(), quarter),
                            new OverlapLedger.Overlap.Shared(one, other, shared.size()),
                            "overleg"));
                }
            }
        }
        return new OverlapLedger(overlaps);
    }

    private static ResultTable result(World world, OverlapLedger ledger, List<Observation> rows) {
        LedgerAggregator aggregator = LedgerAggregator.of(plan(), ledger);
        rows.forEach(aggregator);
        return aggregator.result();
    }

    private static long lower(CellValue value) {
        return value.lowerBound().orElseThrow().longValueExact();
    }

    private static long upper(CellValue value) {
        return value.upperBound().orElseThrow().longValueExact();
    }

    @Property(tries = 200)
    void result_trueLedger_holdsTheTruthWithinTheBoundsThatWereThere(@ForAll("worlds") World world) {
        ResultTable without = result(world, new OverlapLedger(List.of()), world.rows());
        ResultTable with = result(world, ledger(world), world.rows());
        assertThat(with.findings().kept())
                .noneMatch(finding -> finding.code().value().equals("BM-A08"));
        for (int i = 0; i < with.rows().size(); i++) {
            ResultTable.Row row = with.rows().get(i);
            CellValue wide = without.rows().get(i).figures().get(0).value();
            CellValue narrow = row.figures().get(0).value();
            long truth = World.persons(world.in(QUARTERS, row.key())).size();
            assertThat(truth).isBetween(lower(narrow), upper(narrow));
            assertThat(lower(narrow)).isGreaterThanOrEqualTo(lower(wide));
            assertThat(upper(narrow)).isLessThanOrEqualTo(upper(wide));
            assertThat(row.figures().subList(1, 3))
                    .isEqualTo(without.rows().get(i).figures().subList(1, 3));
        }
    }

    @Property(tries = 100)
    void result_anyOrderAndSplit_isTheSame(@ForAll("worlds") World world, @ForAll long seed) {
        OverlapLedger ledger = ledger(world);
        List<Observation> shuffled = new ArrayList<>(world.rows());
        Collections.shuffle(shuffled, new Random(seed));
        LedgerAggregator one = LedgerAggregator.of(plan(), ledger);
        LedgerAggregator other = LedgerAggregator.of(plan(), ledger);
        shuffled.forEach(row -> (row.hashCode() % 2 == 0 ? one : other).accept(row));
        one.combine(other);
        assertThat(one.result()).isEqualTo(result(world, ledger, world.rows()));
    }
}
