package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.junit.jupiter.api.Test;

/** Two quarters of 60 and 50 persons in wijk 1: 60 to 110 persons. */
class PopulationCapTest {

    private static final FindingCode CAP_LEFT_OUT = FindingCode.of("BM-A02");
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
        return table.rows().get(0).figures().get(2).value();
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
}
