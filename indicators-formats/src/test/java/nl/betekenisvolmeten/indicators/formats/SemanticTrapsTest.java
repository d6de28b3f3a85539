package nl.betekenisvolmeten.indicators.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where programs like this one went wrong, as tests by name: those that stand nowhere else. Others are in
 * {@code TargetJudgeTest} (target below, at or without baseline, target zero), {@code SwitchOfApril2026Test} (a year over
 * two formats and two providers), {@code ReportingGridTest} (expected reports follow opening and closing),
 * {@code WindowedAggregatorTest} (year to date with holes), {@code AreaConversionTest} (areas that split and merge),
 * {@code PeriodTest} (notations of a quarter), {@code DeliveryLimitsTest} (the limit of findings),
 * {@code DeliveryLedgerTest} and {@code PreviousDeliveryTest} (a rejected delivery is no history) and the cases of the
 * statistics (Byar at few events, Wilson at none and all).
 */
class SemanticTrapsTest {

    private static final String HEADER =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                    + "bijeenkomsten;bezoeken;unieke_deelnemers;nieuwe_deelnemers;vrijwilligers;vrijwilligersuren;"
                    + "doorverwijzingen;toelichting\n";

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    @Test
    void trap_warningInATrial_isThereInTheRealRun() {
        DeliverySource source = DeliverySource.ofText(
                "levering.csv",
                HEADER
                        + "91000001;Centrum;WK051829;2026-Q1;1;ETEN;Tafel;ALLEN;67+;1.200;1.300;9;1;0;1,5;0;\n"
                        + "91000001;Laak;WK051829;2026KW01;1;ETEN;Tafel;ALLEN;50-66;1;9;9;1;1;1;0;\n"
                        + "91000001;Centrum;WK051829;2026KW01;1;ETEN;=1+1;JEUGD;67+;1;9;9;1;1;1;0;bel 06-12345678\n");
        Findings trial = READER.validate(source).findings();
        assertThat(trial.total()).isGreaterThan(4);
        assertThat(READER.open(source).read(row -> {}).findings()).isEqualTo(trial);
        assertThat(READER.open(source).readRows(row -> {}).findings()).isEqualTo(trial);
        assertThat(READER.readTable(source).findings()).isEqualTo(trial);
        assertThat(READER.withThreads(4).validate(source).findings()).isEqualTo(trial);
    }

    @ParameterizedTest
    @CsvSource({"1.234, 1234", "1234, 1234"})
    void trap_pointInACount_isAThousandAndTold(String visits, String expected) {
        DeliverySource source = DeliverySource.ofText(
                "levering.csv",
                HEADER + "91000001;Centrum;WK051829;2026KW01;1;ETEN;Tafel;ALLEN;67+;1;" + visits + ";9;1;1;1;0;\n");
        List<String> read = new ArrayList<>();
        Findings findings =
                READER.open(source).readRows(row -> read.addAll(row.texts())).findings();
        assertThat(read).contains(expected);
        boolean told =
                findings.kept().stream().anyMatch(one -> one.code().value().equals("TF-W02"));
        assertThat(told).isEqualTo(visits.contains("."));
    }

    @Test
    void trap_pointInHours_isNotGuessed() {
        assertThat(hours("1.5").hasErrors()).isFalse();
        assertThat(hours("1.5").count(FindingCode.of("TF-W02"))).isEqualTo(1);
        // one and a quarter, or a thousand times as much
        assertThat(hours("1.250").count(FindingCode.of("TF-V05"))).isEqualTo(1);
    }

    private static Findings hours(String hours) {
        DeliverySource source = DeliverySource.ofText(
                "levering.csv",
                HEADER + "91000001;Centrum;WK051829;2026KW01;1;ETEN;Tafel;ALLEN;67+;1;9;9;1;1;" + hours + ";0;\n");
        return READER.validate(source).findings();
    }

    @Test
    void trap_sameInput_otherOrderLocaleZoneAndThreads_givesTheSameBytes() throws IOException {
        List<String> rows = new ArrayList<>(IntStream.range(0, 400)
                .mapToObj(i -> "9100000" + (1 + i % 3) + ";Centrum;WK0518" + (28 + i % 2) + ";2026KW0" + (1 + i % 2)
                        + ";1;ETEN;Tafel " + i + ";ALLEN;67+;1;" + (10 + i % 7) + ";9;1;1;1," + (i % 10) + ";0;")
                .toList());
        String expected = totals(rows, 1);
        Collections.shuffle(rows, new Random(5));
        for (int threads : List.of(1, 16)) {
            assertThat(OtherMachine.make("tr-TR", "Pacific/Kiritimati", () -> totals(rows, threads)))
                    .isEqualTo(expected);
        }
    }

    private static String totals(List<String> rows, int threads) {
        Aggregator aggregator = AggregationPlan.by(
                        Definitions.bundled()
                                .formats()
                                .get(FormatId.of("telformat-gebiedsgericht", "2026.1"))
                                .ruleSet()
                                .structure(),
                        "wijk",
                        "periode")
                .newAggregator();
        DeliverySource source =
                DeliverySource.ofText("levering.csv", HEADER + rows.stream().collect(Collectors.joining("\n")) + "\n");
        assertThat(READER.withThreads(threads).open(source).read(aggregator).isGood())
                .isTrue();
        StringWriter out = new StringWriter();
        try {
            CsvResults.write(InternalUse.of(aggregator.result(), "test"), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
