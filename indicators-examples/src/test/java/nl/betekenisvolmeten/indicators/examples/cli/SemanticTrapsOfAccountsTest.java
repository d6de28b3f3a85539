package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, stories and targets of whoever delivers them, as a user of the command line sees it. */
class SemanticTrapsOfAccountsTest {

    @TempDir
    private Path folder;

    /** An account has the parts that were agreed on with its organisation. */
    @Nested
    class PartsOfAnAccount {

        private void counts() {
            Sheet.write(folder, "telformat.csv", Sheet.row("periode", "2026KW02"));
        }

        /** Counts and what residents say, checked as one account. */
        private Run account(Object... options) {
            counts();
            Sheet.writeText(folder, "ervaringsmeting.csv", """
                    organisatie;stadsdeel;periode;vragenlijst;vraag;doelgroep;ja;nee;nvt;uitgenodigd;respons
                    91000011;Centrum;2026KW02;clientervaring;ce-effect;ALLEN;12;3;5;40;20
                    """);
            return Run.with(List.of("validate", folder), options);
        }

        private Path agreement(Path elsewhere, String organisation, String formats) {
            return Sheet.writeText(elsewhere, "afspraken.json", """
                    {"id": "afspraken", "version": "2026.1", "title": {"nl": "Afspraken", "en": "Agreements"},
                     "status": "reconstruction",
                     "provenance": {"note": {"nl": "Verzonnen.", "en": "Made up."},
                      "sources": [{"id": "A", "title": "Afspraken", "reference": "verzonnen"}]},
                     "agreements": [{"organisation": "%s", "areas": ["Centrum"], "validFrom": "2026KW01",
                      "dueAfterDays": 30, "formats": [%s]}]}
                    """.formatted(organisation, formats));
        }

        @Test
        void withoutAnAgreement_absentPartsAreANote() {
            assertThat(account().exits(0).out())
                    .contains("VA-I01", "ondersteuning", "impactverhaal", "(verantwoording@2026.1)")
                    .doesNotContain("VA-S01");
        }

        @Test
        void agreement_saysWhichPartsAreRequired(@TempDir Path elsewhere) {
            Path both = agreement(elsewhere, "91000011", "\"telformat-gebiedsgericht\", \"ervaringsmeting\"");
            assertThat(account("--context", both).exits(0).out()).doesNotContain("VA-S01", "VA-I01");
            Path more = agreement(elsewhere, "91000011", "\"telformat-gebiedsgericht\", \"impactverhaal\"");
            assertThat(account("--context", more).exits(1).lines())
                    .filteredOn(line -> line.contains("VA-S01"))
                    .hasSize(1);
        }

        @Test
        void agreementOfAnotherOrganisation_saysNothing(@TempDir Path elsewhere) {
            Path other = agreement(elsewhere, "91000029", "\"impactverhaal\"");
            assertThat(account("--context", other).exits(0).out()).contains("VA-I01");
        }

        @Test
        void folderWithOneTelformat_isThatTelformat() {
            counts();
            assertThat(Run.of("validate", folder).exits(0).out())
                    .contains("telformat.csv (telformat-gebiedsgericht@2026.1)")
                    .doesNotContain("verantwoording");
        }

        @Test
        void agreementOnAnotherFormat_expectsNoReportHere(@TempDir Path elsewhere) {
            Path file = Sheet.write(elsewhere, "telling.csv", Sheet.row("periode", "2026KW02"));
            Path other = agreement(elsewhere, "91000029", "\"impactverhaal\"");
            assertThat(Run.of("aggregate", file, "--by", "stadsdeel", "--context", other, "--missing", "refuse")
                            .exits(0)
                            .out())
                    .contains("exact");
        }

        @Test
        void folderWithNoPartAtAll_isNoAccount() {
            Sheet.writeText(folder, "boodschappen.csv", "wat;prijs\nthee;2\n");
            assertThat(Run.of("validate", folder).exits(1).out()).contains("VA-S01", "VA-S02");
        }
    }

    /** A story is about someone whom its readers do not know. */
    @Nested
    class StoriesOfSomeone {

        private Run story(String before, String indicators) {
            Path file = Sheet.writeText(folder, "impactverhaal.csv", """
                    titel;periode;stadsdeel;wijk;ambitie;activiteitsoort;doelgroep;domein;situatie_vooraf;inzet;verandering;\
                    waarom_belangrijk;verteller;toestemming;toestemming_datum;toestemming_doel;toestemming_ingetrokken;\
                    pseudoniem_gebruikt;indicatoren;selectie_niveau;selectie_reden
                    Weer buiten;2026KW02;Laak;WK051838;1;ONTMOETEN;ALLEN;contact;%s;koffie;komt weer buiten;minder alleen;\
                    INWONER;ja;2026-05-01;raadsbericht;;ja;%s;PROFESSIONAL;laat het zien
                    """.formatted(before, indicators));
            return Run.of("validate", file, "--date", "2026-12-01");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Mevrouw Fatima El Amrani zat thuis | naam",
                    "Onze buurvrouw de heer J. van den Berg kwam | naam",
                    "Hij woont in de Van der Vennestraat 12 | straat met huisnummer",
                    "Zij woont op Laan van Meerdervoort 1020 | straat met huisnummer",
                    "Een man (84) zat thuis | leeftijd",
                    "Een 84-jarige man zat thuis | leeftijd",
                    "Zij is 17 jaar en zat thuis | leeftijd",
                    "Zij woont op Kerkstraat\u00a012 | straat met huisnummer",
                    "Me\u200bvrouw\u202fJansen zat thuis | naam",
                    "Het gezin Bouzambou kreeg hulp | naam",
                    "Zij heet Sanne de Boer | naam",
                    "Onze vrijwilliger Mohammed el Idrissi belde | naam",
                    "De wijkagent Peter de Wit kwam langs | naam",
                    "Een vrouw van 84 jaar zat thuis | leeftijd",
                    "Een jongen van bijna 16 zat thuis | leeftijd",
                })
        void nameStreetOrAge_isWarnedOfAndNotShown(String text, String kind) {
            Run run = story(text, "unieke-deelnemers").exits(0);
            assertThat(run.out()).contains("waarschuwing IV-P02", kind).doesNotContain(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Na 20 jaar in Laak kende zij niemand",
                    "Een mevrouw uit de straat kwam elke week, 12 keer",
                    "De groep (zie 2025) bestaat 10 jaar en is al 5 jaar actief",
                    "Op het plein stonden 30 mensen",
                    "De vrijwilliger in Laak en het gezin van de buren",
                    "Het buurthuis heet De Mussen",
                    "Voor een deelnemer van 30 tot 49 jaar, of een inwoner van 67+",
                    "Iemand van 12 vrijwilligers kookte elke week",
                    "Langjarige en meerjarige steun voor minderjarigen",
                })
        void ordinaryText_isNotWarnedOf(String text) {
            assertThat(story(text, "unieke-deelnemers").exits(0).out()).doesNotContain("IV-P02");
        }

        @Test
        void unknownIndicator_isAnError() {
            assertThat(story("Zat thuis", "unieke-deelnemers, geluk-per-inwoner")
                            .exits(1)
                            .out())
                    .contains("IV-R04", "geluk-per-inwoner");
        }

        @Test
        void unknownIndicatorInAnAccount_isAnError() {
            story("Zat thuis", "geluk-per-inwoner").exits(1);
            assertThat(Run.of("validate", folder).exits(1).out()).contains("IV-R04");
        }
    }
}
