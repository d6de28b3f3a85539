package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DeliveryRuleLoader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.RuleLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kind of a rule is told by the word of the definition file that it was read from. */
class RuleKindsTest {

    private static final Pattern KIND = Pattern.compile("\"kind\": \"([A-Z_]+)\"");

    static Stream<FormatDefinition> formats() {
        return Definitions.bundled().formats().all().stream();
    }

    /** The words in the file, from its rules on. */
    private static List<String> words(FormatDefinition format) throws IOException {
        String name = "formats/" + format.id().name() + "-" + format.id().version() + ".json";
        try (InputStream file =
                Definitions.class.getResourceAsStream("/nl/betekenisvolmeten/indicators/formats/" + name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return KIND.matcher(text.substring(text.indexOf("\"rules\": [")))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void kind_anyRule_isTheWordOfItsFile(FormatDefinition format) throws IOException {
        List<String> kinds = Stream.concat(
                        format.ruleSet().rules().stream().map(RuleLoader::kind),
                        format.deliveryRules().rules().stream().map(DeliveryRuleLoader::kind))
                .toList();
        assertThat(kinds).isNotEmpty();
        assertThat(words(format)).containsAll(kinds);
        assertThat(words(format).stream().filter(kinds::contains)).containsExactlyInAnyOrderElementsOf(kinds);
    }
}
