package nl.betekenisvolmeten.indicators.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.OverlapLedger;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder.SeriesBreak;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.Projection;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

/**
 * On 1 April 2026 the format of individual support changes everywhere, and in one city district the provider too. The
 * year is made from both, and shows it. The figures and organisations are made up.
 */
class SwitchOfApril2026Test {

    private static final String COLUMNS =
            "leeftijdsgroep;begin;opgestart;afgesloten;eind;unieke_clienten;hulpvragen;terugkeer;doorlooptijd_dagen;"
                    + "doelen_gesteld;doelen_behaald;wachttijd_dagen;doorverwijzingen;toelichting\n";

    private static final DeliverySource BEFORE = DeliverySource.ofText(
            "2025.1.csv",
            "organisatie;stadsdeel;periode;vorm;" + COLUMNS
                    + "91000011;Laak;2026KW01;INDIVIDUEEL;30-49;10;5;3;12;14;;;100;;;;;\n"
                    + "91000037;Escamp;2026KW01;INDIVIDUEEL;30-49;20;8;6;22;25;;;60;;;;;\n");

    private static final DeliverySource AFTER = DeliverySource.ofText(
            "2026.1.csv",
            "organisatie;stadsdeel;periode;vorm;ernst;" + COLUMNS
                    + "91000029;Laak;2026KW02;INDIVIDUEEL;LICHT;30-49;8;4;2;10;11;;;50;;;;;\n"
                    + "91000029;Laak;2026KW02;INDIVIDUEEL;ZWAAR;30-49;4;1;1;4;5;;;200;;;;;\n"
                    + "91000029;Laak;2026KW03;INDIVIDUEEL;ZWAAR;30-49;14;6;4;16;18;;;80;;;;;\n"
                    + "91000029;Laak;2026KW04;INDIVIDUEEL;ZWAAR;30-49;16;2;8;10;17;;;90;;;;;\n"
                    + "91000037;Escamp;2026KW02;INDIVIDUEEL;ZWAAR;30-49;22;3;5;20;24;;;70;;;;;\n");

    private static final Succession SUCCESSION = new Succession(
            KvkNumber.of("91000011"),
            KvkNumber.of("91000029"),
            Period.ofQuarter(2026, 2),
            Set.of("Laak"),
            new LocalizedText("nieuwe aanbieder", "new provider"));

    /** What both formats have: the columns of the earlier one, as seriousness was not asked before. */
    private static final TableStructure COMMON = Definitions.bundled()
            .formats()
            .get(FormatId.of("individuele-ondersteuning", "2025.1"))
            .ruleSet()
            .structure();

    private final Aggregator year = AggregationPlan.by(COMMON)
            .withGroupings(List.of(
                    new Grouping.ByColumn(ColumnName.of("stadsdeel")),
                    new Grouping.ByPeriod("jaar", ColumnName.of("periode"), PeriodKind.YEAR)))
            .with(new Agreed(new OverlapLedger(List.of()), List.of(SUCCESSION), List.of(), Map.of()))
            .newAggregator();

    private final BreakFinder breaks = BreakFinder.of(List.of(SUCCESSION));

    private void read(DeliverySource source) {
        OpenedDelivery delivery = DeliveryReader.of(Definitions.bundled()).open(source);
        assertThat(delivery.read(taker(delivery.format().orElseThrow()))
                        .findings()
                        .hasErrors())
                .isFalse();
    }

    private RowTaker taker(FormatDefinition format) {
        Projection projection = Projection.of(format.ruleSet().structure(), COMMON, Map.of());
        int reporter = COMMON.reporterIndex().orElseThrow();
        int time = COMMON.timeIndex().orElseThrow();
        int area = COMMON.dimensionIndex(ColumnName.of("stadsdeel")).orElseThrow();
        return wide -> {
            Observation row = projection.apply(wide);
            year.accept(row);
            breaks.add(
                    row.code(area),
                    Period.parseCode(row.code(time)).orElseThrow(),
                    KvkNumber.of(row.code(reporter)),
                    format.id().toString());
        };
    }

    private CellValue laak(String measure) {
        return year.result().figure(measure, "Laak", "2026JJ00").orElseThrow().value();
    }

    @Test
    void year_overBothSwitches_obeysEachNature() {
        read(BEFORE);
        read(AFTER);
        assertThat(laak("opgestart").exact().orElseThrow()).isEqualByComparingTo("18");
        assertThat(laak("afgesloten").exact().orElseThrow()).isEqualByComparingTo("18");
        // the caseload of the last quarter, not that of the provider before added to it
        assertThat(laak("begin").exact().orElseThrow()).isEqualByComparingTo("10");
        assertThat(laak("eind").exact().orElseThrow()).isEqualByComparingTo("10");
        assertThat(laak("unieke_clienten").lowerBound().orElseThrow()).isEqualByComparingTo("18");
        assertThat(laak("unieke_clienten").upperBound().orElseThrow()).isEqualByComparingTo("65");
        // (3 x 100 + 2 x 50 + 1 x 200 + 4 x 80 + 8 x 90) / 18
        assertThat(laak("doorlooptijd_dagen").exact().orElseThrow().doubleValue())
                .isCloseTo(1640.0 / 18, within(1e-9));
    }

    @Test
    void breaks_overBothSwitches_areBothVisible() {
        read(AFTER);
        read(BEFORE);
        assertThat(breaks.breaks())
                .extracting(one -> one.found().area(), one -> one.found().kind(), BreakFinder.Explained::declared)
                .containsExactly(
                        tuple("Escamp", SeriesBreak.Kind.FORMAT, Optional.empty()),
                        tuple("Laak", SeriesBreak.Kind.REPORTER, Optional.of(SUCCESSION)),
                        tuple("Laak", SeriesBreak.Kind.FORMAT, Optional.empty()));
        assertThat(breaks.breaks())
                .allSatisfy(one -> assertThat(one.found().since()).isEqualTo(Period.ofQuarter(2026, 2)));
    }

    @Test
    void year_orderOfDeliveries_makesNoDifference() {
        read(BEFORE);
        read(AFTER);
        SwitchOfApril2026Test other = new SwitchOfApril2026Test();
        other.read(AFTER);
        other.read(BEFORE);
        ResultTable expected = year.result();
        assertThat(other.year.result()).isEqualTo(expected);
    }
}
