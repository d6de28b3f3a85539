package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy.Level;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Part;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what follows from figures that were changed by hand, at the limits of what a policy allows. */
class AttackerTest {

    private static final Count PERSONS = new Count(City.PERSONS, City.PERSONS, true, 0, false);
    private static final Count VOLUNTEERS = new Count(City.VOLUNTEERS, City.VOLUNTEERS, true, 0, false);
    private static final Count HOURS = new Count(City.HOURS, City.VOLUNTEERS, true, 2, false);
    private static final List<PublicationPlan.Breakdown> AGES =
            List.of(new PublicationPlan.Breakdown(City.AGE, List.of("jong", "midden", "oud")));

    private static PublicationPlan plan(int rounding, boolean byAge, Count... counts) {
        List<PublicationPlan.Breakdown> by = byAge ? AGES : List.of();
        return City.plan(
                new DisclosurePolicy(
                        FormatId.of("beleid", "1"),
                        City.text(),
                        City.provenance(),
                        new DisclosurePolicy.Thresholds(10, byAge ? City.classes(3, 12) : List.of()),
                        new DisclosurePolicy.RoundingRule(rounding, false),
                        new DisclosurePolicy.Requirement(Level.L1, 0)),
                List.of(
                        new Part(City.STADSDELEN, AreaLevel.STADSDEEL, PeriodKind.YEAR, by, List.of(counts)),
                        new Part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, by, List.of(counts))));
    }

    /** Attacks tables with many persons everywhere after changing some figures; null hides a figure. */
    private static AttackCheck.Outcome attack(PublicationPlan plan, Map<List<String>, Optional<Long>> changes) {
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        for (int wijk = 1; wijk <= 8; wijk++) {
            for (String age : List.of("jong", "midden", "oud")) {
                City.row(rows, wijk, "2026KW01", age, new long[] {4000, 2000, 2000, 400_000});
            }
        }
        Map<String, ResultTable> tables = new HashMap<>();
        City.published(DisclosureControl.of(List.of()).protect(plan, rows.build()))
                .forEach((name, table) -> tables.put(
                        name,
                        new ResultTable(
                                table.keys(),
                                table.series(),
                                table.rows().stream()
                                        .map(row -> changed(row, table.series(), changes))
                                        .toList(),
                                table.findings())));
        return AttackCheck.of(plan, City.AREAS).attack(tables);
    }

    private static ResultTable.Row changed(
            ResultTable.Row row, List<String> series, Map<List<String>, Optional<Long>> changes) {
        List<Figure> figures = new ArrayList<>(row.figures());
        for (int i = 0; i < figures.size(); i++) {
            String code = row.key().size() > 3 ? row.key().get(3) : series.get(i);
            Optional<Long> change = changes.get(List.of(row.key().get(0), code));
            if (change != null) {
                figures.set(i, Figure.of(change.map(CellValue::of).orElseGet(CellValue.Suppressed::new), 1, 0));
            }
        }
        return row.withFigures(figures);
    }

    private static Optional<Long> shown(String figure) {
        return figure.equals("-") ? Optional.empty() : Optional.of(Long.parseLong(figure));
    }

    /**
     * Young persons in wijk 8: everyone; nobody; everyone except at most four; everyone except 11 to 19; a class that
     * is not guarded; everyone except eleven; everyone except twelve, which is enough; and everyone, although 190 to
     * 209 may be nineteen fewer.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 60, 60, 0, 0, jong, true",
        "1, 0, 0, 0, 0, jong, false",
        "5, 60, 60, -, -, jong, true",
        "5, 75, 60, -, -, jong, false",
        "5, 60, -, -, 60, oud, false",
        "1, 71, 60, -, -, jong, true",
        "1, 72, 60, -, -, jong, false",
        "5, 0, 0, -, -, jong, false",
        "20, 200, 200, 0, 0, jong, true",
        "20, 200, 200, -, 0, jong, false"
    })
    void everyoneOfAGuardedClass_isExposed(
            int rounding, String all, String young, String middle, String old, String code, boolean exposed) {
        PublicationPlan plan = plan(rounding, true, PERSONS);
        String area = City.wijk(8);
        AttackCheck.Outcome outcome = attack(
                plan,
                Map.of(
                        List.of(area, "totaal"), shown(all),
                        List.of(area, "jong"), shown(young),
                        List.of(area, "midden"), shown(middle),
                        List.of(area, "oud"), shown(old)));
        assertThat(outcome.exposed().stream()
                        .anyMatch(cell -> cell.key().get(0).equals(area)
                                && cell.key().get(3).equals(code)))
                .isEqualTo(exposed);
    }

    /** Deel C consists only of wijk 8, so both have the same young persons, which is no secret. */
    @Test
    void allOfAnArea_inItsOnlyPart_areNotExposed() {
        AttackCheck.Outcome outcome = attack(plan(1, true, PERSONS), Map.of());
        assertThat(outcome.exposed()).isEmpty();
        assertThat(outcome.objections()).isEmpty();
    }

    @Test
    void aFigureBelowTheThreshold_isNamed() {
        PublicationPlan plan = plan(1, false, PERSONS);
        List<String> six = List.of(City.wijk(6), "unieke_deelnemers");
        assertThat(attack(plan, Map.of(six, Optional.of(10L))).objections()).isEmpty();
        assertThat(attack(plan, Map.of(six, Optional.of(9L))).objections())
                .extracting(LocalizedText::en)
                .containsExactly("A small count is not hidden: unieke_deelnemers Wijk 6 2026JJ00");
        assertThat(attack(plan, Map.of(six, Optional.of(0L))).objections()).isEmpty();
    }

    @Test
    void hoursBelowTheThreshold_areNamed() {
        PublicationPlan plan = plan(1, false, VOLUNTEERS, HOURS);
        List<String> six = List.of(City.wijk(6), "vrijwilligersuren");
        List<String> volunteers = List.of(City.wijk(6), "vrijwilligers");
        List<String> area = List.of("SD0518-B", "vrijwilligersuren");
        for (long hours : new long[] {3, 9, 11}) {
            assertThat(attack(
                                    plan,
                                    Map.of(
                                            six,
                                            Optional.of(hours),
                                            volunteers,
                                            Optional.empty(),
                                            area,
                                            Optional.of(24_000 + hours)))
                            .objections())
                    .extracting(LocalizedText::en)
                    .containsExactlyElementsOf(
                            hours < 10
                                    ? List.of("A small count is not hidden: vrijwilligersuren Wijk 6 2026JJ00")
                                    : List.of());
        }
    }

    /**
     * Wijk 5 and 7 have 12,000 of 24,040 hours each: forty hours are left, which is a large number, but known to within
     * half an hour.
     */
    @Test
    void aLargeNumberThatIsKnown_isExposedWithItsDerivation() {
        Count visits = new Count(City.VISITS, City.PERSONS, true, 0, false);
        AttackCheck.Outcome outcome = attack(
                plan(1, false, PERSONS, visits),
                Map.of(
                        List.of(City.wijk(6), "bezoeken"),
                        Optional.empty(),
                        List.of(City.wijk(6), "unieke_deelnemers"),
                        Optional.empty(),
                        List.of("SD0518-B", "bezoeken"),
                        Optional.of(24_040L)));
        assertThat(outcome.exposed())
                .filteredOn(cell -> cell.measure().equals("bezoeken"))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.least()).isEqualByComparingTo(BigDecimal.valueOf(40));
                    assertThat(cell.derivation().en()).contains("24040", "12000", "40");
                });
    }

    /** Neither wijk 8 nor the deel that consists of it is shown, so there is no upper bound and nothing follows. */
    @Test
    void aNumberThatIsInNothingShown_hasNoUpperBound() {
        AttackCheck.Outcome outcome = attack(
                plan(1, false, PERSONS),
                Map.of(
                        List.of(City.wijk(8), "unieke_deelnemers"), Optional.empty(),
                        List.of("SD0518-C", "unieke_deelnemers"), Optional.empty()));
        assertThat(outcome.isSafe()).isTrue();
        assertThat(outcome.cells())
                .filteredOn(cell -> cell.key().get(0).equals(City.wijk(8)))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.most()).isEmpty();
                    assertThat(cell.derivation().en()).doesNotContain("No other table");
                });
    }
}
