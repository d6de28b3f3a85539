package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Small accounts, each a folder of files, with what must be found about the whole. */
class AccountConformanceTest {

    private static final AccountDefinition ACCOUNT =
            Definitions.bundled().accounts().get(FormatId.of("verantwoording", "2026.1"));

    private record Expected(String code, String severity, String source, String row, String column) {}

    private static Path folder() {
        return FamilyCase.path("verantwoording-2026.1");
    }

    private static Map<String, List<Expected>> cases() throws IOException {
        Map<String, List<Expected>> cases = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(folder().resolve("expected.csv"))) {
            lines.skip(1).map(line -> line.split(";", -1)).forEach(cells -> {
                List<Expected> expected = cases.computeIfAbsent(cells[0], any -> new ArrayList<>());
                if (!cells[1].isEmpty()) {
                    expected.add(new Expected(cells[1], cells[2], cells[3], cells[4], cells[5]));
                }
            });
        }
        return cases;
    }

    private static AccountReader.Report read(String name) {
        PartedSource source = PartedSource.of(folder().resolve(name), PartedSource.Limits.withDefaults())
                .orElseThrow();
        return AccountReader.of(ACCOUNT).read(source);
    }

    /** What is about the whole has its own name as source, which the list leaves out. */
    private static Expected expected(Finding finding, String name) {
        String source = finding.location().source().orElse("?");
        return new Expected(
                finding.code().value(),
                finding.severity().name(),
                source.equals(name) ? "" : source,
                finding.location().row().isPresent()
                        ? Long.toString(finding.location().row().getAsLong())
                        : "",
                finding.location().column().orElse(""));
    }

    @TestFactory
    Stream<DynamicTest> read_case_givesExactlyItsFindings() throws IOException {
        return cases().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> assertCase(one.getKey(), one.getValue())));
    }

    private static void assertCase(String name, List<Expected> expected) {
        AccountReader.Report report = read(name);
        assertThat(report.findings().kept().stream().map(finding -> expected(finding, name)))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(report.format()).isEqualTo(ACCOUNT.id());
        if (name.contains("-pass")) {
            assertThat(expected).isEmpty();
        }
        report.findings().kept().forEach(AccountConformanceTest::assertMessages);
    }

    private static void assertMessages(Finding finding) {
        for (Language language : Language.values()) {
            for (Audience audience : Audience.values()) {
                assertThat(MessageCatalogue.bundled()
                                .message(finding, language, audience)
                                .text())
                        .isNotBlank()
                        .doesNotContain("?");
            }
        }
    }

    /** VA-S04 is about a package that cannot be opened: a folder can. */
    @Test
    void codes_all_haveAFailingAndAPassingCase() throws IOException {
        Set<String> failing = new TreeSet<>();
        Set<String> passing = new TreeSet<>();
        cases().forEach((name, expected) -> {
            String code = name.substring(0, "VA-R01".length());
            if (name.startsWith("-pass", code.length())) {
                passing.add(code);
            } else if (expected.stream().anyMatch(one -> one.code().equals(code))) {
                failing.add(code);
            }
        });
        Set<String> codes = new TreeSet<>(Set.of("VA-S01", "VA-S02", "VA-S03"));
        ACCOUNT.rules().forEach(rule -> codes.add(rule.verdict().code().value()));
        assertThat(failing).isEqualTo(codes);
        assertThat(passing).isEqualTo(codes);
    }

    @Test
    void read_good_isGoodWithAReportForEachPart() {
        AccountReader.Report report = read("VA-S01-pass");
        assertThat(report.isGood()).isTrue();
        assertThat(report.parts())
                .extracting(AccountReader.Report.Part::name)
                .containsExactly("telformat", "ondersteuning", "ervaringsmeting", "impactverhaal");
        assertThat(report.parts())
                .allSatisfy(part -> assertThat(part.report().rowsAccepted()).isEqualTo(1));
    }

    @Test
    void read_partWithAnError_isNotGood() {
        AccountReader.Report report = read("VA-R03-pass-where-a-count-was-wrong");
        assertThat(report.findings().total()).isZero();
        assertThat(report.isGood()).isFalse();
    }
}
