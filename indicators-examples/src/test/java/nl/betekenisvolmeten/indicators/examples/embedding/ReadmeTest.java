package nl.betekenisvolmeten.indicators.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the README to the code: its snippet is the program below, and its commands are the ones that are tested. */
class ReadmeTest {

    private static final Path TOP = Path.of("..");
    private static final Path PROGRAM =
            Path.of("src/main/java/nl/betekenisvolmeten/indicators/examples/embedding/CheckAddUpCompare.java");

    private static final String DELIVERY = String.join(
            "\n",
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                    + "bijeenkomsten;bezoeken;unieke_deelnemers",
            "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;80;20",
            "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;30-49;10;90;30",
            "91000011;Laak;WK051838;2026KW01;1;ETEN;Eettafel;ALLEN;30-49;5;50;25",
            "91000011;Laak;WK051838;2026KW01;1;ETEN;Eettafel;ALLEN;67+;5;40;99",
            "");

    /** The lines of the program, where the README names a file and the console. */
    private static List<String> snippet() throws IOException {
        List<String> lines = Files.readAllLines(PROGRAM);
        int from = lines.indexOf("        // snippet: embedding");
        int to = lines.indexOf("        // end");
        return lines.subList(from + 1, to).stream()
                .map(line -> line.strip()
                        .replace("read(file)", "read(Path.of(\"levering.csv\"))")
                        .replaceAll("\\bout(\\.|::)println", "System.out$1println"))
                .toList();
    }

    @Test
    void snippet_hasFiveLines_andStandsInTheReadme() throws IOException {
        assertThat(snippet()).hasSize(5);
        // comments of the README are aligned
        String readme = Files.readString(TOP.resolve("README.md")).replaceAll(" +//", " //");
        assertThat(readme).contains("```java\n" + String.join("\n", snippet()) + "\n```");
    }

    /** A project of another runs the same lines, from a folder with the release too. */
    @Test
    void snippet_isWhatTheConsumerRuns() throws IOException {
        String consumer = Files.readString(Path.of("src/consumer/java/consumer/Consumer.java"))
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        assertThat(consumer).contains(String.join("\n", snippet()));
    }

    @Test
    void imports_ofTheSnippet_standBelowIt() throws IOException {
        String imports = Files.readAllLines(PROGRAM).stream()
                .filter(line -> line.startsWith("import ") && !line.contains("PrintStream"))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(TOP.resolve("README.md"))).contains("```java\n" + imports + "\n```");
    }

    @Test
    void snippet_run_tellsWhatIsWrongAndGivesBounds(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("levering.csv"), DELIVERY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckAddUpCompare.run(file, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String printed = bytes.toString(StandardCharsets.UTF_8);
        assertThat(printed).contains("TF-R02 (5, unieke_deelnemers)");
        // 20 aged 18-29 and 30 aged 30-49 at least; a row was rejected, so nobody can say how many there are at most
        assertThat(printed.lines())
                .anySatisfy(line -> assertThat(line).startsWith("wijk ").contains("unieke_deelnemers", "geleverd"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("WK051838  ten minste 15 (niet  ten minste 220 (niet  ten minste 50 (niet "))
                .contains("Laakkwartier en Spoorwijk - geen cijfer: niet alles is binnen.");
        assertThat(printed).contains("niet geleverd");
    }

    @Test
    void testCommand_isTheOneThatCiRuns() throws IOException {
        assertThat(Files.readString(TOP.resolve("README.md"))).contains("mvn -B verify");
        assertThat(Files.readAllLines(TOP.resolve(".ci/run"))).contains("mvn -B verify");
    }

    @Test
    void commands_areRunWithoutALocaleToo() throws IOException {
        String first = Files.readAllLines(TOP.resolve("README.md")).stream()
                .filter(line -> line.endsWith(" demo"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(TOP.resolve(".github/workflows/verify.yml")))
                .contains("env -i PATH=\"$PATH\" HOME=\"$HOME\" bash -c \"" + first + '"')
                .contains("env -i PATH=\"$PATH\" HOME=\"$HOME\" bash .ci/run");
    }

    @Test
    void dependencies_areThoseOfTheBuild() throws IOException {
        String build = Files.readString(TOP.resolve("pom.xml"));
        List<String[]> rows = Files.readAllLines(TOP.resolve("README.md")).stream()
                .filter(line -> line.matches("\\| [a-z].*\\| (Apache|MIT|BSD)[^|]*\\|.*"))
                .map(line -> line.split(" *\\| *", -1))
                .toList();
        assertThat(rows)
                .hasSizeGreaterThan(5)
                .allSatisfy(row -> assertThat(build).contains(".version>" + row[2].split(",", -1)[0]))
                .allSatisfy(row -> assertThat(build).contains("<artifactId>" + row[1].split("[, ]", -1)[0]));
    }

    @Test
    void links_leadToFilesOfTheProject() throws IOException {
        Matcher link = Pattern.compile("\\]\\(([^)]+)\\)").matcher(Files.readString(TOP.resolve("README.md")));
        List<String> targets = link.results().map(found -> found.group(1)).toList();
        assertThat(targets)
                .isNotEmpty()
                .allSatisfy(target -> assertThat(TOP.resolve(target)).exists());
    }
}
