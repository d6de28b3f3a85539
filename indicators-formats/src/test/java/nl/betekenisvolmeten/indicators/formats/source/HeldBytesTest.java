package nl.betekenisvolmeten.indicators.formats.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.SmallTableReader;
import org.junit.jupiter.api.Test;

class HeldBytesTest {

    private static final ReadLimits LIMITS = ReadLimits.withDefaults().withBytes(5);

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DeliverySource source) throws IOException {
        try (InputStream in = source.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void of_stream_isReadAtOnceAndOpensAnyNumberOfTimes() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream("wijk;\u00e9\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        DeliverySource source = DeliverySource.of("telling.csv", in);
        assertThat(in.read()).isNegative();
        assertThat(closed).isFalse();
        assertThat(text(source)).isEqualTo("wijk;\u00e9\n");
        assertThat(text(source)).isEqualTo("wijk;\u00e9\n");
        assertThat(source.size()).hasValue(8);
    }

    @Test
    void of_streamNamedAfterAPerson_isMasked() throws IOException {
        assertThat(DeliverySource.of("jan@example.org.csv", stream("x")).name()).doesNotContain("jan@");
    }

    @Test
    void of_streamOfAsManyBytesAsTheLimit_isHeld() throws IOException {
        DeliverySource source = DeliverySource.of("x", stream("12345"), LIMITS);
        assertThat(text(source)).isEqualTo("12345");
        assertThat(source.size()).hasValue(5);
    }

    @Test
    void of_streamOfMoreBytesThanTheLimit_isAFindingAndHoldsNone() throws IOException {
        InputStream in = stream("123456789");
        DeliverySource source = DeliverySource.of("upload.csv", in, LIMITS);
        assertThat(in.available()).isEqualTo(3);
        assertThatThrownBy(source::open).isInstanceOf(IOException.class).hasMessageContaining("upload.csv");
        DeliveryReport report =
                // the limit of the stream is the one that is named, though the reader's is higher
                DeliveryReader.of(Definitions.bundled()).validate(source);
        assertThat(report.findings().kept()).singleElement().satisfies(finding -> {
            assertThat(finding.code().value()).isEqualTo("TF-S08");
            assertThat(finding.arguments()).isEqualTo(Map.of("reason", "bytes", "limit", "5", "details", "5 B"));
        });
        assertThat(report.isPartial()).isTrue();
        assertThat(report.isGood()).isFalse();
    }

    /** An endless stream, so this ends only if reading does. */
    @Test
    void of_endlessStream_isReadToTheLimitOfMemory() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };
        ReadLimits wide = ReadLimits.withDefaults();
        DeliverySource source = DeliverySource.of("endless.csv", endless, wide);
        assertThat(source.exceeded()).hasValue(DeliverySource.MAX_HELD);
        DeliveryReport report = DeliveryReader.of(Definitions.bundled()).validate(source);
        assertThat(report.findings().kept())
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments())
                        .isEqualTo(Map.of("reason", "bytes", "limit", "268435456", "details", "256 MB")));
    }

    @Test
    void read_smallFormOfMoreBytesThanAreHeld_isAFinding() throws IOException {
        DeliverySource source = DeliverySource.of("streefwaarden.csv", stream("123456789"), LIMITS);
        List<Finding> findings = new ArrayList<>();
        SmallTableReader.read(source, (names, place) -> false, row -> {}, findings::add);
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.code().value()).isEqualTo("TF-S08"));
    }
}
