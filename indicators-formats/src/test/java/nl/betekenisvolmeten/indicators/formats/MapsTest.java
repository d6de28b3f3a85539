package nl.betekenisvolmeten.indicators.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two maps, which are the documentation of the root packages, name what exists. */
class MapsTest {

    private static final String ROOT = "nl/betekenisvolmeten/indicators";
    private static final String CORE = "../indicators-core/src/main/java/" + ROOT;
    private static final String FORMATS = "src/main/java/" + ROOT + "/formats";

    /** Where a name of a map may begin: a package or resources of a module, or of the command line. */
    private static final List<String> STARTS = List.of(
            CORE,
            FORMATS,
            "../indicators-core/src/main/resources/" + ROOT,
            "src/main/resources/" + ROOT + "/formats",
            "../indicators-examples/src/main/resources/" + ROOT + "/examples/cli");

    private static String map(String root) throws IOException {
        return Files.readString(Path.of(root, "package-info.java"));
    }

    private static List<String> codes(String text) {
        return Pattern.compile("\\{@code ([^}]+)}")
                .matcher(text.replaceAll("\\s+\\*?\\s*", " "))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean exists(String name) {
        boolean type = name.matches("([a-z]+\\.)+[A-Z]\\w+");
        String path = name.replace('.', '/');
        return STARTS.stream()
                .flatMap(start -> Stream.of(type ? path + ".java" : name, path).map(file -> Path.of(start, file)))
                .anyMatch(Files::exists);
    }

    @ParameterizedTest
    @ValueSource(strings = {CORE, FORMATS})
    void whatToOpen_exists(String root) throws IOException {
        String map = map(root);
        int from = map.indexOf("What to open for a change");
        List<String> names = codes(map.substring(from, map.indexOf("</table>", from)));
        assertThat(names)
                .hasSizeGreaterThan(15)
                // a pattern of names, the ending of English ones, and what to search for
                .filteredOn(name -> !name.equals("formats/ID-VERSION.json") && !name.equals("_en"))
                .filteredOn(name -> !name.startsWith("instanceof "))
                .allSatisfy(name -> assertThat(exists(name)).as(name).isTrue());
        assertThat(exists("model.Nowhere")).isFalse();
    }

    @Test
    void packages_ofFormats_areAllOnTheMap() throws IOException {
        Set<String> packages;
        try (Stream<Path> files = Files.walk(Path.of(FORMATS))) {
            packages = files.filter(Files::isDirectory)
                    .filter(folder -> Files.exists(folder.resolve("package-info.java")))
                    .map(folder ->
                            Path.of(FORMATS).relativize(folder).toString().replace('\\', '/'))
                    .filter(name -> !name.isEmpty())
                    .map(name -> name.replace('/', '.'))
                    .collect(Collectors.toSet());
        }
        String map = map(FORMATS);
        String tables = map.substring(map.indexOf("Rooms: "), map.indexOf("What to open"));
        Set<String> named = Pattern.compile("<tr><td>\\{@code ([^}]+)}")
                .matcher(tables)
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(", ", -1)))
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(packages);
    }
}
