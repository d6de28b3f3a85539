package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy.Level;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Part;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

/** Tests which cells are hidden before any attack, and which near cells that an attack found, worked out by hand. */
class HiddenCellsTest {

    private static final Count PERSONS = new Count(City.PERSONS, City.PERSONS, true, 0, false);
    private static final Count VISITS = new Count(City.VISITS, City.PERSONS, true, 0, false);
    private static final Count HOURS = new Count(City.HOURS, City.VOLUNTEERS, true, 2, false);
    private static final Count VOLUNTEERS = new Count(City.VOLUNTEERS, City.VOLUNTEERS, true, 0, false);
    private static final List<PublicationPlan.Breakdown> AGES =
            List.of(new PublicationPlan.Breakdown(City.AGE, List.of("jong", "midden", "oud")));
    private static final List<DisclosurePolicy.Sensitivity> GUARDED = City.classes(3, 12);

    private static DisclosurePolicy policy(int rounding, Level level, List<DisclosurePolicy.Sensitivity> classes) {
        return new DisclosurePolicy(
                FormatId.of("beleid", "1"),
                City.text(),
                City.provenance(),
                new DisclosurePolicy.Thresholds(10, classes),
                new DisclosurePolicy.RoundingRule(rounding, false),
                new DisclosurePolicy.Requirement(level, 0));
    }

    private static Part part(String id, AreaLevel level, PeriodKind period, Count... counts) {
        return new Part(id, level, period, List.of(), List.of(counts));
    }

    private static List<Part> years(Count... counts) {
        return List.of(
                part("stadsdelen", AreaLevel.STADSDEEL, PeriodKind.YEAR, counts),
                part("wijken", AreaLevel.WIJK, PeriodKind.YEAR, counts));
    }

    /** Returns rows, each with a wijk, visits and persons. */
    private static CountTable rows(long[]... given) {
        return City.visits(given).build();
    }

    /** Hidden cells, with the names of their areas in the year. */
    private record Hidden(CountedCells counted, HiddenCells cells) {

        static Hidden of(DisclosurePolicy policy, List<Part> parts, CountTable rows, ColumnName persons) {
            CountedCells counted = CountedCells.of(City.plan(policy, parts), rows);
            return new Hidden(counted, new HiddenCells(counted, Reporters.of(counted, rows), persons));
        }

        static Hidden of(List<Part> parts, CountTable rows) {
            return of(policy(1, Level.L1, List.of()), parts, rows, City.PERSONS);
        }

        int cell(String area, String... ages) {
            return counted.cell(area, "2026JJ00", List.of(ages));
        }

        boolean hideNear(String area, boolean anywhere) {
            return cells.hideNear(cell(area), anywhere);
        }

        List<String> areas() {
            List<String> areas = new ArrayList<>();
            for (int cell = 0; cell < counted.tables().cells(); cell++) {
                if (cells.isHidden(cell)) {
                    String codes = String.join(" ", counted.codes(cell));
                    String name = counted.area(cell).name();
                    areas.add(codes.isEmpty() ? name : name + " " + codes);
                }
            }
            return areas;
        }
    }

    private static final CountTable WIJKEN = rows(
            new long[] {1, 90, 30},
            new long[] {2, 70, 20},
            new long[] {3, 0, 0},
            new long[] {5, 80, 25},
            new long[] {6, 60, 35},
            new long[] {8, 50, 40});

    @Test
    void nothingSmall_isHidden() {
        assertThat(Hidden.of(years(PERSONS, VISITS), WIJKEN).areas()).isEmpty();
    }

    /** Nine are few, ten are not; nor must the nine be the remainder of their area. */
    @Test
    void persons_belowTheThreshold_areHiddenWithTheCheapestNeighbour() {
        for (long persons : new long[] {9, 10}) {
            CountTable rows = rows(
                    new long[] {5, 80, 25}, new long[] {6, 60, persons}, new long[] {7, 0, 0}, new long[] {8, 50, 40});
            assertThat(Hidden.of(years(PERSONS, VISITS), rows).areas())
                    .isEqualTo(persons < 10 ? List.of("Wijk 5", "Wijk 6") : List.of());
        }
    }

    /** One person who came once: without the neighbour the visits would be known. No zero is hidden for it. */
    @Test
    void onePerson_isHiddenWithANeighbourThatIsNotZero() {
        CountTable rows =
                rows(new long[] {5, 80, 25}, new long[] {6, 1, 1}, new long[] {7, 0, 0}, new long[] {8, 50, 40});
        assertThat(Hidden.of(years(PERSONS, VISITS), rows).areas()).containsExactly("Wijk 5", "Wijk 6");
    }

    /** Years by stadsdeel and quarters by wijk: the year of a wijk is in no table. */
    @Test
    void cellsInNoTable_areNotHidden() {
        List<Part> parts = List.of(
                part("jaar", AreaLevel.STADSDEEL, PeriodKind.YEAR, PERSONS, VISITS),
                part("kwartaal", AreaLevel.WIJK, PeriodKind.QUARTER, PERSONS, VISITS));
        CountTable rows = rows(new long[] {5, 80, 25}, new long[] {6, 30, 4}, new long[] {7, 90, 40});
        Hidden hidden = Hidden.of(parts, rows);
        assertThat(hidden.cells().isHidden(hidden.cell(City.wijk(6)))).isFalse();
        assertThat(hidden.cells().isHidden(hidden.counted().cell(City.wijk(6), "2026KW01", List.of())))
                .isTrue();
        assertThat(hidden.hideNear(City.wijk(7), false)).isTrue();
        assertThat(hidden.cells().isHidden(hidden.cell(City.wijk(7)))).isFalse();
    }

    /** Twelve visits by ten persons leave out two visits, but no person. */
    @Test
    void personsAmongVisits_leaveNobodyOut() {
        Count among = new Count(City.PERSONS, City.PERSONS, true, 0, false, List.of(City.VISITS));
        assertThat(Hidden.of(years(among, VISITS), rows(new long[] {5, 12, 10}, new long[] {6, 60, 40}))
                        .areas())
                .isEmpty();
    }

    /** All except three persons in wijk 5 are volunteers, which is visible only if both numbers are shown. */
    @Test
    void personsAmongOthers_areHiddenOnlyWhereBothAreShown() {
        Count among = new Count(City.VOLUNTEERS, City.VOLUNTEERS, true, 0, false, List.of(City.PERSONS));
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        City.row(rows, 5, 80, 40, 37, 3000);
        City.row(rows, 6, 80, 60, 20, 3000);
        City.row(rows, 7, 80, 60, 20, 3000);
        DisclosurePolicy policy = policy(1, Level.L1, List.of());
        assertThat(Hidden.of(policy, years(PERSONS, among), rows.build(), City.VOLUNTEERS)
                        .areas())
                .contains("Wijk 5");
        List<Part> apart = List.of(
                part("stadsdelen", AreaLevel.STADSDEEL, PeriodKind.YEAR, PERSONS, among),
                part("wijken", AreaLevel.WIJK, PeriodKind.YEAR, among));
        assertThat(Hidden.of(policy, apart, rows.build(), City.VOLUNTEERS).areas())
                .isEmpty();
    }

    /** Nobody is in two age groups. */
    private static final TableStructure PARTITIONED = new TableStructure(
            List.of(
                    City.STRUCTURE.dimensions().get(0),
                    City.STRUCTURE.dimensions().get(1),
                    new Dimension.Category(City.AGE, Set.of("jong", "midden", "oud"))),
            City.STRUCTURE.measures());

    /** The only wijk of deel A has 93 young persons, and some who are old. */
    private static List<String> allBut(int rounding, long old) {
        CountTable.Builder rows = CountTable.builder(PARTITIONED);
        City.row(rows, 1, "2026KW01", "jong", new long[] {93, 93, 20, 3000});
        City.row(rows, 1, "2026KW01", "oud", new long[] {old, old, 20, 3000});
        // the persons of deel B are not known exactly, so nothing can be derived from sums
        City.row(rows, 5, "2026KW01", "oud", new long[] {50, 50, 20, 3000});
        City.row(rows, 6, "2026KW01", "oud", new long[] {60, 60, 20, 3000});
        List<Part> parts = List.of(
                new Part("stadsdelen", AreaLevel.STADSDEEL, PeriodKind.YEAR, AGES, List.of(PERSONS)),
                new Part("wijken", AreaLevel.WIJK, PeriodKind.YEAR, AGES, List.of(PERSONS)));
        return Hidden.of(policy(rounding, Level.L1, List.of()), parts, rows.build(), City.PERSONS)
                .areas();
    }

    @Test
    void personsOfACategory_whoAreAllButFew_areHidden() {
        assertThat(allBut(1, 0)).isEmpty();
        for (long few : new long[] {1, 2, 9}) {
            assertThat(allBut(1, few)).containsExactly("Deel A jong", "Deel A oud", "Wijk 1 jong", "Wijk 1 oud");
        }
        assertThat(allBut(1, 10)).isEmpty();
        // 98 is shown as 100 and 93 as 95: between one and nine are left
        assertThat(allBut(5, 5)).containsExactly("Deel A jong", "Deel A oud", "Wijk 1 jong", "Wijk 1 oud");
        // 97 is shown as 95, and so is 93
        assertThat(allBut(5, 4)).containsExactly("Deel A oud", "Wijk 1 oud");
        // 103 is shown as 105: up to fourteen may be left
        assertThat(allBut(5, 10)).isEmpty();
    }

    /**
     * Two volunteers worked three hours: it must be possible that the hours of wijk 6 are ten, not just a few minutes
     * more.
     */
    @Test
    void hours_ofFewVolunteers_areHiddenWithThoseOfANeighbour() {
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        City.row(rows, 5, 80, 40, 20, 3000);
        City.row(rows, 6, 80, 60, 2, 300);
        City.row(rows, 7, 80, 60, 20, 4000);
        Hidden hidden =
                Hidden.of(policy(1, Level.L1, List.of()), years(VOLUNTEERS, HOURS), rows.build(), City.VOLUNTEERS);
        assertThat(hidden.areas()).containsExactly("Wijk 5", "Wijk 6");
    }

    @Test
    void hideNear_takesTheCell_thenTheCheapestNextToIt_thenWhatContainsIt() {
        Hidden hidden = Hidden.of(years(PERSONS, VISITS), WIJKEN);
        assertThat(hidden.hideNear(City.wijk(5), false)).isTrue();
        assertThat(hidden.areas()).containsExactly("Wijk 5");
        assertThat(hidden.hideNear(City.wijk(5), false)).isTrue();
        assertThat(hidden.areas()).containsExactly("Wijk 5", "Wijk 6");
        assertThat(hidden.hideNear(City.wijk(5), false)).isTrue();
        assertThat(hidden.areas()).containsExactly("Deel B", "Wijk 5", "Wijk 6");
        assertThat(hidden.hideNear(City.wijk(5), false)).isFalse();
        assertThat(hidden.areas()).containsExactly("Deel B", "Wijk 5", "Wijk 6");
        // elsewhere: 50 visits, of the area first
        for (String next : List.of("Deel C", "Wijk 8", "Wijk 2", "Wijk 1", "Deel A")) {
            assertThat(hidden.areas()).doesNotContain(next);
            assertThat(hidden.hideNear(City.wijk(5), true)).isTrue();
            assertThat(hidden.areas()).contains(next);
        }
        assertThat(hidden.hideNear(City.wijk(5), true)).isFalse();
        assertThat(hidden.areas()).doesNotContain("Wijk 3", "Wijk 4", "Wijk 7");
    }

    @Test
    void hideNear_ofAZero_takesTheCheapestNextToIt() {
        Hidden hidden = Hidden.of(years(PERSONS, VISITS), WIJKEN);
        for (List<String> next :
                List.of(List.of("Wijk 2"), List.of("Wijk 1", "Wijk 2"), List.of("Deel A", "Wijk 1", "Wijk 2"))) {
            assertThat(hidden.hideNear(City.wijk(3), false)).isTrue();
            assertThat(hidden.areas()).containsExactlyElementsOf(next);
        }
        assertThat(hidden.hideNear(City.wijk(3), false)).isFalse();
    }

    /** An area is related to its parts, which are hidden first. */
    @Test
    void hideNear_ofAnArea_takesItsParts() {
        Hidden hidden = Hidden.of(years(PERSONS, VISITS), WIJKEN);
        for (List<String> next :
                List.of(List.of("Deel B"), List.of("Deel B", "Wijk 6"), List.of("Deel B", "Wijk 5", "Wijk 6"))) {
            assertThat(hidden.hideNear("SD0518-B", false)).isTrue();
            assertThat(hidden.areas()).containsExactlyElementsOf(next);
        }
        assertThat(hidden.hideNear("SD0518-B", false)).isFalse();
    }

    /** By age, where nobody may be known to be young; nobody came in wijk 2, and no old person in wijk 3. */
    private static Hidden guarded() {
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        for (int wijk : new int[] {1, 3, 4, 5, 6, 7, 8}) {
            City.row(rows, wijk, "2026KW01", "jong", new long[] {60, 40, 20, 3000});
            if (wijk > 1) {
                City.row(rows, wijk, "2026KW01", "midden", new long[] {50, 30, 20, 3000});
            }
            if (wijk > 3) {
                City.row(rows, wijk, "2026KW01", "oud", new long[] {40, 20, 20, 3000});
            }
        }
        City.row(rows, 2, "2026KW01", "jong", new long[] {0, 0, 20, 3000});
        return Hidden.of(
                policy(1, Level.L1, GUARDED),
                List.of(new Part("wijken", AreaLevel.WIJK, PeriodKind.YEAR, AGES, List.of(PERSONS, VISITS))),
                rows.build(),
                City.PERSONS);
    }

    @Test
    void everyoneOfAGuardedClass_hidesAllItsCodes_andNobodyNone() {
        assertThat(guarded().areas()).containsExactly("Wijk 1 jong", "Wijk 1 midden", "Wijk 1 oud");
    }

    @Test
    void hideNear_takesAZeroOnlyWhereItsTotalDoesNotShowIt() {
        Hidden hidden = guarded();
        assertThat(hidden.cells().hideNear(hidden.cell(City.wijk(3), "oud"), false))
                .isTrue();
        assertThat(hidden.areas()).contains("Wijk 3 oud");
        int before = hidden.areas().size();
        assertThat(hidden.cells().hideNear(hidden.cell(City.wijk(2), "oud"), false))
                .isFalse();
        assertThat(hidden.areas()).hasSize(before);
    }

    /** Eleven of a guarded class are few; twelve of it, and three of the other class, are not. */
    @Test
    void thresholds_areThoseOfTheClass() {
        for (long young : new long[] {11, 12}) {
            CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
            City.row(rows, 1, "2026KW01", "jong", new long[] {60, young, 20, 3000});
            City.row(rows, 1, "2026KW01", "midden", new long[] {90, 70, 20, 3000});
            City.row(rows, 1, "2026KW01", "oud", new long[] {80, 60, 20, 3000});
            List<String> areas = Hidden.of(
                            policy(1, Level.L1, GUARDED),
                            List.of(new Part(
                                    "wijken", AreaLevel.WIJK, PeriodKind.YEAR, AGES, List.of(PERSONS, VISITS))),
                            rows.build(),
                            City.PERSONS)
                    .areas();
            assertThat(areas.contains("Wijk 1 jong")).isEqualTo(young < 12);
        }
    }

    /** Two organisations together know the sum of their visits; their persons may be the same. */
    @Test
    void insiders_areThoseWhoSeeWhatFewOthersAdd() {
        long[][] given = {{1, 5, 80, 40}, {2, 5, 60, 30}, {3, 5, 9, 4}, {1, 6, 90, 50}, {2, 6, 70, 30}, {3, 7, 60, 20}};
        CountTable rows = ReportersTest.rows(given);
        CountedCells counted = CountedCells.of(ReportersTest.plan(2, 1), rows);
        Reporters reporters = Reporters.of(counted, rows);
        List<Count> counts = counted.plan().counts();
        List<Insider> insiders = reporters.insiders(counts, counted.longest().get(0));
        PublishedFigures.Spot five = spot(counted, 5);
        PublishedFigures.Spot six = spot(counted, 6);
        assertThat(insiders).singleElement().satisfies(one -> {
            assertThat(one.own().apply(five))
                    .containsEntry(City.VISITS, BigDecimal.valueOf(140))
                    .containsEntry(City.PERSONS, BigDecimal.valueOf(40))
                    .containsEntry(City.MEETINGS, BigDecimal.TEN);
            assertThat(one.own().apply(six))
                    .containsEntry(City.VISITS, BigDecimal.valueOf(160))
                    .containsEntry(City.PERSONS, BigDecimal.valueOf(50));
            assertThat(one.own().apply(spot(counted, 8))).isEmpty();
            assertThat(counts)
                    .filteredOn(count -> one.isAboutFew().test(five, count))
                    .extracting(Count::measure)
                    .containsExactly(City.MEETINGS, City.VISITS, City.PERSONS);
            assertThat(counts).noneMatch(count -> one.isAboutFew().test(six, count));
        });
        assertThat(reporters.insiders(counts, Period.ofCode("2025JJ00"))).isEmpty();
        given[2][3] = 10;
        CountTable enough = ReportersTest.rows(given);
        CountedCells others = CountedCells.of(ReportersTest.plan(2, 1), enough);
        assertThat(Reporters.of(others, enough)
                        .insiders(counts, others.longest().get(0)))
                .isEmpty();
    }

    private static PublishedFigures.Spot spot(CountedCells counted, long wijk) {
        int cell = counted.cell(City.wijk(wijk), "2026JJ00", List.of());
        return new PublishedFigures.Spot(counted.area(cell), counted.period(cell), List.of());
    }
}
