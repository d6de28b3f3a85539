package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** The order of rows changes nothing but their numbers. */
class RowOrderProperties {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    private record Outcome(long rows, long accepted, Map<FindingCode, Long> findings, long visits) {}

    private static Outcome outcome(List<Map<String, String>> rows) {
        long[] visits = new long[1];
        DeliveryReport report = READER.open(DeliverySource.ofText("telling.csv", Deliveries.text(rows)))
                .readRows(row -> visits[0] += Long.parseLong(row.texts().get(10)));
        return new Outcome(
                report.rows(), report.rowsAccepted(), report.findings().countByCode(), visits[0]);
    }

    private static List<Map<String, String>> rows(int old, int present) {
        List<Map<String, String>> rows = new ArrayList<>();
        IntStream.range(0, old).forEach(i -> rows.add(Deliveries.row(i, "periode", "2025KW04")));
        IntStream.range(old, old + present).forEach(i -> rows.add(Deliveries.row(i)));
        return rows;
    }

    @Property(tries = 40)
    void shuffled_rowsOfWhichSomeAreOfAnotherVersion_giveTheSame(
            @ForAll @IntRange(max = 260) int old, @ForAll @IntRange(max = 3) int present, @ForAll Random random) {
        List<Map<String, String>> rows = rows(old, present);
        Outcome expected = outcome(rows);
        Collections.shuffle(rows, random);
        assertThat(outcome(rows)).isEqualTo(expected);
        assertThat(expected.accepted()).isEqualTo(present);
    }

    @Property(tries = 1)
    void goodRows_afterManyOfAnotherVersion_count() {
        Outcome outcome = outcome(rows(250, 72));
        assertThat(outcome.rows()).isEqualTo(322);
        assertThat(outcome.accepted()).isEqualTo(72);
        assertThat(outcome.findings()).containsExactlyEntriesOf(Map.of(FindingCode.of("TF-V07"), 250L));
    }
}
