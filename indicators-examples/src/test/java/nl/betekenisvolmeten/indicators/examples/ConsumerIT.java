package nl.betekenisvolmeten.indicators.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project of another, compiled and run against the library's jars: on the class path, and as a module. */
class ConsumerIT {

    private static final Path SOURCE = Path.of("src/consumer/java").toAbsolutePath();
    private static final String FORMATS = "nl.betekenisvolmeten.indicators.formats";
    private static final String NO_MODULE_NAME = "opczip";

    /** The jars that the library needs, by the name of their module: no more than its descriptors say. */
    private static final Map<String, Path> NEEDED = needed();

    @TempDir
    private Path folder;

    private static Map<String, Path> needed() {
        Map<String, ModuleReference> all = new LinkedHashMap<>();
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .flatMap(entry -> module(Path.of(entry)).stream())
                .forEach(module -> all.putIfAbsent(module.descriptor().name(), module));
        Map<String, Path> needed = new LinkedHashMap<>();
        add(FORMATS, all, needed);
        return needed;
    }

    private static Optional<ModuleReference> module(Path jar) {
        try {
            return ModuleFinder.of(jar).findAll().stream().findFirst();
        } catch (FindException e) {
            return Optional.empty();
        }
    }

    private static void add(String name, Map<String, ModuleReference> all, Map<String, Path> needed) {
        ModuleReference module = all.get(name);
        if (module == null || needed.containsKey(name)) {
            return;
        }
        needed.put(name, Path.of(module.location().orElseThrow()));
        module.descriptor().requires().stream()
                .filter(requires -> !requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC)
                        // a compiler asks for these too
                        || requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE))
                .forEach(requires -> add(requires.name(), all, needed));
    }

    private record Outcome(int exit, String text) {}

    private Outcome run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        line.addAll(List.of(arguments));
        Path out = folder.resolve(tool + ".out");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.contains("JAVA_") || name.contains("CLASSPATH"));
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }

    private Outcome succeeds(String tool, String... arguments) throws IOException, InterruptedException {
        Outcome outcome = run(tool, arguments);
        assertThat(outcome.exit()).as(outcome.text()).isZero();
        return outcome;
    }

    private static String path(Path... more) {
        return Stream.concat(NEEDED.values().stream(), Stream.of(more))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void assertSaysAll(Outcome outcome) {
        assertThat(outcome.text())
                .contains("TF-R02", "bezoeken", "{\"totals\":[{", "40", "Bezoeken per 1.000 inwoners");
    }

    @Test
    void consumer_onTheClassPath_readsADelivery() throws Exception {
        Path classes = folder.resolve("classes");
        succeeds(
                "javac",
                "-encoding",
                "UTF-8",
                "-cp",
                path(),
                "-d",
                classes.toString(),
                SOURCE.resolve("consumer/Consumer.java").toString());
        assertSaysAll(succeeds("java", "-Dstdout.encoding=UTF-8", "-cp", path(classes), "consumer.Consumer"));
    }

    @Test
    void consumer_onTheModulePath_readsADeliveryAndSeesNoInternals() throws Exception {
        Path modules = folder.resolve("modules");
        succeeds(
                "javac",
                "-encoding",
                "UTF-8",
                "--module-path",
                path(),
                "-d",
                modules.toString(),
                SOURCE.resolve("module-info.java").toString(),
                SOURCE.resolve("consumer/Consumer.java").toString());
        assertSaysAll(succeeds("java", "--module-path", path(modules), "-m", "consumer/consumer.Consumer"));
        Path curious = Files.writeString(
                folder.resolve("Curious.java"),
                "package consumer; class Curious { " + FORMATS + ".internal.csv.CsvRowWriter writer; }");
        Outcome refused = run(
                "javac",
                "-encoding",
                "UTF-8",
                "--module-path",
                path(),
                "-d",
                folder.resolve("refused").toString(),
                SOURCE.resolve("module-info.java").toString(),
                curious.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.text()).contains(FORMATS + ".internal.csv is not visible");
    }

    /** jlink takes modules with a descriptor only; two jars have none. */
    @Test
    void modules_withoutADescriptor_areThoseThatTheReadmeNames() {
        assertThat(NEEDED.values().stream()
                        .flatMap(jar -> module(jar).stream())
                        .map(ModuleReference::descriptor)
                        .filter(ModuleDescriptor::isAutomatic)
                        .map(ModuleDescriptor::name))
                .containsExactlyInAnyOrder("commons.math3", NO_MODULE_NAME);
    }
}
