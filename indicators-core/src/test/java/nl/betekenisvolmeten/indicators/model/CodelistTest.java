package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodelistTest {

    private static final LocalizedText TITLE = LocalizedText.of("Leeftijdsgroep", "Age group");

    private static Codelist.Item item(String code, String nl, String en, String... aliases) {
        return new Codelist.Item(code, LocalizedText.of(nl, en), List.of(aliases));
    }

    private static final Codelist AGES = Codelist.of(
            "leeftijdsgroep",
            TITLE,
            List.of(
                    item("0-11", "0 tot en met 11 jaar", "0 to 11 years"),
                    item("12-17", "12 tot en met 17 jaar", "12 to 17 years"),
                    item("67+", "67 jaar of ouder", "67 years and over", "AOW'ers"),
                    item("onbekend", "Niet gevraagd", "Unknown")));

    private static final Codelist GROUPS = Codelist.of(
            "doelgroep",
            LocalizedText.of("Doelgroep", "Target group"),
            List.of(
                    item("OUDEREN", "Ouderen", "Older people", "senioren", "65-plus"),
                    item("OUDERS", "Ouders en verzorgers", "Parents and carers"),
                    item("JEUGD", "Jeugd", "Youth"),
                    item("GGZ", "Psychisch kwetsbaar", "Mental health")));

    @Test
    void find_exactCodeOnly() {
        assertThat(AGES.contains("12-17")).isTrue();
        assertThat(AGES.contains("12 - 17")).isFalse();
        assertThat(AGES.find("Onbekend")).isEmpty();
        assertThat(AGES.find("onbekend").map(Codelist.Item::code)).contains("onbekend");
    }

    @ParameterizedTest
    @CsvSource({"12 \u2013 17,12-17", "\u00a067 +,67+", "ONBEKEND,onbekend", "0\u221211,0-11"})
    void findIgnoringNotation_caseBlanksDashes_theCode(String text, String code) {
        assertThat(AGES.findIgnoringNotation(text).map(Codelist.Item::code)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"67", "1217", "12/17", "''"})
    void findIgnoringNotation_anotherText_empty(String text) {
        assertThat(AGES.findIgnoringNotation(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "senioren,OUDEREN",
        "Seniorén,OUDEREN",
        "65 plus,OUDEREN",
        "Ouders & verzorgers,OUDERS",
        "ouders/verzorgers,OUDERS",
        "PARENTS AND CARERS,OUDERS",
        "youth,JEUGD"
    })
    void findByNameOrAlias_writtenOtherwise_theItem(String text, String code) {
        assertThat(GROUPS.findByNameOrAlias(text).map(Codelist.Item::code)).contains(code);
    }

    @Test
    void findByNameOrAlias_aCode_isNoName() {
        assertThat(GROUPS.findByNameOrAlias("GGZ")).isEmpty();
        assertThat(AGES.findByNameOrAlias("67+")).isEmpty();
    }

    @Test
    void nearest_misspelt_bestFirst() {
        assertThat(GROUPS.nearest("oudern", 3)).extracting(Codelist.Item::code).containsExactly("OUDEREN", "OUDERS");
        assertThat(GROUPS.nearest("oudern", 1)).extracting(Codelist.Item::code).containsExactly("OUDEREN");
        assertThat(GROUPS.nearest("mental helth", 3))
                .extracting(Codelist.Item::code)
                .containsExactly("GGZ");
        assertThat(GROUPS.nearest("volwassenen", 3)).isEmpty();
    }

    private static void assertRefused(List<Codelist.Item> items, String... named) {
        assertThatThrownBy(() -> Codelist.of("lijst", TITLE, items))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(named);
    }

    @Test
    void of_ambiguous_refused() {
        Codelist.Item one = item("EEN", "Een", "One");
        assertRefused(List.of(one, one), "'EEN'");
        assertRefused(List.of(one, item("een", "Ander", "Other")), "'EEN'", "'een'");
        assertRefused(List.of(one, item("TWEE", "één", "Two")), "EEN", "TWEE");
        assertRefused(List.of(one, item("TWEE", "Twee", "Two", "ONE")), "EEN", "TWEE", "ONE");
        assertRefused(List.of(one, item("TWEE", "Twee", "Two", "e e n")), "EEN", "TWEE");
        assertRefused(List.of(), "lijst");
        assertThatThrownBy(() -> Codelist.of(" ", TITLE, List.of(one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a code list must have a name and codes");
    }

    @Test
    void item_blankParts_refused() {
        assertThatThrownBy(() -> item("", "x", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a code must not be empty or have blanks around it: ''");
        assertThatThrownBy(() -> item("A\u00a0", "x", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a code must not be empty or have blanks around it: 'A '");
        assertThatThrownBy(() -> item("A", "x", "x", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a blank alias of A");
    }

    @Test
    void equals_sameContents() {
        Codelist same = Codelist.of(AGES.id(), AGES.title(), AGES.items());
        assertThat(same).isEqualTo(AGES).hasSameHashCodeAs(AGES).isNotEqualTo(GROUPS);
        assertThat(AGES).hasToString("leeftijdsgroep (4 codes)");
    }

    private static AreaHierarchy hierarchy(String city, String name, String... areas) {
        List<Area> all =
                new ArrayList<>(List.of(new Area(AreaCode.of("GM" + city), name, List.of(), Optional.empty())));
        for (String area : areas) {
            String[] parts = area.split("=");
            all.add(new Area(AreaCode.of(parts[0]), parts[1], List.of(), Optional.of(AreaCode.of("GM" + city))));
        }
        return AreaHierarchy.of(name, 2026, all);
    }

    @Test
    void ofAreas_sameNames_areToldApartByLevelAndMunicipality() {
        Codelist areas = Codelist.ofAreas("gebied", TITLE, List.of())
                .withAreas(List.of(
                        hierarchy("0518", "Den Haag", "SD0518-CENTRUM=Centrum", "WK051828=Centrum"),
                        hierarchy("0392", "Haarlem", "SD0392-CENTRUM=Centrum", "WK039201=Centrum")));
        assertThat(areas.items().stream()
                        .map(item -> item.code() + " " + item.name().nl()))
                .containsExactly(
                        "GM0518 Den Haag",
                        "GM0392 Haarlem",
                        "SD0518-CENTRUM Centrum",
                        "SD0392-CENTRUM Centrum (Haarlem)",
                        "WK051828 Centrum (wijk)",
                        "WK039201 Centrum (wijk, Haarlem)");
        assertThat(AGES.withAreas(List.of())).isSameAs(AGES);
    }
}
