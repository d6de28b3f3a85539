package nl.betekenisvolmeten.indicators.formats.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import org.junit.jupiter.api.Test;

class TargetReaderTest {

    private static final String HEADER = "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;bron\n";
    private static final TargetReader READER = TargetReader.of(Definitions.bundled());
    private static final TargetSet BUDGET = budget("denhaag-begroting");
    private static final TargetSet OUTSIDE_WELFARE = budget("denhaag-begroting-buiten-welzijn");

    private static TargetSet budget(String id) {
        return Definitions.bundled().targetSets().latest(id).orElseThrow();
    }

    private static Stream<TargetSet.Entry> entries() {
        return Stream.of(BUDGET, OUTSIDE_WELFARE).flatMap(set -> set.entries().stream());
    }

    private static Checked<List<Target>> read(String rows) {
        return READER.read(DeliverySource.ofText("streef.csv", HEADER + rows));
    }

    private static Target.Aim aim(String comparison, String value, String to, String baseline) {
        return read(String.join(";", "a", "GM0518", "2026JJ00", comparison, value, to, baseline, "Begroting") + "\n")
                .value()
                .orElseThrow()
                .get(0)
                .aim();
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    @Test
    void read_everyComparison_hasItsAim() {
        assertThat(aim("EXACT", "22", "", "12")).isEqualTo(new Target.Value(Target.Relation.EXACTLY, number("22")));
        assertThat(aim("ONGEVEER", "29000", "", ""))
                .isEqualTo(new Target.Value(Target.Relation.ABOUT, number("2.9E+4")));
        assertThat(aim("MINSTENS", "600", "", ""))
                .isEqualTo(new Target.Value(Target.Relation.AT_LEAST, number("6E+2")));
        assertThat(aim("HOOGSTENS", "111", "", "")).isEqualTo(new Target.Value(Target.Relation.AT_MOST, number("111")));
        assertThat(aim("MEER_DAN", "0,5", "", ""))
                .isEqualTo(new Target.Value(Target.Relation.MORE_THAN, number("0.5")));
        assertThat(aim("TUSSEN", "65", "66", "63")).isEqualTo(new Target.Between(number("65"), number("66")));
        assertThat(aim("RICHTING", "", "", "25")).isEqualTo(new Target.Towards(Target.Way.BETTER));
        assertThat(aim("ELK_GEBIED", "1", "", "")).isEqualTo(new Target.InEveryArea(AreaLevel.STADSDEEL, number("1")));
    }

    @Test
    void read_pointsOfAPath_areOneTarget() {
        List<Target> targets = read("bedden;GM0518;2028JJ00;PAD;22;;44;Begroting\n"
                        + "anders;GM0518;2028JJ00;EXACT;1;;;Begroting\n"
                        + "bedden;GM0518;2024JJ00;PAD;44;;;Begroting\n")
                .value()
                .orElseThrow();
        assertThat(targets).hasSize(2);
        Target path = targets.get(0);
        assertThat(path.period()).isEqualTo(Period.ofYear(2028));
        assertThat(path.baseline()).contains(number("44"));
        assertThat(path.aim())
                .isEqualTo(
                        Target.Path.of(Map.of(Period.ofYear(2024), number("44"), Period.ofYear(2028), number("22"))));
    }

    @Test
    void read_rowWithAnError_isLeftOut() {
        Checked<List<Target>> checked = read("a;GM0518;2026JJ00;TUSSEN;65;;;Begroting\n"
                + "Onbereikbaar Cijfer;GM0518;2026JJ00;EXACT;1;;;Begroting\n"
                + "b;SD0518-LAAK;2026JJ00;EXACT;1;;;Begroting\n");
        assertThat(checked.value().orElseThrow()).hasSize(1);
        assertThat(checked.value().orElseThrow().get(0).area()).isEqualTo(AreaCode.of("SD0518-LAAK"));
        assertThat(checked.findings().kept().stream()
                        .map(finding ->
                                finding.code() + " " + finding.location().row().orElse(0)))
                .containsExactlyInAnyOrder("SW-R02 2", "SW-V01 3");
    }

    @Test
    void read_noTargets_saysWhy() {
        Checked<List<Target>> checked = READER.read(DeliverySource.ofText("x.csv", "niets\n1\n"));
        assertThat(checked.value()).isEmpty();
        assertThat(checked.findings().hasErrors()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetReader.of(Definitions.empty()))
                .withMessage("no format streefwaarden");
    }

    private static Target budget(String indicator, int year) {
        return entries()
                .map(TargetSet.Entry::target)
                .filter(target -> target.indicator().value().equals(indicator)
                        && target.period().equals(Period.ofYear(year)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void budget_2026_hasItsFiguresAndThePassagesTheyRestOn() {
        assertThat(budget("unieke-inwoners-meerjarige-subsidies", 2026).aim())
                .isEqualTo(new Target.Value(Target.Relation.ABOUT, number("29000")));
        Target locations = budget("locaties-haags-ontmoeten", 2026);
        assertThat(locations.aim()).isEqualTo(new Target.Between(number("65"), number("66")));
        assertThat(locations.baseline()).contains(number("63"));
        Target marks = budget("locaties-keurmerk-dementievriendelijk", 2026);
        assertThat(marks.aim()).isEqualTo(new Target.Value(Target.Relation.EXACTLY, number("22")));
        assertThat(marks.baseline()).contains(number("12"));
        assertThat(budget("senioren-valpreventietraining", 2026).aim())
                .isEqualTo(new Target.Value(Target.Relation.AT_LEAST, number("600")));
        assertThat(budget("wachtlijst-veilig-thuis", 2025).aim())
                .isEqualTo(new Target.Value(Target.Relation.AT_MOST, number("111")));
        assertThat(budget("spoedbeoordeling-binnen-24-uur", 2029).aim())
                .isEqualTo(new Target.Value(Target.Relation.MORE_THAN, number("90")));
        assertThat(budget("overgewicht-aandachtsgebieden", 2026).aim()).isEqualTo(new Target.Towards(Target.Way.DOWN));
        assertThat(budget("bedden-jeugdhulpplus-haaglanden", 2028).aim().code()).isEqualTo("PAD");
        assertThat(budget("veiligheidsbeoordeling-binnen-5-dagen", 2026).baseline())
                .contains(number("55"));
        assertThat(budget("plekken-jeugdhulpplus-landelijk", 2030).area().level())
                .isEqualTo(AreaLevel.REGIO);
        assertThat(OUTSIDE_WELFARE.provenance().status()).isEqualTo(Provenance.Status.RECONSTRUCTION);
        assertThat(entries()).allSatisfy(entry -> {
            assertThat(entry.basis().inventory()).isNotEmpty();
            assertThat(entry.basis().passage().nl()).isNotBlank();
        });
        assertThat(entries().map(entry -> entry.target().aim().code()).distinct())
                .hasSize(9);
    }

    /** The rows of our inventory of the budget that are a target, and three figures without one; not one twice in both. */
    @Test
    void budget_2026_hasEveryTargetOfTheInventory() {
        assertThat(inventory(BUDGET)).containsExactly("A176", "A177", "A178", "A179", "A180", "A181", "A182", "A208");
        assertThat(inventory(OUTSIDE_WELFARE))
                .contains("A194", "A195", "A197", "A201", "A202", "A203", "A225", "A226", "A227", "A228", "A229")
                .contains("A234", "A235", "A238", "A243", "A244", "A245")
                .doesNotContainAnyElementsOf(inventory(BUDGET));
    }

    private static Set<String> inventory(TargetSet set) {
        return set.entries().stream()
                .flatMap(entry -> entry.basis().inventory().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A stock has a target for each half-year of which the council hears; a year without a target stays one. */
    @Test
    void budget_waitingList_hasHalfYears() {
        assertThat(OUTSIDE_WELFARE.targets().stream()
                        .filter(target -> target.indicator().value().equals("wachtlijst-veilig-thuis"))
                        .map(target -> target.period().code()))
                .containsExactly("2025JJ00", "2026HJ01", "2026HJ02");
    }
}
