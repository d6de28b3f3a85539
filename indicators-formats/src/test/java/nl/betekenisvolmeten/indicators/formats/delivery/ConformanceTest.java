package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.DeliveryCodes;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the format on small deliveries: what must be found, and what must not. */
class ConformanceTest {

    /** Cases of the earlier versions are about what differs there. */
    private static final List<String> VERSIONS = List.of("2025.1", "2025.2", "2026.1");

    /**
     * Codes without a case here. T01, T02 and I09 need a second delivery and have their cases in the test of the family; I31
     * and I10 need a migration; W09 needs a mapping; I12 is about inhabitants; I06 is not about the file; I03 needs more
     * findings than a small file has, and has its test in the test of limits.
     */
    private static final Set<String> WITHOUT_CASE =
            Set.of("TF-T01", "TF-T02", "TF-I31", "TF-I03", "TF-I06", "TF-I09", "TF-I10", "TF-I12", "TF-W09");

    /** An argument that was missing: a question mark that does not end a sentence. */
    private static final Pattern MISSING_ARGUMENT = Pattern.compile("(?<![\\p{L}\\p{N}])\\?");

    private final DeliveryReader reader = DeliveryReader.of(Definitions.bundled());

    private static Stream<ConformanceCase> allVersions() {
        return VERSIONS.stream().flatMap(version -> ConformanceCase.all(version).stream());
    }

    private static String name(ConformanceCase one) {
        return one.version() + "/" + one.file();
    }

    @Test
    void expected_namesEveryFile() throws IOException {
        for (String version : VERSIONS) {
            assertThat(ConformanceCase.all(version).stream().map(ConformanceCase::file))
                    .containsExactlyInAnyOrderElementsOf(ConformanceCase.files(version));
        }
    }

    @TestFactory
    Stream<DynamicTest> read_case_givesExactlyItsFindings() {
        return allVersions().map(one -> DynamicTest.dynamicTest(name(one), () -> assertCase(one)));
    }

    private void assertCase(ConformanceCase one) {
        List<Observation> accepted = new ArrayList<>();
        DeliveryReport report = reader.open(one.source()).read(accepted::add);
        assertThat(report.findings().kept().stream().map(ConformanceCase.Expected::from))
                .containsExactlyInAnyOrderElementsOf(one.findings());
        assertThat(report.rowsAccepted()).isEqualTo(one.accepted());
        assertThat(accepted).hasSize((int) one.accepted());
        assertThat(report.rows()).isGreaterThanOrEqualTo(report.rowsAccepted());
        assertThat(report.isGood())
                .isEqualTo(one.findings().stream()
                        .noneMatch(found -> found.severity().equals("ERROR")));
        if (one.isPass()) {
            report.format().ifPresent(format -> assertThat(format.version()).isEqualTo(one.version()));
            assertThat(one.findings()).allMatch(ConformanceCase.Expected::isOfTwoQuarters);
        }
    }

    @TestFactory
    Stream<DynamicTest> message_case_isWholeForEveryReader() {
        return allVersions()
                .filter(one -> !one.isPass())
                .map(one -> DynamicTest.dynamicTest(
                        name(one),
                        () -> reader.validate(one.source()).findings().kept().forEach(this::assertMessages)));
    }

    private void assertMessages(Finding finding) {
        for (Language language : Language.values()) {
            for (Audience audience : Audience.values()) {
                Message message = MessageCatalogue.bundled().message(finding, language, audience);
                assertThat(List.of(message.title(), message.text(), message.action()))
                        .as("%s for %s in %s", finding.code(), audience, language)
                        .noneMatch(String::isBlank)
                        .noneMatch(MISSING_ARGUMENT.asPredicate());
                assertThat(namedArguments(finding))
                        .as("%s in %s, in words", finding.code(), language)
                        .noneMatch(name -> message.text().contains(": " + name + "."));
            }
        }
    }

    /** Arguments that are names of the program, for which the catalogue has words. */
    private static Stream<String> namedArguments(Finding finding) {
        return Stream.of("reason", "kinds")
                .filter(finding.arguments()::containsKey)
                .map(finding.arguments()::get);
    }

    @TestFactory
    Stream<DynamicTest> codes_ofDefinitionAndDelivery_haveAFailingAndAPassingCase() {
        Set<String> failing = ConformanceCase.all().stream()
                .filter(one -> !one.isPass())
                .filter(one ->
                        one.findings().stream().anyMatch(found -> found.code().equals(one.code())))
                .map(ConformanceCase::code)
                .collect(Collectors.toSet());
        Set<String> passing = ConformanceCase.all().stream()
                .filter(ConformanceCase::isPass)
                .map(ConformanceCase::code)
                .collect(Collectors.toSet());
        return codes().stream()
                .filter(code -> !WITHOUT_CASE.contains(code))
                .map(code -> DynamicTest.dynamicTest(code, () -> {
                    assertThat(failing).contains(code);
                    assertThat(passing).contains(code);
                }));
    }

    private static Set<String> codes() {
        FormatDefinition format =
                Definitions.bundled().formats().get(FormatId.of("telformat-gebiedsgericht", "2026.1"));
        Set<String> codes = new TreeSet<>();
        format.ruleSet()
                .verdicts()
                .values()
                .forEach(verdict -> codes.add(verdict.code().value()));
        format.ruleSet().rules().forEach(rule -> codes.add(rule.verdict().code().value()));
        for (Field field : DeliveryCodes.class.getDeclaredFields()) {
            if (field.getType() == FindingCode.class) {
                codes.add(code(field));
            }
        }
        return codes;
    }

    private static String code(Field field) {
        try {
            field.setAccessible(true);
            return ((FindingCode) field.get(null)).value();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
