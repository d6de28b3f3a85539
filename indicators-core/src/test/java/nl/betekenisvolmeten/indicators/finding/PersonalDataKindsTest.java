package nl.betekenisvolmeten.indicators.finding;

import static org.assertj.core.api.Assertions.assertThat;

import nl.betekenisvolmeten.indicators.finding.PersonalData.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For each kind what is found and what only looks like it. */
class PersonalDataKindsTest {

    private static void assertMasked(String text, Kind kind, String masked) {
        assertThat(PersonalData.mask(text)).as(text).isEqualTo(masked);
        assertThat(PersonalData.find(text)).as(text).containsExactly(kind);
        assertThat(PersonalData.find(masked)).as(masked).isEmpty();
    }

    private static void assertOrdinary(String text) {
        assertThat(PersonalData.find(text)).as(text).isEmpty();
        assertThat(PersonalData.mask(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            111222333                           | [BSN]
            123456782                           | [BSN]
            999999990                           | [BSN]
            012345672                           | [BSN]
            000000000                           | [BSN]
            999999999                           | [BSN]
            Jan (1112.22.333) kwam              | Jan ([BSN]) kwam
            1112-22-333                         | [BSN]
            111 222 333                         | [BSN]
            111-222-333                         | [BSN]
            111 222 333 123 456 782             | [BSN] [BSN]
            kind123456782vader                  | kind[BSN]vader
            1,123456782                         | 1,[BSN]
            BSN 12345678                        | BSN [BSN]
            bsn: 123456789                      | bsn: [BSN]
            BSN-nummer is 1234.56.789           | BSN-nummer is [BSN]
            client_bsn=12 345 678               | client_bsn=[BSN]
            burgerservicenummer 123456789       | burgerservicenummer [BSN]
            burgerservicenr. 123456789          | burgerservicenr. [BSN]
            Sofinummer (12345678)               | Sofinummer ([BSN])
            sofi-nr 12345678                    | sofi-nr [BSN]
            bsn van mevrouw De Wit: 12345678    | bsn van mevrouw De Wit: [BSN]
            BSN 123456789, 12345678 en 87654321 | BSN [BSN], [BSN] en [BSN]
            """)
    void mask_bsn_isHidden(String text, String masked) {
        assertMasked(text, Kind.BSN, masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789",
                "12345678",
                "1111222333",
                "0111222333444",
                "RIS325085",
                "RIS123456782",
                "DPZ/110189755",
                "DPZ/123456782",
                "ocw 123456782",
                "begroot 111.222.333",
                "120 135 142 150",
                "111 222 333 444",
                "2026 12 345",
                "BSN staat niet in de lijst; 12345678",
                "geen BSN, KvK 91000053",
                "BSN gevraagd aan 12 bezoekers op 12-03-2026",
            })
    void find_otherNumbers_areNoBsn(String text) {
        assertOrdinary(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            06-12345678                        | [TELEFOON]
            0612345678                         | [TELEFOON]
            06 12 34 56 78                     | [TELEFOON]
            06.12.34.56.78                     | [TELEFOON]
            +31 70 353 50 00                   | [TELEFOON]
            +31 (0)6 1234 5678                 | [TELEFOON]
            +31 (0) 70 - 353 50 00             | [TELEFOON]
            +31 06 12345678                    | [TELEFOON]
            +31612345678                       | [TELEFOON]
            0031612345678                      | [TELEFOON]
            00 31 6 12345678                   | [TELEFOON]
            Ra0031203276853                    | Ra[TELEFOON]
            070-3535000                        | [TELEFOON]
            (070) 353 50 00                    | [TELEFOON]
            0(70) 3535000                      | [TELEFOON]
            0174-123456                        | [TELEFOON]
            088 1234567                        | [TELEFOON]
            bel 06-12345678 of 070/3535000.    | bel [TELEFOON] of [TELEFOON].
            070-3535000/06-12345678            | [TELEFOON]/[TELEFOON]
            tel0612345678, 12 keer             | tel[TELEFOON], 12 keer
            op 12-03-2026 belde 06-12345678    | op 12-03-2026 belde [TELEFOON]
            """)
    void mask_phone_isHidden(String text, String masked) {
        assertMasked(text, Kind.PHONE, masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14070",
                "14 070",
                "00612345678",
                "06123456789",
                "0012345678",
                "0800-1234",
                "op 12-06-2026 10.30 uur",
                "06-11-2026 10.30 uur",
                "12-03-2026 10.30 uur",
                "2026-06-12 10.30.10",
                "06.30 10.30 11.00",
                "09.00 10.30 11.00",
                "0.123456784",
                "0 12 34 56 78 9",
                "RIS0612345678",
            })
    void find_otherNumbers_areNoPhone(String text) {
        assertOrdinary(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jan.de-wit+taal@example.org       | [E-MAIL]
            JAN@EXAMPLE.ORG                   | [E-MAIL]
            Mail jan_1@mail.example.nl.       | Mail [E-MAIL].
            <jan@example.org>                 | <[E-MAIL]>
            renée@voorbeeld.nl                | [E-MAIL]
            123456782@example.org             | [E-MAIL]
            jan (at) example.org              | [E-MAIL]
            jan[at]example punt nl            | [E-MAIL]
            Jan {AT} example [dot] org        | [E-MAIL]
            jan @ example.org                 | [E-MAIL]
            jan[apenstaartje]voorbeeld.nl     | [E-MAIL]
            a@b.nl;c@d.nl                     | [E-MAIL];[E-MAIL]
            """)
    void mask_email_isHidden(String text, String masked) {
        assertMasked(text, Kind.EMAIL, masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"www.denhaag.nl", "volg ons @denhaag", "jan@voorbeeld", "3 @ 5 euro", "(at) home.", "a@1.2"})
    void find_otherSigns_areNoEmail(String text) {
        assertOrdinary(text);
    }

    /** The Belgian, German, British, Maltese and Norwegian numbers are the examples in the IBAN registry of SWIFT. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NL91 ABNA 0417 1643 00               | [IBAN]
            NL20INGB0001234567                   | [IBAN]
            nl91abna0417164300                   | [IBAN]
            NL91.ABNA.0417.16.43.00              | [IBAN]
            NL 91 ABNA 0417164300                | [IBAN]
            rekeningNL20INGB0001234567van Jan    | rekening[IBAN]van Jan
            BE68 5390 0754 7034                  | [IBAN]
            BE68 5390 0754 7034 voor deze maand  | [IBAN] voor deze maand
            DE89 3704 0044 0532 0130 00          | [IBAN]
            GB29NWBK60161331926819               | [IBAN]
            MT84 MALT 0110 0001 2345 MTLC AST0 01S | [IBAN]
            NO93 8601 1117 947                   | [IBAN]
            NL02ABNA0123456789                   | [IBAN]
            NL98ABNA0123456807                   | [IBAN]
            MT21ABCDEFGHIJK1234                  | [IBAN]
            zaal CD45 BE68 5390 0754 7034        | zaal CD45 [IBAN]
            BE68 5390 0754 7034 BE68 5390 0754 7034 | [IBAN] [IBAN]
            """)
    void mask_iban_isHidden(String text, String masked) {
        assertMasked(text, Kind.IBAN, masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NL91ABNA0417164301",
                "NL91 ABNA 0417 1643 01",
                "DE88370400440532013000",
                "NL99ABNA0123456789",
                "NL01ABNA0123456807",
                // right check digits, but a digit or a sign too few for an account number of any country
                "MT45ABCDEFGHIJK123X",
                "AB87 1234 5678 12",
                "KW01 voor alle taal lessen 2026",
                "WK051801, WK051802",
            })
    void find_wrongCheckDigits_areNoIban(String text) {
        assertOrdinary(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2511 BT 70                         | [ADRES]
            2511BT 70a                         | [ADRES]
            2511BT70                           | [ADRES]
            2511 BT, nr 70                     | [ADRES]
            2511 BT, huisnummer 70-2           | [ADRES]
            2511 BT                            | [ADRES]
            2511bt 70                          | [ADRES]
            2512 ab 12                         | [ADRES]
            Spui 70, 2511 BT Den Haag          | Spui [ADRES] Den Haag
            woont op 2512 CV 12 hoog           | woont op [ADRES] hoog
            2512 CV                            | [ADRES]
            2012 HJ 70                         | [ADRES]
            2500 DJ                            | [ADRES]
            Spui 70, 2500 DJ                   | Spui [ADRES]
            postbus 12600, 2500 DJ; 2511 BT 70 | postbus 12600, 2500 DJ; [ADRES]
            """)
    void mask_postcode_isHidden(String text, String masked) {
        assertMasked(text, Kind.POSTCODE_HOUSE_NUMBER, masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2511",
                "2511 SA 70",
                "2511SD",
                "2511 SS",
                "0511 BT",
                "12511 BT",
                "2511 BTW",
                "2026 bt 70",
                "2511 en 70",
                "1000 en 2026",
                "Postbus 12600, 2500 DJ Den Haag",
                "postbus 2500 DJ",
                "Antwoordnummer 123, 2500 VB",
                "in 2026 KW 01",
                "2026KW01",
                "1026KW02",
                "2206kw03",
                "2026kw01",
                "2026KW5",
                "2026KW13",
                "2026KW",
                "2026 HJ 01",
                "2026HJ02",
                "2026MM12",
                "2026JJ00",
                "2026WK12",
                "1200 EU 3",
                "1200 EU",
                "2500 KM",
                "€ 2511 BT",
                "tijdens het 2024 EK",
            })
    void find_lookAlikes_areNoPostcode(String text) {
        assertOrdinary(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            geb. 12-03-1984                     | geb. [GEBOORTEDATUM]
            geb 1/3/84                          | geb [GEBOORTEDATUM]
            geboren op 12 maart 1984            | geboren op [GEBOORTEDATUM]
            Geboren te Den Haag op 12-3-1984.   | Geboren te Den Haag op [GEBOORTEDATUM].
            geboortedatum: 1984-03-12           | geboortedatum: [GEBOORTEDATUM]
            GEBOORTEDATUM 19840312              | GEBOORTEDATUM [GEBOORTEDATUM]
            geboortedatum 12031984              | geboortedatum [GEBOORTEDATUM]
            geb.dat. 12.03.1984                 | geb.dat. [GEBOORTEDATUM]
            geb. dat.: 12 mrt '84               | geb. dat.: [GEBOORTEDATUM]
            born 12 March 1984                  | born [GEBOORTEDATUM]
            born on March 12th, 1984            | born on [GEBOORTEDATUM]
            date of birth: 1st of May 2001      | date of birth: [GEBOORTEDATUM]
            DOB 31/12/1999                      | DOB [GEBOORTEDATUM]
            geb. 29-02-00                       | geb. [GEBOORTEDATUM]
            geb. 3-okt-2010 en 4 juli 2012      | geb. [GEBOORTEDATUM] en [GEBOORTEDATUM]
            """)
    void mask_birthDate_isHidden(String text, String masked) {
        assertMasked(text, Kind.BIRTH_DATE, masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "op 12-03-2026",
                "geb. 31-02-1984",
                "geb. 29-02-1900",
                "geb. 29-02-01",
                "geb. 12-13-1984",
                "geb. 12-03-1899",
                "geb. 12-03-2100",
                "geb. 00-03-1984",
                "geboren in 1984",
                "het gebouw is open op 12-03-2026",
                "Zij is hier geboren. Het feest was op 12-03-2026",
                "reborn 12-03-2026",
            })
    void find_otherDates_areNoBirthDate(String text) {
        assertOrdinary(text);
    }
}
