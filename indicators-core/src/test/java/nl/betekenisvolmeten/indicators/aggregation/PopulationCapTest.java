package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Two quarters of 60 and 50 persons in wijk 1: 60 to 110 persons. */
class PopulationCapTest {

    private static final FindingCode CAP_LEFT_OUT = FindingCode.of("BM-A02");
    private static final FindingCode ABOVE_INHABITANTS = FindingCode.of("BM-A20");
    private static final Grouping WIJK = new Grouping.ByColumn(World.WIJK);
    private static final Grouping STADSDEEL = new Grouping.ByArea("stadsdeel", World.WIJK, AreaLevel.STADSDEEL);

    private static final List<Observation> ROWS = List.of(
            AllNatures.row("41000001", "WK051801", "2026KW01", "67+", 6000L, 60L, 60L, 60L, null),
            AllNatures.row("41000001", "WK051801", "2026KW02", "67+", 5000L, 50L, 50L, 50L, null));

    private static ResultTable capped(Map<String, Long> inhabitants, Grouping... groupings) {
        Map<AreaCode, Population.Figures> figures = new HashMap<>();
        inhabitants.forEach((code, total) ->
                figures.put(AreaCode.of(code), new Population.Figures("2026", OptionalLong.of(total), List.of())));
        Aggregator aggregator = AllNatures.plan(List.of(groupings))
                .withPopulation(new Population("test", figures))
                .newAggregator();
        ROWS.forEach(aggregator);
        return aggregator.result();
    }

    private static CellValue persons(ResultTable table) {
        return table.rows()
                .get(0)
                .figures()
                .get(table.series().indexOf("personen"))
                .value();
    }

    private static CellValue between(long lower, long upper) {
        return CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    @Test
    void cap_belowTheSum_isTheUpperBound() {
        ResultTable table = capped(Map.of("WK051801", 80L), WIJK);
        assertThat(persons(table)).isEqualTo(between(60, 80));
        assertThat(table.findings().total()).isZero();
        assertThat(table.figure("uren", "WK051801").orElseThrow().value())
                .isEqualTo(CellValue.of(new BigDecimal("110.00")));
    }

    @Test
    void cap_aboveTheSumOrUnknown_changesNothing() {
        assertThat(persons(capped(Map.of("WK051801", 500L), WIJK))).isEqualTo(between(60, 110));
        assertThat(persons(capped(Map.of("WK051802", 1L), WIJK))).isEqualTo(between(60, 110));
        assertThat(persons(capped(Map.of("WK051801", 1L)))).isEqualTo(between(60, 110));
    }

    @Test
    void cap_atTheLowerBound_isExact() {
        assertThat(persons(capped(Map.of("WK051801", 60L), WIJK))).isEqualTo(CellValue.of(BigDecimal.valueOf(60)));
    }

    @Test
    void cap_belowTheLowerBound_isLeftOutWithAFinding() {
        ResultTable table = capped(Map.of("WK051801", 59L), WIJK);
        assertThat(persons(table)).isEqualTo(between(60, 110));
        assertThat(table.findings().kept())
                .extracting(
                        Finding::code,
                        Finding::severity,
                        finding -> finding.arguments().get("column"))
                .containsExactly(tuple(CAP_LEFT_OUT, Severity.WARNING, "personen"));
        assertThat(table.findings().kept().get(0).arguments()).containsEntry("area", "WK051801");
    }

    @Test
    void cap_ofTwoAreas_isTheSmallest() {
        Map<String, Long> inhabitants = Map.of("WK051801", 90L, "SD0518-NOORD", 100L);
        assertThat(persons(capped(inhabitants, STADSDEEL, WIJK))).isEqualTo(between(60, 90));
        assertThat(persons(capped(inhabitants, STADSDEEL))).isEqualTo(between(60, 100));
    }

    /** There are 500 inhabitants, including 65 aged 67 or older. */
    @Test
    void cap_ofAnAgeGroup_countsOnlyItsAges() {
        assertThat(persons(byAge(List.of(band("0-66", 435), band("67+", 65))))).isEqualTo(between(60, 65));
        // if no bands match, the bands that overlap the group count, each with its rounding: 30 + 2 and 40 + 2
        assertThat(persons(byAge(List.of(band("0-64", 435), band("65-79", 30), band("80+", 40)))))
                .isEqualTo(between(60, 74));
        assertThat(persons(byAge(List.of()))).isEqualTo(between(60, 110));
    }

    @Test
    void cap_belowTheLowerBoundOfAnAgeGroup_namesTheArea() {
        ResultTable table = byAge(List.of(band("0-66", 435), band("67+", 59)));
        assertThat(persons(table)).isEqualTo(between(60, 110));
        assertThat(table.findings().kept())
                .extracting(Finding::code, finding -> finding.arguments().get("area"))
                .containsExactly(tuple(CAP_LEFT_OUT, "WK051801"));
    }

    private static Population.Band band(String ages, long count) {
        return new Population.Band(AgeBand.parse(ages).orElseThrow(), count);
    }

    private static ResultTable byAge(List<Population.Band> bands) {
        Population population = new Population(
                "test", Map.of(AreaCode.of("WK051801"), new Population.Figures("2026", OptionalLong.of(500), bands)));
        Aggregator aggregator = AllNatures.plan(List.of(WIJK, new Grouping.ByColumn(World.AGE)))
                .withPopulation(population)
                .newAggregator();
        ROWS.forEach(aggregator);
        return aggregator.result();
    }

    /** Persons who live in the stadsdeel may come to a wijk from another one. */
    @Test
    void cap_ofResidentsOfAStadsdeel_doesNotApplyToSmallerAreas() {
        Map<String, Long> inhabitants = Map.of("WK051801", 80L, "SD0518-NOORD", 90L);
        assertThat(persons(participants(Optional.of(AreaLevel.STADSDEEL), inhabitants, STADSDEEL)))
                .isEqualTo(between(60, 90));
        assertThat(persons(participants(Optional.of(AreaLevel.STADSDEEL), inhabitants, STADSDEEL, WIJK)))
                .isEqualTo(between(60, 90));
        ResultTable byWijk = participants(Optional.of(AreaLevel.STADSDEEL), inhabitants, WIJK);
        assertThat(persons(byWijk)).isEqualTo(between(60, 110));
        assertThat(byWijk.findings().count(ABOVE_INHABITANTS)).isEqualTo(1);
    }

    private static ResultTable participants(
            Optional<AreaLevel> residentsOf, Map<String, Long> inhabitants, Grouping... groupings) {
        TableStructure structure = new TableStructure(
                AllNatures.STRUCTURE.dimensions(),
                List.of(new Measure.Distinct(AllNatures.PERSONS, true, Optional.empty(), residentsOf)));
        Map<AreaCode, Population.Figures> figures = new HashMap<>();
        inhabitants.forEach((code, total) ->
                figures.put(AreaCode.of(code), new Population.Figures("2026", OptionalLong.of(total), List.of())));
        Aggregator aggregator = AggregationPlan.by(structure)
                .withGroupings(List.of(groupings))
                .withPopulation(new Population("test", figures))
                .newAggregator();
        for (String[] row : new String[][] {{"2026KW01", "60"}, {"2026KW02", "50"}}) {
            aggregator.accept(Observation.of(
                    new String[] {"41000001", "WK051801", row[0], "67+"},
                    new long[] {Long.parseLong(row[1])},
                    new boolean[] {true}));
        }
        return aggregator.result();
    }
}
