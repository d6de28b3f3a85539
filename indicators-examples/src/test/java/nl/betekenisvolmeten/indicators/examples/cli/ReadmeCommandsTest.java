package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the README work as they stand there, on files that are called as they are there. */
class ReadmeCommandsTest {

    private static final String START = "indicators ";

    /** An argument that is a file: its name ends in a dot and a few letters. */
    private static final Pattern FILE = Pattern.compile("[\\w.-]+\\.(csv|xlsx|json|html|jsonl|odt|zip)");

    @TempDir
    private Path folder;

    static List<String> commands() throws IOException {
        return Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.startsWith(START))
                .map(line -> line.substring(START.length()))
                .toList();
    }

    @BeforeEach
    void writeFiles() throws IOException {
        Path delivery = Sheet.write(
                folder,
                "levering.csv",
                Sheet.row("stadsdeel", "Laak", "wijk", "WK051838", "periode", "2026KW02"),
                Sheet.row("stadsdeel", "Laak", "wijk", "WK051838", "periode", "2026KW02", "leeftijdsgroep", "67+"));
        Sheet.write(folder, "vorige.csv", Sheet.row("stadsdeel", "Laak", "wijk", "WK051838", "periode", "2026KW01"));
        for (String other : List.of("levering.xlsx", "levering.json")) {
            Run.of("convert", delivery, "-o", folder.resolve(other)).exits(0);
        }
        Sheet.writeText(
                folder,
                "export.csv",
                "KvK;Wijknaam;Kwartaal;Aantal bezoekers\n91000011;Schilderswijk;2026-Q1;40\n91000011;Laak;2026-Q1;30\n");
        Sheet.writeText(
                folder,
                "presentielijst.csv",
                "datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;uren;doorverwezen\n"
                        + "2026-01-06;Taalcafé;TAAL;WK051829;ALLEN;d1;1990;DEELNEMER;;nee\n");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("verantwoording.zip")))) {
            zip.putNextEntry(new ZipEntry("telformat.csv"));
            zip.write(Files.readAllBytes(delivery));
        }
        Sheet.writeText(
                folder,
                "realisaties.csv",
                "indicator;gebied;periode;waarde;waarde_tot;stand;bron\n"
                        + "unieke-inwoners-meerjarige-subsidies;GM0518;2026JJ00;30000;;;verzonnen\n");
        Sheet.writeText(folder, "kenmerken.csv", perArea("gebied;kenmerk;waarde", "laag inkomen;"));
        Sheet.writeText(folder, "gewichten.csv", "kenmerk;gewicht;richting\nlaag inkomen;1;HOOG\n");
        Sheet.writeText(folder, "budget.csv", perArea("gebied;bedrag", ""));
        Sheet.writeText(
                folder,
                "geld.csv",
                "programma;organisatie;stadsdeel;periode;euro\nWijk;91000011;Laak;2026KW02;12000\n");
        Files.copy(Path.of("src/test/resources/context/denhaag-1-april-2026.json"), folder.resolve("afspraken.json"));
        Path format =
                Path.of("..", "indicators-formats/src/main/resources/nl/betekenisvolmeten/indicators/formats/formats");
        Files.copy(format.resolve("telformat-gebiedsgericht-2026.1.json"), folder.resolve("eigen.json"));
    }

    private static String perArea(String header, String before) {
        List<String> areas = List.of(
                "Centrum",
                "Escamp",
                "Haagse Hout",
                "Laak",
                "Leidschenveen-Ypenburg",
                "Loosduinen",
                "Scheveningen",
                "Segbroek");
        StringBuilder lines = new StringBuilder(header).append('\n');
        areas.forEach(area -> lines.append(area)
                .append(';')
                .append(before)
                .append(10 + areas.indexOf(area))
                .append('\n'));
        return lines.toString();
    }

    /** The words of a line; what stands in quotes is one. */
    private List<Object> words(String line) {
        return Pattern.compile("\"([^\"]*)\"|\\S+")
                .matcher(line)
                .results()
                .map(word -> word.group(1) == null ? place(word.group()) : word.group(1))
                .toList();
    }

    /** Files are in a folder of the test's own; so is what is written under a name without an ending. */
    private Object place(String word) {
        if (List.of("verslag", "openbaar").contains(word)) {
            return folder.resolve(word);
        }
        return Stream.of(word.split(","))
                .map(part -> FILE.matcher(part).matches() ? folder.resolve(part).toString() : part)
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void command_works(String line) {
        if (line.contains("--definitions voorstel.json")) {
            Run.of(
                            "describe",
                            folder.resolve("export.csv"),
                            "-o",
                            folder.resolve("voorstel.json"),
                            "--indicators-to",
                            folder.resolve("indicatoren.json"))
                    .exits(0);
        }
        if (line.startsWith("attack")) {
            Run.of("protect", folder.resolve("levering.csv"), "-o", folder.resolve("openbaar"))
                    .exits(0);
        }
        Run run = Run.of(words(line).toArray());
        assertThat(run.exit()).as("%s: %s", line, run.err()).isZero();
    }

    @Test
    void readme_hasAnExampleOfEachCommand() throws IOException {
        assertThat(commands().stream().map(line -> line.split(" ", 2)[0]).distinct())
                .contains("validate", "aggregate", "compare", "convert", "diff", "formats", "template", "burden")
                .contains("explain", "count", "targets", "need", "report");
    }
}
