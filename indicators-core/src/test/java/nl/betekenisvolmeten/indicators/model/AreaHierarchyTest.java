package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaHierarchyTest {

    private static final AreaCode DEN_HAAG = AreaCode.of("GM0518");
    private static final AreaCode CENTRUM = AreaCode.of("SD0518-CENTRUM");
    private static final AreaCode LEIDSCHENVEEN = AreaCode.of("SD0518-LEIDSCHENVEEN-YPENBURG");
    private static final AreaCode SCHEVENINGEN = AreaCode.of("SD0518-SCHEVENINGEN");
    private static final AreaCode SCHILDERSBUURT = AreaCode.of("WK051829");
    private static final AreaCode BUURT = AreaCode.of("BU05182915");
    private static final AreaCode ELSEWHERE = AreaCode.of("WK039201");

    private static final List<Area> AREAS = List.of(
            Area.of(BUURT, "Schildersbuurt-West", SCHILDERSBUURT),
            Area.of(SCHILDERSBUURT, "Schildersbuurt", CENTRUM).withAliases(List.of("Schilderswijk")),
            Area.of(AreaCode.of("WK051828"), "Wijk 28 Centrum", CENTRUM),
            Area.of(AreaCode.of("WK051805"), "Archipelbuurt", CENTRUM),
            Area.of(AreaCode.of("WK051809"), "Geuzen- en Statenkwartier", SCHEVENINGEN),
            Area.of(CENTRUM, "Centrum", DEN_HAAG),
            Area.of(SCHEVENINGEN, "Scheveningen", DEN_HAAG),
            Area.of(LEIDSCHENVEEN, "Leidschenveen-Ypenburg", DEN_HAAG),
            Area.of(DEN_HAAG, "Den Haag").withAliases(List.of("'s-Gravenhage")));

    private static final AreaHierarchy HIERARCHY = AreaHierarchy.of("denhaag", 2025, AREAS);

    @ParameterizedTest
    @CsvSource({
        "Archipelbuurt,WK051805",
        "' ARCHIPELBUURT\u00a0',WK051805",
        "Archípelbuurt,WK051805",
        "Wijk 05 Archipelbuurt,WK051805",
        "wijk 5  archipelbuurt,WK051805",
        "Schilderswijk,WK051829",
        "Wijk 29 Schilderswijk,WK051829",
        "Geuzen en Statenkwartier,WK051809",
        "Geuzen-Statenkwartier,WK051809",
        "Geuzen\u2013Statenkwartier,WK051809",
        "Geuzen & Statenkwartier,WK051809",
        "Geuzen/Statenkwartier,WK051809",
        "Wijk 09 Geuzen- en Statenkwartier,WK051809",
        "Centrum,WK051828",
        "Wijk 28 Centrum,WK051828"
    })
    void findByName_aWijkWrittenOtherwise_thatWijk(String name, String code) {
        assertThat(HIERARCHY.findByName(AreaLevel.WIJK, name).map(Area::code)).contains(AreaCode.of(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "en", "Wijk 05", "Wijk 29 Archipelbuurt", "Archipel", "Schildersbuurt-West"})
    void findByName_noWijkOrAnothersNumber_empty(String name) {
        assertThat(HIERARCHY.findByName(AreaLevel.WIJK, name)).isEmpty();
    }

    @Test
    void findByName_sameNameOnTwoLevels_byLevel() {
        assertThat(HIERARCHY.findByName(AreaLevel.STADSDEEL, "centrum").map(Area::code))
                .contains(CENTRUM);
        assertThat(HIERARCHY
                        .findByName(AreaLevel.STADSDEEL, "Leidschenveen Ypenburg")
                        .map(Area::code))
                .contains(LEIDSCHENVEEN);
        assertThat(HIERARCHY
                        .findByName(AreaLevel.GEMEENTE, "\u2019s Gravenhage")
                        .map(Area::code))
                .contains(DEN_HAAG);
    }

    @Test
    void ancestor_upTheTree_orEmpty() {
        assertThat(HIERARCHY.ancestor(BUURT, AreaLevel.STADSDEEL)).contains(CENTRUM);
        assertThat(HIERARCHY.ancestor(BUURT, AreaLevel.BUURT)).contains(BUURT);
        assertThat(HIERARCHY.ancestor(CENTRUM, AreaLevel.WIJK)).isEmpty();
        assertThat(HIERARCHY.ancestor(ELSEWHERE, AreaLevel.GEMEENTE)).isEmpty();
    }

    @Test
    void isWithin_itselfAndBelow_notElsewhere() {
        assertThat(HIERARCHY.isWithin(BUURT, DEN_HAAG)).isTrue();
        assertThat(HIERARCHY.isWithin(SCHILDERSBUURT, SCHILDERSBUURT)).isTrue();
        assertThat(HIERARCHY.isWithin(SCHILDERSBUURT, SCHEVENINGEN)).isFalse();
        assertThat(HIERARCHY.isWithin(CENTRUM, SCHILDERSBUURT)).isFalse();
        assertThat(HIERARCHY.isWithin(ELSEWHERE, ELSEWHERE)).isFalse();
    }

    @Test
    void areas_inTheOrderOfTheirCodes() {
        assertThat(HIERARCHY.areas(AreaLevel.WIJK))
                .extracting(area -> area.code().value())
                .containsExactly("WK051805", "WK051809", "WK051828", "WK051829");
        assertThat(HIERARCHY.find(ELSEWHERE)).isEmpty();
        assertThat(HIERARCHY.find(BUURT)).contains(AREAS.get(0));
    }

    @Test
    void nearest_aMisspeltNameOrCode_orANumber() {
        List<Area> areas = HIERARCHY.areas(AreaLevel.WIJK);
        assertThat(AreaHierarchy.nearest("Schilderswjk", areas, 3))
                .extracting(Area::code)
                .containsExactly(SCHILDERSBUURT);
        assertThat(AreaHierarchy.nearest("WK05I829", areas, 1))
                .extracting(Area::code)
                .containsExactly(SCHILDERSBUURT);
        assertThat(List.of("29", "WK051829 - De Schilders", "bu05182911", "wijk Schildersbuurt"))
                .allSatisfy(text -> assertThat(AreaHierarchy.nearest(text, areas, 1))
                        .extracting(Area::code)
                        .containsExactly(SCHILDERSBUURT));
        assertThat(AreaHierarchy.nearest("WK0599", areas, 1)).isEmpty();
    }

    @Test
    void equals_sameContents_whateverTheOrder() {
        List<Area> reversed = new ArrayList<>();
        AREAS.forEach(area -> reversed.add(0, area));
        assertThat(AreaHierarchy.of("denhaag", 2025, reversed))
                .isEqualTo(HIERARCHY)
                .hasSameHashCodeAs(HIERARCHY)
                .isNotEqualTo(AreaHierarchy.of("denhaag", 2026, AREAS))
                .hasToString("denhaag 2025 (9 areas)");
    }

    private static void assertRefused(Area extra, String... named) {
        List<Area> areas = new ArrayList<>(AREAS);
        areas.add(extra);
        assertThatThrownBy(() -> AreaHierarchy.of("denhaag", 2025, areas))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(named);
    }

    @Test
    void of_codeTwice_refused() {
        assertRefused(Area.of(SCHILDERSBUURT, "Nog eens", CENTRUM), "WK051829");
    }

    @Test
    void of_unknownParent_refused() {
        assertRefused(
                Area.of(AreaCode.of("WK051832"), "Leyenburg", AreaCode.of("SD0518-ESCAMP")), "WK051832", "ESCAMP");
    }

    @Test
    void of_parentOfALowerLevel_refused() {
        assertRefused(Area.of(AreaCode.of("SD0518-LAAK"), "Laak", SCHILDERSBUURT), "SD0518-LAAK", "WK051829");
    }

    @Test
    void of_cycle_refused() {
        AreaCode one = AreaCode.of("SD0518-LAAK");
        AreaCode two = AreaCode.of("SD0518-ESCAMP");
        assertThatThrownBy(() ->
                        AreaHierarchy.of("x", 2025, List.of(Area.of(one, "Laak", two), Area.of(two, "Escamp", one))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("SD0518-LAAK", "SD0518-ESCAMP");
        assertRefused(Area.of(one, "Laak", one), "SD0518-LAAK");
    }

    @Test
    void of_parentAgainstTheCode_refused() {
        assertRefused(Area.of(AreaCode.of("BU05182811"), "Kortenbos", SCHILDERSBUURT), "BU05182811", "WK051829");
        assertRefused(Area.of(ELSEWHERE, "Oude Stad", CENTRUM), "WK039201", "SD0518-CENTRUM");
    }

    @Test
    void of_sameNameOnOneLevel_refused() {
        assertRefused(
                Area.of(AreaCode.of("WK051830"), "SCHILDERS-WIJK", CENTRUM).withAliases(List.of("schilderswijk")),
                "WK051830",
                "WK051829");
        assertRefused(Area.of(AreaCode.of("WK051830"), "Wijk 30 Archipelbuurt", CENTRUM), "WK051830", "WK051805");
    }

    @Test
    void of_aliasLikeItsOwnName_accepted() {
        Area area = Area.of(AreaCode.of("WK051812"), "Bomen- en Bloemenbuurt", SCHEVENINGEN)
                .withAliases(List.of("Bomen en Bloemenbuurt"));
        List<Area> areas = new ArrayList<>(AREAS);
        areas.add(area);
        assertThat(AreaHierarchy.of("denhaag", 2025, areas).find(area.code())).contains(area);
    }

    @Test
    void of_blankNames_refused() {
        assertThatThrownBy(() -> AreaHierarchy.of(" ", 2025, AREAS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not an id and a year of a hierarchy: ' ', 2025");
        assertThatThrownBy(() -> AreaHierarchy.of("x", 25, AREAS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("25");
        assertThatThrownBy(() -> Area.of(DEN_HAAG, "\u00a0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GM0518");
        assertThatThrownBy(() -> Area.of(DEN_HAAG, "Den Haag").withAliases(List.of("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name must not be blank");
    }
}
