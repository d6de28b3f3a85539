package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import org.junit.jupiter.api.Test;

/** Rows of several files, in batches and one by one, next to what a plain map says. */
class RepeatedRowsTest {

    private static final String HEADER =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                    + "bijeenkomsten;bezoeken;unieke_deelnemers;nieuwe_deelnemers;vrijwilligers;vrijwilligersuren;"
                    + "doorverwijzingen;toelichting\n";

    private static String row(String activity, int visits) {
        return "91000011;Laak;WK051838;2026KW01;1;TAAL;" + activity + ";ALLEN;30-49;5;" + visits + ";1;;;;;\n";
    }

    private static DeliverySource file(String name, String... rows) {
        return DeliverySource.of(name, (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8));
    }

    private static DeliverySet set(List<DeliverySource> files) {
        return DeliverySet.of(DeliveryReader.of(Definitions.bundled()), files);
    }

    /** What came through, what was refused. */
    private static final class Seen implements RowTaker {
        final List<String> accepted = new ArrayList<>();
        final List<String> refused = new ArrayList<>();

        @Override
        public void accept(Observation row) {
            accepted.add(row.code(6) + " " + row.value(1).orElseThrow());
        }

        @Override
        public void refuse(Observation row) {
            refused.add(row.code(6));
        }
    }

    @Test
    void read_manyRowsOfTwoFiles_countsEachOnceAndRefusesOtherValues() {
        Random random = new Random(12);
        TreeMap<String, Integer> first = new TreeMap<>();
        TreeMap<String, Integer> second = new TreeMap<>();
        for (int i = 0; i < 3000; i++) {
            first.put("A" + random.nextInt(4000), 1 + random.nextInt(2));
            second.put("A" + random.nextInt(4000), 1 + random.nextInt(2));
        }
        List<DeliverySource> files = new ArrayList<>();
        for (TreeMap<String, Integer> rows : List.of(first, second)) {
            files.add(file(
                    "f" + files.size() + ".csv",
                    rows.entrySet().stream()
                            .map(entry -> row(entry.getKey(), entry.getValue()))
                            .toArray(String[]::new)));
        }
        long same = second.entrySet().stream()
                .filter(entry -> entry.getValue().equals(first.get(entry.getKey())))
                .count();
        List<String> other = second.entrySet().stream()
                .filter(entry ->
                        first.containsKey(entry.getKey()) && !entry.getValue().equals(first.get(entry.getKey())))
                .map(entry -> entry.getKey())
                .toList();
        assertThat(same).isPositive();
        assertThat(other).isNotEmpty();

        Seen seen = new Seen();
        SetReport report = set(files).read(seen);
        assertThat(seen.accepted).hasSize(first.size() + second.size() - (int) same - other.size());
        assertThat(seen.refused).containsExactlyElementsOf(other);
        assertThat(report.findings().kept())
                .filteredOn(finding -> finding.code().value().equals("BM-K21"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsEntry("count", Long.toString(same)));
        assertThat(report.sameDeliveries()).isEmpty();

        // an aggregator takes batches
        Aggregator totals = AggregationPlan.by(
                        set(files).format().orElseThrow().ruleSet().structure(), "activiteit")
                .newAggregator();
        set(files).read(totals);
        assertThat(totals.result().rows().stream()
                        .filter(row ->
                                row.figures().get(1).value().status().code().equals("refused"))
                        .map(row -> row.key().get(0)))
                .containsExactlyInAnyOrderElementsOf(other);
        assertThat(totals.result().rows().stream()
                        .mapToLong(row -> row.observations())
                        .sum())
                .isEqualTo(first.size() + second.size() - same - other.size());
    }

    @Test
    void read_otherValues_namesBothPlaces() {
        SetReport report = set(List.of(
                        file("a.csv", row("X", 3), row("Y", 4)), file("b.csv", row("Z", 3), row("X", 3), row("Y", 5))))
                .read(new Seen());
        assertThat(report.findings().kept())
                .filteredOn(finding -> finding.code().value().equals("BM-K20"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments())
                        .containsEntry("file", "b.csv")
                        .containsEntry("row", "4")
                        .containsEntry("other", "a.csv")
                        .containsEntry("otherRow", "3"));
    }

    @Test
    void read_theSameRowsInAnotherOrder_isOneDelivery() {
        SetReport report = set(List.of(
                        file("a.csv", row("X", 3), row("Y", 4)),
                        file("b.csv", row("Y", 4), row("X", 3)),
                        file("c.csv", row("Y", 4))))
                .read(new Seen());
        assertThat(report.sameDeliveries()).containsExactly(new SetReport.SameDelivery("a.csv", "b.csv"));
    }

    @Test
    void keyTable_findsEveryKeyAgain_alsoAfterGrowing() {
        KeyTable table = new KeyTable();
        Random random = new Random(3);
        long[] keys = random.longs(20_000).toArray();
        for (long key : keys) {
            assertThat(table.meet(key, ~key, 0)).isEqualTo(KeyTable.Met.NEW);
        }
        for (long key : keys) {
            assertThat(table.meet(key, ~key, 1)).isEqualTo(KeyTable.Met.EQUAL);
            assertThat(table.meet(key, key, 2)).isEqualTo(KeyTable.Met.OTHER);
            assertThat(table.file()).isZero();
        }
    }
}
