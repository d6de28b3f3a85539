package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaCodeTest {

    private static final AreaCode DEN_HAAG = AreaCode.of("GM0518");

    @ParameterizedTest
    @CsvSource({
        "GM0518,GEMEENTE",
        "WK051805,WIJK",
        "BU05180170,BUURT",
        "SD0518-CENTRUM,STADSDEEL",
        "SD0518-HAAGSE-HOUT,STADSDEEL"
    })
    void level_ofEachKind_andItsGemeente(String text, AreaLevel level) {
        AreaCode code = AreaCode.of(text);
        assertThat(code.level()).isEqualTo(level);
        assertThat(code.gemeente()).isEqualTo(DEN_HAAG);
        assertThat(code).hasToString(text);
    }

    @Test
    void wijk_ofABuurt_fromItsDigits() {
        assertThat(AreaCode.of("BU05180170").wijk()).contains(AreaCode.of("WK051801"));
        assertThat(AreaCode.of("WK051801").wijk()).contains(AreaCode.of("WK051801"));
        assertThat(DEN_HAAG.wijk()).isEmpty();
        assertThat(AreaCode.of("SD0518-CENTRUM").wijk()).isEmpty();
    }

    @Test
    void parse_trailingBlanksOfStatLine_dropped() {
        assertThat(AreaCode.parse("GM0518    ")).contains(DEN_HAAG);
        assertThat(AreaCode.parse("WK051805  ")).contains(AreaCode.of("WK051805"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GM",
                "GM518",
                "0518",
                "051805",
                "36301",
                "GM05181",
                "WK05180",
                "WK0518051",
                "BU0518017",
                "wk051805",
                " WK051805",
                "WK0518O5",
                "XX0518",
                "SD0518",
                "SD0518-",
                "SD0518-Centrum",
                "SD0518-A--B",
                "SD0518--A",
                "SD0518-A-",
                "SD0518 CENTRUM",
                "NL00"
            })
    void parse_otherShapes_empty(String text) {
        assertThat(AreaCode.parse(text)).isEmpty();
        assertThatThrownBy(() -> AreaCode.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "Centrum,SD0518-CENTRUM",
        "Haagse Hout,SD0518-HAAGSE-HOUT",
        "Leidschenveen-Ypenburg,SD0518-LEIDSCHENVEEN-YPENBURG",
        "'Één & twee (oud)',SD0518-EEN-TWEE-OUD"
    })
    void ofStadsdeel_aName_capitalsAndHyphens(String name, String code) {
        assertThat(AreaCode.ofStadsdeel(DEN_HAAG, name)).isEqualTo(AreaCode.of(code));
    }

    @Test
    void ofStadsdeel_noGemeenteOrNoLetters_refused() {
        assertThatThrownBy(() -> AreaCode.ofStadsdeel(AreaCode.of("WK051805"), "Centrum"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WK051805");
        assertThatThrownBy(() -> AreaCode.ofStadsdeel(DEN_HAAG, " 1 "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("' 1 '");
    }

    @Test
    void region_ofMunicipalities_isTheLargestLevelAndLiesInNone() {
        AreaCode region = AreaCode.of("RG-HAAGLANDEN");
        assertThat(region.level()).isEqualTo(AreaLevel.REGIO);
        assertThat(region.level()).isGreaterThan(DEN_HAAG.level());
        assertThat(region.wijk()).isEmpty();
        assertThatThrownBy(region::gemeente)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("RG-HAAGLANDEN");
        assertThat(AreaCode.parse("RG-")).isEmpty();
        assertThat(AreaCode.parse("RG-A--B")).isEmpty();
    }
}
