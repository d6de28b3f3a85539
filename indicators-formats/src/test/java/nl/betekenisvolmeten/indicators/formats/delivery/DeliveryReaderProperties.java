package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.validation.Leniency;

class DeliveryReaderProperties {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    private static void assertReport(byte[] bytes, Leniency leniency) {
        List<Observation> accepted = new ArrayList<>();
        DeliverySource source = DeliverySource.of("telling.csv", bytes);
        DeliveryReader reader = READER.withLeniency(leniency);
        DeliveryReport report = reader.open(source).read(accepted::add);
        assertThat(report.rowsAccepted()).isEqualTo(accepted.size());
        assertThat(report.rows()).isGreaterThanOrEqualTo(report.rowsAccepted());
        if (report.format().isEmpty()) {
            assertThat(report.rows()).isZero();
            assertThat(report.isGood()).isFalse();
        }
        if (report.rows() > report.rowsAccepted() || report.rows() == 0) {
            assertThat(report.isGood()).isFalse();
        }
        assertThat(reader.validate(source)).isEqualTo(report);
    }

    @Property(tries = 300)
    void read_anyBytes_givesAReport(@ForAll @Size(max = 400) byte[] bytes, @ForAll Leniency leniency) {
        assertReport(bytes, leniency);
    }

    @Property(tries = 300)
    void read_anyText_givesAReport(@ForAll("texts") String text, @ForAll Leniency leniency) {
        assertReport(text.getBytes(StandardCharsets.UTF_8), leniency);
    }

    @Property(tries = 300)
    void read_anyTextBelowTheHeader_givesAReport(@ForAll("texts") String text, @ForAll Leniency leniency) {
        assertReport((Deliveries.HEADER + "\n" + text).getBytes(StandardCharsets.UTF_8), leniency);
    }

    /** Texts in which what means something in a delivery is not rare. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> telling = Arbitraries.of(
                ";",
                ",",
                "\t",
                "\"",
                "\n",
                "\r",
                "\r\n",
                "0",
                "-",
                "2026KW01",
                "WK051829",
                "Centrum",
                "67+",
                "=",
                "\uFEFF");
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(6);
        Arbitrary<String> columns = Arbitraries.of(Deliveries.COLUMNS);
        return Arbitraries.oneOf(telling, any, columns).list().ofMaxSize(80).map(parts -> String.join("", parts));
    }

    @Property(tries = 500)
    void read_damagedDelivery_givesAReport(
            @ForAll @IntRange(min = 1, max = 6) int rows,
            @ForAll @Size(min = 1, max = 6) List<Damage> damages,
            @ForAll Random random,
            @ForAll Leniency leniency) {
        byte[] bytes = Deliveries.text(Deliveries.rows(rows)).getBytes(StandardCharsets.UTF_8);
        for (Damage damage : damages) {
            bytes = damage.done(bytes, random);
        }
        assertReport(bytes, leniency);
    }

    /** What happens to files on their way. */
    enum Damage {
        FLIP_A_BIT,
        LOSE_A_SEPARATOR,
        SWAP_LINES,
        GAIN_A_QUOTE,
        CUT_OFF;

        byte[] done(byte[] bytes, Random random) {
            if (bytes.length == 0) {
                return bytes;
            }
            int at = random.nextInt(bytes.length);
            return switch (this) {
                case FLIP_A_BIT -> {
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                    yield bytes;
                }
                case LOSE_A_SEPARATOR ->
                    text(bytes, text -> {
                        int separator = text.indexOf(';', at);
                        return separator < 0 ? text : text.substring(0, separator) + text.substring(separator + 1);
                    });
                case SWAP_LINES ->
                    text(bytes, text -> {
                        List<String> lines = new ArrayList<>(text.lines().toList());
                        Collections.shuffle(lines, random);
                        return String.join("\n", lines);
                    });
                case GAIN_A_QUOTE -> text(bytes, text -> text.substring(0, at) + '"' + text.substring(at));
                case CUT_OFF -> text(bytes, text -> text.substring(0, at));
            };
        }

        /** Byte for byte, whatever the bytes. */
        private static byte[] text(byte[] bytes, UnaryOperator<String> change) {
            return change.apply(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @Property(tries = 300)
    void read_rowsInAnotherOrder_changesOnlyRowNumbers(
            @ForAll("rows") List<Map<String, String>> rows, @ForAll Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
        Collections.shuffle(order, random);
        List<Map<String, String>> shuffled = order.stream().map(rows::get).toList();
        assertThat(outcome(shuffled, row -> order.get((int) row - 2))).isEqualTo(outcome(rows, row -> (int) row - 2));
    }

    /** Rows with different keys, some with a flaw. */
    @Provide
    Arbitrary<List<Map<String, String>>> rows() {
        Arbitrary<Map.Entry<String, String>> flaws = Arbitraries.of(
                Map.entry("toelichting", ""),
                Map.entry("toelichting", "=som"),
                Map.entry("bezoeken", "1.200"),
                Map.entry("bezoeken", "n.v.t."),
                Map.entry("unieke_deelnemers", "500"),
                Map.entry("wijk", "Schilderswijk"),
                Map.entry("wijk", "WK051836"),
                Map.entry("organisatie", "123456782"));
        return flaws.list().ofMinSize(1).ofMaxSize(12).map(list -> {
            List<Map<String, String>> rows = Deliveries.rows(list.size());
            for (int i = 0; i < list.size(); i++) {
                rows.get(i).put(list.get(i).getKey(), list.get(i).getValue());
            }
            return rows;
        });
    }

    /** The findings of each row by its number in the original order, and the rows that count, in no order. */
    private static Map<Object, Object> outcome(List<Map<String, String>> rows, LongToIntFunction original) {
        Map<Observation, Integer> accepted = new HashMap<>();
        DeliveryReport report = READER.open(DeliverySource.ofText("telling.csv", Deliveries.text(rows)))
                .read(row -> accepted.merge(row, 1, Integer::sum));
        Map<Integer, List<Finding>> byRow = new TreeMap<>();
        for (Finding finding : report.findings().kept()) {
            int row = original.applyAsInt(finding.location().row().orElseThrow());
            byRow.computeIfAbsent(row, any -> new ArrayList<>())
                    .add(finding.withLocation(finding.location().withRow(1)));
        }
        return Map.of(
                "accepted",
                accepted,
                "findings",
                byRow,
                "counts",
                report.findings().countByCode());
    }
}
