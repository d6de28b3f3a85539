package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.ReadPath;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Following and stopping the reading of a delivery, on every path. */
class DeliveryProgressTest {

    private static final int ROWS = 10_000;

    private static final String TEXT = Deliveries.text(Deliveries.rows(ROWS));

    private static final DeliverySource SOURCE = DeliverySource.ofText("telling.csv", TEXT);

    static Stream<ReadPath> paths() {
        ReadPath small = ReadPath.STANDARD.withBlockSize(1 << 16);
        return Stream.of(small.rowByRow(), small, small.withThreads(2), small.withThreads(8));
    }

    private static DeliveryReader reader(ReadPath path) {
        return DeliveryReader.of(Definitions.bundled()).withPath(path);
    }

    private static long lanes() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("indicators-lane"))
                .count();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void withProgress_whoGoesOn_isToldOfMoreAndMore(ReadPath path) {
        List<Long> bytes = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        DeliveryReport report = reader(path)
                .withProgress((readBytes, readRows) -> {
                    bytes.add(readBytes);
                    rows.add(readRows);
                    return true;
                })
                .validate(SOURCE);
        assertThat(bytes).hasSizeGreaterThan(1).isSorted();
        assertThat(rows).isSorted().doesNotHaveDuplicates();
        assertThat(bytes.get(bytes.size() - 1)).isLessThanOrEqualTo(TEXT.getBytes(StandardCharsets.UTF_8).length);
        assertThat(report).isEqualTo(reader(path).validate(SOURCE));
        assertThat(report.isPartial()).isFalse();
        assertThat(report.rowsAccepted()).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void withProgress_whoStops_getsAReportOfAPart(ReadPath path) {
        List<Observation> accepted = new ArrayList<>();
        DeliveryReport report = reader(path)
                .withProgress((bytes, rows) -> rows < 2_000)
                .open(SOURCE)
                .read(accepted::add);
        assertThat(report.isPartial()).isTrue();
        assertThat(report.isGood()).isFalse();
        assertThat(report.findings().count(FindingCode.of("TF-I06"))).isEqualTo(1);
        assertThat(report.rows()).isBetween(1_999L, ROWS - 1L).isEqualTo(accepted.size());
        assertThat(report.findings().kept().get(0).arguments()).containsEntry("row", Long.toString(report.rows() + 1));
        assertThat(lanes()).isZero();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void read_consumerThatFails_leavesNoThread(ReadPath path) {
        assertThatThrownBy(() -> reader(path).open(SOURCE).read(row -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        assertThat(lanes()).isZero();
    }

    @Test
    void withThreads_none_isRefused() {
        assertThatThrownBy(() -> DeliveryReader.of(Definitions.bundled()).withThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }

    @Test
    void withHash_notAsked_leavesItOut() {
        DeliveryReader reader = DeliveryReader.of(Definitions.bundled());
        assertThat(reader.validate(SOURCE).sha256()).isPresent();
        assertThat(reader.withHash(false).validate(SOURCE).sha256()).isEmpty();
    }
}
