package nl.betekenisvolmeten.indicators.examples.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles.SampleFile;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDeliveriesTest {

    private static final Period QUARTER = Period.ofQuarter(2026, 1);

    private final DeliveryReader reader = DeliveryReader.of(Definitions.bundled());

    @Test
    void write_all_givesTheBundledFilesAndNoOthers(@TempDir Path folder) throws IOException {
        SampleWriter.write(folder);
        assertThat(Files.readAllBytes(folder.resolve(SampleFiles.TOTALS)))
                .isEqualTo(Resources.bytes(SampleFiles.TOTALS));
        assertThat(Files.readAllBytes(folder.resolve(SampleFiles.INDEX))).isEqualTo(Resources.bytes(SampleFiles.INDEX));
        for (SampleFile file : SampleFiles.all()) {
            assertThat(Files.readAllBytes(folder.resolve(file.path())))
                    .as(file.path())
                    .isEqualTo(file.bytes());
        }
    }

    @Test
    void bundled_eachFile_hasNoFindingsAndThePlannedSize() {
        for (SampleFile file : SampleFiles.all()) {
            DeliveryReport report = reader.validate(file.source());
            assertThat(report.findings().kept()).as(file.path()).isEmpty();
            assertThat(report.format()).contains(SampleDeliveries.FORMAT);
            assertThat(report.rows()).as(file.path()).isBetween(9L, 110L);
        }
    }

    /** Three questions to participants in each of the eight stadsdelen. */
    @Test
    void answers_haveNoFindingsAndCoverAllStadsdelen() throws IOException {
        DeliveryReport report = reader.validate(SampleFiles.answers());
        assertThat(report.findings().kept()).isEmpty();
        assertThat(report.rowsAccepted()).isEqualTo(24);
        try (var in = SampleFiles.answers().open()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .map(line -> line.split(";")[1]))
                    .containsAll(places());
        }
    }

    private static Set<String> places() {
        return Definitions.bundled().areas().get("denhaag").hierarchy().areas(AreaLevel.STADSDEEL).stream()
                .map(Area::name)
                .collect(Collectors.toSet());
    }

    @Test
    void bundled_together_coverAllStadsdelenInEachQuarter() {
        Set<String> stadsdelen =
                Definitions.bundled().areas().get("denhaag").hierarchy().areas(AreaLevel.STADSDEEL).stream()
                        .map(Area::name)
                        .collect(Collectors.toSet());
        assertThat(stadsdelen).hasSize(8);
        for (Period quarter : SampleFiles.QUARTERS) {
            Set<String> found = new TreeSet<>();
            SampleFiles.all().stream()
                    .filter(file -> file.quarter().equals(quarter))
                    .flatMap(file -> table(file).observations())
                    .forEach(row -> {
                        assertThat(row.code(3)).isEqualTo(quarter.code());
                        found.add(row.code(1));
                    });
            assertThat(found).as(quarter.code()).containsExactlyInAnyOrderElementsOf(stadsdelen);
        }
    }

    @Test
    void bundled_organisations_overlapSpanAndSkip() {
        List<SampleOrganisation> all = SampleDeliveries.create().organisations();
        assertThat(all).filteredOn(one -> one.stadsdelen().contains("Centrum")).hasSize(2);
        assertThat(all).filteredOn(one -> one.stadsdelen().size() == 2).hasSize(1);
        assertThat(all).filteredOn(one -> !one.silent().isEmpty()).hasSize(1);
        assertThat(SampleFiles.all()).hasSize(3 * all.size() - 1);
    }

    /** Totals of a half-year with rows for one of its quarters, and the same form with mistakes. */
    @Test
    void totals_areGoodAndThoseWithFaultsHaveFindings() {
        DeliveryReport good = reader.validate(SampleFiles.totals());
        assertThat(good.findings().kept()).isEmpty();
        assertThat(good.rowsAccepted()).isOne();
        DeliveryReport faulty = reader.validate(SampleFiles.totalsWithFaults());
        assertThat(faulty.findings().kept().stream()
                        .map(finding -> finding.code().value()))
                .containsExactlyInAnyOrder("TK-R03", "TK-R04", "TK-R04", "TK-R05", "TF-V02", "TF-V07", "TK-R07");
        assertThat(faulty.rowsAccepted()).isOne();
    }

    @Test
    void bundled_successiveQuarters_differMildly() {
        Map<List<String>, Long> before = new HashMap<>();
        int compared = 0;
        for (SampleFile file : SampleFiles.all()) {
            for (Observation row : table(file).observations().toList()) {
                List<String> key = IntStream.range(0, row.dimensions())
                        .filter(column -> column != 3)
                        .mapToObj(row::code)
                        .toList();
                long visits = row.value(1).orElseThrow();
                Long earlier = before.put(key, visits);
                if (earlier != null) {
                    compared++;
                    assertThat(visits).as(key + " " + file.quarter()).isBetween(earlier / 3, earlier * 3);
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    @Test
    void bundled_text_hasQuotedCellsAndAccents() {
        String all = SampleFiles.all().stream()
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        assertThat(all)
                .contains("\"Club \"\"De Vrije Middag\"\"; voor iedereen\"")
                .contains("café");
    }

    @Test
    void write_laterQuarterAndOtherSeed_isGoodAndDifferent() throws IOException {
        SampleDeliveries deliveries = SampleDeliveries.create();
        KvkNumber kvk = deliveries.organisations().get(0).kvk();
        Period later = Period.ofQuarter(2028, 2);
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        deliveries.write(kvk, later, first);
        deliveries.withSeed(7).write(kvk, later, second);
        assertThat(first).isNotEqualTo(second);
        for (String text : List.of(first.toString(), second.toString())) {
            assertThat(reader.validate(source(text)).findings().kept()).isEmpty();
        }
    }

    @Test
    void write_silentQuarter_isRefused() {
        SampleDeliveries deliveries = SampleDeliveries.create();
        SampleOrganisation silent = deliveries.organisations().stream()
                .filter(one -> !one.silent().isEmpty())
                .findFirst()
                .orElseThrow();
        Period quarter = silent.silent().iterator().next();
        assertThatThrownBy(() -> deliveries.write(silent.kvk(), quarter, new StringBuilder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(quarter.code());
    }

    @Test
    void write_unknownOrganisationOrQuarterOutsideFormat_isRefused() {
        SampleDeliveries deliveries = SampleDeliveries.create();
        KvkNumber known = deliveries.organisations().get(0).kvk();
        assertThatThrownBy(() -> deliveries.write(KvkNumber.of("12345678"), QUARTER, new StringBuilder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12345678");
        assertThatThrownBy(() -> deliveries.write(known, Period.ofQuarter(2025, 4), new StringBuilder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025KW04");
    }

    private CountTable table(SampleFile file) {
        return reader.readTable(file.source()).value().orElseThrow();
    }

    private static DeliverySource source(String text) {
        return DeliverySource.ofText("sample.csv", text);
    }

    @Test
    void support_isAGoodDeliveryOfAllStadsdelen() {
        Set<String> districts = new TreeSet<>();
        DeliveryReport report = DeliveryReader.of(Definitions.bundled())
                .open(SampleFiles.support())
                .readRows(row ->
                        districts.add(row.text(ColumnName.of("stadsdeel")).orElseThrow()));
        assertThat(report.format()).hasToString("Optional[individuele-ondersteuning@2026.2]");
        assertThat(report.findings().kept()).isEmpty();
        assertThat(districts).hasSize(8);
    }
}
