package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlapsTest {

    private static final String HEADER = "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;"
            + "doelgroep;leeftijdsgroep;bijeenkomsten;bezoeken;unieke_deelnemers\n";

    @TempDir
    private Path folder;

    private String file(String name, String organisation, String visits) throws IOException {
        String row = organisation + ";Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;" + visits + ";20\n";
        return Files.writeString(folder.resolve(name), HEADER + row).toString();
    }

    @Test
    void aggregate_twoFilesOfOneOrganisationAndPeriod_isRefused() throws IOException {
        Run run = Run.of(
                "aggregate", file("a.csv", "91000011", "80"), file("b.csv", "91000011", "90"), "--by", "periode");
        assertThat(run.exit()).isOne();
        assertThat(run.err()).contains("a.csv en b.csv gaan allebei over organisatie 91000011 in 2026KW01", "BM-K20");
        assertThat(run.out()).contains(";refused;").doesNotContain(";exact;");
    }

    @Test
    void overview_twoFilesOfOneOrganisationAndPeriod_reportsTheContradiction() throws IOException {
        Run run = Run.of(
                "overview",
                file("a.csv", "91000011", "80"),
                file("b.csv", "91000011", "90"),
                "--stadsdeel",
                "Laak",
                "--date",
                "2026-05-01");
        assertThat(run.exits(1).out())
                .contains("een onbekend aantal mensen (twee leveringen spreken elkaar tegen)")
                .doesNotContain("er is niets over geleverd");
    }

    @Test
    void aggregate_filesOfTwoOrganisations_saysNothing() throws IOException {
        Run run = Run.of(
                "aggregate", file("a.csv", "91000011", "80"), file("b.csv", "91000029", "90"), "--by", "periode");
        assertThat(run.exits(0).err()).doesNotContain("allebei");
        assertThat(run.out()).contains(";170;170;170;exact;");
    }
}
