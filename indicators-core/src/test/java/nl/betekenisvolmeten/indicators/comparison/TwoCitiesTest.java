package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Areas of two municipalities in one list of areas: each is compared with its own. */
class TwoCitiesTest {

    private static final AreaCode STAD = AreaCode.of("GM9999");
    private static final AreaCode DORP = AreaCode.of("GM9998");
    private static final AreaCode OOST = AreaCode.of("SD9999-OOST");
    private static final AreaCode WEST = AreaCode.of("SD9999-WEST");
    private static final AreaCode NOORD = AreaCode.of("SD9998-NOORD");
    private static final AreaCode MIDDEN = AreaCode.of("SD9998-MIDDEN");

    private static final AreaHierarchy AREAS = AreaHierarchy.of(
            "test",
            2026,
            List.of(
                    Area.of(STAD, "Stad"),
                    Area.of(DORP, "Dorp"),
                    Area.of(OOST, "Oost", STAD),
                    Area.of(WEST, "West", STAD),
                    Area.of(NOORD, "Noord", DORP),
                    Area.of(MIDDEN, "Midden", DORP),
                    Area.of(AreaCode.of("WK999901"), "Haven", OOST),
                    Area.of(AreaCode.of("WK999903"), "Markt", WEST),
                    Area.of(AreaCode.of("WK999801"), "Kerk", NOORD),
                    Area.of(AreaCode.of("WK999802"), "Plein", MIDDEN)));

    private static final Population PEOPLE = new Population(
            "test",
            Map.of(
                    OOST, SmallCity.figures(2_000),
                    WEST, SmallCity.figures(3_000),
                    NOORD, SmallCity.figures(4_000),
                    MIDDEN, SmallCity.figures(1_000)));

    private static TableStructure structure() {
        List<Dimension> dimensions = new ArrayList<>(SmallCity.STRUCTURE.dimensions());
        Dimension.Place wijk = (Dimension.Place) dimensions.get(1);
        dimensions.set(1, new Dimension.Place(wijk.name(), AREAS, AreaLevel.WIJK, false));
        return new TableStructure(dimensions, SmallCity.STRUCTURE.measures());
    }

    private static Comparison compare(Row... rows) {
        Indicator indicator =
                SmallCity.indicator("maat", SmallCity.VISITS_PER_1000, new Indicator.Direction.HigherIsBetter());
        return SmallCity.compare(ComparisonPlan.of(structure(), List.of(indicator), AreaLevel.STADSDEEL, PEOPLE), rows);
    }

    private static void assertCity(Comparison comparison, AreaCode area, String expected) {
        CellValue city = SmallCity.only(comparison, area).contrast().cityValue();
        assertThat(city.exact().orElseThrow()).isEqualByComparingTo(expected);
    }

    @Test
    void compare_eachArea_withItsOwnCity() {
        Comparison comparison = compare(
                Row.of("WK999901").with(VISITS, 20),
                Row.of("WK999903").with(VISITS, 30),
                Row.of("WK999801").with(VISITS, 150),
                Row.of("WK999802").with(VISITS, 50));
        // 50 visits on 5,000 inhabitants, and 200 on 5,000
        assertCity(comparison, OOST, "10");
        assertCity(comparison, WEST, "10");
        assertCity(comparison, NOORD, "40");
        assertCity(comparison, MIDDEN, "40");
        assertThat(SmallCity.only(comparison, OOST).assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        assertThat(SmallCity.findings(comparison, "BM-A03")).isEmpty();
    }

    @Test
    void compare_cityWhereNobodyReported_takesNothingOfTheOther() {
        Comparison comparison =
                compare(Row.of("WK999901").with(VISITS, 20), Row.of("WK999903").with(VISITS, 30));
        assertCity(comparison, OOST, "10");
        assertThat(SmallCity.only(comparison, NOORD).contrast().cityValue()).isEqualTo(new CellValue.Missing());
    }
}
