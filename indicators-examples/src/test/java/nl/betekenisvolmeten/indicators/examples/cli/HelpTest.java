package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class HelpTest {

    private static final List<String> COMMANDS = List.of(
            "demo",
            "formats",
            "template",
            "burden",
            "validate",
            "convert",
            "aggregate",
            "compare",
            "protect",
            "attack",
            "report",
            "dossier",
            "overview",
            "targets",
            "need",
            "diff",
            "count",
            "describe",
            "explain",
            "help");

    private static Map<String, String> texts(String tag) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Texts.class.getResourceAsStream("texts_" + tag + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        Map<String, String> all = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
        return all;
    }

    static Stream<Arguments> commandsAndLanguages() {
        return Stream.of("nl", "en")
                .flatMap(tag ->
                        Stream.concat(Stream.of(""), COMMANDS.stream()).map(command -> Arguments.of(command, tag)));
    }

    @ParameterizedTest
    @MethodSource("commandsAndLanguages")
    void help_everyCommand_hasAllItsTexts(String command, String tag) throws IOException {
        List<Object> args = new ArrayList<>(List.of("--help", "--lang", tag));
        if (!command.isEmpty()) {
            args.add(0, command);
        }
        Run run = Run.of(args.toArray()).exits(0);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(tag.equals("nl") ? "Gebruik: indicators" : "Usage: indicators")
                .doesNotContain("null", "usage.", "''", "{0}");
        assertThat(run.out().split("[\\s:;()\\[\\]=]+"))
                .doesNotContainAnyElementsOf(texts(tag).keySet().stream()
                        .filter(key -> key.contains("."))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void help_everyOption_isDescribed(Language language) throws IOException {
        Texts texts = new Texts(language);
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        CommandLine root = IndicatorsCommand.commandLine(new Terminal(texts, nowhere, nowhere));
        Set<String> known = Set.copyOf(texts(language.tag()).values());
        assertThat(root.getSubcommands().keySet()).containsExactlyElementsOf(COMMANDS);
        Stream.concat(Stream.of(root), root.getSubcommands().values().stream()).forEach(command -> {
            List<ArgSpec> all = command.getCommandSpec().args();
            assertThat(all).hasSizeGreaterThanOrEqualTo(4);
            all.forEach(
                    option -> assertThat(known).as(option.toString()).contains(String.join(" ", option.description())));
            assertThat(known)
                    .contains(String.join(
                            " ", command.getCommandSpec().usageMessage().description()));
        });
    }

    @Test
    void texts_bothLanguages_haveTheSameKeysAndPlaces() throws IOException {
        Map<String, String> dutch = texts("nl");
        Map<String, String> english = texts("en");
        assertThat(dutch.keySet()).isEqualTo(english.keySet());
        dutch.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(places(text)).as(key).isEqualTo(places(Objects.requireNonNull(english.get(key))));
        });
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void run_langAnywhere_speaksEnglish() {
        List<List<String>> lines = List.of(
                List.of("--lang", "en", "compare", "x", "--level", "foo"),
                List.of("compare", "--lang", "en", "x", "--level", "foo"),
                List.of("compare", "x", "--level", "foo", "--lang=en"),
                List.of("compare", "x", "--level", "foo", "--lang", "EN"));
        for (List<String> line : lines) {
            assertThat(Run.of(line.toArray()).exits(2).err()).contains("For --level there is: stadsdeel, wijk");
        }
        assertThat(Run.of("compare", "x", "--level", "foo").exits(2).err())
                .contains("Bij --level past: stadsdeel, wijk");
    }

    @Test
    void run_nothing_showsTheCommandsAsWrongUsage() {
        Run run = Run.of().exits(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Gebruik: indicators").contains("Commando's:");
        COMMANDS.forEach(command -> assertThat(run.err()).contains("  " + command + " "));
    }

    @Test
    void run_version_saysTheName() {
        assertThat(Run.of("--version").exits(0).out()).startsWith("indicators ");
        assertThat(Run.of("compare", "--version").exits(0).out()).startsWith("indicators ");
    }

    @Test
    void formats_oneAndAll_areShownInBothLanguages() {
        assertThat(Run.of("formats").exits(0).lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  telformat-gebiedsgericht@2026.1 ")
                        .contains("vanaf 2026KW01", "gereconstrueerd"));
        String dutch = Run.of("formats", "telformat-gebiedsgericht").exits(0).out();
        String english = Run.of("formats", "telformat-gebiedsgericht@2026.1", "--lang", "en")
                .exits(0)
                .out();
        assertThat(dutch).contains("Kolom", "Regel", "verplicht", "mag leeg", "TF-R02  fout", "TF-T01  waarschuwing");
        assertThat(english).contains("Column", "Rule", "required", "may be empty", "TF-R02  error");
        Sheet.COLUMNS.forEach(column -> {
            assertThat(dutch).containsPattern("\\R  " + column + " +(verplicht|mag leeg) ");
            assertThat(english).containsPattern("\\R  " + column + " +(required|may be empty) ");
        });
    }

    @Test
    void formats_account_showsItsPartsAndTheRulesOverThem() {
        assertThat(Run.of("formats").exits(0).out()).contains("verantwoording@2026.1");
        for (String name : List.of("verantwoording", "verantwoording@2026.1")) {
            assertThat(Run.of("formats", name, "--lang", "en").exits(0).out())
                    .contains("Part", "impactverhaal@2026.1", "VA-R03  warning");
        }
    }

    @Test
    void formats_list_hasEveryKind() {
        assertThat(Run.of("formats").exits(0).lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith("  denhaag-welzijn@2026.2 ").contains("indicatoren"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("  clientervaring@2026.1 ").contains("vragenlijst"));
        assertThat(Run.of("formats", "clientervaring").exits(0).out()).contains("id: clientervaring", "scale: YES_NO");
    }

    @Test
    void formats_json_canBeLoaded(@TempDir Path folder) {
        Path one = folder.resolve("one.json");
        Run.of("formats", "telformat-gebiedsgericht@2026.1", "--json", "-o", one)
                .exits(0);
        assertThat(Json.list(Json.object(Json.read(Sheet.read(one))).get("columns")).stream()
                        .map(column -> Json.object(column).get("name")))
                .containsExactlyElementsOf(Sheet.COLUMNS);
        Path all = folder.resolve("all.json");
        Run.of("formats", "-o", all).exits(0);
        for (Path file : List.of(one, all)) {
            assertThat(Run.of("formats", "--json", "--definitions", file)
                            .exits(0)
                            .out())
                    .hasSize(Sheet.read(all).length());
        }
        Run.of("diff", "denhaag-welzijn", one).exits(2).saysOneLine();
        assertThat(Run.of("diff", "telformat-gebiedsgericht@2026.1", one)
                        .exits(0)
                        .out())
                .contains("verschillen niet");
    }

    @Test
    void formats_schema_isThatOfTheKind() {
        assertThat(Run.of("formats", "clientervaring", "--schema").exits(0).out())
                .isEqualTo(
                        Run.of("formats", "questionnaire", "--schema").exits(0).out())
                .contains("\"$ref\": \"#/$defs/questionnaire\"");
        Run.of("formats", "--schema").exits(2).saysOneLine();
    }

    @Test
    void formats_aSetOfIndicators_isAPageToRead(@TempDir Path folder) {
        Path page = folder.resolve("indicatoren.html");
        Run.of("formats", "denhaag-welzijn", "-o", page).exits(0);
        assertThat(Sheet.read(page))
                .contains(
                        "Welk formulier voedt wat",
                        "telformat-gebiedsgericht",
                        "hoger is beter",
                        "Bronnen",
                        "Vervallen indicatoren")
                .doesNotContain("MissingResource");
        Definitions.bundled()
                .indicatorSets()
                .all()
                .get(0)
                .indicators()
                .forEach(indicator -> assertThat(Sheet.read(page))
                        .contains(">" + indicator.id().value() + "<"));
        Run.of("formats", "htp-jeugdhulp", "-o", folder.resolve("htp.html"), "--lang", "en")
                .exits(0);
        Run.of("formats", "clientervaring", "-o", folder.resolve("x.html"))
                .exits(2)
                .saysOneLine();
        Run.of("formats", "-o", folder.resolve("x.html")).exits(2).saysOneLine();
    }
}
