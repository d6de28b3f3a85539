package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Spot;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.junit.jupiter.api.Test;

/**
 * Tests what an outsider knows about each count from its own figure and from related figures, rounded to 5 and with
 * threshold 10.
 */
class KnownNumbersTest {

    private static final long NO_END = BoundSystem.UNBOUNDED;
    private static final CellValue HIDDEN = new CellValue.Suppressed();
    private static final CellValue MISSING = new CellValue.Missing();
    private static final CellValue WITHHELD = new CellValue.NotDefined(CellValue.Reason.BOUNDS_WITHHELD);
    private static final String YEAR = "2026JJ00";

    /** Figures by area and age, and then by the name of the count; others are missing. */
    private final Map<List<String>, Map<ColumnName, CellValue>> given = new HashMap<>();

    private void figure(String area, String age, ColumnName measure, CellValue value) {
        given.computeIfAbsent(List.of(area, age), any -> new HashMap<>()).put(measure, value);
    }

    private void figure(String area, ColumnName measure, CellValue value) {
        figure(area, PublicationPlan.TOTAL, measure, value);
    }

    private KnownNumbers numbers(PublicationPlan plan) {
        Map<String, ResultTable> tables = new HashMap<>();
        for (PublicationPlan.Part part : plan.parts()) {
            List<String> series =
                    part.counts().stream().map(count -> count.measure().value()).toList();
            List<String> ages = new ArrayList<>(List.of(PublicationPlan.TOTAL));
            part.by().forEach(one -> ages.addAll(one.codes()));
            List<ResultTable.Row> rows = new ArrayList<>();
            for (Area area : City.AREAS.areas(part.level())) {
                for (String age : ages) {
                    List<String> key = new ArrayList<>(List.of(area.code().value(), area.name(), YEAR));
                    key.addAll(part.by().isEmpty() ? List.of() : List.of(age));
                    rows.add(new ResultTable.Row(
                            key,
                            part.counts().stream()
                                    .map(count -> Figure.of(value(area.code().value(), age, count.measure()), 1, 0))
                                    .toList(),
                            0,
                            Optional.empty(),
                            Optional.empty()));
                }
            }
            tables.put(part.id(), new ResultTable(part.keys(), series, rows, Findings.none()));
        }
        PublishedFigures figures = PublishedFigures.read(plan, City.AREAS, tables);
        assertThat(figures.objections()).isEmpty();
        return new KnownNumbers(plan, plan.counts(), City.AREAS, figures);
    }

    private CellValue value(String area, String age, ColumnName measure) {
        return given.getOrDefault(List.of(area, age), Map.of()).getOrDefault(measure, MISSING);
    }

    private static int number(KnownNumbers numbers, String area, String age, ColumnName measure) {
        AreaLevel level = area.startsWith("SD") ? AreaLevel.STADSDEEL : AreaLevel.WIJK;
        Area place = City.AREAS.areas(level).stream()
                .filter(one -> one.code().value().equals(area))
                .findFirst()
                .orElseThrow();
        boolean divided = !numbers.plan().breakdowns().isEmpty();
        Spot spot = new Spot(place, Period.ofCode(YEAR), divided ? List.of(age) : List.of());
        return Objects.requireNonNull(numbers.number(spot, measure));
    }

    private static final String WIJK = City.wijk(5);

    /** Returns the bounds of a count of wijk 5, given its figure and that of the persons behind it. */
    private long[] range(ColumnName measure, CellValue value, ColumnName persons, CellValue behind, boolean blind) {
        given.clear();
        figure(WIJK, persons, behind);
        figure(WIJK, measure, value);
        KnownNumbers numbers = numbers(City.plan());
        long[] own = new long[numbers.unknowns().size()];
        return numbers.bounds(own, blind)[number(numbers, WIJK, PublicationPlan.TOTAL, measure)];
    }

    private long[] visits(CellValue visits, CellValue persons) {
        return range(City.VISITS, visits, City.PERSONS, persons, false);
    }

    private long[] persons(CellValue persons) {
        return range(City.PERSONS, persons, City.PERSONS, persons, false);
    }

    @Test
    void number_isBetweenWhatRoundsToIt_andNoLessThanTheThresholdWherePersonsAreShown() {
        assertThat(visits(CellValue.of(20), CellValue.of(15))).containsExactly(18, 22);
        assertThat(visits(CellValue.of(10), CellValue.of(10))).containsExactly(10, 12);
        assertThat(visits(CellValue.of(10), HIDDEN)).containsExactly(8, 12);
        assertThat(visits(CellValue.of(10), MISSING)).containsExactly(8, 12);
        assertThat(visits(CellValue.of(10), CellValue.of(0))).containsExactly(8, 12);
        assertThat(visits(CellValue.of(10), WITHHELD)).containsExactly(10, 12);
        assertThat(visits(CellValue.of(10), CellValue.Incomplete.of(CellValue.of(15))))
                .containsExactly(10, 12);
        assertThat(visits(CellValue.Incomplete.of(CellValue.of(20)), CellValue.of(15)))
                .containsExactly(18, 22);
        assertThat(visits(CellValue.of(5), CellValue.of(10))).containsExactly(7, 7);
    }

    @Test
    void zero_isNobodyOnlyWhereThePersonsAreZeroToo() {
        assertThat(persons(CellValue.of(0))).containsExactly(0, 0);
        assertThat(visits(CellValue.of(0), CellValue.of(0))).containsExactly(0, 0);
        assertThat(visits(CellValue.of(0), HIDDEN)).containsExactly(0, 2);
        assertThat(visits(CellValue.of(0), CellValue.of(15))).containsExactly(2, 2);
        assertThat(visits(MISSING, CellValue.of(15))).containsExactly(0, 0);
    }

    @Test
    void hiddenCount_isAtLeastOneWhereItCountsPersons() {
        assertThat(visits(HIDDEN, HIDDEN)).containsExactly(1, NO_END);
        assertThat(range(City.HOURS, HIDDEN, City.VOLUNTEERS, HIDDEN, false)).containsExactly(0, NO_END);
        assertThat(persons(WITHHELD)).containsExactly(10, NO_END);
        assertThat(visits(WITHHELD, WITHHELD)).containsExactly(1, NO_END);
    }

    /** Thirty hours are 2,750 to 3,249 hundredths. */
    @Test
    void decimals_areRoundedInWholeUnits() {
        assertThat(range(City.HOURS, CellValue.of(30), City.VOLUNTEERS, CellValue.of(20), false))
                .containsExactly(2_750, 3_249);
    }

    @Test
    void blind_seesZerosOnly() {
        assertThat(range(City.VISITS, CellValue.of(20), City.PERSONS, CellValue.of(15), true))
                .containsExactly(1, NO_END);
        assertThat(range(City.VISITS, CellValue.of(0), City.PERSONS, CellValue.of(0), true))
                .containsExactly(0, 0);
        assertThat(range(City.VISITS, MISSING, City.PERSONS, CellValue.of(0), true))
                .containsExactly(0, 0);
        assertThat(range(City.VISITS, HIDDEN, City.PERSONS, HIDDEN, true)).containsExactly(1, NO_END);
    }

    private static BoundSystem derived(KnownNumbers numbers, boolean adding, boolean withPersons) {
        BoundSystem system =
                numbers.system(numbers.bounds(new long[numbers.unknowns().size()], false), adding, withPersons);
        assertThat(system.propagate(true)).isTrue();
        return system;
    }

    private static void isBetween(BoundSystem system, int number, long lower, long upper) {
        assertThat(system.lower(number)).isEqualTo(lower);
        assertThat(system.upper(number)).isEqualTo(upper);
    }

    /** Visits of deel B are 88 to 92, and those of wijk 5 48 to 52; persons may be in both. */
    @Test
    void parts_ofAnArea_addUpForVisitsAndMeetingsAndNotForPersons() {
        figure("SD0518-B", City.VISITS, CellValue.of(90));
        figure("SD0518-B", City.MEETINGS, CellValue.of(90));
        figure("SD0518-B", City.PERSONS, CellValue.of(30));
        figure(City.wijk(5), City.VISITS, CellValue.of(50));
        figure(City.wijk(5), City.MEETINGS, CellValue.of(50));
        figure(City.wijk(5), City.PERSONS, CellValue.of(20));
        for (ColumnName measure : List.of(City.VISITS, City.MEETINGS, City.PERSONS)) {
            figure(City.wijk(6), measure, HIDDEN);
        }
        KnownNumbers numbers = numbers(City.plan());
        BoundSystem system = derived(numbers, true, true);
        isBetween(system, number(numbers, City.wijk(6), "", City.VISITS), 36, 44);
        isBetween(system, number(numbers, City.wijk(6), "", City.MEETINGS), 36, 44);
        isBetween(system, number(numbers, City.wijk(6), "", City.PERSONS), 6, 32);
    }

    /** For an outsider who knows that each person came, at most nine visits are by at most nine persons. */
    @Test
    void persons_areNoMoreThanTheirVisits() {
        figure("SD0518-C", City.VISITS, CellValue.of(5));
        figure("SD0518-C", City.PERSONS, HIDDEN);
        figure(City.wijk(8), City.VISITS, HIDDEN);
        figure(City.wijk(8), City.PERSONS, HIDDEN);
        KnownNumbers numbers = numbers(City.plan());
        int persons = number(numbers, City.wijk(8), "", City.PERSONS);
        isBetween(derived(numbers, true, true), persons, 1, 7);
        isBetween(derived(numbers, true, false), persons, 1, NO_END);
    }

    /**
     * There are 28 to 32 persons, including 10 to 12 young and no old ones: the rest are 16 to 22 if each person is in
     * one group.
     */
    @Test
    void parts_byAge_addUpForPersonsWhereEachIsInOne() {
        PublicationPlan plan =
                City.plan(City.plan().policy(), List.of(City.part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, true)));
        for (ColumnName measure : List.of(City.VISITS, City.MEETINGS, City.PERSONS)) {
            figure(WIJK, PublicationPlan.TOTAL, measure, CellValue.of(30));
            figure(WIJK, "jong", measure, CellValue.of(10));
            figure(WIJK, "midden", measure, HIDDEN);
        }
        KnownNumbers numbers = numbers(plan);
        BoundSystem adding = derived(numbers, true, false);
        isBetween(adding, number(numbers, WIJK, "midden", City.PERSONS), 16, 22);
        isBetween(adding, number(numbers, WIJK, "midden", City.VISITS), 16, 22);
        isBetween(adding, number(numbers, WIJK, "midden", City.MEETINGS), 16, 24);
        BoundSystem cautious = derived(numbers, false, false);
        isBetween(cautious, number(numbers, WIJK, "midden", City.PERSONS), 16, 32);
        isBetween(cautious, number(numbers, WIJK, "midden", City.VISITS), 16, 22);
        isBetween(cautious, number(numbers, WIJK, "midden", City.MEETINGS), 16, NO_END);
    }

    /** There are 28 to 32 persons, including 23 to 27 new ones, so 1 to 9 are not new. */
    @Test
    void rests_areThosePersonsWhomACountLeavesOut() {
        ColumnName first = ColumnName.of("nieuw");
        PublicationPlan.Count all = new PublicationPlan.Count(City.PERSONS, City.PERSONS, true, 0, false);
        PublicationPlan.Count some = new PublicationPlan.Count(first, first, true, 0, false, List.of(City.PERSONS));
        PublicationPlan plan = City.plan(
                City.plan().policy(),
                List.of(
                        new PublicationPlan.Part(
                                City.STADSDELEN, AreaLevel.STADSDEEL, PeriodKind.YEAR, List.of(), List.of(all, some)),
                        new PublicationPlan.Part(
                                City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, List.of(), List.of(all, some))));
        figure("SD0518-C", City.PERSONS, CellValue.of(30));
        figure("SD0518-C", first, CellValue.of(25));
        figure(City.wijk(8), City.PERSONS, HIDDEN);
        figure(City.wijk(8), first, HIDDEN);
        KnownNumbers numbers = numbers(plan);
        BoundSystem system = derived(numbers, true, true);
        Spot part =
                numbers.unknowns().get(number(numbers, City.wijk(8), "", first)).spot();
        Spot whole =
                numbers.unknowns().get(number(numbers, "SD0518-C", "", first)).spot();
        isBetween(system, numbers.number(new KnownNumbers.Unknown(whole, all, Optional.of(some))), 1, 9);
        // those left out of the only part are at least those left out of the whole, and at most its persons
        assertThat(system.lower(numbers.number(new KnownNumbers.Unknown(part, all, Optional.of(some)))))
                .isEqualTo(1);
        // what is new is at most all, and at most the new of the whole
        isBetween(system, number(numbers, City.wijk(8), "", first), 23, 27);
        assertThat(numbers.rests(whole, List.of(some))).hasSize(1);
        assertThat(numbers.rests(whole, List.of(all))).isEmpty();
    }

    @Test
    void own_areTheInsidersNumbersInUnitsOfTheCount() {
        KnownNumbers numbers = numbers(City.plan());
        Insider insider = new Insider(
                spot -> Map.of(City.HOURS, new BigDecimal("12.5"), City.VISITS, BigDecimal.ONE), (spot, count) -> true);
        long[] own = numbers.own(insider);
        assertThat(own[number(numbers, WIJK, "", City.HOURS)]).isEqualTo(1_250);
        assertThat(own[number(numbers, WIJK, "", City.VISITS)]).isEqualTo(1);
        assertThat(numbers.bounds(own, false)[number(numbers, WIJK, "", City.HOURS)])
                .containsExactly(1_250, 0);
    }
}
