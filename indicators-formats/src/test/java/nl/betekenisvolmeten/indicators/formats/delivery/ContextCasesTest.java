package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.internal.migration.MigrationRun;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Agreements with deliveries, and what must be found: {@code expected.csv} has the codes of each case. */
class ContextCasesTest {

    private static final String FOLDER = "/cases/context/";
    private static final FormatDefinition FORMAT =
            Definitions.bundled().formats().get(FormatId.of("telformat-gebiedsgericht", "2026.1"));

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = ContextCasesTest.class.getResourceAsStream(FOLDER + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    private static List<String[]> cases() throws IOException {
        return new String(bytes("expected.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
    }

    /** A case with its totals by organisation, area and period. */
    private record Outcome(ContextReport report, ResultTable totals, AggregationPlan plan) {}

    private static Outcome run(String name, List<String> files) throws IOException {
        ReportingContext context = DefinitionReader.of(Definitions.bundled())
                .readContext("context.json", new ByteArrayInputStream(bytes(name + "/context.json")))
                .orThrow();
        AggregationPlan plan = AggregationPlan.by(FORMAT.ruleSet().structure(), "organisatie", "stadsdeel", "periode");
        Aggregator totals = plan.newAggregator();
        AgreedRows rows = new AgreedRows(context, FORMAT, totals);
        for (String file : files) {
            read(DeliverySource.of(file, bytes(name + "/" + file)), rows, totals);
        }
        ContextReport report = rows.finish();
        return new Outcome(report, totals.result(), plan);
    }

    private static void read(DeliverySource source, AgreedRows rows, RowTaker totals) throws IOException {
        DeliveryReader reader = DeliveryReader.of(Definitions.bundled());
        OpenedDelivery delivery = reader.open(source);
        FormatDefinition own = delivery.format().orElseThrow();
        RowTaker taker = rows.of(new AgreedRows.File(source.name(), delivery.sha256(), own.id()), totals);
        if (own.id().equals(FORMAT.id())) {
            assertThat(delivery.read(taker).isGood()).isTrue();
            return;
        }
        List<Finding> found = new ArrayList<>();
        MigrationRun run = MigrationRun.toObservations(
                MigrationPlan.between(own, FORMAT).orElseThrow(), Location.of(source.name()), found::add, taker);
        assertThat(delivery.readRows(run).isGood()).isTrue();
        run.finish();
    }

    private static List<String> codes(ContextReport report) {
        return report.findings().kept().stream()
                .map(finding -> finding.code() + ":" + finding.severity())
                .distinct()
                .sorted()
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> finish_aCase_findsWhatIsExpected() throws IOException {
        return cases().stream()
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    List<String> files = List.of(row[1].split(" ", -1));
                    ContextReport report = run(row[0], files).report();
                    assertThat(codes(report)).isEqualTo(row[2].isEmpty() ? List.of() : List.of(row[2].split(" ", -1)));
                    report.findings().kept().forEach(ContextCasesTest::assertSaid);
                    List<String> reversed = new ArrayList<>(files);
                    Collections.reverse(reversed);
                    Outcome other = run(row[0], reversed);
                    assertThat(other.report().findings()).isEqualTo(report.findings());
                    assertThat(other.totals()).isEqualTo(run(row[0], files).totals());
                }));
    }

    /** The text names nothing that the finding lacks. */
    private static void assertSaid(Finding finding) {
        for (Language language : Language.values()) {
            assertThat(MessageCatalogue.bundled()
                            .message(finding, language, Audience.CLERK)
                            .text())
                    .doesNotContain("?", "{");
        }
    }

    @Test
    void cases_all_coverEveryCode() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        for (String[] row : cases()) {
            for (String code : row[2].split(" ", -1)) {
                codes.add(code.isEmpty() ? "" : code.substring(0, 6));
            }
        }
        List<String> all = new ArrayList<>(List.of(""));
        IntStream.rangeClosed(3, 18).mapToObj(n -> "BM-K%02d".formatted(n)).forEach(all::add);
        all.add("BM-K22");
        assertThat(codes).containsExactlyElementsOf(all);
    }

    private static Optional<String> visits(ResultTable totals, String... key) {
        return totals.figure("bezoeken", key)
                .map(figure -> figure.value().exact().orElseThrow().toPlainString());
    }

    @Test
    void handOn_replacedAndWithdrawn_countOnlyWhatStands() throws IOException {
        assertThat(visits(run("replaced", List.of("a1.csv", "a2.csv")).totals(), "91000011", "Laak", "2026KW01"))
                .contains("50");
        Outcome withdrawn = run("withdrawn", List.of("a1.csv"));
        assertThat(withdrawn.totals().rows()).isEmpty();
        assertThat(withdrawn.report().keptOut())
                .extracting(ContextReport.KeptOut::file, ContextReport.KeptOut::reason, ContextReport.KeptOut::rows)
                .containsExactly(tuple("a1.csv", ContextReport.Reason.WITHDRAWN, 1L));
    }

    @Test
    void handOn_correction_replacesTheRowsOfItsKeysOnly() throws IOException {
        assertThat(visits(run("corrected", List.of("a2.csv", "a1.csv")).totals(), "91000011", "Laak", "2026KW01"))
                .contains("90");
    }

    @Test
    void handOn_succession_linksTheSeries() throws IOException {
        List<String> files = List.of("a1.csv", "b2.csv");
        ResultTable linked = run("succeeded", files).totals();
        assertThat(visits(linked, "91000029", "Laak", "2026KW01")).contains("40");
        assertThat(visits(linked, "91000011", "Laak", "2026KW01")).isEmpty();
        assertThat(visits(run("succeeded-elsewhere", files).totals(), "91000011", "Laak", "2026KW01"))
                .contains("40");
    }

    @Test
    void coverage_missingReport_isInTheTotalOfItsArea() throws IOException {
        Outcome outcome = run("missing", List.of("a1.csv"));
        AggregationPlan city = AggregationPlan.by(FORMAT.ruleSet().structure(), "periode");
        Aggregator totals = city.newAggregator();
        AgreedRows rows = new AgreedRows(outcome.report().context(), FORMAT, totals);
        read(DeliverySource.of("a1.csv", bytes("missing/a1.csv")), rows, totals);
        ContextReport report = rows.finish();
        ResultTable.Row row = totals.result(report.coverage(city)).rows().get(0);
        assertThat(row.coverage().orElseThrow().reported()).isEqualTo(1);
        assertThat(row.coverage().orElseThrow().expected()).isEqualTo(2);
        assertThat(report.coverage(outcome.plan()).apply(List.of("91000011", "Laak", "2026KW01")))
                .hasValueSatisfying(laak -> assertThat(laak.isComplete()).isTrue());
    }
}
