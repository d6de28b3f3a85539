package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import org.junit.jupiter.api.Test;

/** Every text is asked for somewhere: a text that nobody reads is not kept right. */
class TextKeysTest {

    private static final Path SOURCES = Path.of("src/main/java/nl/betekenisvolmeten/indicators/examples/cli");

    /** Asked for by the help itself, for every command. */
    private static final Pattern OF_HELP =
            Pattern.compile("help|version|helpCommand\\..*|usage\\.(synopsisHeading|commandListHeading|footerHeading)"
                    + "|indicators\\.([a-z]+\\.)?usage\\.(description|header|customSynopsis|footer)");

    /** The text of one command for an option that several have; the rest of the key is that of the option. */
    private static final Pattern OF_COMMAND = Pattern.compile("indicators\\.[a-z]+\\.(.*)");

    @Test
    void everyKey_isAskedFor() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                code.append(Files.readString(file));
            }
        }
        Set<String> literals = Pattern.compile("\"([a-zA-Z0-9.]+)\"")
                .matcher(code)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        List<String> unused = Collections.list(new Texts(Language.NL).bundle().getKeys()).stream()
                .filter(key -> !OF_HELP.matcher(key).matches())
                .filter(key -> !literals.contains(OF_COMMAND.matcher(key).replaceFirst("$1")))
                .filter(key -> starts(key).noneMatch(literals::contains))
                .sorted()
                .toList();
        assertThat(unused).isEmpty();
    }

    /** Of two texts for one key, the second one is shown, and the first one is not missed. */
    @Test
    void noKey_isInItsFileTwice() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path resources : modules.map(module -> module.resolve("src/main/resources"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(resources)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".properties"))
                            .toList()) {
                        assertThat(Files.readAllLines(file).stream()
                                        .filter(line -> !line.startsWith("#") && line.contains("="))
                                        .map(line -> line.substring(0, line.indexOf('='))))
                                .as(file.toString())
                                .doesNotHaveDuplicates();
                    }
                }
            }
        }
    }

    /** What a key may begin with in the code, the rest being put to it there. */
    private static Stream<String> starts(String key) {
        return Pattern.compile("\\.").matcher(key).results().map(dot -> key.substring(0, dot.end()));
    }
}
