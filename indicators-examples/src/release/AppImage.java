import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes a program of the jar with a Java of its own, and starts it to see that it runs. Arguments: the jar, the folder. */
public final class AppImage {

    private AppImage() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path jar = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                old.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
        Path input = Files.createDirectories(folder.resolve("input"));
        Files.copy(jar, input.resolve("indicators.jar"), StandardCopyOption.REPLACE_EXISTING);
        run(
                Path.of(System.getProperty("java.home"), "bin", "jpackage").toString(),
                "--type",
                "app-image",
                "--name",
                "indicators",
                "--input",
                input.toString(),
                "--main-jar",
                "indicators.jar",
                "--dest",
                folder.toString(),
                isWindows() ? "--win-console" : "--verbose");
        run(folder.resolve(isWindows() ? "indicators/indicators.exe" : "indicators/bin/indicators")
                .toString(), "--version");
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("exit " + exit + ": " + List.of(command));
        }
    }
}
