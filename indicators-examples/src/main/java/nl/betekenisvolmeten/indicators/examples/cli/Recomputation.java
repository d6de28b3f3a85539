package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;

/** The files of a dossier in a folder, and the commands that make its results there: the same on every machine and day. */
record Recomputation(Path folder, Map<String, String> options, boolean isPublic) {

    static final String INPUTS = "inputs/";
    static final String OPTIONS = "options/";
    static final String DEFINITIONS = "definitions/";
    static final String RESULTS = "results/";

    /** The files that commands read; the files of an earlier publication are in a folder that is given as an option. */
    static final String GIVEN = "(?:inputs|options(?:/earlier-\\d+)?)/[^/]+";

    /** A fixed day, so that nothing in a dossier depends on the day on which it is made. */
    private static final String DAY = "9999-12-31";

    private static final int MOST_ATTEMPTS = 100;

    /** Work in a folder that is deleted afterwards. */
    interface Work<T> {
        T in(Path folder) throws IOException;
    }

    /**
     * Works in a folder that is deleted afterwards, even if the program is interrupted, because it contains deliveries.
     */
    static <T> T inFolder(Work<T> work) throws IOException {
        Path folder = Files.createTempDirectory("dossier");
        Thread interrupted = new Thread(() -> {
            for (int i = 0; i < MOST_ATTEMPTS && Files.exists(folder); i++) {
                delete(folder); // the work continues until the program ends, and may still write
            }
        });
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            return work.in(folder);
        } finally {
            delete(folder);
            try {
                Runtime.getRuntime().removeShutdownHook(interrupted);
            } catch (IllegalStateException e) {
                // the program is ending, and the hook is running
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // something else was deleted in the meantime
        }
    }

    /** Writes deliveries and options as files, for commands to read. */
    void write(Map<String, byte[]> files) throws IOException {
        for (String part : List.of(INPUTS, OPTIONS, DEFINITIONS, RESULTS)) {
            Files.createDirectories(folder.resolve(part));
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().matches(GIVEN)) {
                String place = file.getKey().substring(0, file.getKey().lastIndexOf('/'));
                Files.createDirectories(folder.resolve(place));
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }

    /** Runs a command in a fixed language, whatever that of the machine or user is. */
    private int run(List<String> line, Writer said) {
        Terminal quiet =
                new Terminal(new Texts(Language.NL), new PrintWriter(Writer.nullWriter()), new PrintWriter(said));
        return IndicatorsCommand.run(
                quiet,
                line.stream()
                        .map(word -> word.matches("(?s)(inputs|options|definitions|results)/.*")
                                ? folder.resolve(word).toString()
                                : word)
                        .toArray(String[]::new));
    }

    private List<String> options(String... names) {
        List<String> words = new ArrayList<>();
        options.forEach((name, file) -> {
            String plain = name.replaceAll(":.*", "");
            if (List.of(names).contains(plain)) {
                words.add(plain);
                words.add(OPTIONS + file);
            }
        });
        return words;
    }

    /** Returns a definition as its command writes it. */
    Optional<byte[]> definition(String id) throws IOException {
        List<String> line =
                new ArrayList<>(List.of("formats", id, "--json", "--force", "-o", DEFINITIONS + "one.json"));
        line.addAll(options("--definitions"));
        return run(line, Writer.nullWriter()) == ExitCodes.GOOD
                ? Optional.of(Files.readAllBytes(folder.resolve(DEFINITIONS).resolve("one.json")))
                : Optional.empty();
    }

    /** Returns the commands that make the results from the given files. */
    List<List<String>> commands(Map<String, byte[]> files) {
        List<String> deliveries = files.keySet().stream()
                .filter(name -> name.startsWith(INPUTS))
                .sorted()
                .toList();
        List<String> all = options("--definitions", "--context", "--population");
        if (isPublic) {
            List<String> protect = line("protect", deliveries, all, "-o", RESULTS + "openbaar");
            protect.addAll(options("--plan", "--policy", "--earlier"));
            return List.of(protect);
        }
        return List.of(
                line(
                        "validate",
                        deliveries,
                        options("--definitions", "--context"),
                        "--report",
                        "json",
                        "-o",
                        RESULTS + "bevindingen.json"),
                line("aggregate", deliveries, all, "--by", "stadsdeel,periode", "-o", RESULTS + "totalen.csv"),
                line("compare", deliveries, all, "--level", "stadsdeel", "-o", RESULTS + "vergelijking.csv"));
    }

    private static List<String> line(String command, List<String> deliveries, List<String> options, String... more) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(deliveries);
        line.addAll(options);
        line.addAll(List.of(more));
        line.addAll(List.of("--date", DAY));
        return line;
    }

    /**
     * Makes the results and adds them to the files.
     *
     * @return why there are no results; empty if there are
     */
    Optional<String> results(SortedMap<String, byte[]> files) throws IOException {
        for (List<String> line : commands(files)) {
            StringWriter said = new StringWriter();
            int exit = run(line, said);
            if (exit != ExitCodes.GOOD && exit != ExitCodes.ERRORS) {
                return Optional.of(said.toString().replace(folder + File.separator, ""));
            }
        }
        try (Stream<Path> made = Files.walk(folder.resolve(RESULTS))) {
            for (Path file : made.filter(Files::isRegularFile).sorted().toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        boolean any = files.keySet().stream().anyMatch(name -> name.startsWith(RESULTS));
        return any ? Optional.empty() : Optional.of("");
    }
}
