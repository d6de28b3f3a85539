package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Figures after all rows are in: not comparable, more persons than inhabitants, or missing rows. */
class ResultAssemblerTest {

    private static final Grouping WIJK = new Grouping.ByColumn(World.WIJK);
    private static final Grouping YEAR = new Grouping.ByPeriod("jaar", World.PERIOD, PeriodKind.YEAR);
    private static final String A = World.WIJKEN.get(0);
    private static final Optional<BigDecimal> NONE = Optional.empty();

    /** Persons, visits, volunteers and new persons. */
    private static Observation row(String quarter, String age, long persons, long visits) {
        return Observation.of(
                new String[] {World.ORGANISATIONS.get(0), A, quarter, "inloop", age},
                new long[] {persons, visits, 0, 0},
                new boolean[] {true, true, true, true});
    }

    private static ResultTable result(AggregationPlan plan, Observation... rows) {
        Aggregator aggregator = plan.newAggregator();
        List.of(rows).forEach(aggregator);
        return aggregator.result();
    }

    private static CellValue value(ResultTable table, ColumnName column, String... key) {
        return table.figure(column.value(), key).orElseThrow().value();
    }

    private static AggregationPlan plan(Grouping... groupings) {
        return AggregationPlan.by(World.STRUCTURE).withGroupings(List.of(groupings));
    }

    /** Until the end of the first quarter of 2026, visits had another meaning. */
    @Test
    void measureWithAnotherMeaning_isNotComparableInGroupsOfThatTime() {
        AggregationPlan plan = plan(YEAR)
                .with(Agreed.NOTHING.withNotComparable(
                        Map.of(World.VISITS, Validity.until(Period.ofCode("2026KW01")))));
        CellValue none = new CellValue.NotDefined(CellValue.Reason.NOT_COMPARABLE);
        ResultTable before = result(plan, row("2026KW01", "67+", 3, 5), row("2026KW02", "67+", 4, 6));
        assertThat(value(before, World.VISITS, "2026JJ00")).isEqualTo(none);
        assertThat(value(before, World.PERSONS, "2026JJ00"))
                .isEqualTo(CellValue.between(BigDecimal.valueOf(4), BigDecimal.valueOf(7)));
        ResultTable after = result(plan, row("2026KW02", "67+", 3, 5), row("2026KW03", "67+", 4, 6));
        assertThat(value(after, World.VISITS, "2026JJ00")).isEqualTo(CellValue.of(11));
    }

    @Test
    void measureWithAnotherMeaning_withoutReporters_isNotComparableAnywhere() {
        TableStructure structure = new TableStructure(
                World.STRUCTURE.dimensions().subList(1, 5), List.of(new Measure.Flow(World.VISITS, 0)));
        AggregationPlan plan = AggregationPlan.by(structure)
                .withGroupings(List.of(WIJK))
                .with(Agreed.NOTHING.withNotComparable(
                        Map.of(World.VISITS, Validity.until(Period.ofCode("2025KW01")))));
        Observation later =
                Observation.of(new String[] {A, "2026KW01", "inloop", "67+"}, new long[] {5}, new boolean[] {true});
        assertThat(value(result(plan, later), World.VISITS, A))
                .isEqualTo(new CellValue.NotDefined(CellValue.Reason.NOT_COMPARABLE));
    }

    private static Population population(Map<String, Long> inhabitants) {
        Map<AreaCode, Population.Figures> figures = new HashMap<>();
        inhabitants.forEach((code, total) ->
                figures.put(AreaCode.of(code), new Population.Figures("2026", OptionalLong.of(total), List.of())));
        return new Population("test", figures);
    }

    private static List<String> aboveInhabitants(ResultTable table) {
        return table.findings().kept().stream()
                .filter(finding -> finding.code().value().equals("BM-A20"))
                .map(Finding::arguments)
                .map(arguments -> arguments.get("column") + ", " + arguments.get("group") + ": "
                        + arguments.get("found") + " > " + arguments.get("expected"))
                .toList();
    }

    /** Persons may come from elsewhere, so having more persons than inhabitants is reported, but bounds nothing. */
    @Test
    void morePersonsThanInhabitants_isReported() {
        AggregationPlan plan = plan(WIJK).withPopulation(population(Map.of(A, 19L)));
        ResultTable between = result(plan, row("2026KW01", "67+", 12, 30), row("2026KW02", "67+", 8, 30));
        assertThat(aboveInhabitants(between)).containsExactly("unieke_deelnemers, wijk WK051801: 12 - 20 > 19");
        assertThat(value(between, World.PERSONS, A))
                .isEqualTo(CellValue.between(BigDecimal.valueOf(12), BigDecimal.valueOf(20)));
        assertThat(aboveInhabitants(result(plan, row("2026KW01", "67+", 20, 30))))
                .containsExactly("unieke_deelnemers, wijk WK051801: 20 > 19");
        assertThat(aboveInhabitants(result(plan, row("2026KW01", "67+", 19, 30))))
                .isEmpty();
    }

    private static final TableStructure RESIDENTS = new TableStructure(
            World.STRUCTURE.dimensions(),
            List.of(
                    new Measure.Distinct(World.PERSONS, true, Optional.empty(), Optional.of(AreaLevel.WIJK)),
                    new Measure.Flow(World.VISITS, 0),
                    new Measure.Distinct(World.VOLUNTEERS, false),
                    new Measure.Distinct(World.NEW)));

    /** A wijk has at most as many residents of an age group as it has inhabitants of those ages: 8 are 67 or older. */
    @Test
    void cap_ofAnAgeGroup_isTheNumberOfItsInhabitants() {
        Population.Figures figures = new Population.Figures(
                "2026", OptionalLong.of(100), List.of(new Population.Band(AgeBand.atLeast(67), 8)));
        AggregationPlan plan = AggregationPlan.by(RESIDENTS)
                .withGroupings(List.of(WIJK, new Grouping.ByColumn(World.AGE)))
                .withPopulation(new Population("test", Map.of(AreaCode.of(A), figures)));
        ResultTable table = result(plan, row("2026KW01", "67+", 7, 30), row("2026KW02", "67+", 6, 30));
        assertThat(value(table, World.PERSONS, A, "67+").lowerBound()).contains(BigDecimal.valueOf(7));
        assertThat(value(table, World.PERSONS, A, "67+").upperBound().orElseThrow())
                .isBetween(BigDecimal.valueOf(8), BigDecimal.valueOf(8L + Population.ROUNDING));
    }

    /** Returns rejected rows with as many visits as persons. */
    private static RejectedRows rejected(OptionalLong persons, Set<String> wijk, long rows) {
        return new RejectedRows(
                List.of(Set.of(World.ORGANISATIONS.get(0)), wijk, Set.of("2026KW01"), Set.of("inloop"), Set.of("67+")),
                List.of(persons, persons, OptionalLong.of(0), OptionalLong.of(0)),
                rows,
                OptionalLong.empty());
    }

    private static CellValue.Incomplete incomplete(
            TableStructure structure,
            MissingPolicy policy,
            Population inhabitants,
            RejectedRows rejected,
            Observation... rows) {
        Aggregator aggregator = AggregationPlan.by(structure)
                .withGroupings(List.of(WIJK))
                .withMissing(policy)
                .withPopulation(inhabitants)
                .newAggregator();
        List.of(rows).forEach(aggregator);
        aggregator.acceptRejected(rejected);
        return (CellValue.Incomplete) value(aggregator.result(), World.PERSONS, A);
    }

    private static Optional<BigDecimal> number(long number) {
        return Optional.of(BigDecimal.valueOf(number));
    }

    private static final MissingPolicy BOUND = new MissingPolicy.Bound(Map.of());

    /** At least as many residents came as there are inhabitants, and one row is unknown: there can be no more. */
    @Test
    void bound_asManyResidentsAsInhabitants_isTheUpperBound() {
        assertThat(incomplete(
                        RESIDENTS,
                        BOUND,
                        population(Map.of(A, 7L)),
                        rejected(OptionalLong.empty(), Set.of(A), 1),
                        row("2026KW01", "67+", 7, 30)))
                .isEqualTo(new CellValue.Incomplete(NONE, number(7), number(7)));
        // more persons came than live there, so the number of inhabitants bounds nothing
        assertThat(incomplete(
                        RESIDENTS,
                        BOUND,
                        population(Map.of(A, 6L)),
                        rejected(OptionalLong.empty(), Set.of(A), 1),
                        row("2026KW01", "67+", 7, 30)))
                .isEqualTo(new CellValue.Incomplete(NONE, number(7), NONE));
    }

    private static final TableStructure NAMED = new TableStructure(
            World.STRUCTURE.dimensions(),
            List.of(
                    World.named(World.PERSONS, World.VISITS, ColumnName.of("zonder_naam")),
                    new Measure.Flow(World.VISITS, 0),
                    new Measure.Distinct(World.VOLUNTEERS, false),
                    new Measure.Distinct(World.NEW)));

    private static CellValue.Incomplete ofEmptyCell(MissingPolicy policy, RejectedRows rejected) {
        Observation empty = Observation.of(
                new String[] {World.ORGANISATIONS.get(0), A, "2026KW01", "inloop", "67+"},
                new long[] {0, 4, 0, 0},
                new boolean[] {false, true, true, true});
        return incomplete(NAMED, policy, population(Map.of()), rejected, row("2026KW01", "67+", 5, 8), empty);
    }

    /**
     * Five persons, and four visits in a row without a number of persons, are 5 to 9 persons; rows with an error may
     * add more.
     */
    @Test
    void emptyCells_andRowsWithAnError_haveAnUpperBoundIfTheRowsAreKnown() {
        MissingPolicy addUp = new MissingPolicy.AddUp();
        RejectedRows elsewhere = rejected(OptionalLong.of(3), Set.of(World.WIJKEN.get(2)), 1);
        RejectedRows three = rejected(OptionalLong.of(3), Set.of(A), 1);
        RejectedRows unread = rejected(OptionalLong.empty(), Set.of(A), 1);
        RejectedRows uncounted = rejected(OptionalLong.of(3), Set.of(A), 0);
        CellValue open = new CellValue.Incomplete(NONE, number(5), NONE);
        assertThat(ofEmptyCell(addUp, elsewhere)).isEqualTo(new CellValue.Incomplete(NONE, number(5), number(9)));
        assertThat(ofEmptyCell(BOUND, elsewhere)).isEqualTo(new CellValue.Incomplete(NONE, number(5), number(9)));
        assertThat(ofEmptyCell(addUp, three)).isEqualTo(open);
        assertThat(ofEmptyCell(BOUND, three)).isEqualTo(new CellValue.Incomplete(NONE, number(5), number(12)));
        assertThat(ofEmptyCell(BOUND, unread)).isEqualTo(open);
        assertThat(ofEmptyCell(BOUND, uncounted)).isEqualTo(open);
    }
}
