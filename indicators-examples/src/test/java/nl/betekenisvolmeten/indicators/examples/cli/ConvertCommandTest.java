package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

    static final String HEADER_2025_1 = "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;"
            + "leeftijdsgroep;bijeenkomsten;deelnemers;unieke_deelnemers;vrijwilligers;vrijwilligersuren;"
            + "doorverwijzingen;toelichting\n";
    static final String HEADER_2025_2 = "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;"
            + "doelgroep;leeftijdsgroep;bijeenkomsten;bezoeken;unieke_deelnemers;vrijwilligers;vrijwilligersuren;"
            + "doorverwijzingen;toelichting\n";
    private static final String FROM_2025_1 = ";telformat-gebiedsgericht@2025.1";
    private static final String HEADER_2026_1 = String.join(";", Sheet.COLUMNS);

    @TempDir
    private Path folder;

    /** A delivery of the third quarter of 2025: a group that keeps its meaning, one that widens, one that straddles. */
    static Path oldest(Path folder) {
        return Sheet.writeText(
                folder,
                "2025-1.csv",
                HEADER_2025_1
                        + "91000011;Centrum;Archipelbuurt;2025-Q3;2;OPVOEDEN;Opvoedspreekuur;0-11;8;27;7;2;29;0;Elders\n"
                        + "91000011;Centrum;Archipelbuurt;2025-Q3;2;OPVOEDEN;Opvoedspreekuur;18-26;8;20;7;2;29;0;\n"
                        + "91000011;Centrum;Archipelbuurt;2025-Q3;2;OPVOEDEN;Opvoedspreekuur;27-49;3;9;6;1;7;0;\n");
    }

    static Path middle(Path folder, String... ages) {
        StringBuilder text = new StringBuilder(HEADER_2025_2);
        for (String age : ages) {
            text.append("91000011;Centrum;WK051805;2025-Q4;2;OPVOEDEN;Opvoedspreekuur;OUDERS;")
                    .append(age)
                    .append(";9;27;6;2;43,5;1;\n");
        }
        return Sheet.writeText(folder, "2025-2.csv", text.toString());
    }

    private List<String> lines(Path file) {
        return Sheet.read(file).lines().toList();
    }

    @Test
    void convert_oldestToNewest_writesItAndSaysWhatWasLost() {
        Path to = folder.resolve("new/result.csv");
        Run run = Run.of("convert", oldest(folder), "-o", to, "--to", "telformat-gebiedsgericht@2026.1")
                .exits(0);
        assertThat(run.out()).isEmpty();
        assertThat(lines(to))
                .containsExactly(
                        HEADER_2026_1 + ";omgezet_uit",
                        "91000011;Centrum;WK051805;2025KW03;2;OPVOEDEN;Opvoedspreekuur;ALLEN;0-11;8;27;7;;2;29;0;Elders"
                                + FROM_2025_1,
                        "91000011;Centrum;WK051805;2025KW03;2;OPVOEDEN;Opvoedspreekuur;ALLEN;18-29;8;20;7;;2;29;0;"
                                + FROM_2025_1,
                        "91000011;Centrum;WK051805;2025KW03;2;OPVOEDEN;Opvoedspreekuur;ALLEN;onbekend;3;9;6;;1;7;0;"
                                + FROM_2025_1);
        assertThat(run.err())
                .contains("27-49 → onbekend", "18-26 → 18-29", "TF-I31", "BM-M05", "doelgroep", "ALLEN")
                .contains("3 rijen in formulier telformat-gebiedsgericht@2026.1")
                .doesNotContain("BM-M03");
    }

    @Test
    void convert_andBack_givesTheFileItselfWhereNothingWasLost() {
        Path original = middle(folder, "0-11", "67+");
        Path there = folder.resolve("there.csv");
        Run.of("convert", original, "-o", there, "--to", "telformat-gebiedsgericht@2025.2")
                .exits(0);
        assertThat(Sheet.read(there)).isEqualTo(Sheet.read(original));
        Path newest = Sheet.write(folder, "newest.csv", Sheet.row("leeftijdsgroep", "67+", "nieuwe_deelnemers", ""));
        Path back = folder.resolve("back.csv");
        Run run = Run.of("convert", newest, "-o", back, "--to", "telformat-gebiedsgericht@2025.2")
                .exits(0);
        assertThat(run.err()).doesNotContain("TF-I31");
        assertThat(lines(back).get(1))
                .isEqualTo("91000011;Centrum;WK051822;2026-Q1;1;TAAL;Taalcafé;ALLEN;67+;10;40;12;2;20,5;1;;"
                        + "telformat-gebiedsgericht@2026.1");
    }

    @Test
    void convert_withoutTo_isTheNewestVersionOfTheFiles() {
        Path to = folder.resolve("result.csv");
        Run.of("convert", oldest(folder), middle(folder, "0-11"), "-o", to).exits(0);
        assertThat(lines(to)).hasSize(5).first().asString().isEqualTo(HEADER_2025_2.strip() + ";omgezet_uit");
        assertThat(lines(to).get(4)).contains("2025-Q4").endsWith(";43,5;1;;");
        assertThat(lines(to).get(1)).contains("2025-Q3");
    }

    @Test
    void convert_rowsThatMayHoldTheSamePersons_areEmptyOrHaveTheMostThatItCanBeOrAreRefused() {
        Path from = middle(folder, "27-49", "onbekend", "0-11");
        Path to = folder.resolve("result.csv");
        String version = "telformat-gebiedsgericht@2026.1";
        Run refused = Run.of("convert", from, "-o", to, "--to", version, "--persons", "refuse")
                .exits(1);
        assertThat(refused.err()).contains("BM-M03", "rij 2, 3");
        assertThat(lines(to)).hasSize(2);
        Run empty =
                Run.of("convert", from, "-o", to, "--to", version, "--force").exits(0);
        assertThat(empty.err()).contains("BM-M04", "BM-M02");
        assertThat(lines(to).get(1)).contains(";onbekend;9;54;;;;87,0;2;");
        Run most = Run.of("convert", from, "-o", to, "--to", version, "--persons", "most", "--force")
                .exits(0);
        assertThat(most.err()).contains("BM-M04", "BM-M02");
        assertThat(lines(to)).hasSize(3);
        assertThat(lines(to).get(1)).contains(";onbekend;18;54;12;;4;87,0;2;");
    }

    @Test
    void convert_rowsWithErrors_areLeftOutAndSaid() {
        Path from = Sheet.write(
                folder,
                "from.csv",
                Sheet.row(),
                Sheet.row("leeftijdsgroep", "67+", "unieke_deelnemers", "99"),
                Sheet.row("leeftijdsgroep", "0-11", "toelichting", "Bel 06-12345678"));
        Path to = folder.resolve("result.csv");
        Run run = Run.of("convert", from, "-o", to).exits(1);
        assertThat(run.err()).contains("TF-R02", "TF-P01").doesNotContain("12345678");
        assertThat(lines(to)).containsExactly(HEADER_2026_1, Sheet.row());
    }

    @Test
    void convert_aRowThatAnotherFileHasToo_isLeftOutAndSaid() {
        Path first = Sheet.write(folder, "first.csv", Sheet.row());
        Path second = Sheet.write(folder, "second.csv", Sheet.row("bezoeken", "50"), Sheet.row("activiteit", "Ander"));
        Path to = folder.resolve("result.csv");
        Run run = Run.of("convert", first, second, "-o", to).exits(1);
        assertThat(run.err()).contains("1 rij van second.csv staat ook in first.csv");
        assertThat(lines(to)).hasSize(3).contains(Sheet.row());
    }

    @Test
    void convert_nothingToRead_writesNothing() {
        Path to = Sheet.writeText(folder, "result.csv", "what was there");
        Path foreign = Sheet.writeText(folder, "foreign.csv", "a;b\n1;2\n");
        Run run = Run.of("convert", foreign, "-o", to, "--force").exits(1);
        assertThat(run.err()).contains("TF-S09");
        assertThat(Sheet.read(to)).isEqualTo("what was there");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("result.csv", "foreign.csv");
    }

    @Test
    void convert_wrongUsage_isSaidInOneLine() {
        Path from = Sheet.write(folder, "from.csv", Sheet.row());
        Run.of("convert", from, "-o", folder.resolve("x.pdf")).exits(2).saysOneLine();
        Run.of("convert", from, "-o", from).exits(2).saysOneLine();
        Run.of("convert", from, "-o", folder.resolve("x.csv"), "--to", "telformat-gebiedsgericht@1999.1")
                .exits(2)
                .saysOneLine();
        Run.of("convert", folder.resolve("none.csv"), "-o", folder.resolve("x.csv"))
                .exits(3);
        assertThat(Files.exists(folder.resolve("x.csv"))).isFalse();
    }

    @Test
    void aggregate_filesOfThreeVersions_areAddedUpInTheNewest() {
        Path newest = Sheet.write(folder, "2026-1.csv", Sheet.row("organisatie", "91000029"));
        Run run = Run.of("aggregate", newest, middle(folder, "0-11", "27-49"), oldest(folder), "--by", "periode")
                .exits(0);
        List<Map<String, String>> rows = Sheet.rows(run.out());
        assertThat(rows.stream().map(row -> Sheet.cell(row, "periode") + " " + Sheet.cell(row, "bezoeken")))
                .containsExactlyInAnyOrder("2025KW03 56", "2025KW04 54", "2026KW01 40");
        assertThat(run.err())
                .contains(
                        "2025-2.csv is van formulier telformat-gebiedsgericht@2025.2",
                        "2025-1.csv is van formulier telformat-gebiedsgericht@2025.1",
                        "27-49 → 18-29, 30-49");
    }

    /** Two age groups, of which one may be either of two others: these still share nobody with the first. */
    @Test
    void aggregate_personsOfAGroupThatStraddles_shareNobodyWithOtherGroups() {
        Path old = middle(folder, "0-11", "27-49");
        Map<String, String> alone = Sheet.rows(
                        Run.of("aggregate", old, "--by", "periode").exits(0).out())
                .get(0);
        assertThat(alone).containsEntry("unieke_deelnemers", "12");
        Path newest = Sheet.write(folder, "2026-1.csv", Sheet.row());
        Map<String, String> together = Sheet.rows(Run.of("aggregate", old, newest, "--by", "periode")
                        .exits(0)
                        .out())
                .get(0);
        assertThat(together)
                .containsEntry("periode", "2025KW04")
                .containsEntry("unieke_deelnemers", "12")
                .containsEntry("unieke_deelnemers_lower", "12")
                .containsEntry("unieke_deelnemers_upper", "12");
    }

    @Test
    void convert_totalsThatOrganisationsCounted_stayTotals() {
        Path totals = Sheet.writeText(
                folder,
                "totalen.csv",
                "organisatie;stadsdeel;periode;activiteit;activiteitsoort;bijeenkomsten;bezoeken;unieke_deelnemers;eerste_keer_dit_jaar\n"
                        + "91000011;Laak;2026KW01;ALLE;;40;800;120;120\n");
        Path out = folder.resolve("totalen.xlsx");
        assertThat(Run.of("convert", totals, "-o", out).exits(0).err()).contains("telformat-kort@2026.1");
    }
}
