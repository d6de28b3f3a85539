package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.aggregation.CellConditions.Relation;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how cells of agreements relate to each other and to groups. The first two wijken are in Noord. */
class CellConditionsTest {

    private static final TableStructure STRUCTURE = World.STRUCTURE;
    private static final Dimension REPORTER = STRUCTURE.dimensions().get(0);
    private static final Dimension PLACE = STRUCTURE.dimensions().get(1);
    private static final Dimension TIME = STRUCTURE.dimensions().get(2);
    private static final Dimension ACTIVITY = STRUCTURE.dimensions().get(3);

    /** Reads conditions from a text such as {@code wijk=WK051801;periode=2026KW01}, in that order. */
    private static Map<String, String> where(String text) {
        Map<String, String> where = new LinkedHashMap<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(";")) {
            where.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        return where;
    }

    private static CellConditions cell(TableStructure structure, String where) {
        return CellConditions.of(structure, where(where)).orElseThrow();
    }

    private static CellConditions cell(String where) {
        return cell(STRUCTURE, where);
    }

    @ParameterizedTest
    @CsvSource({
        "wijk=WK051801, wijk=WK051801, SAME",
        "wijk=WK051801, wijk=WK051802, OTHER",
        "wijk=WK051801, '', FINER",
        "wijk=WK051801, stadsdeel=SD0518-NOORD, FINER",
        "wijk=WK051801, wijk=SD0518-NOORD, FINER",
        "wijk=WK051803, stadsdeel=SD0518-NOORD, OTHER",
        "stadsdeel=SD0518-NOORD, stadsdeel=SD0518-ZUID, OTHER",
        "stadsdeel=SD0518-NOORD, gemeente=GM0518, FINER",
        "gemeente=GM0518, '', SAME",
        "periode=2026KW01, periode=2026KW01, SAME",
        "periode=2026KW01, periode=2026KW02, OTHER",
        "periode=2026KW02, halfjaar=2026HJ01, FINER",
        "periode=2026KW03, halfjaar=2026HJ01, OTHER",
        "halfjaar=2026HJ01, jaar=2026, FINER",
        "halfjaar=2026HJ01, jaar=2025, OTHER",
        "jaar=2026, jaar=2026JJ00, SAME",
        "jaar=2026, '', FINER",
        "activiteit=inloop, '', FINER",
        "activiteit=inloop, activiteit=inloop, SAME",
        "activiteit=inloop, activiteit=taalcafe, OTHER",
        "activiteit=inloop, leeftijdsgroep=67+, OTHER",
        "activiteit=inloop;leeftijdsgroep=67+, leeftijdsgroep=67+, FINER",
        "wijk=WK051801;jaar=2026, stadsdeel=SD0518-NOORD;jaar=2026, FINER",
        "wijk=WK051801;periode=2026KW01, stadsdeel=SD0518-NOORD;jaar=2026, FINER",
        "wijk=WK051801;jaar=2026, stadsdeel=SD0518-NOORD;periode=2026KW01, OTHER",
        "wijk=WK051801;activiteit=inloop, wijk=WK051801, FINER",
    })
    void relation_ofOneToTheOther_andTheOtherWayRound(String one, String other, Relation expected) {
        assertThat(cell(one).to(cell(other), REPORTER)).isEqualTo(expected);
        Relation back = switch (expected) {
            case FINER -> Relation.COARSER;
            case COARSER -> Relation.FINER;
            case SAME, OTHER -> expected;
        };
        assertThat(cell(other).to(cell(one), REPORTER)).isEqualTo(back);
    }

    /** A cell's condition on the dimension of the parts does not affect whether a part lies in the cell. */
    @Test
    void relation_leavesOutTheDimensionOfTheParts() {
        String one = "wijk=WK051801;periode=2026KW01;activiteit=inloop";
        assertThat(cell(one).to(cell("wijk=WK051802;periode=2026KW01;activiteit=inloop"), PLACE))
                .isEqualTo(Relation.SAME);
        assertThat(cell(one).to(cell("wijk=WK051801;periode=2026KW02;activiteit=inloop"), TIME))
                .isEqualTo(Relation.SAME);
        assertThat(cell(one).to(cell("wijk=WK051801;periode=2026KW01;activiteit=taalcafe"), ACTIVITY))
                .isEqualTo(Relation.SAME);
    }

    /** The smallest of nested areas or periods counts, in any order. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "wijk=WK051801;stadsdeel=SD0518-NOORD;periode=2026KW01;jaar=2026",
                "jaar=2026;periode=2026KW01;stadsdeel=SD0518-NOORD;wijk=WK051801",
            })
    void smallestAreaAndPeriod_count(String where) {
        assertThat(cell(where).key()).containsExactly("WK051801", "2026KW01");
        assertThat(cell(where).groupings())
                .containsExactly(
                        new Grouping.ByArea("own area", World.WIJK, AreaLevel.WIJK),
                        new Grouping.ByPeriod("own period", World.PERIOD, PeriodKind.QUARTER));
    }

    @Test
    void keyAndGroupings_ofAStadsdeelAYearAndOtherColumns() {
        CellConditions cell = cell("leeftijdsgroep=67+;deel=SD0518-ZUID;jaar=2026;activiteit=inloop");
        assertThat(cell.key()).containsExactly("SD0518-ZUID", "2026JJ00", "inloop", "67+");
        assertThat(cell.groupings())
                .containsExactly(
                        new Grouping.ByArea("own area", World.WIJK, AreaLevel.STADSDEEL),
                        new Grouping.ByPeriod("own period", World.PERIOD, PeriodKind.YEAR),
                        new Grouping.ByColumn(World.ACTIVITY),
                        new Grouping.ByColumn(World.AGE));
        assertThat(cell("gemeente=GM0518").key()).isEmpty();
        assertThat(cell("gemeente=GM0518").groupings()).isEmpty();
    }

    /** In an area or period column, a code that is neither an area nor a period is a code like any other. */
    @Test
    void codesOfPlaceAndTimeThatAreNone_areCodes() {
        CellConditions cell = cell("wijk=WK999999;periode=ooit");
        assertThat(cell.key()).containsExactly("ooit", "WK999999");
        assertThat(cell.to(cell(""), REPORTER)).isEqualTo(Relation.FINER);
        assertThat(cell("activiteit=2026KW01").to(cell("periode=2026KW01"), REPORTER))
                .isEqualTo(Relation.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"stadsdeel=Noord", "stadsdeel=SD0518-WEST", "Mijn wijk=WK059901", "jaar=26", "jaar=20266", "x=y"
            })
    void conditionAboutNothingInTheTable_isNone(String where) {
        assertThat(CellConditions.of(STRUCTURE, where(where))).isEmpty();
    }

    @Test
    void conditionsOfATableWithoutPlacesOrTime_areItsColumns() {
        TableStructure small = new TableStructure(List.of(REPORTER, ACTIVITY), STRUCTURE.measures());
        assertThat(cell(small, "activiteit=inloop").key()).containsExactly("inloop");
        assertThat(CellConditions.of(small, where("jaar=2026"))).isEmpty();
        assertThat(CellConditions.of(small, where("stadsdeel=SD0518-NOORD"))).isEmpty();
    }

    private static final AggregationPlan PLAN = AggregationPlan.by(STRUCTURE)
            .withGroupings(List.of(
                    new Grouping.ByArea("stadsdeel", World.WIJK, AreaLevel.STADSDEEL),
                    new Grouping.ByPeriod("jaar", World.PERIOD, PeriodKind.YEAR),
                    new Grouping.ByColumn(World.ACTIVITY)));

    private static CellConditions group(Selection where, String... key) {
        return CellConditions.of(PLAN, List.of(key), where);
    }

    @Test
    void group_isACellToo() {
        CellConditions group = group(Selection.all(), "SD0518-NOORD", "2026JJ00", "inloop");
        assertThat(group.key()).containsExactly("SD0518-NOORD", "2026JJ00", "inloop");
        assertThat(group.to(cell("stadsdeel=SD0518-NOORD;jaar=2026;activiteit=inloop"), REPORTER))
                .isEqualTo(Relation.SAME);
        assertThat(group.to(cell("wijk=WK051801;periode=2026KW01;activiteit=inloop"), REPORTER))
                .isEqualTo(Relation.COARSER);
        assertThat(group.to(cell("jaar=2026"), REPORTER)).isEqualTo(Relation.FINER);
        // rows without a known area are a separate group
        assertThat(group(Selection.all(), World.UNKNOWN, "2026JJ00", "inloop").key())
                .containsExactly("2026JJ00", "inloop", World.UNKNOWN);
    }

    @Test
    void groupByColumns_isACellToo() {
        AggregationPlan columns = AggregationPlan.by(STRUCTURE)
                .withGroupings(List.of(new Grouping.ByColumn(World.WIJK), new Grouping.ByColumn(World.PERIOD)));
        CellConditions group = CellConditions.of(columns, List.of("WK051801", "2026KW01"), Selection.all());
        assertThat(group.to(cell("stadsdeel=SD0518-NOORD;periode=2026KW01"), REPORTER))
                .isEqualTo(Relation.FINER);
        assertThat(group.to(cell("wijk=WK051801;periode=2026KW01"), REPORTER)).isEqualTo(Relation.SAME);
    }

    /** A selection of several codes contains each of them; a selected area or period is a condition like any other. */
    @Test
    void selectedCodes_areConditions() {
        CellConditions young =
                group(Selection.of(Map.of(World.AGE, Set.of("0-17", "18-66"))), "SD0518-NOORD", "2026JJ00", "inloop");
        assertThat(young.to(cell("stadsdeel=SD0518-NOORD;jaar=2026;activiteit=inloop"), REPORTER))
                .isEqualTo(Relation.FINER);
        assertThat(young.to(cell("stadsdeel=SD0518-NOORD;jaar=2026;activiteit=inloop;leeftijdsgroep=0-17"), REPORTER))
                .isEqualTo(Relation.COARSER);
        assertThat(young.to(cell("stadsdeel=SD0518-NOORD;jaar=2026;activiteit=inloop;leeftijdsgroep=67+"), REPORTER))
                .isEqualTo(Relation.OTHER);
        CellConditions one = group(
                Selection.of(Map.of(World.WIJK, Set.of("WK051801"), World.PERIOD, Set.of("2026KW01"))),
                "SD0518-NOORD",
                "2026JJ00",
                "inloop");
        assertThat(one.key()).containsExactly("WK051801", "2026KW01", "inloop");
    }

    /** Two municipalities, and a column that holds names. */
    @Test
    void oneOfTwoMunicipalities_isAnArea() {
        AreaCode here = AreaCode.of("GM0518");
        AreaCode there = AreaCode.of("GM0599");
        AreaHierarchy two = AreaHierarchy.of(
                "test",
                2026,
                List.of(
                        Area.of(here, "Stad"),
                        Area.of(there, "Dorp"),
                        Area.of(AreaCode.of("WK051801"), "Centrum", here),
                        Area.of(AreaCode.of("WK059901"), "Kern", there)));
        TableStructure structure = new TableStructure(
                List.of(REPORTER, new Dimension.Place(World.WIJK, two, AreaLevel.WIJK, true)), STRUCTURE.measures());
        assertThat(cell(structure, "gemeente=GM0518").key()).containsExactly("GM0518");
        assertThat(cell(structure, "wijk=Centrum").key()).containsExactly("WK051801");
        assertThat(cell(structure, "wijk=WK051801").to(cell(structure, "wijk=Centrum"), REPORTER))
                .isEqualTo(Relation.SAME);
        assertThat(cell(structure, "wijk=Kern").to(cell(structure, "gemeente=GM0599"), REPORTER))
                .isEqualTo(Relation.FINER);
        assertThat(cell(structure, "wijk=Kern").to(cell(structure, "gemeente=GM0518"), REPORTER))
                .isEqualTo(Relation.OTHER);
    }

    private static boolean holdsFirstTimes(String where, PeriodKind length, ColumnName... at) {
        return cell(where).holdsFirstTimes(new Measure.FirstIn(length, List.of(at), World.PERSONS));
    }

    /** First visits to a wijk in a year are counted from January, in the whole wijk. */
    @ParameterizedTest
    @CsvSource({
        "wijk=WK051801;periode=2026KW01, true",
        "wijk=WK051801;periode=2026HJ01, true",
        "wijk=WK051801;jaar=2026, true",
        "wijk=WK051801;periode=2026KW02, false",
        "wijk=WK051801;periode=2026HJ02, false",
        "wijk=WK051801, false",
        "jaar=2026, false",
        "stadsdeel=SD0518-NOORD;jaar=2026, false",
        "wijk=WK051801;jaar=2026;activiteit=inloop, false",
    })
    void firstTimes_fromTheStartOfTheYearInOnePlace(String where, boolean all) {
        assertThat(holdsFirstTimes(where, PeriodKind.YEAR, World.ORGANISATION, World.WIJK))
                .isEqualTo(all);
    }

    @Test
    void firstTimes_inAHalfYearAnywhere() {
        assertThat(holdsFirstTimes("periode=2026KW03", PeriodKind.HALF_YEAR, World.ORGANISATION))
                .isTrue();
        assertThat(holdsFirstTimes("halfjaar=2026HJ02", PeriodKind.HALF_YEAR, World.ORGANISATION))
                .isTrue();
        assertThat(holdsFirstTimes("jaar=2026", PeriodKind.HALF_YEAR, World.ORGANISATION))
                .isFalse();
        assertThat(holdsFirstTimes("wijk=WK051801;periode=2026KW03", PeriodKind.HALF_YEAR, World.ORGANISATION))
                .isFalse();
    }
}
