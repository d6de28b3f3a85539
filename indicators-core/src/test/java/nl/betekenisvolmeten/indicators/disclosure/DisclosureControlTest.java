package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

class DisclosureControlTest {

    /** Wijk 6 has two persons. */
    private static final long[][] ONE_SMALL = {
        {1, 203, 101}, {2, 311, 120}, {3, 55, 13}, {4, 402, 98}, {5, 88, 41}, {6, 3, 2}, {7, 88, 50}, {8, 64, 33}
    };

    private static final long[][] NONE_SMALL = {
        {1, 203, 101}, {2, 311, 120}, {3, 55, 13}, {4, 402, 98}, {5, 88, 41}, {6, 77, 30}, {7, 91, 50}, {8, 64, 33}
    };

    private static Release protect(CountTable.Builder rows) {
        return DisclosureControl.of(List.of()).protect(City.plan(), rows.build());
    }

    private static CellValue value(Release release, String table, ColumnName measure, String area) {
        ResultTable published = release.table(table).table();
        return published.rows().stream()
                .filter(row -> row.key().get(0).equals(area))
                .map(row -> row.figures()
                        .get(published.series().indexOf(measure.value()))
                        .value())
                .findFirst()
                .orElseThrow();
    }

    private static CellValue visits(Release release, long wijk) {
        return value(release, City.WIJKEN, City.VISITS, City.wijk(wijk));
    }

    private static List<String> hidden(Release release) {
        List<String> hidden = new ArrayList<>();
        for (String name : release.tables()) {
            ResultTable table = release.table(name).table();
            for (ResultTable.Row row : table.rows()) {
                for (int i = 0; i < row.figures().size(); i++) {
                    if (row.figures().get(i).value() instanceof CellValue.Suppressed) {
                        hidden.add(row.key().get(1) + " " + table.series().get(i));
                    }
                }
            }
        }
        return hidden;
    }

    @Test
    void fewPersons_areHiddenInEveryCountAboutThem_andSoIsTheCheapestNeighbour() {
        Release release = protect(City.visits(ONE_SMALL));
        assertThat(hidden(release))
                .containsExactly(
                        "Wijk 5 bijeenkomsten",
                        "Wijk 5 bezoeken",
                        "Wijk 5 unieke_deelnemers",
                        "Wijk 6 bijeenkomsten",
                        "Wijk 6 bezoeken",
                        "Wijk 6 unieke_deelnemers");
    }

    @Test
    void otherCounts_areEachRoundedByThemselves() {
        Release release = protect(City.visits(ONE_SMALL));
        assertThat(visits(release, 2)).isEqualTo(CellValue.of(310));
        assertThat(visits(release, 4)).isEqualTo(CellValue.of(400));
        assertThat(value(release, City.STADSDELEN, City.VISITS, "SD0518-A")).isEqualTo(CellValue.of(970));
        assertThat(value(release, City.WIJKEN, City.HOURS, City.wijk(3))).isEqualTo(CellValue.of(30));
    }

    @Test
    void nothingIsHidden_whereNothingIsSmall() {
        assertThat(hidden(protect(City.visits(NONE_SMALL)))).isEmpty();
    }

    @Test
    void theOnlyWijkOfAStadsdeel_isHiddenTogetherWithIt() {
        long[][] rows = ONE_SMALL.clone();
        rows[5] = new long[] {6, 77, 30};
        rows[7] = new long[] {8, 6, 4};
        assertThat(hidden(protect(City.visits(rows))))
                .contains("Wijk 8 bezoeken", "Deel C bezoeken")
                .noneMatch(name -> name.startsWith("Deel A") || name.startsWith("Deel B"));
    }

    @Test
    void fewVolunteers_hideTheirHours_andNotTheVisitors() {
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        for (long[] row : NONE_SMALL) {
            City.row(rows, row[0], row[1], row[2], row[0] == 3 ? 2 : 20, row[0] == 3 ? 100_00 : 3000);
        }
        assertThat(hidden(protect(rows)))
                .contains("Wijk 3 vrijwilligers", "Wijk 3 vrijwilligersuren")
                .noneMatch(name -> name.endsWith("bezoeken"));
    }

    @Test
    void hoursOfNobody_areHiddenToo() {
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        for (long[] row : NONE_SMALL) {
            City.row(rows, row[0], row[1], row[2], row[0] == 3 ? 0 : 20, 3000);
        }
        assertThat(hidden(protect(rows))).contains("Wijk 3 vrijwilligersuren");
    }

    @Test
    void hiddenZeroMissingAndWithheld_areToldApart() {
        CountTable.Builder some = CountTable.builder(City.STRUCTURE);
        City.visits(ONE_SMALL).build().observations().skip(4).limit(2).forEach(some);
        Release release = protect(some);
        assertThat(visits(release, 6)).isInstanceOf(CellValue.Suppressed.class);
        assertThat(visits(release, 7)).isEqualTo(CellValue.of(0));
        assertThat(visits(release, 1)).isInstanceOf(CellValue.Missing.class);
        assertThat(value(release, City.STADSDELEN, City.VOLUNTEERS, "SD0518-B"))
                .isEqualTo(new CellValue.NotDefined(CellValue.Reason.BOUNDS_WITHHELD));
    }

    @Test
    void aHiddenFigure_isNoZero() {
        assertThat(new Figure(new CellValue.Suppressed(), Optional.empty(), Optional.empty(), 0, 0).valueOrZero())
                .isInstanceOf(CellValue.Suppressed.class);
    }

    @Test
    void quotients_areMadeOfRoundedCounts() {
        Population population = new Population(
                "inwoners",
                Map.of(
                        AreaCode.of(City.wijk(6)),
                        new Population.Figures("2026-01-01", OptionalLong.of(3000), List.of()),
                        AreaCode.of(City.wijk(2)),
                        new Population.Figures("2026-01-01", OptionalLong.of(3000), List.of())));
        Release release = DisclosureControl.of(List.of())
                .withPopulation(population)
                .protect(City.plan(), City.visits(ONE_SMALL).build());
        ColumnName rate = ColumnName.of("bezoeken_per_1000_inwoners");
        assertThat(value(release, City.WIJKEN, rate, City.wijk(2))).isEqualTo(CellValue.of(103));
        assertThat(value(release, City.WIJKEN, rate, City.wijk(6))).isInstanceOf(CellValue.Suppressed.class);
    }

    @Test
    void theOrderOfRowsAndTheLocale_makeNoDifference() {
        Release release = protect(City.visits(ONE_SMALL));
        long[][] reversed = new long[ONE_SMALL.length][];
        for (int i = 0; i < reversed.length; i++) {
            reversed[reversed.length - 1 - i] = ONE_SMALL[i];
        }
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(City.published(protect(City.visits(reversed)))).isEqualTo(City.published(release));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theReport_countsWhatIsHidden() {
        Release.ProtectionReport.TableReport wijken =
                protect(City.visits(ONE_SMALL)).report().tables().get(1);
        assertThat(wijken.figures()).isEqualTo(40);
        assertThat(wijken.hidden()).isEqualTo(6);
        assertThat(wijken.isMuchHidden()).isFalse();
    }

    @Test
    void aPlanThatDescribesAMeasureOtherwise_isRefused() {
        PublicationPlan.Count count = new PublicationPlan.Count(City.VISITS, City.VISITS, true, 0, false);
        PublicationPlan plan = new PublicationPlan(
                City.plan().id(),
                City.text(),
                City.provenance(),
                City.plan().policy(),
                List.of(new PublicationPlan.Part(
                        "x",
                        City.plan().parts().get(0).level(),
                        City.plan().parts().get(0).period(),
                        List.of(),
                        List.of(count))));
        assertThatThrownBy(() -> DisclosureControl.of(List.of())
                        .protect(plan, City.visits(ONE_SMALL).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bezoeken");
    }

    /** A category without anyone leaves out few of an area with few; it is shown as zero, or all would contradict itself. */
    @Test
    void protect_nobodyInACategoryOfAnAreaWithFew_isZero() {
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        for (int wijk = 1; wijk <= 8; wijk++) {
            City.row(rows, wijk, "2026KW01", "jong", new long[] {12, 4, 20, 3000});
            City.row(rows, wijk, "2026KW01", "oud", new long[] {0, 0, 20, 3000});
            City.row(rows, wijk, "2026KW01", "midden", new long[] {wijk * 10L, wijk, 20, 3000});
        }
        PublicationPlan plan =
                City.plan(City.plan().policy(), List.of(City.part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, true)));
        ResultTable table = Objects.requireNonNull(
                City.published(DisclosureControl.of(List.of()).protect(plan, rows.build()))
                        .get(City.WIJKEN));
        assertThat(table.figure("unieke_deelnemers", City.wijk(2), "Wijk 2", "2026JJ00", "jong")
                        .orElseThrow()
                        .value())
                .isInstanceOf(CellValue.Suppressed.class);
        assertThat(table.figure("unieke_deelnemers", City.wijk(2), "Wijk 2", "2026JJ00", "oud")
                        .orElseThrow()
                        .value())
                .isEqualTo(CellValue.of(0));
    }

    /** Three counts of 88 each round to 90, which is 270 together, but their sum 264 rounds to 265. */
    @Test
    void rounding_thatAddsUp_givesPartsThatSumToTheTotal() {
        long[][] rows = NONE_SMALL.clone();
        for (int i = 4; i < 7; i++) {
            rows[i] = new long[] {i + 1, 88, 41};
        }
        Release release = DisclosureControl.of(List.of())
                .protect(City.additive(City.plan().parts()), City.visits(rows).build());
        CellValue total = value(release, City.STADSDELEN, City.VISITS, "SD0518-B");
        assertThat(total).isIn(CellValue.of(260), CellValue.of(265));
        assertThat(total.exact().orElseThrow())
                .isEqualTo(LongStream.of(5, 6, 7)
                        .mapToObj(wijk -> visits(release, wijk).exact().orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(value(release, City.WIJKEN, City.PERSONS, City.wijk(5))).isEqualTo(CellValue.of(40));
    }

    /**
     * Wijk 5 and 6 are what remains of 180 after 90: at most 182 - 88, minus one; if rounded together, 184 - 86, minus
     * one.
     */
    @Test
    void attack_onRoundingThatAddsUp_knowsThatEachNumberIsLessThanTheBaseOff() {
        Map<String, ResultTable> tables = City.published(protect(City.visits(ONE_SMALL)));
        for (PublicationPlan plan :
                List.of(City.plan(), City.additive(City.plan().parts()))) {
            assertThat(AttackCheck.of(plan, City.AREAS).attack(tables).cells())
                    .filteredOn(cell -> cell.key().get(0).equals(City.wijk(6))
                            && cell.measure().equals("bezoeken"))
                    .extracting(AttackCheck.Cell::most)
                    .containsExactly(Optional.of(
                            BigDecimal.valueOf(plan.policy().rounding().additive() ? 97 : 93)));
        }
    }

    @Test
    void rounding_thatAddsUpInThreeDimensions_isRefused() {
        PublicationPlan plan = City.additive(List.of(
                City.part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, true),
                City.part("kwartaal", AreaLevel.WIJK, PeriodKind.QUARTER, false)));
        assertThatThrownBy(() -> DisclosureControl.of(List.of())
                        .protect(plan, City.visits(NONE_SMALL).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rounding that adds up");
    }

    /**
     * Wijken by age, where nobody may be known to be young; everyone in wijk 1 is young, and nobody in wijk 2 is old.
     */
    private static final PublicationPlan GUARDED = City.plan(
            new DisclosurePolicy(
                    FormatId.of("beleid", "1"),
                    City.text(),
                    City.provenance(),
                    new DisclosurePolicy.Thresholds(10, City.classes(3, 12)),
                    new DisclosurePolicy.RoundingRule(1, false),
                    new DisclosurePolicy.Requirement(DisclosurePolicy.Level.L1, 1)),
            List.of(City.part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, true)));

    private static ResultTable guarded() {
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        for (int wijk = 1; wijk <= 8; wijk++) {
            City.row(rows, wijk, "2026KW01", "jong", new long[] {60, 40, 20, 3000});
            if (wijk > 1) {
                City.row(rows, wijk, "2026KW01", "midden", new long[] {50, 30, 20, 3000});
            }
            if (wijk > 2) {
                City.row(rows, wijk, "2026KW01", "oud", new long[] {40, 20, 20, 3000});
            }
        }
        return DisclosureControl.of(List.of())
                .protect(GUARDED, rows.build())
                .table(City.WIJKEN)
                .table();
    }

    private static CellValue guarded(int wijk, String age) {
        return guarded()
                .figure("bezoeken", City.wijk(wijk), "Wijk " + wijk, "2026JJ00", age)
                .orElseThrow()
                .value();
    }

    @Test
    void aWijkWhereEveryoneIsOfAGuardedClass_showsNoneOfItsCodes_alsoNoZero() {
        assertThat(List.of("jong", "midden", "oud"))
                .allSatisfy(age -> assertThat(guarded(1, age)).isInstanceOf(CellValue.Suppressed.class));
        assertThat(guarded(1, "totaal")).isEqualTo(CellValue.of(60));
        assertThat(guarded(2, "jong")).isEqualTo(CellValue.of(60));
        assertThat(guarded(2, "oud")).isEqualTo(CellValue.of(0));
    }

    @Test
    void zerosPutBack_proveThatEveryoneIsYoung_andTheAttackSaysSo() {
        ResultTable table = guarded();
        AttackCheck check = AttackCheck.of(GUARDED, City.AREAS);
        assertThat(check.attack(Map.of(City.WIJKEN, table)).isSafe()).isTrue();
        List<ResultTable.Row> rows = table.rows().stream()
                .map(row -> row.key().get(0).equals(City.wijk(1))
                                && List.of("midden", "oud").contains(row.key().get(3))
                        ? row.withFigures(row.figures().stream()
                                .map(any -> Figure.of(CellValue.of(0), 1, 0))
                                .toList())
                        : row)
                .toList();
        ResultTable zeros = new ResultTable(table.keys(), table.series(), rows, table.findings());
        assertThat(check.attack(Map.of(City.WIJKEN, zeros)).exposed())
                .extracting(cell -> cell.key().get(0) + " " + cell.key().get(3) + " " + cell.measure())
                .contains(City.wijk(1) + " jong unieke_deelnemers");
    }

    private static List<String> hidden(DisclosurePolicy.Level level, long[]... wijken) {
        DisclosurePolicy policy =
                new DisclosurePolicy(FormatId.of("beleid", "1"), City.text(), City.provenance(), 10, 5, level);
        return hidden(DisclosureControl.of(List.of())
                .protect(City.plan(policy), City.visits(wijken).build()));
    }

    /** Deel B has 178 to 182 visits, wijk 5 and 7 have 88 to 92 each: wijk 6 has one to six, which is enough for level L0. */
    @Test
    void levels_askForMoreOrLessAroundASmallCount() {
        assertThat(hidden(DisclosurePolicy.Level.L0, ONE_SMALL))
                .containsExactly("Wijk 6 bijeenkomsten", "Wijk 6 bezoeken", "Wijk 6 unieke_deelnemers");
        assertThat(hidden(DisclosurePolicy.Level.L1, ONE_SMALL)).hasSize(6);
        assertThat(hidden(DisclosurePolicy.Level.L2, ONE_SMALL)).hasSize(6);
    }

    @Test
    void persons_asManyAsTheThreshold_areShown() {
        long[][] ten = {{5, 88, 41}, {6, 30, 10}, {7, 88, 50}};
        assertThat(hidden(DisclosurePolicy.Level.L1, ten)).isEmpty();
        long[][] nine = {{5, 88, 41}, {6, 30, 9}, {7, 88, 50}};
        assertThat(hidden(DisclosurePolicy.Level.L1, nine)).contains("Wijk 6 unieke_deelnemers");
    }

    /** Fifteen persons cannot have made eight visits, so the eight visits may be by few persons. */
    @Test
    void fewerVisitsThanPersons_areHidden() {
        assertThat(hidden(
                        DisclosurePolicy.Level.L1, new long[] {5, 88, 41}, new long[] {6, 8, 15}, new long[] {7, 88, 50
                        }))
                .contains("Wijk 6 bezoeken", "Wijk 6 unieke_deelnemers");
    }
}
