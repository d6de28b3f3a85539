package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.ReadPath;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Leniency;

/** Reading many rows at a time gives what reading row by row gives: report, rows, order and totals. */
class BulkParityProperties {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    private static final FormatDefinition FORMAT =
            Definitions.bundled().formats().get(FormatId.of("telformat-gebiedsgericht", "2026.1"));

    /** How many odd deliveries are made at a time: more with the long laws. */
    private static final int FACTOR = Integer.getInteger("laws.factor", 1);

    /** All that comes out of reading. */
    private record Outcome(DeliveryReport report, List<Observation> rows, String totals) {}

    private static Outcome read(DeliveryReader reader, DeliverySource source) {
        List<Observation> rows = new ArrayList<>();
        DeliveryReport report = reader.open(source).read(rows::add);
        OpenedDelivery delivery = reader.open(source);
        Optional<Aggregator> totals = delivery.format()
                .map(format -> AggregationPlan.by(
                                format.ruleSet().structure(), "stadsdeel", "periode", "ambitie", "leeftijdsgroep")
                        .newAggregator());
        assertThat(totals.map(delivery::read).orElseGet(delivery::validate)).isEqualTo(report);
        return new Outcome(
                report, rows, totals.map(known -> known.result().toString()).orElse(""));
    }

    private static void assertSame(DeliverySource source, DeliveryReader reader, int... blockSizes) {
        Outcome expected = read(reader.withPath(ReadPath.STANDARD.rowByRow()), source);
        for (int blockSize : blockSizes) {
            for (int threads : blockSize < 1 << 18 ? new int[] {1, 2, 8} : new int[] {1, 2}) {
                ReadPath path = ReadPath.STANDARD.withBlockSize(blockSize).withThreads(threads);
                Outcome actual = read(reader.withPath(path), source);
                assertThat(actual).isEqualTo(expected);
                assertThat(actual.toString()).isEqualTo(expected.toString());
            }
        }
    }

    private static void assertSame(byte[] bytes, DeliveryReader reader) {
        assertSame(DeliverySource.of("telling.csv", bytes), reader, 64, 1 << 18);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void read_oddDelivery_isTheSame(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int rows, @ForAll Leniency leniency) {
        for (int i = 0; i < FACTOR; i++) {
            assertSame(new OddDelivery(FORMAT, random).make(rows), READER.withLeniency(leniency));
        }
    }

    @Property(tries = 120)
    void read_anyTextBelowTheHeader_isTheSame(@ForAll("texts") String text, @ForAll Leniency leniency) {
        assertSame((Deliveries.HEADER + "\n" + text).getBytes(StandardCharsets.UTF_8), READER.withLeniency(leniency));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> telling = Arbitraries.of(
                ";", ";", "\"", "\"\"", "\n", "\r", "\r\n", "0", "-", "2026KW01", "WK051829", "Centrum", "\uFEFF");
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(6);
        Arbitrary<String> rows =
                Arbitraries.integers().between(1, 3).map(number -> Deliveries.line(Deliveries.row(number)) + "\n");
        return Arbitraries.oneOf(telling, any, rows).list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    @Property(tries = 100)
    void read_withinLimits_isTheSame(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 30) int mostRows,
            @ForAll @IntRange(min = 1, max = 30) int mostKeys,
            @ForAll @IntRange(max = 5) int mostFindings) {
        ReadLimits limits = new ReadLimits(mostRows, 18, 125, mostFindings, mostKeys);
        assertSame(new OddDelivery(FORMAT, random).make(40), READER.withLimits(limits));
    }

    @Property(tries = 100)
    void read_anyBytes_isTheSame(@ForAll @Size(max = 400) byte[] bytes) {
        assertSame(bytes, READER);
    }

    /** Long enough for several blocks, and more texts in a column than a dictionary holds (65,536) before it begins again. */
    @Example
    void read_manyDifferentTexts_isTheSame() {
        StringBuilder text = new StringBuilder(Deliveries.HEADER).append('\n');
        Random random = new Random(2026);
        for (int i = 0; i < 67_000; i++) {
            text.append("91000001;Centrum;WK051829;2026KW01;1;ONTMOETEN;Groep ")
                    .append(i % 50 == 0 ? random.nextInt(i + 1) : i)
                    .append(";ALLEN;50-66;12;180;40;6;4;48,5;2;")
                    .append(i % 70 == 0 ? "" : "Nota " + Integer.toString(i, 36).replaceAll("[0-9]", "x"))
                    .append('\n');
        }
        assertSame(
                DeliverySource.ofText("telling.csv", text.toString()),
                READER.withLimits(ReadLimits.withDefaults().withFindings(100_000)),
                1 << 18);
    }

    /** Each leniency in each case, and each size of block with each leniency, but not all three together. */
    @Example
    void read_everyConformanceCase_isTheSame() {
        int[] sizes = {1, 64, 1 << 18};
        int next = 0;
        for (ConformanceCase one : ConformanceCase.all()) {
            for (Leniency leniency : Leniency.values()) {
                assertSame(one.source(), READER.withLeniency(leniency), sizes[next++ % sizes.length]);
            }
            next++;
        }
    }
}
