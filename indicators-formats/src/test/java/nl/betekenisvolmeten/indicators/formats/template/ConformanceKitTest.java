package nl.betekenisvolmeten.indicators.formats.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.betekenisvolmeten.indicators.formats.Forms;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Case;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Expected;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit was made without the validator; here the two are held against each other. */
class ConformanceKitTest {

    private static final ConformanceKit KIT = ConformanceKit.of(Forms.all());

    static Stream<FormatDefinition> formats() {
        return Forms.all().stream();
    }

    @TestFactory
    Stream<DynamicTest> cases_byTheValidator_giveExactlyWhatIsExpected() {
        return KIT.cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.format() + " " + one.file(), () -> assertCase(one)));
    }

    @TestFactory
    Stream<DynamicTest> deliveries_byTheValidator_giveExactlyWhatIsExpected() {
        return KIT.deliveries().stream()
                .map(one -> DynamicTest.dynamicTest(one.format() + " " + one.file(), () -> assertDelivery(one)));
    }

    private static void assertDelivery(Case one) {
        DeliveryReader reader = DeliveryReader.of(Forms.definitions()).withFormat(one.format());
        if (one.previous().isPresent()) {
            DeliverySource previous = source(one.previous().get());
            assertThat(reader.validate(previous).findings().kept()).isEmpty();
            reader = reader.withPrevious(previous);
        }
        assertReport(reader.validate(source(one.file())), one.expected(), one.accepted());
    }

    private static DeliverySource source(ConformanceKit.File file) {
        return DeliverySource.of(file.name(), file.bytes());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void deliveries_everyCarrier_isThereForEachFormatWithAGoodRow(FormatDefinition format) {
        if (KIT.cases().stream().noneMatch(one -> one.format().equals(format.id()))) {
            assertThat(format.id().name()).isEqualTo("proef");
            return;
        }
        assertThat(KIT.deliveries().stream()
                        .filter(one -> one.format().equals(format.id()))
                        .map(one -> one.file().name()))
                .contains(
                        "csv-bom-pass.csv",
                        "csv-bom-fail.csv",
                        "csv-comma-fail.csv",
                        "csv-tab-pass.csv",
                        "csv-crlf-pass.csv",
                        "xlsx-pass.xlsx",
                        "xlsx-fail.xlsx",
                        "json-fail.json",
                        "jsonl-pass.jsonl",
                        "TF-W03-fail-title-above.csv");
    }

    /** Every rule over two deliveries of every bundled format has a pair that keeps it and one that breaks it. */
    @Test
    void deliveries_everyRuleOverTwo_isKeptAndBroken() {
        Set<String> rules = new TreeSet<>();
        for (FormatDefinition format : Definitions.bundled().formats().all()) {
            format.deliveryRules().rules().forEach(rule -> {
                String code = rule.verdict().code().value();
                rules.add(code);
                List<Case> own = KIT.deliveries().stream()
                        .filter(one -> one.format().equals(format.id()))
                        .filter(one -> one.file().name().startsWith(code))
                        .toList();
                assertThat(own)
                        .as("%s %s", format.id(), code)
                        .anyMatch(one -> one.expected().isEmpty());
                assertThat(own)
                        .as("%s %s", format.id(), code)
                        .anyMatch(one -> !one.expected().isEmpty());
            });
        }
        assertThat(rules).contains("TF-T01", "TF-T02", "IO-R02");
    }

    @Test
    void notBroken_ofIndividualSupport_isNoRule() {
        FormatDefinition format =
                Definitions.bundled().formats().get(FormatId.of("individuele-ondersteuning", "2026.1"));
        assertThat(FormatCases.of(format).notBroken().stream().map(code -> code.value()))
                .noneMatch(code -> code.startsWith("IO-R"));
    }

    /** What is in a case that is text. */
    static String text(Case one) {
        return new String(one.file().bytes(), StandardCharsets.UTF_8);
    }

    private static void assertCase(Case one) {
        DeliveryReport report =
                DeliveryReader.of(Forms.definitions()).withFormat(one.format()).validate(source(one.file()));
        assertReport(report, one.expected(), one.accepted());
    }

    private static void assertReport(DeliveryReport report, List<Expected> expected, int accepted) {
        assertThat(report.findings().kept().stream()
                        .map(found -> new Expected(
                                found.code(),
                                found.severity(),
                                found.location().row(),
                                found.location().column())))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(report.rowsAccepted()).isEqualTo(accepted);
    }

    private static Set<String> codes(FormatDefinition format) {
        Set<String> codes = new TreeSet<>();
        format.ruleSet()
                .verdicts()
                .values()
                .forEach(verdict -> codes.add(verdict.code().value()));
        for (Rule rule : format.ruleSet().rules()) {
            codes.add(rule.verdict().code().value());
        }
        return codes;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void cases_everyCode_hasAPassingAndAFailingDeliveryOrIsNamed(FormatDefinition format) {
        Set<String> unbroken = FormatCases.of(format).notBroken().stream()
                .map(code -> code.value())
                .collect(Collectors.toSet());
        List<Case> own = KIT.cases().stream()
                .filter(one -> one.format().equals(format.id()))
                .toList();
        if (own.isEmpty()) {
            assertThat(unbroken).isEqualTo(codes(format));
            return;
        }
        for (String code : codes(format)) {
            assertThat(own)
                    .anyMatch(one -> one.file().name().equals(code + "-pass.csv")
                            && one.expected().isEmpty());
            assertThat(own.stream().anyMatch(one -> one.file().name().startsWith(code + "-fail")))
                    .as(code)
                    .isEqualTo(!unbroken.contains(code));
        }
    }

    /** What can be broken is broken. */
    @Test
    void notBroken_isWhatTheFormatCannotHold() {
        // what a spreadsheet did to a cell cannot be said in CSV
        assertThat(FormatCases.of(Forms.telformat()).notBroken().stream().map(code -> code.value()))
                .isSubsetOf("TF-W04");
        // no KvK number in this format; a rule that a stadsdeel lies in itself cannot be broken in the next
        assertThat(FormatCases.of(Forms.eettafels()).notBroken().stream().map(code -> code.value()))
                .containsExactly("TF-V06");
        assertThat(FormatCases.of(Forms.proef()).notBroken().stream().map(code -> code.value()))
                .contains("PF-R02");
    }

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            ZipEntry entry = in.getNextEntry();
            while (entry != null) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                entry = in.getNextEntry();
            }
        }
        return files;
    }

    private static byte[] zip(List<FormatDefinition> formats) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConformanceKit.of(formats).write(out);
        return out.toByteArray();
    }

    @Test
    void write_kit_holdsAllAndSaysSo() throws IOException {
        Map<String, String> files = unzip(zip(Forms.all()));
        assertThat(files).containsKeys("README.nl.md", "README.en.md");
        assertThat(files.get("README.nl.md"))
                .contains("- eettafels@1.2: TF-V06")
                .doesNotContain("@NOT_BROKEN@");
        for (Case one : KIT.cases()) {
            assertThat(files).containsEntry(one.format() + "/" + one.file(), text(one));
            assertThat(files.get(one.format() + "/expected.csv"))
                    .contains(one.file().name());
        }
        long folders = KIT.cases().stream().map(Case::format).distinct().count();
        for (Case one : KIT.deliveries()) {
            assertThat(files).containsKey(one.format() + "/" + one.file().name());
        }
        long before = KIT.deliveries().stream()
                .filter(one -> one.previous().isPresent())
                .count();
        assertThat(files)
                .hasSize(2
                        + (int) (folders + before)
                        + KIT.cases().size()
                        + KIT.deliveries().size());
        assertThat(files.get("telformat-gebiedsgericht@2026.1/expected.csv"))
                .startsWith("file;code;severity;row;column;accepted;previous\n")
                .contains("\nTF-R02-fail-unieke-deelnemers.csv;TF-R02;ERROR;3;unieke_deelnemers;1;\n")
                .contains("\nTF-R02-pass.csv;;;;;2;\n")
                .contains("\nTF-T02-fail-two-deliveries.csv;TF-T02;NOTE;;;1;TF-T02-fail-two-deliveries.previous.csv\n");
    }

    @Test
    void write_again_givesTheSameBytes() throws IOException {
        assertThat(zip(Definitions.bundled().formats().all()))
                .isEqualTo(zip(Definitions.bundled().formats().all()));
    }
}
