package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A reproducible account of figures: the deliveries, the definitions, and the commands that made each result from them.
 * A dossier is verified by running the commands again and comparing their results byte for byte.
 */
@Command(name = "dossier")
final class DossierCommand extends Subcommand {

    private static final String ABOUT = "dossier.txt";
    private static final String CONTEXT = "--context";
    private static final String ABSENT = "-";
    private static final Pattern ENDING = Pattern.compile("\\.(?:csv|tsv|txt|xlsx|jsonl?|zip)$");

    private enum Action {
        CREATE,
        VERIFY
    }

    @Parameters(index = "0", arity = "1", descriptionKey = "dossier.action", paramLabel = "create|verify")
    private Action action = Action.CREATE;

    @Parameters(index = "1..*", arity = "1..*", descriptionKey = "dossier.files", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--internal", descriptionKey = "dossier.internal", paramLabel = "PURPOSE")
    private @Nullable String purpose;

    @Option(names = "--public", descriptionKey = "dossier.public")
    private boolean isPublic;

    @Option(names = "--plan", descriptionKey = "publication.plan", paramLabel = "FILE")
    private @Nullable Path plan;

    @Option(names = "--policy", descriptionKey = "publication.policy", paramLabel = "FILE")
    private @Nullable Path policy;

    @Option(names = "--earlier", split = ",", descriptionKey = "protect.earlier", paramLabel = "FOLDER")
    private List<Path> earlier = List.of();

    @Option(names = "--key", descriptionKey = "dossier.key", paramLabel = "FILE")
    private @Nullable Path key;

    @Option(names = CONTEXT, split = ",", descriptionKey = "context", paramLabel = "FILE")
    private List<Path> context = List.of();

    @Option(names = "--population", descriptionKey = "population", paramLabel = "FILE")
    private @Nullable Path population;

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    @Mixin
    private final Output output = new Output(terminal);

    DossierCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try {
            return action == Action.CREATE ? create() : verify();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path checked() {
        if ((purpose == null) != isPublic || (purpose != null && purpose.isBlank())) {
            throw texts.wrong("dossier.use");
        }
        if (!isPublic && (plan != null || policy != null || key != null || !earlier.isEmpty())) {
            throw texts.wrong("usage.onlyWith", "--plan, --policy, --earlier, --key", "--public");
        }
        Path target = output.required();
        if (!String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw texts.wrong("output.ending", target, ".zip");
        }
        output.claim(target);
        inputs.files(files);
        return target;
    }

    private Integer create() throws IOException {
        Path target = checked();
        Lookup lookup = own.read();
        SortedMap<String, byte[]> bag = new TreeMap<>();
        files.forEach(file -> add(Recomputation.INPUTS, file, bag));
        Map<String, String> options = options(bag);
        SortedMap<String, byte[]> made = Recomputation.inFolder(folder -> {
            Recomputation work = new Recomputation(folder, options, isPublic);
            work.write(bag);
            for (String id : definitions(folder, bag, lookup)) {
                work.definition(id).ifPresent(bytes -> bag.put(Recomputation.DEFINITIONS + id + ".json", bytes));
            }
            Optional<String> reason = work.results(bag);
            if (reason.isPresent()) {
                terminal.err().print(reason.get());
                throw texts.wrong("dossier.noResults");
            }
            describe(work, bag);
            if (isPublic) {
                bag.keySet().removeIf(name -> name.startsWith(Recomputation.INPUTS));
                options.forEach((name, file) -> {
                    if (name.startsWith(CONTEXT)) {
                        bag.remove(Recomputation.OPTIONS + file);
                    }
                });
            }
            return bag;
        });
        output.writeBytes(target, out -> Bag.write(made, "indicators " + Version.text(), out));
        terminal.say(isPublic ? "dossier.made.public" : "dossier.made.internal", target, made.size());
        return ExitCodes.GOOD;
    }

    /** Adds a file under its own name, preceded by a number if that name is taken. */
    private String add(String folder, Path file, Map<String, byte[]> bag) {
        return add(folder, String.valueOf(file.getFileName()).replaceAll("[\\p{Cntrl}%\\\\]", "_"), file, bag);
    }

    private String add(String folder, String name, Path file, Map<String, byte[]> bag) {
        String free = name;
        for (int i = 2; bag.containsKey(folder + free); i++) {
            free = i + "-" + name;
        }
        bag.put(folder + free, bytes(file));
        return free;
    }

    private byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandException.unreadable(file, texts);
        }
    }

    private Map<String, String> options(Map<String, byte[]> bag) {
        Map<String, String> options = new LinkedHashMap<>();
        context.forEach(agreed -> option(CONTEXT + ":" + options.size(), agreed, bag, options));
        option("--population", population, bag, options);
        option("--plan", plan, bag, options);
        option("--policy", policy, bag, options);
        for (int i = 0; i < earlier.size(); i++) {
            String name = "earlier-" + (i + 1);
            for (Path published : published(earlier.get(i))) {
                bag.put(Recomputation.OPTIONS + name + "/" + published.getFileName(), bytes(published));
            }
            options.put("--earlier:" + i, name);
        }
        for (Path definitions : own.files()) {
            option("--definitions:" + options.size(), definitions, bag, options);
        }
        return options;
    }

    /** Returns the files of an earlier publication, which are public too. */
    private List<Path> published(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw CommandException.unreadable(folder, texts);
        }
    }

    private void option(String name, @Nullable Path file, Map<String, byte[]> bag, Map<String, String> options) {
        if (file != null) {
            options.put(
                    name,
                    isPublic
                            ? add(Recomputation.OPTIONS, plainName(name.replaceAll("--|:.*", ""), file), file, bag)
                            : add(Recomputation.OPTIONS, file, bag));
        }
    }

    /** Returns a word with the extension of a file, because the name of the file itself may contain a person's name. */
    private static String plainName(String word, Path file) {
        Matcher ending = ENDING.matcher(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT));
        return word + (ending.find() ? ending.group() : "");
    }

    /** Returns the same files, with numbers instead of names for deliveries. */
    private static SortedMap<String, byte[]> withoutNames(SortedMap<String, byte[]> bag) {
        SortedMap<String, byte[]> numbered = new TreeMap<>();
        int number = 0;
        for (Map.Entry<String, byte[]> file : bag.entrySet()) {
            String name = file.getKey();
            if (name.startsWith(Recomputation.INPUTS)) {
                number++;
                name = Recomputation.INPUTS
                        + plainName(String.format(Locale.ROOT, "levering-%04d", number), Path.of(name));
            }
            numbered.put(name, file.getValue());
        }
        return numbered;
    }

    /** Returns the definitions that deliveries were read with, and all those that figures depend on. */
    private SortedSet<String> definitions(Path folder, Map<String, byte[]> bag, Lookup lookup) {
        List<Path> deliveries = bag.keySet().stream()
                .filter(name -> name.startsWith(Recomputation.INPUTS))
                .map(folder::resolve)
                .toList();
        DeliverySet set = new Deliveries(this).of(deliveries).set(lookup, Optional.empty());
        SortedSet<String> ids = new TreeSet<>(List.of("denhaag", "denhaag-inwoners"));
        set.formats().values().forEach(format -> ids.add(format.id().toString()));
        lookup.indicatorSets().forEach(one -> ids.add(one.id() + "@" + one.version()));
        if (isPublic && plan == null) {
            ids.add(PublicationOptions.PLAN.toString());
            if (policy == null) {
                ids.add(lookup.definitions()
                        .plans()
                        .get(PublicationOptions.PLAN)
                        .policy()
                        .id()
                        .toString());
            }
        }
        return ids;
    }

    /** Describes the dossier: its audience, the commands, and the hashes of their input. */
    private void describe(Recomputation work, SortedMap<String, byte[]> bag) {
        SortedMap<String, byte[]> shown = isPublic ? withoutNames(bag) : bag;
        String why = isPublic ? "" : String.valueOf(purpose).strip().replaceAll("\\s+", " ");
        List<String> lines = new ArrayList<>();
        lines.add("Use: " + (isPublic ? "public" : "internal"));
        lines.add("Purpose: " + why);
        lines.add("Version: " + Version.text());
        work.options()
                .forEach((name, file) ->
                        lines.add("Option: " + name + " " + (isPublic && name.startsWith(CONTEXT) ? ABSENT : file)));
        shown.forEach((name, bytes) -> {
            if (name.startsWith(Recomputation.INPUTS)) {
                lines.add("Input: " + mark(bytes) + " " + name.substring(Recomputation.INPUTS.length()));
            }
        });
        work.commands(shown).forEach(line -> lines.add("Command: " + String.join(" ", line)));
        bag.put(ABOUT, text(String.join("\n", lines)));
        bag.put(
                "LEESMIJ.txt",
                text(new Texts(Language.NL).of("dossier.readme." + (isPublic ? "public" : "internal"), why)));
    }

    /**
     * Returns the hash of a file. In a public dossier it is keyed with a secret, since a reader could guess the content
     * of a small file.
     */
    private String mark(byte[] bytes) {
        return key != null
                ? "hmac-sha256:" + Bag.hash(bytes, bytes(key))
                : isPublic ? ABSENT : "sha256:" + Bag.hash(bytes);
    }

    private static byte[] text(String lines) {
        return (lines + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> values(byte[] about, String name) {
        return new String(about, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .toList();
    }

    private Integer verify() throws IOException {
        inputs.files(files);
        Bag bag = read(files.get(0));
        byte[] about = bag.files().getOrDefault(ABOUT, new byte[0]);
        List<String> use = values(about, "Use");
        if (use.isEmpty()) {
            throw texts.wrong("dossier.none", files.get(0));
        }
        List<String> differences = new ArrayList<>();
        bag.changed().forEach(name -> differences.add(texts.of("dossier.differs.file", name)));
        values(about, "Version").stream()
                .filter(version -> !version.equals(Version.text()))
                .forEach(version -> differences.add(texts.of("dossier.differs.version", version, Version.text())));
        SortedMap<String, byte[]> given = new TreeMap<>(bag.files());
        given.keySet().removeIf(name -> !name.matches(Recomputation.GIVEN));
        files.subList(1, files.size()).forEach(file -> add(Recomputation.INPUTS, file, given));
        compareInputs(values(about, "Input"), given, differences);
        Map<String, String> options = new LinkedHashMap<>();
        values(about, "Option").forEach(line -> options.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
        boolean recomputed = given.keySet().stream().anyMatch(name -> name.startsWith(Recomputation.INPUTS));
        if (options.values().removeIf(ABSENT::equals)) {
            if (recomputed && context.isEmpty()) {
                throw texts.wrong("dossier.context");
            }
            context.forEach(agreed -> option(CONTEXT + ":" + options.size(), agreed, given, options));
        }
        Recomputation.inFolder(folder -> {
            Recomputation work = new Recomputation(folder, options, use.contains("public"));
            work.write(given);
            recompute(work, bag.files(), recomputed ? given : new TreeMap<>(), differences);
            return differences;
        });
        differences.forEach(terminal.err()::println);
        String said = recomputed ? "dossier.same" : "dossier.same.notRecomputed";
        terminal.say(differences.isEmpty() ? said : "dossier.differs", differences.size());
        return differences.isEmpty() ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    private Bag read(Path dossier) {
        try {
            return Bag.read(dossier);
        } catch (IOException e) {
            throw texts.wrong("dossier.none", dossier);
        }
    }

    /** Reports given deliveries from which the dossier was not made, if this can be detected. */
    private void compareInputs(List<String> lines, Map<String, byte[]> given, List<String> differences) {
        Set<String> marks = lines.stream().map(line -> line.split(" ", 2)[0]).collect(Collectors.toSet());
        boolean secret = marks.stream().anyMatch(mark -> mark.startsWith("hmac"));
        if (marks.contains(ABSENT) || (secret && key == null)) {
            return;
        }
        given.forEach((name, bytes) -> {
            if (name.startsWith(Recomputation.INPUTS)
                    && !marks.contains(secret ? mark(bytes) : "sha256:" + Bag.hash(bytes))) {
                differences.add(texts.of("dossier.differs.input", name.substring(Recomputation.INPUTS.length())));
            }
        });
    }

    private void recompute(
            Recomputation work,
            SortedMap<String, byte[]> had,
            SortedMap<String, byte[]> given,
            List<String> differences)
            throws IOException {
        for (String name : had.keySet()) {
            if (name.startsWith(Recomputation.DEFINITIONS)) {
                String id = name.substring(Recomputation.DEFINITIONS.length(), name.length() - ".json".length());
                byte[] now = work.definition(id).orElse(new byte[0]);
                compare("dossier.differs.definition", name, had.get(name), now, differences);
            }
        }
        if (given.isEmpty()) {
            return;
        }
        SortedMap<String, byte[]> made = new TreeMap<>(given);
        work.results(made);
        Stream.concat(had.keySet().stream(), made.keySet().stream())
                .filter(name -> name.startsWith(Recomputation.RESULTS))
                .distinct()
                .sorted()
                .forEach(name -> compare("dossier.differs.result", name, had.get(name), made.get(name), differences));
    }

    private void compare(
            String text, String name, byte @Nullable [] had, byte @Nullable [] now, List<String> differences) {
        if (!Arrays.equals(had, now)) {
            differences.add(texts.of(text, name));
        }
    }
}
