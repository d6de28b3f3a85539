package nl.betekenisvolmeten.indicators.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LargeDeliveryTest {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    @Test
    void writeTo_faultInOneRowOf50_isFoundAndNothingElse() throws IOException {
        List<Planted> planted = new ArrayList<>();
        byte[] bytes = bytes(new LargeDelivery(20_000, 50, 1), planted);
        DeliveryReport report = READER.validate(DeliverySource.of("large.csv", bytes));
        assertThat(report.findings().kept().stream().map(Planted::of)).containsExactlyElementsOf(planted);
        assertThat(report.rows()).isEqualTo(20_000);
        assertThat(report.rowsAccepted()).isEqualTo(20_000 - 400);
        assertThat(planted.stream().map(Planted::code).distinct()).hasSize(12);
        assertThat(Truth.differences(planted, report)).isEmpty();
    }

    @Test
    void writeTo_anySeedAndManyFaults_isFoundAndNothingElse() throws IOException {
        for (int every : new int[] {2, 3, 7}) {
            List<Planted> planted = new ArrayList<>();
            byte[] bytes = bytes(new LargeDelivery(1_500, every, every), planted);
            DeliveryReport report = READER.validate(DeliverySource.of("large.csv", bytes));
            assertThat(report.findings().kept().stream().map(Planted::of)).containsExactlyElementsOf(planted);
            assertThat(planted).hasSize(1_500 / every);
        }
    }

    @Test
    void writeTo_twice_givesTheSameBytesOfAboutTheSizeAskedFor() throws IOException {
        LargeDelivery delivery = new LargeDelivery(5_000, 500, 3);
        byte[] bytes = bytes(delivery, new ArrayList<>());
        assertThat(bytes(delivery, new ArrayList<>())).isEqualTo(bytes);
        assertThat(bytes.length / 5_000).isBetween(100, 116);
        assertThat(bytes(new LargeDelivery(5_000, 500, 4), new ArrayList<>())).isNotEqualTo(bytes);
    }

    @Test
    void writeTo_noFaults_hasNoFindings() throws IOException {
        List<Planted> planted = new ArrayList<>();
        byte[] bytes = bytes(new LargeDelivery(3_000, 0, 1), planted);
        assertThat(planted).isEmpty();
        assertThat(READER.validate(DeliverySource.of("large.csv", bytes))
                        .findings()
                        .kept())
                .isEmpty();
    }

    @Test
    void writeTo_someThousandRows_meetMostCodes() throws IOException {
        String text = new String(bytes(new LargeDelivery(8_000, 0, 1), new ArrayList<>()), StandardCharsets.UTF_8);
        List<String[]> rows =
                text.lines().skip(1).map(line -> line.split(";", -1)).toList();
        assertThat(rows.stream().map(row -> row[0]).distinct()).hasSize(500);
        assertThat(rows.stream().map(row -> row[1] + row[3]).distinct()).hasSize(8 * 4);
        assertThat(rows.stream().map(row -> row[7] + row[8]).distinct()).hasSizeGreaterThan(60);
        assertThat(rows.stream().map(row -> row[6]).distinct()).hasSizeGreaterThan(1_000);
    }

    @Test
    void of_impossibleNumbers_areRefused() {
        assertThatThrownBy(() -> new LargeDelivery(-1, 500, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows and faultsEvery out of range: -1, 500");
        assertThatThrownBy(() -> new LargeDelivery(10, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows and faultsEvery out of range: 10, 1");
        assertThatThrownBy(() ->
                        new LargeDelivery(Long.MAX_VALUE, 500, 1).writeTo(new ByteArrayOutputStream(), fault -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows must be at most 9600000000: 9223372036854775807");
    }

    @Test
    void commands_generateThenRun_agree(@TempDir Path folder) throws IOException {
        Path delivery = folder.resolve("large.csv");
        Path planted = folder.resolve("planted.csv");
        assertThat(execute(
                        new DeliveryGenerator(),
                        new StringWriter(),
                        "--rows",
                        "2400",
                        "--faults-every",
                        "100",
                        "-o",
                        delivery.toString(),
                        "--planted",
                        planted.toString()))
                .isZero();
        StringWriter out = new StringWriter();
        assertThat(execute(new BulkRun(), out, delivery.toString(), "--planted", planted.toString(), "--aggregate"))
                .isZero();
        assertThat(out.toString())
                .startsWith("rows 2400, accepted 2376, findings 24, groups ")
                .contains("rows/s");
    }

    @Test
    void commands_truthWithOneMoreAndOneLess_exitWith1(@TempDir Path folder) throws IOException {
        Path delivery = folder.resolve("large.csv");
        Path planted = folder.resolve("planted.csv");
        List<Planted> faults = new ArrayList<>();
        Files.write(delivery, bytes(new LargeDelivery(1_200, 100, 1), faults));
        faults.set(0, new Planted(7, "TF-V02", "wijk"));
        Files.writeString(
                planted,
                Planted.HEADER + "\n" + faults.stream().map(Planted::line).collect(Collectors.joining("\n")) + "\n");
        StringWriter out = new StringWriter();
        assertThat(execute(new BulkRun(), out, delivery.toString(), "--planted", planted.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("not found: 7;TF-V02;wijk").contains("not planted: 101;TF-V02;wijk");
    }

    private static int execute(Object command, StringWriter out, String... args) {
        return new CommandLine(command).setOut(new PrintWriter(out, true)).execute(args);
    }

    private static byte[] bytes(LargeDelivery delivery, List<Planted> planted) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        delivery.writeTo(out, planted::add);
        return out.toByteArray();
    }
}
