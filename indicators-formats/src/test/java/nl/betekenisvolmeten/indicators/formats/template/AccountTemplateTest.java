package nl.betekenisvolmeten.indicators.formats.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.AccountReader;
import nl.betekenisvolmeten.indicators.formats.delivery.PartedSource;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

class AccountTemplateTest {

    private static final AccountDefinition ACCOUNT =
            Definitions.bundled().accounts().get(FormatId.of("verantwoording", "2026.1"));

    /** A good row for each part; columns that are not named stay empty. */
    private static final Map<String, Map<String, String>> ROWS = Map.of(
            "telformat",
            Map.ofEntries(
                    Map.entry("organisatie", "91000011"),
                    Map.entry("stadsdeel", "Laak"),
                    Map.entry("wijk", "WK051838"),
                    Map.entry("periode", "2026KW02"),
                    Map.entry("ambitie", "1"),
                    Map.entry("activiteitsoort", "ONTMOETEN"),
                    Map.entry("activiteit", "Koffieochtend"),
                    Map.entry("doelgroep", "ALLEN"),
                    Map.entry("leeftijdsgroep", "67+"),
                    Map.entry("bijeenkomsten", "12"),
                    Map.entry("bezoeken", "180"),
                    Map.entry("unieke_deelnemers", "40"),
                    Map.entry("vrijwilligers", "4"),
                    Map.entry("vrijwilligersuren", "48.5")),
            "ondersteuning",
            Map.ofEntries(
                    Map.entry("organisatie", "91000011"),
                    Map.entry("stadsdeel", "Laak"),
                    Map.entry("periode", "2026KW02"),
                    Map.entry("vorm", "INDIVIDUEEL"),
                    Map.entry("ernst", "LICHT"),
                    Map.entry("leeftijdsgroep", "30-49"),
                    Map.entry("begin", "10"),
                    Map.entry("opgestart", "6"),
                    Map.entry("afgesloten", "4"),
                    Map.entry("eind", "12"),
                    Map.entry("unieke_clienten", "15"),
                    Map.entry("hulpvragen", "9")),
            "ervaringsmeting",
            Map.ofEntries(
                    Map.entry("organisatie", "91000011"),
                    Map.entry("stadsdeel", "Laak"),
                    Map.entry("periode", "2026KW02"),
                    Map.entry("vragenlijst", "clientervaring"),
                    Map.entry("vraag", "ce-effect"),
                    Map.entry("doelgroep", "ALLEN"),
                    Map.entry("ja", "20"),
                    Map.entry("nee", "15"),
                    Map.entry("nvt", "5"),
                    Map.entry("uitgenodigd", "60"),
                    Map.entry("respons", "40")),
            "impactverhaal",
            Map.ofEntries(
                    Map.entry("titel", "Weer onder de mensen"),
                    Map.entry("periode", "2026KW02"),
                    Map.entry("stadsdeel", "Laak"),
                    Map.entry("wijk", "WK051838"),
                    Map.entry("ambitie", "1"),
                    Map.entry("activiteitsoort", "ONTMOETEN"),
                    Map.entry("doelgroep", "OUDEREN"),
                    Map.entry("domein", "Sociaal netwerk"),
                    Map.entry("situatie_vooraf", "Na een verlies kwam zij weinig buiten."),
                    Map.entry("inzet", "Zij werd uitgenodigd."),
                    Map.entry("verandering", "Zij komt elke week."),
                    Map.entry("waarom_belangrijk", "Zij voelt zich weer nodig."),
                    Map.entry("verteller", "INWONER"),
                    Map.entry("toestemming", "ja"),
                    Map.entry("toestemming_datum", "2026-05-12"),
                    Map.entry("toestemming_doel", "Verantwoording"),
                    Map.entry("pseudoniem_gebruikt", "ja"),
                    Map.entry("indicatoren", "unieke-deelnemers")));

    private static List<String> cells(AccountDefinition.Part part) {
        Map<String, String> row = ROWS.getOrDefault(part.name(), Map.of());
        return part.format().onForm().columns().stream()
                .map(column -> row.getOrDefault(column.name().value(), ""))
                .toList();
    }

    private static Sheets filled(AccountTemplate template) throws IOException {
        Sheets book = Sheets.of(template);
        int position = 1;
        for (AccountDefinition.Part part : ACCOUNT.parts()) {
            List<Boolean> numeric = part.format().onForm().columns().stream()
                    .map(column -> column.rule().type().decimals().isPresent())
                    .toList();
            book = book.filled(position, List.of(cells(part)), numeric);
            position++;
        }
        return book;
    }

    @Test
    void writeWorkbook_always_hasASheetForEachPartAndThenTheExplanation() throws IOException {
        Sheets book = Sheets.of(AccountTemplate.of(ACCOUNT));
        assertThat(book.names())
                .containsExactly(
                        "telformat", "ondersteuning", "ervaringsmeting", "impactverhaal", "totalen", "Uitleg", "Codes");
        for (AccountDefinition.Part part : ACCOUNT.parts()) {
            assertThat(book.rows(part.name()))
                    .containsExactly(part.format().onForm().columns().stream()
                            .map(column -> column.name().value())
                            .toList());
        }
        assertThat(book.bytes())
                .isEqualTo(Sheets.of(AccountTemplate.of(ACCOUNT)).bytes());
    }

    @Test
    void writeWorkbook_explanation_saysWhatWasAgreedForEachPart() throws IOException {
        for (Language language : Language.values()) {
            String guide = Sheets.of(AccountTemplate.of(ACCOUNT).withLanguage(language))
                    .text(language == Language.NL ? "Uitleg" : "Explanation");
            assertThat(guide).contains(ACCOUNT.title().in(language)).doesNotContain("{0}", "{1}");
            for (AccountDefinition.Part part : ACCOUNT.parts()) {
                assertThat(guide).contains(part.format().title().in(language));
                for (Column column : part.format().onForm().columns()) {
                    assertThat(guide).contains(column.agreement().in(language));
                }
            }
        }
    }

    /** Parts that offer the same in a column share one list; the same column never has the same list twice. */
    @Test
    void writeWorkbook_codes_standOnce() throws IOException {
        List<List<String>> rows = Sheets.of(AccountTemplate.of(ACCOUNT)).rows("Codes");
        List<String> names = rows.get(1);
        List<String> lists = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            if (names.get(column).equals("stadsdeel") || names.get(column).equals("doelgroep")) {
                int at = column;
                lists.add(names.get(column)
                        + rows.stream()
                                .skip(2)
                                .map(row -> at < row.size() ? row.get(at) : "")
                                .toList());
            }
        }
        assertThat(lists).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void writeWorkbook_filledIn_validatesWithoutAFinding() throws IOException {
        DeliverySource workbook = DeliverySource.of(
                "verantwoording.xlsx", filled(AccountTemplate.of(ACCOUNT)).bytes());
        AccountReader reader = AccountReader.of(ACCOUNT);
        assertThat(reader.recognises(workbook, Definitions.bundled())).isTrue();
        AccountReader.Report report = reader.read(PartedSource.ofWorkbook(workbook));
        assertThat(report.findings().kept()).isEmpty();
        assertThat(report.parts()).hasSize(4).allSatisfy(part -> {
            assertThat(part.report().findings().kept()).isEmpty();
            assertThat(part.report().rowsAccepted()).isEqualTo(1);
        });
    }

    @Test
    void writeWorkbook_empty_isRecognisedAndSaysThatNothingIsFilledIn() throws IOException {
        DeliverySource workbook = DeliverySource.of(
                "leeg.xlsx", Sheets.of(AccountTemplate.of(ACCOUNT)).bytes());
        AccountReader reader = AccountReader.of(ACCOUNT);
        assertThat(reader.recognises(workbook, Definitions.bundled())).isTrue();
        AccountReader.Report report = reader.read(PartedSource.ofWorkbook(workbook));
        assertThat(report.findings().kept()).isEmpty();
        assertThat(report.parts())
                .hasSize(4)
                .allSatisfy(part -> assertThat(part.report().findings().kept())
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.code().value()).isEqualTo("TF-S05");
                            assertThat(finding.location().source()).contains("leeg.xlsx!" + part.name());
                        }));
    }

    @Test
    void withPrefilled_column_isFilledInWhereItIs() throws IOException {
        Sheets book = Sheets.of(AccountTemplate.of(ACCOUNT).withPrefilled(ColumnName.of("organisatie"), "9100 0011"));
        assertThat(book.part("xl/worksheets/sheet1.xml")).contains("&quot;91000011&quot;");
        assertThat(book.part("xl/worksheets/sheet3.xml")).contains("&quot;91000011&quot;");
        assertThat(book.part("xl/worksheets/sheet4.xml")).doesNotContain("91000011");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountTemplate.of(ACCOUNT).withPrefilled(ColumnName.of("buurt"), "x"))
                .withMessageContaining("buurt");
    }
}
