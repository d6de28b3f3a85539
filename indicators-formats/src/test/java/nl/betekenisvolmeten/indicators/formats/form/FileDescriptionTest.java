package nl.betekenisvolmeten.indicators.formats.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.output.JsonDefinitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

/** Unknown files described, and read by a mapping. */
class FileDescriptionTest {

    private static final Definitions BUNDLED = Definitions.bundled();

    /** An export with a title, names of its own, words for codes, and names of people. */
    private static final String EXPORT = """
            Overzicht tweede kwartaal;;;;;;;;;;;
            Aanbieder;Stadsdeel;Wijkcode;Kwartaal;Ambitie;Soort;Naam activiteit;Groep;Leeftijd;Aantal keer;Bezoekers;Deelnemers
            91000011;Laak;WK051838;2026KW02;1;Taal;Taalcafé;Iedereen;12-17;10;80;8
            91000011;Laak;WK051838;2026KW02;1;Taal;Taalcafé;Iedereen;67+;4;12;3
            91000011;Laak;WK051838;2026KW02;1;Eten;Eettafel;Iedereen;30-49;9;90;30
            91000011;Laak;WK051838;2026KW02;1;Eten;Eettafel;Ouderen;67+;9;90;30
            """;

    private static final String MAPPING = """
            {"format": "telformat-gebiedsgericht", "version": "2026.1",
             "columns": [{"from": "Aanbieder", "to": "organisatie"}, {"from": "Wijkcode", "to": "wijk"},
               {"from": "Kwartaal", "to": "periode"}, {"from": "Soort", "to": "activiteitsoort"},
               {"from": "Naam activiteit", "to": "activiteit"}, {"from": "Groep", "to": "doelgroep"},
               {"from": "Leeftijd", "to": "leeftijdsgroep"}, {"from": "Aantal keer", "to": "bijeenkomsten"},
               {"from": "Bezoekers", "to": "bezoeken"}, {"from": "Deelnemers", "to": "unieke_deelnemers"}],
             "codes": [{"column": "doelgroep", "from": "Iedereen", "to": "ALLEN"}]}
            """;

    private static FileDescription described(String text) {
        return FileDescription.of(DeliverySource.ofText("export.csv", text), BUNDLED)
                .orThrow();
    }

    private static ColumnMapping mapping(String json) {
        return DefinitionReader.of(BUNDLED)
                .readMapping("m.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .orThrow();
    }

    private static FileDescription.Described column(FileDescription file, String header) {
        return file.columns().stream()
                .filter(one -> one.header().equals(header))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void of_anExport_saysWhatEachColumnHolds() {
        FileDescription file = described(EXPORT);
        assertThat(file.columns()).hasSize(12);
        assertThat(column(file, "Aanbieder").type()).isInstanceOf(ColumnType.Kvk.class);
        assertThat(column(file, "Wijkcode").type()).isInstanceOf(ColumnType.Place.class);
        assertThat(column(file, "Kwartaal").type()).isInstanceOf(ColumnType.Time.class);
        assertThat(column(file, "Aantal keer").type()).isInstanceOf(ColumnType.Count.class);
        assertThat(column(file, "Groep").type())
                .isInstanceOfSatisfying(
                        ColumnType.Code.class,
                        code -> assertThat(code.codes().codes()).containsExactly("Iedereen", "Ouderen"));
    }

    @Test
    void of_anExport_proposesAMappingToTheNearestForm() {
        FileDescription file = described(EXPORT);
        ColumnMapping found = file.mapping().orElseThrow();
        // the newest version, though an older one requires fewer columns
        assertThat(found.format()).hasToString("telformat-gebiedsgericht@2026.2");
        assertThat(described(EXPORT.replace(";Bezoekers;", ";Aantal bezoekers;"))
                        .mapping()
                        .orElseThrow()
                        .columns())
                .containsEntry(ColumnName.of("bezoeken"), "Aantal bezoekers");
        assertThat(found.columns())
                .containsEntry(ColumnName.of("leeftijdsgroep"), "Leeftijd")
                .containsEntry(ColumnName.of("unieke_deelnemers"), "Deelnemers")
                .containsEntry(ColumnName.of("bezoeken"), "Bezoekers")
                .containsEntry(ColumnName.of("wijk"), "Wijkcode")
                .containsEntry(ColumnName.of("bijeenkomsten"), "Aantal keer");
        assertThat(file.missing()).isEmpty();
        assertThat(described(EXPORT.replace(";Aantal keer;", ";Iets;")).missing())
                .contains(ColumnName.of("bijeenkomsten"));
    }

    /** Names of people repeat in a list of those present; they are not to end up in a definition. */
    @Test
    void of_valuesAboutPersons_areNoCodes() throws IOException {
        String list = "naam;mail\nA. de Vries;a@x.nl\nA. de Vries;a@x.nl\n";
        StringWriter out = new StringWriter();
        JsonDefinitions.write(described(list), out);
        assertThat(out.toString()).doesNotContain("a@x.nl");
    }

    @Test
    void write_theDescription_isADefinitionThatReadsTheFile() throws IOException {
        StringWriter out = new StringWriter();
        JsonDefinitions.write(described(EXPORT), out);
        FormatDefinition own = DefinitionReader.of(BUNDLED)
                .readFormat("own.json", new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)))
                .orThrow();
        assertThat(own.id()).hasToString("export@1");
        DeliveryReport report = DeliveryReader.of(BUNDLED.with(own))
                .withFormat(own.id())
                .validate(DeliverySource.ofText("export.csv", EXPORT));
        assertThat(report.rowsAccepted()).isEqualTo(4);
    }

    @Test
    void write_theMapping_canBeRead() throws IOException {
        ColumnMapping found = described(EXPORT).mapping().orElseThrow();
        StringWriter out = new StringWriter();
        JsonDefinitions.write(found, out);
        assertThat(mapping(out.toString())).isEqualTo(found);
    }

    /** A sheet that people made: a title, a row of totals, an estimate among the numbers, ages of its own. */
    private static final String SHEET = """
            Overzicht tweede kwartaal;;;;;;
            Buurt;Voor wie;Leeftijd;Kwartaal;Aantal keer;Bezoekers totaal;Uren vrijwilligers
            Hier;Iedereen;18-64;2e kwartaal 2026;10;80;12,5
            Hier;Ouderen;65 en ouder;2e kwartaal 2026;4;ca. 12;3
            Daar;Iedereen;4-12;2e kwartaal 2026;9;90;30
            Daar;Iedereen;onbekend;2e kwartaal 2026;2;20;4
            Totaal;;;;25;202;49,5
            """;

    @Test
    void of_aSheetMadeByHand_ignoresTotalsAndOneWrongValueAndGuessesNoOtherAges() {
        FileDescription file = described(SHEET);
        assertThat(column(file, "Kwartaal").filled()).isEqualTo(1);
        assertThat(column(file, "Bezoekers totaal").type()).isInstanceOf(ColumnType.Count.class);
        ColumnMapping found = file.mapping().orElseThrow();
        assertThat(found.columns())
                .containsEntry(ColumnName.of("doelgroep"), "Voor wie")
                .containsEntry(ColumnName.of("bijeenkomsten"), "Aantal keer")
                .containsEntry(ColumnName.of("bezoeken"), "Bezoekers totaal")
                .containsEntry(ColumnName.of("vrijwilligersuren"), "Uren vrijwilligers");
        assertThat(found.codes()).doesNotContainKey(ColumnName.of("leeftijdsgroep"));
    }

    @Test
    void write_aSheetMadeByHand_isADefinitionThatReadsIt() throws IOException {
        FileDescription file = described(SHEET);
        StringWriter out = new StringWriter();
        JsonDefinitions.write(file, out);
        FormatDefinition own = DefinitionReader.of(BUNDLED)
                .readFormat("own.json", new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)))
                .orThrow();
        assertThat(own.id()).hasToString(file.id() + "@1");
        DeliveryReport report = DeliveryReader.of(BUNDLED.with(own))
                .withFormat(own.id())
                .validate(DeliverySource.ofText("export.csv", SHEET));
        // the estimate is an error, the row of totals is none
        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.rowsAccepted()).isEqualTo(3);
    }

    @Test
    void withMapping_fixedColumns_areFilledInEveryRowButNotInTotals() {
        String text = """
                Overzicht
                Naam activiteit;Bezoekers;Verschillende mensen
                Taalcafé;80;8
                Eettafel;90;30

                Totaal;170;38
                """;
        ColumnMapping fixed = mapping("""
                {"format": "telformat-kort",
                 "columns": [{"from": "Naam activiteit", "to": "activiteit"}, {"from": "Bezoekers", "to": "bezoeken"},
                   {"from": "Verschillende mensen", "to": "unieke_deelnemers"}],
                 "fixed": [{"column": "organisatie", "value": "91000011"}, {"column": "stadsdeel", "value": "Laak"},
                   {"column": "periode", "value": "2026KW02"}, {"column": "activiteitsoort", "value": "ONTMOETEN"}]}
                """);
        DeliveryReport report =
                DeliveryReader.of(BUNDLED).withMapping(fixed).validate(DeliverySource.ofText("export.csv", text));
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.rowsAccepted()).isEqualTo(2);
        assertThat(report.findings().count(FindingCode.of("TF-W05"))).isEqualTo(1);
    }

    @Test
    void of_aFileForAGivenForm_isMappedToItByNamesAndByValues() {
        String text = "Wie;Waar;Wanneer;Activiteit;Bezoekers;Mensen\n91000011;Laak;2026KW02;Koken;80;8\n";
        FormatDefinition target = BUNDLED.formats().latest("telformat-kort").orElseThrow();
        FileDescription file = FileDescription.of(DeliverySource.ofText("export.csv", text), BUNDLED, target)
                .orThrow();
        ColumnMapping found = file.mapping().orElseThrow();
        assertThat(found.format()).isEqualTo(target.id());
        assertThat(found.columns())
                .containsEntry(ColumnName.of("organisatie"), "Wie")
                .containsEntry(ColumnName.of("stadsdeel"), "Waar")
                .containsEntry(ColumnName.of("periode"), "Wanneer")
                .containsEntry(ColumnName.of("activiteit"), "Activiteit");
    }

    private static final String OF_PLACES = """
            {"format": "telformat-kort",
             "columns": [{"from": "Plek", "to": "stadsdeel"}, {"from": "Plek", "to": "activiteit"},
               {"from": "Wanneer", "to": "periode"}, {"from": "Bezoekers", "to": "bezoeken"},
               {"from": "Mensen", "to": "unieke_deelnemers"}],
             "codes": [{"column": "stadsdeel", "from": "Bieb Laak", "to": "Laak"},
               {"column": "activiteit", "from": "Bieb Laak", "to": "Taalcafé"}],
             "fixed": [{"column": "organisatie", "value": "91000011"},
               {"column": "activiteitsoort", "value": "TAAL"}]}
            """;

    @Test
    void withMapping_oneHeaderForTwoColumns_fillsBothEachWithItsOwnCodes() {
        List<List<String>> rows = new ArrayList<>();
        DeliveryReport report = DeliveryReader.of(BUNDLED)
                .withMapping(mapping(OF_PLACES))
                .open(DeliverySource.ofText(
                        "export.csv", "Plek;Wanneer;Bezoekers;Mensen\nBieb Laak;2026KW02;80;8\n\nTotaal;;80;8\n"))
                .readRows(row -> rows.add(row.texts().subList(0, 5)));
        assertThat(report.findings().hasErrors()).isFalse();
        assertThat(rows).containsExactly(List.of("91000011", "Laak", "2026KW02", "Taalcafé", "TAAL"));
    }

    /** A repaired file has the names of the form already: it needs only what is in no column, or no mapping at all. */
    @Test
    void withMapping_aFileThatHasTheNamesOfTheForm_isCompletedOrTheMappingIsReported() {
        DeliveryReader reader = DeliveryReader.of(BUNDLED).withMapping(mapping(OF_PLACES));
        String repaired = "stadsdeel;periode;activiteit;bezoeken;unieke_deelnemers\nLaak;2026KW02;Taalcafé;80;8\n";
        FindingCode notUsed = FindingCode.of("TF-W09");
        DeliveryReport completed = reader.validate(DeliverySource.ofText("a.csv", repaired));
        assertThat(completed.rowsAccepted()).isEqualTo(1);
        assertThat(completed.findings().count(notUsed)).isZero();
        String whole = repaired.replace("stadsdeel;", "organisatie;activiteitsoort;stadsdeel;")
                .replace("Laak;", "91000011;TAAL;Laak;");
        DeliveryReport complete = reader.validate(DeliverySource.ofText("b.csv", whole));
        assertThat(complete.rowsAccepted()).isEqualTo(1);
        assertThat(complete.findings().count(notUsed)).isEqualTo(1);
    }

    @Test
    void readMapping_aColumnThatIsMappedAndFixed_isReported() {
        List<Finding> found = DefinitionReader.of(BUNDLED)
                .readMapping(
                        "m.json",
                        new ByteArrayInputStream(MAPPING.replace(
                                        "\"codes\"",
                                        "\"fixed\": [{\"column\": \"wijk\", \"value\": \"WK051838\"}], \"codes\"")
                                .getBytes(StandardCharsets.UTF_8)))
                .findings()
                .kept();
        assertThat(found).extracting(one -> one.value().orElse("")).containsExactly("wijk");
        assertThatThrownBy(() -> new ColumnMapping(
                        FormatId.of("telformat-kort", "2026.1"),
                        Map.of(ColumnName.of("stadsdeel"), "a"),
                        Map.of(),
                        Map.of(ColumnName.of("stadsdeel"), "Laak")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a column is both read from a header and fixed: {stadsdeel=a}, {stadsdeel=Laak}");
    }

    @Test
    void withMapping_anExport_isReadAsTheForm() {
        DeliveryReader reader = DeliveryReader.of(BUNDLED).withMapping(mapping(MAPPING));
        DeliveryReport report = reader.validate(DeliverySource.ofText("export.csv", EXPORT));
        assertThat(report.format()).hasToString("Optional[telformat-gebiedsgericht@2026.1]");
        assertThat(report.rowsAccepted()).isEqualTo(4);
        assertThat(report.findings().kept())
                .filteredOn(finding -> finding.code().equals(FindingCode.of("TF-W02")))
                .allSatisfy(finding ->
                        assertThat(finding.location().row().orElse(0)).isGreaterThan(1));
        String plain = "organisatie;periode\n91000011;2026KW02\n";
        assertThat(reader.validate(DeliverySource.ofText("x.csv", plain))
                        .findings()
                        .kept())
                .filteredOn(finding -> !finding.code().equals(FindingCode.of("TF-W09")))
                .isEqualTo(DeliveryReader.of(BUNDLED)
                        .validate(DeliverySource.ofText("x.csv", plain))
                        .findings()
                        .kept());
    }

    @Test
    void readMapping_whatIsNotInTheForm_isReported() {
        String wrong = MAPPING.replace("\"to\": \"wijk\"", "\"to\": \"wjk\"")
                .replace("\"to\": \"ALLEN\"", "\"to\": \"ALLES\"");
        List<Finding> found = DefinitionReader.of(BUNDLED)
                .readMapping("m.json", new ByteArrayInputStream(wrong.getBytes(StandardCharsets.UTF_8)))
                .findings()
                .kept();
        assertThat(found).extracting(one -> one.value().orElse("")).containsExactly("wjk", "ALLES");
        assertThat(found.get(1).arguments().get("expected")).contains("ALLEN", "OUDEREN");
    }

    @Test
    void validate_missingColumns_areProposed() {
        String text = EXPORT.lines()
                .skip(1)
                .reduce("", (a, b) -> a + b + "\n")
                .replace("Aanbieder", "organisatie")
                .replace("Kwartaal", "periode")
                .replace("Soort", "activiteitsoort")
                .replace("Naam activiteit", "activiteit")
                .replace("Bezoekers", "bezoeken")
                .replace("Groep", "doelgroep");
        Finding missing = DeliveryReader.of(BUNDLED)
                .withFormat(FormatId.of("telformat-gebiedsgericht", "2026.1"))
                .validate(DeliverySource.ofText("x.csv", text))
                .findings()
                .kept()
                .stream()
                .filter(finding -> finding.code().equals(FindingCode.of("TF-S01")))
                .findFirst()
                .orElseThrow();
        assertThat(missing.arguments().get("mapping"))
                .contains("Leeftijd -> leeftijdsgroep", "Deelnemers -> unieke_deelnemers", "Wijkcode -> wijk");
    }
}
