package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy.Level;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Place;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Spot;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the parts of the protection, each with figures worked out by hand. */
class DisclosurePartsTest {

    private static final PublicationPlan.Count PERSONS =
            new PublicationPlan.Count(City.PERSONS, City.PERSONS, true, 0, false);
    private static final PublicationPlan.Count VISITS =
            new PublicationPlan.Count(City.VISITS, City.PERSONS, true, 0, true);
    private static final PublicationPlan.Count HOURS =
            new PublicationPlan.Count(City.HOURS, City.PERSONS, false, 2, false);

    @ParameterizedTest
    @CsvSource({
        "7, 5, 5, 3, 7",
        "8, 5, 10, 8, 12",
        "0, 5, 0, 0, 2",
        "14, 10, 10, 5, 14",
        "15, 10, 20, 15, 24",
        "3, 1, 3, 3, 3",
        "2, 2, 2, 1, 2",
        "3, 2, 4, 3, 4"
    })
    void rounding_halfUp_hasTheNumbersThatRoundToTheSame(long value, int base, long rounded, long lower, long upper) {
        assertThat(Rounding.round(BigDecimal.valueOf(value), base)).isEqualByComparingTo(BigDecimal.valueOf(rounded));
        assertThat(Rounding.range(value, base)).containsExactly(lower, upper);
    }

    @Test
    void rounding_ofBounds_isOneNumberOnlyWhereBothRoundToIt() {
        CellValue near = CellValue.between(BigDecimal.valueOf(8), BigDecimal.valueOf(12));
        CellValue far = CellValue.between(BigDecimal.valueOf(7), BigDecimal.valueOf(12));
        assertThat(Rounding.round(near, 5)).contains(BigDecimal.TEN);
        assertThat(Rounding.round(far, 5)).isEmpty();
        assertThat(Rounding.round(new CellValue.Missing(), 5)).isEmpty();
    }

    private static DisclosurePolicy policy(int threshold, int rounding, int coalition) {
        return new DisclosurePolicy(
                FormatId.of("beleid", "1"),
                City.text(),
                City.provenance(),
                new DisclosurePolicy.Thresholds(threshold, List.of()),
                new DisclosurePolicy.RoundingRule(rounding, false),
                new DisclosurePolicy.Requirement(Level.L2, coalition));
    }

    @Test
    void policy_atItsBounds_isAllowed() {
        assertThat(policy(2, 1, 0).thresholds().ordinary()).isEqualTo(2);
        DisclosurePolicy most = policy(DisclosurePolicy.MAX_THRESHOLD, DisclosurePolicy.MAX_ROUNDING, 3);
        assertThat(most.rounding().base()).isEqualTo(100);
        assertThat(most.coalition()).isEqualTo(3);
        assertThat(most.level()).isEqualTo(Level.L2);
        assertThat(City.plan().policy().coalition()).isEqualTo(1);
    }

    private static DisclosurePolicy.Sensitivity sensitivity(int threshold, ColumnName column, String... codes) {
        return new DisclosurePolicy.Sensitivity(City.text(), City.text(), column, List.of(codes), threshold, false);
    }

    @Test
    void thresholds_ofSeveralCodes_areTheStrictest() {
        DisclosurePolicy.Thresholds thresholds = new DisclosurePolicy.Thresholds(
                10, List.of(sensitivity(20, City.AGE, "jong", "oud"), sensitivity(5, City.AGE, "midden")));
        assertThat(thresholds.of(List.of("jong"))).isEqualTo(20);
        assertThat(thresholds.of(List.of("midden"))).isEqualTo(5);
        assertThat(thresholds.of(List.of("anders"))).isEqualTo(10);
        assertThat(thresholds.of(List.of("midden", "anders"))).isEqualTo(10);
        assertThat(thresholds.of(List.of())).isEqualTo(10);
        assertThat(thresholds.strictest()).isEqualTo(20);
        assertThat(new DisclosurePolicy.Thresholds(10, List.of(sensitivity(5, City.AGE, "jong"))).strictest())
                .isEqualTo(10);
        refused(
                () -> new DisclosurePolicy.Thresholds(
                        10, List.of(sensitivity(20, City.AGE, "jong"), sensitivity(5, City.AGE, "jong"))),
                "different codes of one column");
        refused(
                () -> new DisclosurePolicy.Thresholds(
                        10, List.of(sensitivity(20, City.AGE, "jong"), sensitivity(5, City.VISITS, "oud"))),
                "different codes of one column");
        refused(() -> sensitivity(1, City.AGE, "jong"), "threshold must be 2 to 1000: 1");
        refused(() -> sensitivity(1001, City.AGE, "jong"), "threshold must be 2 to 1000: 1001");
    }

    @Test
    void report_moreThanThreeOfTenHidden_isMuch() {
        assertThat(new Release.ProtectionReport.TableReport("a", 10, 3, 0, 0).isMuchHidden())
                .isFalse();
        assertThat(new Release.ProtectionReport.TableReport("a", 10, 4, 0, 0).isMuchHidden())
                .isTrue();
    }

    private static ResultTable table(String key, CellValue value) {
        return new ResultTable(
                List.of("area_code"),
                List.of("bezoeken"),
                List.of(new ResultTable.Row(
                        List.of(key), List.of(Figure.of(value, 1, 0)), 0, Optional.empty(), Optional.empty())),
                Findings.none());
    }

    private static CellValue known(Map<String, ResultTable> before, CellValue now) {
        return Objects.requireNonNull(new EarlierFigures(before)
                        .with(Map.of("t", table("A", now)))
                        .get("t"))
                .figure("bezoeken", "A")
                .orElseThrow()
                .value();
    }

    @Test
    void earlierFigures_areKnownNextToWhatIsHiddenNow() {
        CellValue hidden = new CellValue.Suppressed();
        CellValue twenty = CellValue.of(20);
        assertThat(known(Map.of(), hidden)).isEqualTo(hidden);
        assertThat(known(Map.of("t", table("A", twenty)), hidden)).isEqualTo(twenty);
        assertThat(known(Map.of("t", table("A", twenty)), twenty)).isEqualTo(twenty);
        assertThat(known(Map.of("t", table("A", hidden)), twenty)).isEqualTo(twenty);
        assertThat(known(Map.of("t", table("B", twenty)), hidden)).isEqualTo(hidden);
        assertThat(known(Map.of("u", table("A", twenty)), hidden)).isEqualTo(hidden);
        assertThatThrownBy(() -> known(Map.of("t", table("A", twenty)), CellValue.of(25)))
                .isInstanceOf(IndicatorsException.class)
                .hasMessage("published before as another number: t [A]");
    }

    private static PublicationPlan.Part part(
            String id, AreaLevel level, PeriodKind period, PublicationPlan.Count... counts) {
        return new PublicationPlan.Part(id, level, period, List.of(), List.of(counts));
    }

    private static PublicationPlan plan(PublicationPlan.Part... parts) {
        return City.plan(City.plan().policy(), List.of(parts));
    }

    @Test
    void plan_listsWhatItsTablesAreAbout() {
        PublicationPlan plan = plan(
                part("a", AreaLevel.WIJK, PeriodKind.QUARTER, PERSONS, VISITS),
                part("b", AreaLevel.STADSDEEL, PeriodKind.YEAR, PERSONS),
                City.part("c", AreaLevel.WIJK, PeriodKind.YEAR, true));
        assertThat(plan.levels()).containsExactly(AreaLevel.STADSDEEL, AreaLevel.WIJK);
        assertThat(plan.kinds()).containsExactly(PeriodKind.YEAR, PeriodKind.QUARTER);
        assertThat(plan.counts())
                .extracting(PublicationPlan.Count::measure)
                .containsExactly(City.PERSONS, City.VISITS, City.MEETINGS, City.VOLUNTEERS, City.HOURS);
        assertThat(plan.breakdowns()).containsExactly(plan.parts().get(2).by().get(0));
        assertThat(plan.parts().get(2).keys()).containsExactly("area_code", "area", "period", "leeftijd");
        assertThat(plan.groups())
                .extracting(group ->
                        group.stream().map(PublicationPlan.Count::measure).toList())
                .containsExactlyInAnyOrder(
                        List.of(City.PERSONS, City.VISITS, City.MEETINGS), List.of(City.VOLUNTEERS, City.HOURS));
        DisclosurePolicy other = policy(5, 1, 0);
        assertThat(plan.withPolicy(other).policy()).isEqualTo(other);
        assertThat(plan.withPolicy(other).parts()).isEqualTo(plan.parts());
        assertThat(VISITS.perThousandName()).isEqualTo("bezoeken_per_1000_inwoners");
        assertThat(VISITS.boundsPersons()).isTrue();
        assertThat(PERSONS.boundsPersons()).isTrue();
        assertThat(HOURS.boundsPersons()).isFalse();
    }

    /** Counts form one group if one is an upper bound of the other, or if they are about the same persons. */
    @Test
    void groups_joinWhatIsRelatedThroughOthers() {
        ColumnName first = ColumnName.of("a");
        ColumnName second = ColumnName.of("b");
        PublicationPlan plan = plan(part(
                "t",
                AreaLevel.WIJK,
                PeriodKind.YEAR,
                PERSONS,
                new PublicationPlan.Count(first, first, true, 0, false),
                new PublicationPlan.Count(second, second, true, 0, false, List.of(first, City.PERSONS))));
        assertThat(plan.groups()).containsExactly(plan.counts());
    }

    private static void refused(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
    }

    @Test
    void plan_thatContradictsItself_isRefused() {
        PublicationPlan.Part year = part("a", AreaLevel.WIJK, PeriodKind.YEAR, PERSONS, VISITS);
        refused(() -> plan(year, part("a", AreaLevel.STADSDEEL, PeriodKind.YEAR, PERSONS)), "of the same name");
        PublicationPlan.Count[] others = {
            new PublicationPlan.Count(City.VISITS, City.PERSONS, false, 0, true),
            new PublicationPlan.Count(City.VISITS, City.PERSONS, true, 1, true),
            new PublicationPlan.Count(City.VISITS, City.PERSONS, true, 0, true, List.of(City.PERSONS))
        };
        for (PublicationPlan.Count other : others) {
            refused(
                    () -> plan(year, part("b", AreaLevel.STADSDEEL, PeriodKind.YEAR, PERSONS, other)),
                    "described in two ways: bezoeken");
        }
        PublicationPlan.Count withoutRate = new PublicationPlan.Count(City.VISITS, City.PERSONS, true, 0, false);
        assertThat(plan(year, part("b", AreaLevel.STADSDEEL, PeriodKind.YEAR, PERSONS, withoutRate))
                        .counts())
                .hasSize(2);
        refused(() -> part("a", AreaLevel.WIJK, PeriodKind.YEAR), "no counts");
        refused(() -> part("a", AreaLevel.WIJK, PeriodKind.YEAR, PERSONS, PERSONS), "two of one measure");
        PublicationPlan.Count hours =
                new PublicationPlan.Count(City.HOURS, City.PERSONS, false, 2, false, List.of(City.PERSONS));
        refused(() -> plan(part("a", AreaLevel.WIJK, PeriodKind.YEAR, PERSONS, hours)), "cannot be compared");
        for (int decimals : new int[] {-1, Measure.MAX_SCALE + 1}) {
            refused(
                    () -> new PublicationPlan.Count(City.HOURS, City.PERSONS, false, decimals, false),
                    "decimals must be 0 to");
        }
        assertThat(new PublicationPlan.Count(City.HOURS, City.PERSONS, false, Measure.MAX_SCALE, false).decimals())
                .isEqualTo(Measure.MAX_SCALE);
    }

    private static Area area(String code) {
        return City.AREAS.areas(code.startsWith("SD") ? AreaLevel.STADSDEEL : AreaLevel.WIJK).stream()
                .filter(area -> area.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static KnownNumbers.Unknown visits(String area) {
        return KnownNumbers.Unknown.of(
                new Spot(area(area), Period.ofCode("2026JJ00"), List.of(PublicationPlan.TOTAL)), VISITS);
    }

    @Test
    void derivation_namesEachStepWithItsNumbers() {
        BoundSystem system = new BoundSystem();
        List<KnownNumbers.Unknown> unknowns = List.of(
                visits("SD0518-C"),
                visits("WK051808"),
                visits("WK051807"),
                KnownNumbers.Unknown.of(new Spot(area("WK051801"), Period.ofCode("2026KW01"), List.of("oud")), HOURS));
        system.add(10, 12);
        system.add(0, BoundSystem.UNBOUNDED);
        system.add(0, 4);
        system.add(0, BoundSystem.UNBOUNDED);
        BoundSystemTest.relateSum(system, 0, new int[] {1, 2}, true);
        system.relate(new int[] {3, 1}, new int[] {1, -1}, false);
        assertThat(system.propagate(true)).isTrue();
        DerivationText words = new DerivationText(unknowns, system);
        assertThat(words.of(1))
                .isEqualTo(LocalizedText.of(
                        "bezoeken Wijk 8 2026JJ00 ten minste 10 (bezoeken Deel C 2026JJ00)"
                                + " - 4 (bezoeken Wijk 7 2026JJ00) = 6;"
                                + " bezoeken Wijk 8 2026JJ00 ten hoogste 12 (bezoeken Deel C 2026JJ00) = 12",
                        "bezoeken Wijk 8 2026JJ00 at least 10 (bezoeken Deel C 2026JJ00)"
                                + " - 4 (bezoeken Wijk 7 2026JJ00) = 6;"
                                + " bezoeken Wijk 8 2026JJ00 at most 12 (bezoeken Deel C 2026JJ00) = 12"));
        // hours are in hundredths, and an earlier step comes first
        assertThat(words.of(3).en())
                .isEqualTo("bezoeken Wijk 8 2026JJ00 at most 12 (bezoeken Deel C 2026JJ00) = 12;"
                        + " vrijwilligersuren Wijk 1 oud 2026KW01 at most 12 (bezoeken Wijk 8 2026JJ00) = 0.12");
        assertThat(words.of(2))
                .isEqualTo(LocalizedText.of(
                        "Uit de tabellen volgt niets over dit aantal.",
                        "Nothing about this count follows from the tables."));
    }

    /** A part is at least its whole without the others, and a whole at least its parts. */
    @Test
    void derivation_ofAWhole_addsItsParts() {
        BoundSystem system = new BoundSystem();
        system.add(0, BoundSystem.UNBOUNDED);
        system.add(3, 5);
        system.add(4, 6);
        BoundSystemTest.relateSum(system, 0, new int[] {1, 2}, true);
        assertThat(system.propagate(true)).isTrue();
        assertThat(new DerivationText(List.of(visits("SD0518-B"), visits("WK051805"), visits("WK051806")), system)
                        .of(0)
                        .en())
                .isEqualTo("bezoeken Deel B 2026JJ00 at least 3 (bezoeken Wijk 5 2026JJ00)"
                        + " + 4 (bezoeken Wijk 6 2026JJ00) = 7;"
                        + " bezoeken Deel B 2026JJ00 at most 5 (bezoeken Wijk 5 2026JJ00)"
                        + " + 6 (bezoeken Wijk 6 2026JJ00) = 11");
    }

    @Test
    void names_sayWhoIsLeftOut() {
        Spot spot = new Spot(area("WK051801"), Period.ofCode("2026KW01"), List.of("totaal", "oud"));
        assertThat(new KnownNumbers.Unknown(spot, VISITS, Optional.of(PERSONS)).name())
                .isEqualTo("bezoeken - unieke_deelnemers Wijk 1 oud 2026KW01");
        assertThat(KnownNumbers.decimal(1250, HOURS)).isEqualTo(new BigDecimal("12.50"));
        assertThat(KnownNumbers.scale(HOURS)).isEqualTo(100);
        assertThat(PublishedFigures.number(
                        new CellValue.Incomplete(Optional.of(BigDecimal.TEN), Optional.empty(), Optional.empty())))
                .contains(BigDecimal.TEN);
        assertThat(PublishedFigures.number(new CellValue.Suppressed())).isEmpty();
    }

    /** Two quarters of two wijken by age, in a plan of quarters and years. */
    private static CountedCells counted() {
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        City.row(rows, 5, "2026KW01", "jong", new long[] {20, 12, 3, 1050});
        City.row(rows, 5, "2026KW02", "oud", new long[] {30, 14, 4, 2000});
        City.row(rows, 6, "2026KW01", "oud", new long[] {40, 16, 5, 500});
        return CountedCells.of(
                plan(
                        City.part(City.STADSDELEN, AreaLevel.STADSDEEL, PeriodKind.YEAR, true),
                        City.part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.QUARTER, false)),
                rows.build());
    }

    private static CellValue value(CountedCells counted, ColumnName measure, String area, String period, String age) {
        return counted.value(measure, counted.cell(area, period, List.of(age)));
    }

    @Test
    void countedCells_areAllTotalsAndParts() {
        CountedCells counted = counted();
        assertThat(counted.areas()).hasSize(11);
        assertThat(counted.periods())
                .extracting(Period::code)
                .containsExactly("2026JJ00", "2026KW01", "2026KW02", "2026KW03", "2026KW04");
        assertThat(counted.longest()).containsExactly(Period.ofCode("2026JJ00"));
        assertThat(counted.tables().cells()).isEqualTo(11 * 5 * 4);
        assertThat(value(counted, City.VISITS, "SD0518-B", "2026JJ00", "totaal"))
                .isEqualTo(CellValue.of(90));
        assertThat(value(counted, City.VISITS, "SD0518-B", "2026JJ00", "oud")).isEqualTo(CellValue.of(70));
        assertThat(value(counted, City.VISITS, City.wijk(5), "2026KW01", "totaal"))
                .isEqualTo(CellValue.of(20));
        assertThat(value(counted, City.VISITS, City.wijk(5), "2026KW01", "oud")).isEqualTo(CellValue.of(0));
        assertThat(value(counted, City.HOURS, City.wijk(5), "2026JJ00", "totaal")
                        .exact()
                        .orElseThrow())
                .isEqualByComparingTo("30.5");
        // nothing took place in a wijk of a stadsdeel with deliveries; nothing is known about another stadsdeel
        assertThat(value(counted, City.VISITS, City.wijk(7), "2026KW01", "totaal"))
                .isEqualTo(CellValue.of(0));
        assertThat(value(counted, City.VISITS, City.wijk(7), "2026KW03", "totaal"))
                .isInstanceOf(CellValue.Missing.class);
        assertThat(value(counted, City.VISITS, City.wijk(1), "2026KW01", "totaal"))
                .isInstanceOf(CellValue.Missing.class);
    }

    @Test
    void countedCells_knowTheirPlace() {
        CountedCells counted = counted();
        int cell = counted.cell(City.wijk(6), "2026KW02", List.of("midden"));
        assertThat(counted.area(cell).name()).isEqualTo("Wijk 6");
        assertThat(counted.period(cell).code()).isEqualTo("2026KW02");
        assertThat(counted.codes(cell)).containsExactly("midden");
        int total = counted.cell(City.wijk(6), "2026KW02", List.of("totaal"));
        assertThat(counted.codes(total)).containsExactly("totaal");
        PublicationPlan.Part stadsdelen = counted.plan().parts().get(0);
        PublicationPlan.Part wijken = counted.plan().parts().get(1);
        assertThat(counted.isIn(wijken, total)).isTrue();
        assertThat(counted.isIn(wijken, cell)).isFalse();
        assertThat(counted.isIn(stadsdelen, total)).isFalse();
        assertThat(counted.isIn(wijken, counted.cell(City.wijk(6), "2026JJ00", List.of("totaal"))))
                .isFalse();
        assertThat(counted.isIn(stadsdelen, counted.cell("SD0518-B", "2026JJ00", List.of("oud"))))
                .isTrue();
        assertThat(counted.isPublished(City.VISITS, total)).isTrue();
        assertThat(counted.isPublished(City.VISITS, cell)).isFalse();
        assertThat(counted.isPublished(ColumnName.of("anders"), total)).isFalse();
        assertThat(counted.systems())
                .singleElement()
                .satisfies(cells -> assertThat(cells).hasSize(220));
        assertThat(counted.system().cells()).isEqualTo(220);
        // a year is the sum of its quarters, and an area of its parts
        int year = counted.cell("SD0518-B", "2026JJ00", List.of("totaal"));
        assertThat(counted.tables().below(year, 0)).hasSize(3);
        assertThat(counted.tables().below(year, 1)).hasSize(4);
        assertThat(counted.tables().below(year, 2)).hasSize(3);
        assertThat(counted.tables().whole(total, 0)).isEqualTo(counted.cell("SD0518-B", "2026KW02", List.of("totaal")));
        assertThat(counted.tables().whole(total, 1))
                .isEqualTo(counted.cell(City.wijk(6), "2026JJ00", List.of("totaal")));
    }

    @Test
    void countedCells_partOfTheRows_hasTheCellsThatTheseAreAbout() {
        CountedCells counted = counted();
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        City.row(rows, 5, "2026KW01", "jong", new long[] {20, 12, 3, 1050});
        Map<Integer, CellValue[]> part = counted.part(rows.build());
        int visits = counted.plan()
                .counts()
                .indexOf(counted.plan().counts().stream()
                        .filter(VISITS::isSame)
                        .findFirst()
                        .orElseThrow());
        // two areas, two periods, and all ages or one
        assertThat(part).hasSize(8);
        assertThat(part.values())
                .allSatisfy(values -> assertThat(values[visits]).isEqualTo(CellValue.of(20)));
        assertThat(part).containsKey(counted.cell("SD0518-B", "2026JJ00", List.of("totaal")));
        assertThat(part).containsKey(counted.cell(City.wijk(5), "2026KW01", List.of("jong")));
    }

    @Test
    void countedCells_rowsOutsideThePlan_areRefused() {
        CountedCells counted = counted();
        refused(() -> counted.cell(City.wijk(5), "2026KW01", List.of("stokoud")), "'stokoud' in leeftijd");
        refused(() -> counted.cell("WK051899", "2026KW01", List.of("oud")), "'WK051899' 2026KW01");
        refused(() -> counted.cell(City.wijk(5), "2027KW01", List.of("oud")), "2027KW01");
        refused(() -> counted.value(ColumnName.of("anders"), 0), "not in the plan: anders");
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        City.row(rows, 5, "2026KW01", "stokoud", new long[] {20, 12, 3, 1050});
        refused(() -> CountedCells.of(counted.plan(), rows.build()), "'stokoud' in leeftijd");
    }

    /** Two years, each with its own system, by age and by target group. */
    @Test
    void countedCells_ofTwoYearsAndTwoBreakdowns_areEachAtTheirPlace() {
        ColumnName groups = ColumnName.of("doelgroep");
        TableStructure structure = new TableStructure(
                Stream.concat(City.STRUCTURE.dimensions().stream(), Stream.of(Dimension.Category.of(groups)))
                        .toList(),
                List.of(new Measure.Distinct(City.PERSONS)));
        CountTable.Builder rows = CountTable.builder(structure);
        String[][] given = {{"2025KW01", "jong", "A", "3"}, {"2026KW02", "oud", "A", "5"}, {"2026KW02", "oud", "B", "7"}
        };
        for (String[] row : given) {
            rows.row()
                    .code("wijk", City.wijk(8))
                    .code("periode", row[0])
                    .code("leeftijd", row[1])
                    .code("doelgroep", row[2])
                    .value("unieke_deelnemers", Long.parseLong(row[3]))
                    .add();
        }
        PublicationPlan.Breakdown ages = new PublicationPlan.Breakdown(City.AGE, List.of("jong", "oud"));
        PublicationPlan.Breakdown kinds = new PublicationPlan.Breakdown(groups, List.of("A", "B", "C"));
        CountedCells counted = CountedCells.of(
                plan(
                        new PublicationPlan.Part(
                                "a", AreaLevel.WIJK, PeriodKind.QUARTER, List.of(ages), List.of(PERSONS)),
                        new PublicationPlan.Part(
                                "b", AreaLevel.WIJK, PeriodKind.YEAR, List.of(kinds), List.of(PERSONS))),
                rows.build());
        assertThat(counted.longest()).extracting(Period::code).containsExactly("2025JJ00", "2026JJ00");
        assertThat(counted.tables().cells()).isEqualTo(8 * 10 * 3 * 4);
        assertThat(counted.systems()).extracting(cells -> cells.length).containsExactly(480, 480);
        assertThat(counted.system().cells()).isEqualTo(480);
        int cell = counted.cell(City.wijk(8), "2026KW02", List.of("oud", "B"));
        assertThat(counted.codes(cell)).containsExactly("oud", "B");
        assertThat(counted.period(cell).code()).isEqualTo("2026KW02");
        assertThat(counted.value(City.PERSONS, cell)).isEqualTo(CellValue.of(7));
        PublicationPlan.Part byAge = counted.plan().parts().get(0);
        assertThat(counted.isIn(byAge, cell)).isFalse();
        assertThat(counted.isIn(byAge, counted.cell(City.wijk(8), "2026KW02", List.of("oud", "totaal"))))
                .isTrue();
        assertThat(counted.isIn(byAge, counted.cell(City.wijk(8), "2026KW02", List.of("totaal", "B"))))
                .isFalse();
        int first = counted.cell(City.wijk(8), "2025JJ00", List.of("totaal", "A"));
        assertThat(counted.value(City.PERSONS, first)).isEqualTo(CellValue.of(3));
        assertThat(counted.tables().whole(cell, 1))
                .isEqualTo(counted.cell(City.wijk(8), "2026JJ00", List.of("oud", "B")));
        refused(() -> counted.cell(City.wijk(8), "2026KW02", List.of("oud", "D")), "'D' in doelgroep");
    }

    @Test
    void countedCells_incomplete_areWhatWasReceived() {
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        City.row(rows, 5, "2026KW01", "jong", new long[] {20, 12, 3, 1050});
        rows.acceptRejected(new RejectedRows(
                List.of(Set.of(City.wijk(5)), Set.of("2026KW01"), Set.of("jong")),
                List.of(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty()),
                1,
                OptionalLong.of(7)));
        CountedCells counted = CountedCells.of(counted().plan(), rows.build());
        int cell = counted.cell(City.wijk(5), "2026KW01", List.of("totaal"));
        assertThat(counted.isIncomplete(City.VISITS, cell)).isTrue();
        assertThat(counted.value(City.VISITS, cell)).isEqualTo(CellValue.of(20));
        int other = counted.cell(City.wijk(6), "2026KW01", List.of("totaal"));
        assertThat(counted.isIncomplete(City.VISITS, other)).isFalse();
    }

    private static final List<String> NONE = List.of("totaal");

    /** The tables of a plan of years by stadsdeel and quarters by wijk, as they are before anything is hidden. */
    private static Map<String, ResultTable> open(CountedCells counted) {
        PublicTables tables = new PublicTables(
                counted, counted.plan().policy(), Optional.empty(), AbsentRows.of(counted, City.STRUCTURE, List.of()));
        Map<ColumnName, HiddenCells> hidden = new HashMap<>();
        Reporters reporters =
                Reporters.of(counted, CountTable.builder(City.STRUCTURE).build());
        counted.plan()
                .counts()
                .forEach(count -> hidden.computeIfAbsent(
                        count.persons(), persons -> new HiddenCells(counted, reporters, persons)));
        Map<String, ResultTable> made = new HashMap<>();
        counted.plan().parts().forEach(part -> made.put(part.id(), tables.table(part, hidden, any -> true)));
        return made;
    }

    @Test
    void publishedFigures_haveTheirPlacesAndParts() {
        CountedCells counted = counted();
        PublishedFigures figures = PublishedFigures.read(counted.plan(), City.AREAS, open(counted));
        assertThat(figures.objections()).isEmpty();
        assertThat(figures.codes()).containsExactly(NONE, List.of("jong"), List.of("midden"), List.of("oud"));
        assertThat(figures.periods()).hasSize(5);
        // three stadsdelen by four ages, and eight wijken by four quarters
        assertThat(figures.places()).hasSize(3 * 4 + 8 * 4);
        Spot year = new Spot(area("SD0518-B"), Period.ofCode("2026JJ00"), NONE);
        assertThat(figures.parts(year)).extracting(List::size).containsExactly(3, 4, 3);
        assertThat(figures.parts(year).get(0))
                .allMatch(spot -> spot.area().code().level() == AreaLevel.WIJK);
        assertThat(figures.parts(year).get(2).get(0).codes()).containsExactly("jong");
        Spot quarter = new Spot(area(City.wijk(5)), Period.ofCode("2026KW01"), List.of("oud"));
        assertThat(figures.parts(quarter)).isEmpty();
        Place place = new Place(counted.plan().parts().get(0), year);
        assertThat(figures.has(place)).isTrue();
        assertThat(figures.has(new Place(counted.plan().parts().get(1), year))).isFalse();
        assertThat(figures.value(place, "bezoeken")).contains(CellValue.of(90));
        assertThat(figures.value(place, "anders")).isEmpty();
        assertThat(figures.value(new Place(counted.plan().parts().get(1), year), "bezoeken"))
                .isEmpty();
        assertThat(figures.key(place)).containsExactly("SD0518-B", "Deel B", "2026JJ00", "totaal");
        assertThat(figures.places(year)).containsExactly(place);
    }

    private static List<String> objections(Map<String, ResultTable> tables) {
        return PublishedFigures.read(counted().plan(), City.AREAS, tables).objections().stream()
                .map(LocalizedText::en)
                .toList();
    }

    private static Map<String, ResultTable> changed(
            ResultTable table, List<String> series, List<ResultTable.Row> rows) {
        Map<String, ResultTable> tables = open(counted());
        tables.put(City.WIJKEN, new ResultTable(table.keys(), series, rows, table.findings()));
        return tables;
    }

    @Test
    void publishedFigures_thatAreNotThoseOfThePlan_areObjectedTo() {
        ResultTable wijken = Objects.requireNonNull(open(counted()).get(City.WIJKEN));
        ResultTable.Row first = wijken.rows().get(0);
        List<ResultTable.Row> twice = new ArrayList<>(wijken.rows());
        twice.add(first.withFigures(first.figures()));
        assertThat(objections(changed(wijken, wijken.series(), twice)))
                .containsExactly("A row occurs twice: wijk-jaar " + first.key());
        List<ResultTable.Row> fewer = wijken.rows().subList(1, wijken.rows().size());
        assertThat(objections(changed(wijken, wijken.series(), fewer)))
                .containsExactly("A row is missing, and that says something too: wijk-jaar "
                        + String.join(" ", first.key().subList(1, 3)));
        List<ResultTable.Row> elsewhere = new ArrayList<>(wijken.rows());
        elsewhere.add(row(first, "WK051899", "Nergens", "2026KW01"));
        assertThat(objections(changed(wijken, wijken.series(), elsewhere)))
                .containsExactly("An area is not of the table: wijk-jaar [WK051899, 2026KW01]");
        List<ResultTable.Row> later = new ArrayList<>(wijken.rows());
        later.add(row(first, City.wijk(1), "Wijk 1", "2026JJ00"));
        assertThat(objections(changed(wijken, wijken.series(), later)))
                .containsExactly(
                        "A period is not of the table: wijk-jaar 2026JJ00",
                        "An area is not of the table: wijk-jaar [WK051801, 2026JJ00]");
        List<String> series = new ArrayList<>(wijken.series());
        series.set(series.indexOf("bezoeken"), "anders");
        assertThat(objections(changed(wijken, series, wijken.rows())))
                .containsExactly("A count is missing: wijk-jaar bezoeken");
        Map<String, ResultTable> without = open(counted());
        without.remove(City.WIJKEN);
        assertThat(objections(without)).containsExactly("A table is missing or has other columns: wijk-jaar");
    }

    private static ResultTable.Row row(ResultTable.Row row, String... key) {
        return new ResultTable.Row(List.of(key), row.figures(), row.observations(), row.reporters(), row.coverage());
    }

    @Test
    void publicTables_hideWhatIsAboutFewAndSayWhatIsMissing() {
        Map<String, ResultTable> tables = open(counted());
        ResultTable wijken = Objects.requireNonNull(tables.get(City.WIJKEN));
        assertThat(wijken.rows()).hasSize(32);
        assertThat(figure(wijken, "bezoeken", "WK051807", "Wijk 7", "2026KW01")).isEqualTo(CellValue.of(0));
        assertThat(figure(wijken, "bezoeken", "WK051801", "Wijk 1", "2026KW01")).isInstanceOf(CellValue.Missing.class);
        // three volunteers are few
        assertThat(figure(wijken, "vrijwilligers", "WK051805", "Wijk 5", "2026KW01"))
                .isInstanceOf(CellValue.Suppressed.class);
        assertThat(figure(wijken, "vrijwilligersuren", "WK051805", "Wijk 5", "2026KW01"))
                .isInstanceOf(CellValue.Suppressed.class);
    }

    /** Some rows of wijk 5 were refused: large counts are shown as received, and small ones are hidden. */
    @Test
    void publicTables_incompleteFigures_areShownAsReceivedOrHidden() {
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        City.row(rows, 5, "2026KW01", "jong", new long[] {203, 101, 3, 1050});
        City.row(rows, 6, "2026KW01", "jong", new long[] {203, 101, 30, 1050});
        rows.acceptRejected(new RejectedRows(
                List.of(Set.of(City.wijk(5)), Set.of("2026KW01"), Set.of("jong")),
                Collections.nCopies(5, OptionalLong.empty()),
                1,
                OptionalLong.of(7)));
        ResultTable wijken = Objects.requireNonNull(
                open(CountedCells.of(counted().plan(), rows.build())).get(City.WIJKEN));
        assertThat(figure(wijken, "bezoeken", "WK051805", "Wijk 5", "2026KW01"))
                .isEqualTo(new CellValue.Incomplete(
                        Optional.of(BigDecimal.valueOf(205)), Optional.empty(), Optional.empty()));
        assertThat(figure(wijken, "bezoeken", "WK051806", "Wijk 6", "2026KW01")).isEqualTo(CellValue.of(205));
        assertThat(figure(wijken, "vrijwilligers", "WK051805", "Wijk 5", "2026KW01"))
                .isInstanceOf(CellValue.Suppressed.class);
        assertThat(wijken.figure("bezoeken", "WK051806", "Wijk 6", "2026KW01")
                        .orElseThrow()
                        .cellsKnown())
                .isEqualTo(1);
        assertThat(wijken.figure("bezoeken", "WK051806", "Wijk 6", "2026KW01")
                        .orElseThrow()
                        .cellsMissing())
                .isZero();
        Figure missing =
                wijken.figure("bezoeken", "WK051801", "Wijk 1", "2026KW01").orElseThrow();
        assertThat(missing.cellsKnown()).isZero();
        assertThat(missing.cellsMissing()).isEqualTo(1);
    }

    private static CellValue figure(ResultTable table, String series, String... key) {
        return table.figure(series, key).orElseThrow().value();
    }
}
