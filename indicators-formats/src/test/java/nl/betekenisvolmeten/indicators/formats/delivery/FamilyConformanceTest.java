package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.ReadPath;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;
import nl.betekenisvolmeten.indicators.validation.internal.BulkAccess;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the formats beside the telformat on small deliveries, and the rules over two deliveries. */
class FamilyConformanceTest {

    /** The folders with cases, each named after its format. */
    private static final List<String> FOLDERS = List.of(
            "telformat-gebiedsgericht-2026.1",
            "individuele-ondersteuning-2025.1",
            "individuele-ondersteuning-2026.1",
            "individuele-ondersteuning-2026.2");

    private static FormatId format(String folder) {
        int hyphen = folder.lastIndexOf('-');
        return FormatId.of(folder.substring(0, hyphen), folder.substring(hyphen + 1));
    }

    private final DeliveryReader reader = DeliveryReader.of(Definitions.bundled());

    private static Stream<FamilyCase> cases() {
        return FOLDERS.stream().flatMap(folder -> FamilyCase.all(folder).stream());
    }

    @TestFactory
    Stream<DynamicTest> expected_namesEveryFile() {
        return FOLDERS.stream().map(folder -> DynamicTest.dynamicTest(folder, () -> assertNamesEveryFile(folder)));
    }

    private static void assertNamesEveryFile(String folder) throws IOException {
        assertThat(FamilyCase.all(folder).stream().map(FamilyCase::file))
                .containsExactlyInAnyOrderElementsOf(FamilyCase.files(folder));
    }

    @TestFactory
    Stream<DynamicTest> read_case_givesExactlyItsFindings() {
        return cases().map(one -> DynamicTest.dynamicTest(one.toString(), () -> assertCase(one)));
    }

    private DeliveryReport report(FamilyCase one) {
        return one.previous().map(reader::withPrevious).orElse(reader).validate(one.source());
    }

    private void assertCase(FamilyCase one) {
        DeliveryReport report = report(one);
        assertThat(report.findings().kept().stream().map(ConformanceCase.Expected::from))
                .containsExactlyInAnyOrderElementsOf(one.findings());
        assertThat(report.rowsAccepted()).isEqualTo(one.accepted());
        assertThat(report.format()).contains(format(one.folder()));
        if (one.isPass()) {
            assertThat(one.findings()).allMatch(ConformanceCase.Expected::isOfTwoQuarters);
        }
    }

    @TestFactory
    Stream<DynamicTest> read_case_isTheSameRowByRow() {
        DeliveryReader rowByRow = reader.withPath(ReadPath.STANDARD.rowByRow());
        DeliveryReader inSmallBlocks =
                reader.withPath(ReadPath.STANDARD.withBlockSize(64).withThreads(2));
        return cases().map(one -> DynamicTest.dynamicTest(one.toString(), () -> {
            DeliveryReport expected = rowByRow.validate(one.source());
            assertThat(reader.validate(one.source())).isEqualTo(expected);
            assertThat(inSmallBlocks.validate(one.source())).isEqualTo(expected);
        }));
    }

    @TestFactory
    Stream<DynamicTest> rules_ofTheFormat_areProvenManyRowsAtATime() {
        return FOLDERS.stream()
                .map(folder -> DynamicTest.dynamicTest(folder, () -> {
                    Validator validator = Validator.of(
                            Definitions.bundled().formats().get(format(folder)).ruleSet());
                    assertThat(BulkAccess.<Validator, ValidationRun>get().newRowFilter(validator))
                            .isPresent();
                }));
    }

    @TestFactory
    Stream<DynamicTest> message_case_isWholeForEveryReader() {
        return cases().filter(one -> !one.isPass())
                .map(one -> DynamicTest.dynamicTest(
                        one.toString(), () -> report(one).findings().kept().forEach(this::assertMessages)));
    }

    private void assertMessages(Finding finding) {
        for (Language language : Language.values()) {
            for (Audience audience : Audience.values()) {
                Message message = MessageCatalogue.bundled().message(finding, language, audience);
                assertThat(List.of(message.title(), message.text(), message.action()))
                        .as("%s for %s in %s", finding.code(), audience, language)
                        .noneMatch(String::isBlank)
                        .noneMatch(text -> text.contains("?"));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> codes_ofTheFormat_haveAFailingAndAPassingCase() {
        return FOLDERS.stream()
                .flatMap(folder -> codes(folder).stream()
                        .map(code -> DynamicTest.dynamicTest(folder + " " + code, () -> assertBoth(folder, code))));
    }

    private static void assertBoth(String folder, String code) {
        Set<Boolean> both = FamilyCase.all(folder).stream()
                .filter(one -> one.code().equals(code))
                .filter(one -> one.isPass()
                        || one.findings().stream()
                                .anyMatch(found -> found.code().equals(code)))
                .map(FamilyCase::isPass)
                .collect(Collectors.toSet());
        assertThat(both).containsExactlyInAnyOrder(true, false);
    }

    /** The codes of its own and those over two deliveries; the others have their cases with the telformat. */
    private static Set<String> codes(String folder) {
        FormatDefinition format = Definitions.bundled().formats().get(format(folder));
        Set<String> codes = new TreeSet<>();
        format.ruleSet()
                .verdicts()
                .values()
                .forEach(verdict -> codes.add(verdict.code().value()));
        format.ruleSet().rules().forEach(rule -> codes.add(rule.verdict().code().value()));
        codes.removeIf(code -> code.startsWith("TF-"));
        format.deliveryRules()
                .rules()
                .forEach(rule -> codes.add(rule.verdict().code().value()));
        return codes;
    }
}
