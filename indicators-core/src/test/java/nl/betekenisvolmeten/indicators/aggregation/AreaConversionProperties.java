package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.betekenisvolmeten.indicators.model.AreaChanges;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Attendances whose new wijk is known, beside figures that only know the old one. */
class AreaConversionProperties implements World.Given {

    private static final AreaCode FIRST = AreaCode.of("WK051801");
    private static final AreaCode SECOND = AreaCode.of("WK051802");
    private static final AreaCode THIRD = AreaCode.of("WK051803");
    private static final AreaCode NEW = AreaCode.of("WK051811");

    /** The first wijk is divided; the second joins the third. */
    private static final AreaChanges CHANGES = new AreaChanges(
            "oud",
            "nieuw",
            new LocalizedText("inwoners", "inhabitants"),
            Map.of(
                    FIRST, Map.of(FIRST, new BigDecimal("0.6"), NEW, new BigDecimal("0.4")),
                    SECOND, Map.of(THIRD, BigDecimal.ONE),
                    THIRD, Map.of(THIRD, BigDecimal.ONE)));

    private static final AggregationPlan PLAN = AggregationPlan.by(World.STRUCTURE, "wijk");

    /** Where an attendance lies now: it depends on the day, which no figure knows. */
    private static AreaCode now(World.Attendance attendance) {
        return switch (attendance.wijk()) {
            case 0 -> attendance.visits() % 2 == 0 ? FIRST : NEW;
            default -> THIRD;
        };
    }

    @Property(tries = 300)
    void convert_anyWorld_boundsHoldTheTruth(@ForAll("worlds") World world) {
        Aggregator aggregator = PLAN.newAggregator();
        world.rows().forEach(aggregator);
        ResultTable before = aggregator.result();
        ResultTable now =
                AreaConversion.of(CHANGES).convert(before, PLAN, "wijk").table();
        for (ResultTable.Row row : now.rows()) {
            List<World.Attendance> there =
                    world.where(one -> now(one).value().equals(row.key().get(0)));
            Set<Integer> persons = new HashSet<>(World.persons(there));
            contains(
                    now.figure("unieke_deelnemers", row.key().get(0))
                            .orElseThrow()
                            .value(),
                    persons.size());
            CellValue visits =
                    now.figure("bezoeken", row.key().get(0)).orElseThrow().value();
            contains(visits, World.visits(there));
            boolean whole = CHANGES.sourcesOf(AreaCode.of(row.key().get(0))).stream()
                    .allMatch(old -> before.row(old.value()).isPresent());
            assertThat(visits.lowerBound().isPresent()).isEqualTo(whole);
        }
    }

    @Property(tries = 200)
    void convert_anyWorld_estimatesAddUpToTheOldTotal(@ForAll("worlds") World world) {
        Aggregator aggregator = PLAN.newAggregator();
        world.rows().forEach(aggregator);
        ResultTable old = aggregator.result();
        AreaConversion.Converted now = AreaConversion.of(CHANGES).convert(old, PLAN, "wijk");
        old.figure("bezoeken", FIRST.value()).ifPresent(figure -> {
            BigDecimal estimated = now.estimates().stream()
                    .filter(estimate -> estimate.series().equals("bezoeken"))
                    .map(AreaConversion.Estimate::value)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            // nothing is estimated where there was nothing to divide
            assertThat(estimated).isEqualByComparingTo(figure.value().exact().orElseThrow());
        });
    }

    private static void contains(CellValue value, long truth) {
        if (value.lowerBound().isPresent()) {
            assertThat(BigDecimal.valueOf(truth))
                    .isBetween(value.lowerBound().get(), value.upperBound().orElseThrow());
        }
    }
}
