package nl.betekenisvolmeten.indicators.formats.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.Forms;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Descriptors and deliveries by the libraries of Frictionless Data. Runs only where it is asked for, with the profile
 * {@code outside-validators}: it needs node and its packages.
 */
@EnabledIfSystemProperty(named = "outside.validators", matches = ".+")
class OutsideValidatorsTest {

    /** What a Table Schema can say; the rest of the rules are about more than one column, or about notation. */
    private static final Set<String> SAID = Set.of(
            "TF-S01", "TF-S03", "TF-S04", "TF-V01", "TF-V02", "TF-V03", "TF-V04", "TF-V05", "TF-V06", "TF-V07",
            "TF-V08", "TF-V09");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Case> CASES = new ArrayList<>();

    @TempDir
    static Path folder;

    private static JsonNode results = JSON.createArrayNode();

    /**
     * A delivery and whether it must be accepted.
     *
     * @param name what it is
     * @param descriptor the file of the descriptor
     * @param file the file with rows
     * @param good whether it must be accepted
     */
    private record Case(String name, String descriptor, String file, boolean good) {}

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        for (FormatDefinition format : Forms.all()) {
            StringWriter descriptor = new StringWriter();
            Descriptor.DATA_PACKAGE.write(format, Language.NL, descriptor);
            Files.writeString(folder.resolve(descriptor(format.id())), descriptor.toString());
        }
        for (ConformanceKit.Case one : ConformanceKit.of(Forms.all()).cases()) {
            boolean good = one.expected().isEmpty();
            if (good || one.expected().stream().anyMatch(found -> isSaid(one.format(), found))) {
                add(one.format(), one.file().name(), ConformanceKitTest.text(one), good);
            }
        }
        Files.writeString(folder.resolve("cases.json"), JSON.writeValueAsString(CASES));
        Path out = folder.resolve("results.json");
        Process node = new ProcessBuilder("node", "frictionless.js", folder.toString())
                .directory(Path.of(System.getProperty("outside.validators")).toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        assertThat(node.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(folder.resolve("errors.txt"))).isEmpty();
        results = JSON.readTree(out.toFile());
        assertThat(results).hasSameSizeAs(CASES);
    }

    private static String descriptor(FormatId format) {
        return format + ".json";
    }

    private static void add(FormatId format, String name, String text, boolean good) throws IOException {
        String file = format + "_" + name;
        Files.writeString(folder.resolve(file), text);
        CASES.add(new Case(file, descriptor(format), file, good));
    }

    private static boolean isSaid(FormatId format, ConformanceKit.Expected found) {
        boolean key = Forms.all().stream()
                .filter(one -> one.id().equals(format))
                .flatMap(one -> one.ruleSet().rules().stream())
                .anyMatch(rule ->
                        rule instanceof Rule.UniqueKey && rule.verdict().code().equals(found.code()));
        return found.severity() == Severity.ERROR
                && (key || SAID.contains(found.code().value()));
    }

    @Test
    void dataPackage_anyFormat_isAcceptedByTheLibrariesThemselves() {
        for (int i = 0; i < CASES.size(); i++) {
            assertThat(results.get(i).get("descriptor"))
                    .as(CASES.get(i).descriptor())
                    .isEmpty();
        }
        assertThat(new TreeSet<>(CASES.stream().map(Case::descriptor).toList()))
                .containsAll(Forms.all().stream()
                        .map(format -> descriptor(format.id()))
                        .toList());
    }

    @Test
    void rows_good_areAccepted() {
        for (int i = 0; i < CASES.size(); i++) {
            if (CASES.get(i).good()) {
                assertThat(results.get(i).get("rows")).as(CASES.get(i).name()).isEmpty();
            }
        }
        assertThat(CASES.stream().filter(Case::good)).hasSizeGreaterThan(100);
    }

    /** So that acceptance says something. */
    @Test
    void rows_wrong_areRefused() {
        for (int i = 0; i < CASES.size(); i++) {
            if (!CASES.get(i).good()) {
                assertThat(results.get(i).get("rows")).as(CASES.get(i).name()).isNotEmpty();
            }
        }
        assertThat(CASES.stream().filter(one -> !one.good())).hasSizeGreaterThan(200);
    }

    /** A message is about the column that is wrong. */
    @Test
    void rows_wrong_areRefusedForTheirColumn() {
        for (int i = 0; i < CASES.size(); i++) {
            if (CASES.get(i).name().contains("_TF-V03-fail-bezoeken")) {
                assertThat(results.get(i).get("rows").get(0).asText().toLowerCase(Locale.ROOT))
                        .contains("\"bezoeken\"", "twaalf", "integer");
                return;
            }
        }
        assertThat(CASES).as("a case with a word for a number").isEmpty();
    }
}
