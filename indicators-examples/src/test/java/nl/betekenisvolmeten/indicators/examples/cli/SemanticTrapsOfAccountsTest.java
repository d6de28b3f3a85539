package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        private void experience() {
            Sheet.writeText(folder, "ervaringsmeting.csv", """
                    organisatie;stadsdeel;periode;vragenlijst;vraag;doelgroep;ja;nee;nvt;uitgenodigd;respons
                    91000011;Centrum;2026KW02;clientervaring;ce-effect;ALLEN;12;3;5;40;20
                    """);
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
            counts();
            experience();
            assertThat(Run.of("validate", folder).exits(0).out())
                    .contains("VA-I01", "ondersteuning", "impactverhaal", "(verantwoording@2026.1)")
                    .doesNotContain("VA-S01");
        }

        @Test
        void agreement_saysWhichPartsAreRequired(@TempDir Path elsewhere) {
            counts();
            experience();
            Path both = agreement(elsewhere, "91000011", "\"telformat-gebiedsgericht\", \"ervaringsmeting\"");
            assertThat(Run.of("validate", folder, "--context", both).exits(0).out())
                    .doesNotContain("VA-S01", "VA-I01");
            Path more = agreement(elsewhere, "91000011", "\"telformat-gebiedsgericht\", \"impactverhaal\"");
            assertThat(Run.of("validate", folder, "--context", more).exits(1).lines())
                    .filteredOn(line -> line.contains("VA-S01"))
                    .hasSize(1);
        }

        @Test
        void agreementOfAnotherOrganisation_saysNothing(@TempDir Path elsewhere) {
            counts();
            experience();
            Path other = agreement(elsewhere, "91000029", "\"impactverhaal\"");
            assertThat(Run.of("validate", folder, "--context", other).exits(0).out())
                    .contains("VA-I01");
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
}
