package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** For measures of every nature: the way in which rows come in does not matter. */
class AggregatorProperties {

    @Provide
    Arbitrary<List<Observation>> rows() {
        return AllNatures.rows();
    }

    @Provide
    Arbitrary<List<Grouping>> groupings() {
        List<Grouping> possible = World.GROUPINGS.stream()
                .filter(grouping -> !grouping.column().equals(World.ACTIVITY))
                .toList();
        return Arbitraries.subsetOf(possible).ofMaxSize(3).map(List::copyOf);
    }

    private static Optional<BigDecimal> received(CellValue value) {
        return value instanceof CellValue.Incomplete incomplete ? incomplete.sum() : value.exact();
    }

    private static ResultTable aggregate(AggregationPlan plan, List<Observation> rows) {
        Aggregator aggregator = plan.newAggregator();
        rows.forEach(aggregator);
        return aggregator.result();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void combine_ofAnySplit_isTheWhole(
            @ForAll("rows") List<Observation> rows,
            @ForAll("groupings") List<Grouping> groupings,
            @ForAll @IntRange(min = 1, max = 4) int parts,
            @ForAll Random random) {
        AggregationPlan plan = AllNatures.plan(groupings);
        List<Aggregator> aggregators =
                Stream.generate(plan::newAggregator).limit(parts).toList();
        rows.forEach(row -> aggregators.get(random.nextInt(parts)).accept(row));
        List<ResultTable> before = aggregators.stream().map(Aggregator::result).toList();

        Aggregator whole = plan.newAggregator();
        aggregators.forEach(whole::combine);

        assertThat(whole.result()).isEqualTo(aggregate(plan, rows));
        assertThat(aggregators.stream().map(Aggregator::result)).isEqualTo(before);
        for (int i = 1; i < parts; i++) {
            aggregators.get(0).combine(aggregators.get(i));
        }
        assertThat(aggregators.get(0).result()).isEqualTo(whole.result());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void order_ofRows_doesNotMatter(
            @ForAll("rows") List<Observation> rows,
            @ForAll("groupings") List<Grouping> groupings,
            @ForAll Random random) {
        AggregationPlan plan = AllNatures.plan(groupings);
        List<Observation> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        assertThat(aggregate(plan, shuffled)).isEqualTo(aggregate(plan, rows));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void table_givesWhatItsRowsGive(
            @ForAll("rows") List<Observation> rows, @ForAll("groupings") List<Grouping> groupings) {
        AggregationPlan plan = AllNatures.plan(groupings);
        CountTable.Builder table = CountTable.builder(AllNatures.STRUCTURE);
        rows.forEach(table);
        assertThat(plan.aggregate(table.build())).isEqualTo(aggregate(plan, rows));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void flow_ofFinerGroups_addsUpToThatOfCoarserOnes(
            @ForAll("rows") List<Observation> rows, @ForAll("groupings") List<Grouping> groupings) {
        List<Grouping> coarse = groupings.subList(0, groupings.size() / 2);
        Map<List<String>, BigDecimal> sums = new HashMap<>();
        ResultTable fine = aggregate(AllNatures.plan(groupings), rows);
        boolean held = true;
        for (ResultTable.Row row : fine.rows()) {
            CellValue value = row.figures().get(0).value();
            held &= value.status() != CellValue.Status.REFUSED;
            sums.merge(row.key().subList(0, coarse.size()), received(value).orElse(BigDecimal.ZERO), BigDecimal::add);
        }
        if (!held) {
            return;
        }
        for (ResultTable.Row row : aggregate(AllNatures.plan(coarse), rows).rows()) {
            Figure figure = row.figures().get(0);
            BigDecimal sum = sums.getOrDefault(row.key(), BigDecimal.TEN);
            if (figure.cellsKnown() == 0) {
                assertThat(figure.value()).isEqualTo(new CellValue.Missing());
            } else if (sum.unscaledValue().bitLength() < Long.SIZE) {
                assertThat(received(figure.value()).orElseThrow()).isEqualByComparingTo(sum);
                assertThat(figure.value() instanceof CellValue.Incomplete).isEqualTo(figure.cellsMissing() > 0);
            } else {
                assertThat(figure.value()).isEqualTo(new CellValue.NotDefined(CellValue.Reason.OVERFLOW));
            }
        }
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void defaults_ofTheMachine_playNoPart(
            @ForAll("rows") List<Observation> rows, @ForAll("groupings") List<Grouping> groupings) {
        AggregationPlan plan = AllNatures.plan(groupings);
        ResultTable here = aggregate(plan, rows);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(aggregate(plan, rows)).isEqualTo(here).hasToString(here.toString());
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void cells_areKnownOrMissing(
            @ForAll("rows") List<Observation> rows, @ForAll("groupings") List<Grouping> groupings) {
        for (ResultTable.Row row : aggregate(AllNatures.plan(groupings), rows).rows()) {
            for (int nature : new int[] {0, 2, 3, 4, 5}) {
                Figure figure = row.figures().get(nature);
                assertThat(figure.cellsKnown() + figure.cellsMissing()).isEqualTo(row.observations());
                assertThat(figure.value().status() == CellValue.Status.MISSING).isEqualTo(figure.cellsKnown() == 0);
            }
            row.coverage().ifPresent(coverage -> assertThat(coverage.reported()).isPositive());
        }
    }
}
