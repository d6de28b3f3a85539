package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** Laws of the difference between two deliveries. */
class DeliveryDiffProperties {

    private final DeliveryReader reader = DeliveryReader.of(Definitions.bundled());

    /** A delivery of some activities, with their visits. */
    private static DeliverySource delivery(Map<Integer, Integer> visits, long order) {
        List<String> lines = new ArrayList<>();
        visits.forEach((number, count) -> lines.add(String.join(
                ";", Deliveries.row(number, "bezoeken", Integer.toString(count)).values())));
        Collections.shuffle(lines, new Random(order));
        return DeliverySource.ofText("x.csv", Deliveries.HEADER + "\n" + String.join("\n", lines) + "\n");
    }

    private DeliveryDiff diff(Map<Integer, Integer> before, Map<Integer, Integer> after, long order) {
        return DeliveryDiff.between(reader, delivery(before, 0), delivery(after, order));
    }

    @Property(tries = 100)
    void between_aDeliveryAndItselfInAnyOrder_isNothing(
            @ForAll @Size(min = 1, max = 12) Map<@IntRange(max = 30) Integer, @IntRange(min = 40, max = 44) Integer> visits,
            @ForAll long order) {
        DeliveryDiff diff = diff(visits, visits, order);
        assertThat(diff.gone()).isEmpty();
        assertThat(diff.added()).isEmpty();
        assertThat(diff.changed()).isEmpty();
        assertThat(diff.findings()).isEmpty();
        assertThat(diff.same()).isEqualTo(visits.size());
    }

    @Property(tries = 100)
    void between_twoDeliveries_isWhatTheirRowsSayAndTurnsRound(
            @ForAll @Size(min = 1, max = 12) Map<@IntRange(max = 15) Integer, @IntRange(min = 40, max = 42) Integer> one,
            @ForAll @Size(min = 1, max = 12) Map<@IntRange(max = 15) Integer, @IntRange(min = 40, max = 42) Integer> other,
            @ForAll long order) {
        DeliveryDiff diff = diff(one, other, order);
        Set<Integer> both = new HashSet<>(one.keySet());
        both.retainAll(other.keySet());
        long changed = both.stream()
                .filter(number -> !Objects.equals(one.get(number), other.get(number)))
                .count();
        assertThat(diff.gone()).hasSize(one.size() - both.size());
        assertThat(diff.added()).hasSize(other.size() - both.size());
        assertThat(diff.changed())
                .hasSize((int) changed)
                .allSatisfy(cell -> assertThat(cell.column().value()).isEqualTo("bezoeken"));
        assertThat(diff.same()).isEqualTo(both.size() - changed);
        DeliveryDiff back = diff(new TreeMap<>(other), new TreeMap<>(one), order);
        assertThat(back.gone()).hasSameSizeAs(diff.added());
        assertThat(back.changed()).hasSameSizeAs(diff.changed());
        assertThat(back.same()).isEqualTo(diff.same());
    }

    /** A row that became wrong is not gone, and the same row that was put right is not new. */
    @Property(tries = 100)
    void between_oneCellBroken_hasNoRowThatIsGone(
            @ForAll @Size(min = 1, max = 12) Map<@IntRange(max = 30) Integer, @IntRange(min = 40, max = 44) Integer> visits,
            @ForAll boolean key) {
        int broken = visits.keySet().iterator().next();
        String column = key ? "wijk" : "bezoeken";
        List<String> lines = new ArrayList<>();
        visits.forEach((number, count) -> {
            Map<String, String> row = Deliveries.row(number, "bezoeken", Integer.toString(count));
            if (number == broken) {
                row.put(column, "abc");
            }
            lines.add(Deliveries.line(row));
        });
        DeliverySource wrong =
                DeliverySource.ofText("y.csv", Deliveries.HEADER + "\n" + String.join("\n", lines) + "\n");
        DeliveryDiff diff = DeliveryDiff.between(reader, delivery(visits, 0), wrong);
        DeliveryDiff back = DeliveryDiff.between(reader, wrong, delivery(visits, 0));
        for (DeliveryDiff one : List.of(diff, back)) {
            assertThat(one.gone()).isEmpty();
            assertThat(one.added()).isEmpty();
            assertThat(one.changed()).isEmpty();
            assertThat(one.notCompared()).hasSize(key ? 2 : 1);
            assertThat(one.same()).isEqualTo(visits.size() - 1);
            assertThat(one.errors()).isTrue();
        }
        assertThat(diff.notCompared().get(0).reason()).isEqualTo(DeliveryDiff.Reason.AFTER_WRONG);
        assertThat(back.notCompared().get(0).reason()).isEqualTo(DeliveryDiff.Reason.BEFORE_WRONG);
    }

    @Example
    void between_rowsOnBothSidesOfWhatIsWrong_areSaidToBeUncertain() {
        String good = Deliveries.line(Deliveries.row(1));
        DeliverySource before = DeliverySource.ofText("x.csv", Deliveries.HEADER + "\n" + good + "\n");
        DeliverySource ragged = DeliverySource.ofText(
                "y.csv",
                Deliveries.HEADER + "\n" + good + ";een cel te veel\n" + Deliveries.line(Deliveries.row(2)) + "\n");
        DeliveryDiff diff = DeliveryDiff.between(reader, before, ragged);
        assertThat(diff.gone()).isEmpty();
        assertThat(diff.added()).hasSize(1);
        assertThat(diff.notCompared())
                .extracting(DeliveryDiff.NotCompared::reason)
                .containsExactly(DeliveryDiff.Reason.AFTER_UNREAD);
    }

    @Example
    void between_otherPeriods_saysThatTheyAreApart() {
        DeliverySource first =
                DeliverySource.ofText("x.csv", Deliveries.HEADER + "\n" + Deliveries.line(Deliveries.row(1)) + "\n");
        DeliverySource next = DeliverySource.ofText(
                "y.csv", Deliveries.HEADER + "\n" + Deliveries.line(Deliveries.row(1, "periode", "2026KW02")) + "\n");
        assertThat(DeliveryDiff.between(reader, first, next).periods())
                .isEqualTo(new DeliveryDiff.Periods(List.of("2026KW01"), List.of("2026KW02")))
                .matches(DeliveryDiff.Periods::apart);
        assertThat(DeliveryDiff.between(reader, first, first).periods().apart()).isFalse();
    }

    @Example
    void between_aDeliveryAndSomethingElse_isRefused() {
        DeliverySource good = delivery(Map.of(1, 40), 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeliveryDiff.between(reader, good, DeliverySource.ofText("y.csv", "a;b\n1;2\n")))
                .withMessageContaining("y.csv");
    }
}
