package nl.betekenisvolmeten.indicators.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder.SeriesBreak;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import org.junit.jupiter.api.Test;

class BreakFinderTest {

    private static final KvkNumber OLD = KvkNumber.of("91000011");
    private static final KvkNumber NEW = KvkNumber.of("91000029");
    private static final Period FIRST = Period.ofQuarter(2026, 1);
    private static final Period SECOND = Period.ofQuarter(2026, 2);
    private static final Succession SUCCESSION =
            new Succession(OLD, NEW, SECOND, Set.of("Laak"), new LocalizedText("nieuwe aanbieder", "new provider"));

    @Test
    void breaks_firstOfApril_areTheFormatEverywhereAndTheProviderInOnePlace() {
        BreakFinder finder = BreakFinder.of(List.of(SUCCESSION));
        finder.add("Laak", SECOND, NEW, "verantwoording@2026.1");
        finder.add("Laak", FIRST, OLD, "individuele-ondersteuning@2025.1");
        finder.add("Escamp", FIRST, OLD, "individuele-ondersteuning@2025.1");
        finder.add("Escamp", SECOND, OLD, "verantwoording@2026.1");
        List<BreakFinder.Explained> breaks = finder.breaks();
        assertThat(breaks)
                .extracting(one -> one.found().area(), one -> one.found().kind(), BreakFinder.Explained::declared)
                .containsExactly(
                        tuple("Escamp", SeriesBreak.Kind.FORMAT, Optional.empty()),
                        tuple("Laak", SeriesBreak.Kind.REPORTER, Optional.of(SUCCESSION)),
                        tuple("Laak", SeriesBreak.Kind.FORMAT, Optional.empty()));
        assertThat(breaks.get(1).found().since()).isEqualTo(SECOND);
        assertThat(breaks.get(1).found().from()).containsExactly("91000011");
    }

    @Test
    void breaks_providerThatNobodyDeclared_isUnexplained() {
        BreakFinder finder = BreakFinder.of(List.of(SUCCESSION));
        finder.add("Segbroek", FIRST, OLD, "f@1");
        finder.add("Segbroek", SECOND, NEW, "f@1");
        assertThat(finder.breaks())
                .singleElement()
                .satisfies(one -> assertThat(one.declared()).isEmpty());
    }

    @Test
    void breaks_periodWithoutReports_isPassedOver() {
        BreakFinder finder = BreakFinder.of(List.of());
        finder.add("Laak", FIRST, OLD, "f@1");
        finder.add("Laak", SECOND.next(), OLD, "f@1");
        assertThat(finder.breaks()).isEmpty();
    }

    @Test
    void succession_ofItself_isRefused() {
        assertThatThrownBy(() -> new Succession(OLD, OLD, FIRST, Set.of(), SUCCESSION.note()))
                .hasMessageContaining("91000011");
    }
}
