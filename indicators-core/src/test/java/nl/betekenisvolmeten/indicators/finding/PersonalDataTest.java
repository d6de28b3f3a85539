package nl.betekenisvolmeten.indicators.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import nl.betekenisvolmeten.indicators.finding.PersonalData.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private static void assertOrdinary(String text) {
        assertThat(PersonalData.find(text)).as(text).isEmpty();
        assertThat(PersonalData.mask(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Taalcafé De Regenboog (ochtend)",
                "12 meetings in 2026",
                "€ 1.250.000",
                "10-12 uur",
                "kamer 123456",
                "91000053",
                "WK051801",
                "67+, 12-17 en 0-11",
                "In 2026 kwamen 1200 bezoekers; in 2025 waren dat er 1100.",
                "38 locaties, 22 keurmerken, 29.000 inwoners",
                "ma 09.30-11.00, di 13.00-15.30",
                "[BSN] [E-MAIL] [TELEFOON] [IBAN] [ADRES] [GEBOORTEDATUM]",
            })
    void mask_ordinaryText_isTheSameObject(String text) {
        assertOrdinary(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            １２３４５６７８２              | [BSN]
            ١٢٣٤٥٦٧٨٢              | [BSN]
            x 123\u200B456\u00AD782 y       | x [BSN] y
            06\u201112345678                | [TELEFOON]
            06\u00A012\u00A034\u00A056\u00A078 | [TELEFOON]
            0\u20E36\uFE0F\u20E312345678     | [TELEFOON]
            jan＠example．org            | [E-MAIL]
            é 2511\u2009BT 70              | é [ADRES]
            \uD835\uDFCF23456782 ok         | [BSN] ok
            """)
    void mask_otherWaysToWriteADigit_areSeenThrough(String text, String masked) {
        assertThat(PersonalData.mask(text)).isEqualTo(masked);
    }

    @Test
    void mask_severalKinds_hidesEach() {
        String text =
                "Jan, geb. 12-03-1984, BSN 111222333, jan@example.org, 06-12345678, NL20INGB0001234567, 2511 BT 70";
        assertThat(PersonalData.mask(text))
                .isEqualTo("Jan, geb. [GEBOORTEDATUM], BSN [BSN], [E-MAIL], [TELEFOON], [IBAN], [ADRES]");
        assertThat(PersonalData.find(text)).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void mask_valuesThatTouch_hidesWhatIsFreed() {
        assertThat(PersonalData.mask("070 353 50 00 2511 BT")).isEqualTo("[TELEFOON] [ADRES]");
        assertThat(PersonalData.mask("2511 BT 06-12345678 123456782")).isEqualTo("[ADRES] [TELEFOON] [BSN]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a@",
                "a@b.",
                "a.",
                "1",
                "0",
                "01",
                "0 6",
                "06-",
                "1 ",
                "111 ",
                "111-222-",
                "111 222 333 06-12345678 ",
                "NL91",
                "NL91 ABNA ",
                "AB12 ",
                "2511 BT ",
                "2511BT",
                "Spui 70, 2511 BT ",
                "geb. ",
                "geb. 12-03-1984, ",
                "12-03-1984, ",
                "bsn ",
                "bsn 12345678, ",
                "123456782 ",
                "(at) ",
                "a [at] b [dot] ",
                "postbus ",
                "\u200B",
                "１",
            })
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void mask_longRepetition_isLinear(String part) {
        String text = part.repeat(100_000 / part.length());
        for (String whole : new String[] {text, text + "@", "geb. " + text, "bsn " + text + "x"}) {
            String masked = PersonalData.mask(whole);
            assertThat(PersonalData.find(masked)).isEmpty();
        }
    }

    @Test
    void bsn_withPoints_countsOnlyWhereItStandsAlone() {
        assertThat(PersonalData.find("111.222.333")).containsExactly(PersonalData.Kind.BSN);
        assertThat(PersonalData.mask(" 111.222.333 ")).doesNotContain("222");
        assertThat(PersonalData.find("begroot is 111.222.333 euro")).isEmpty();
        assertThat(PersonalData.find("123.456.789")).isEmpty();
    }
}
