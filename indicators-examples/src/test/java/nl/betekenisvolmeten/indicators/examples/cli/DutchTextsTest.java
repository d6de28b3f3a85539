package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dutch texts hold no English: neither in the bundles of the three modules nor in what is put into them. */
class DutchTextsTest {

    /** Words that no Dutch sentence has; options, names of columns and words of the output are no sentences. */
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(the|and|with|which|from|must|cannot|not|are|that|this|has|have"
                    + "|were|been|its|but|because|when|only|before|published|stated|delivered|described|different|should"
                    + "|these|those|there|where|than|does|totals|figures|rows|areas|how|who|what|your|you)\\b");

    private static final Pattern NO_SENTENCE = Pattern.compile(
            "--?[a-z][a-z-]*|[\\w-]+ \\([^)]*\\)|[\\w.*]+[-_./][\\w.*/-]+|\\{[^}]*\\}|\\([^)]*\\)|CSV on the Web");

    @TempDir
    private Path folder;

    private Path delivery = Path.of("");

    @BeforeEach
    void write() {
        delivery = Sheet.write(folder, "levering.csv", Sheet.row());
    }

    private static String sentences(String text) {
        return NO_SENTENCE.matcher(text).replaceAll("");
    }

    private static void assertDutch(String name, Properties texts) {
        assertThat(texts).as(name).isNotEmpty();
        texts.forEach((key, text) ->
                assertThat(sentences(String.valueOf(text))).as(name + " " + key).doesNotContainPattern(ENGLISH));
    }

    @Test
    void everyDutchBundle_holdsNoEnglishWord() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path resources : modules.map(module -> module.resolve("src/main/resources"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(resources)) {
                    for (Path file : files.filter(path -> path.toString().endsWith("_nl.properties"))
                            .toList()) {
                        Properties texts = new Properties();
                        try (Reader reader = Files.newBufferedReader(file)) {
                            texts.load(reader);
                        }
                        assertDutch(file.toString(), texts);
                    }
                }
            }
        }
    }

    private static void assertRefused(String dutch, String english, List<?> command) {
        Run run = Run.with(command);
        assertThat(run.exit()).as(run.err()).isIn(1, 2);
        assertThat(run.err()).contains(dutch);
        assertThat(sentences(run.err())).doesNotContainPattern(ENGLISH);
        assertThat(Run.with(command, "--lang", "en").err()).contains(english);
    }

    private Path context(String status) {
        return Sheet.writeText(
                folder,
                status + ".json",
                "{\"id\": \"%1$s\", \"periods\": [{\"period\": \"2026KW01\", \"status\": \"%1$s\"}]}"
                        .formatted(status));
    }

    @Test
    void agreementsThatContradictEachOther_areNamedInTheLanguageOfTheReader() {
        assertRefused(
                "een periode heeft een andere status",
                "period has two statuses: 2026KW01",
                List.of(
                        "aggregate",
                        delivery,
                        "--by",
                        "stadsdeel",
                        "--measure",
                        "bezoeken",
                        "--context",
                        context("voorlopig") + "," + context("definitief")));
    }

    @Test
    void numberPublishedDifferentlyBefore_isRefusedInTheLanguageOfTheReader() throws IOException {
        Path first = folder.resolve("eerst");
        Run.of("protect", delivery, "-o", first).exits(0);
        Path table = first.resolve("stadsdeel-jaar.csv");
        Sheet.writeText(first, "stadsdeel-jaar.csv", Sheet.read(table).replace(";40;exact;", ";45;exact;"));
        for (String other : List.of("stadsdeel-jaar.json", "stadsdeel-jaar.sdmx.csv", "stadsdeel-jaar.xlsx")) {
            Files.delete(first.resolve(other)); // these files still have today's number
        }
        assertRefused(
                "eerder is een ander getal gepubliceerd",
                "published before as another number: stadsdeel-jaar",
                List.of("protect", delivery, "-o", folder.resolve("nieuw"), "--earlier", first));
    }

    @Test
    void areaThatThePlanLacks_isNamedInTheLanguageOfTheReader() {
        Path form = folder.resolve("ondersteuning.csv");
        Run.of("template", "individuele-ondersteuning@2026.1", "-o", form).exits(0);
        Path filled = Sheet.writeText(
                folder,
                "ingevuld.csv",
                Sheet.read(form) + "91000011;Laak;2026KW02;INDIVIDUEEL;LICHT;onbekend;5;2;1;6;7;;;;;;;;\n");
        assertRefused(
                "past niet bij deze leveringen",
                "no measure",
                List.of("protect", filled, "-o", folder.resolve("nieuw")));
    }
}
