package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
        String code = code(SOURCES);
        Set<String> literals = found("\"([a-zA-Z0-9.]+)\"", code);
        Set<String> words = new HashSet<>();
        for (String module : List.of("core", "formats", "examples")) {
            found("([a-zA-Z0-9_-]+)", code(Path.of("../indicators-" + module + "/src/main")))
                    .forEach(word -> {
                        words.add(plain(word));
                        words.addAll(List.of(word.toLowerCase(Locale.ROOT).split("[_-]")));
                    });
        }
        List<String> unused = Collections.list(new Texts(Language.NL).bundle().getKeys()).stream()
                .filter(key -> !OF_HELP.matcher(key).matches())
                .filter(key -> !literals.contains(OF_COMMAND.matcher(key).replaceFirst("$1")))
                .filter(key -> starts(key).noneMatch(start -> literals.contains(start) && isMade(key, start, words)))
                .sorted()
                .toList();
        assertThat(unused).isEmpty();
    }

    /** Returns whether the rest of a key occurs in the code or in a definition, as one word or as several. */
    private static boolean isMade(String key, String start, Set<String> words) {
        String rest = key.substring(start.length());
        return words.contains(plain(rest))
                || Stream.of(rest.split("[._]")).allMatch(part -> words.contains(plain(part)));
    }

    /**
     * A constant is written in capitals with underscores; in a key it may also be in small letters or without
     * underscores.
     */
    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    private static Set<String> found(String pattern, String code) {
        return Pattern.compile(pattern)
                .matcher(code)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static String code(Path folder) throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|json)"))
                    .toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
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
