package nl.betekenisvolmeten.indicators.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger.Version.Kind;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import org.junit.jupiter.api.Test;

class DeliveryLedgerTest {

    private static final KvkNumber REPORTER = KvkNumber.of("91000011");
    private static final Period PERIOD = Period.ofQuarter(2026, 1);

    private static DeliveryLedger.Version version(long number, Kind kind, boolean valid) {
        return new DeliveryLedger.Version(REPORTER, PERIOD, "telformat", number, kind, valid, "hash" + number);
    }

    private static DeliveryLedger.Standing standing(DeliveryLedger.Version... versions) {
        DeliveryLedger ledger = new DeliveryLedger();
        List.of(versions).forEach(ledger::add);
        return Objects.requireNonNull(
                ledger.standings().get(new DeliveryLedger.Subject(REPORTER, PERIOD, "telformat")));
    }

    @Test
    void standings_redelivery_replacesTheFirstAndKeepsIt() {
        DeliveryLedger.Version first = version(1, Kind.SNAPSHOT, true);
        DeliveryLedger.Version second = version(2, Kind.SNAPSHOT, true);
        assertThat(standing(second, first))
                .isEqualTo(new DeliveryLedger.Standing(List.of(second), List.of(first), List.of()));
    }

    @Test
    void standings_rejectedDelivery_changesNothing() {
        DeliveryLedger.Version first = version(1, Kind.SNAPSHOT, true);
        DeliveryLedger.Version rejected = version(2, Kind.SNAPSHOT, false);
        assertThat(standing(first, rejected))
                .isEqualTo(new DeliveryLedger.Standing(List.of(first), List.of(), List.of(rejected)));
    }

    @Test
    void standings_corrections_countOnTopOfTheirSnapshot() {
        DeliveryLedger.Version early = version(1, Kind.CORRECTION, true);
        DeliveryLedger.Version snapshot = version(2, Kind.SNAPSHOT, true);
        DeliveryLedger.Version correction = version(3, Kind.CORRECTION, true);
        assertThat(standing(early, snapshot, correction))
                .isEqualTo(new DeliveryLedger.Standing(List.of(snapshot, correction), List.of(), List.of(early)));
    }

    @Test
    void standings_withdrawal_leavesNothingUntilTheNextSnapshot() {
        DeliveryLedger.Version snapshot = version(1, Kind.SNAPSHOT, true);
        DeliveryLedger.Version withdrawal = version(2, Kind.WITHDRAWAL, true);
        assertThat(standing(snapshot, withdrawal).counting()).isEmpty();
        DeliveryLedger.Version again = version(3, Kind.SNAPSHOT, true);
        assertThat(standing(snapshot, withdrawal, again).counting()).containsExactly(again);
        assertThat(standing(snapshot, withdrawal, again).replaced()).containsExactly(snapshot, withdrawal);
    }

    @Test
    void add_sameNumberTwice_isRefusedUnlessTheSame() {
        DeliveryLedger ledger = new DeliveryLedger();
        ledger.add(version(1, Kind.SNAPSHOT, true));
        ledger.add(version(1, Kind.SNAPSHOT, true));
        assertThatThrownBy(() -> ledger.add(version(1, Kind.CORRECTION, true))).hasMessageContaining("1");
        assertThatThrownBy(() -> version(0, Kind.SNAPSHOT, true)).hasMessageContaining("0");
    }

    @Property
    void standings_everyDelivery_isSomewhereOnce(@ForAll List<Kind> kinds, @ForAll long seed) {
        DeliveryLedger ledger = new DeliveryLedger();
        for (int i = 0; i < kinds.size(); i++) {
            ledger.add(version(i + 1L, kinds.get(i), (seed >> (i % 60) & 1) == 0));
        }
        long told = ledger.standings().values().stream()
                .mapToLong(one -> one.counting().size()
                        + one.replaced().size()
                        + one.refused().size())
                .sum();
        assertThat(told).isEqualTo(kinds.size());
    }
}
