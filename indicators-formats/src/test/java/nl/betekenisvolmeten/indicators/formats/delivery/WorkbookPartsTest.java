package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An account as one workbook is judged as the folder of the same parts. */
class WorkbookPartsTest {

    private static final AccountDefinition ACCOUNT =
            Definitions.bundled().accounts().get(FormatId.of("verantwoording", "2026.1"));

    private static final AccountReader READER = AccountReader.of(ACCOUNT);

    /** The columns whose cells a spreadsheet holds as numbers. */
    private static final Set<String> NUMBERS = ACCOUNT.parts().stream()
            .flatMap(part -> part.format().columns().stream())
            .filter(column -> column.rule().type().decimals().isPresent())
            .map(column -> column.name().value())
            .collect(Collectors.toSet());

    private static Path folder() {
        return FamilyCase.path("verantwoording-2026.1");
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Sheets by their names, each with its rows. */
    private static DeliverySource workbook(Map<String, List<String>> sheets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            sheets.forEach((name, lines) -> write(book.newWorksheet(name), lines));
        }
        return DeliverySource.of("verantwoording.xlsx", bytes.toByteArray());
    }

    private static void write(Worksheet sheet, List<String> lines) {
        List<String> header = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(";", -1));
        for (int row = 0; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(";", -1);
            for (int column = 0; column < cells.length; column++) {
                String cell = cells[column];
                boolean number = row > 0 && column < header.size() && NUMBERS.contains(header.get(column));
                if (number && cell.matches("[0-9]+(,[0-9]+)?")) {
                    sheet.value(row, column, Double.parseDouble(cell.replace(',', '.')));
                } else if (!cell.isEmpty()) {
                    sheet.value(row, column, cell);
                }
            }
        }
    }

    /** The files of a folder as sheets; their names without the ending. */
    private static Map<String, List<String>> sheets(Path folder) throws IOException {
        Map<String, List<String>> sheets = new LinkedHashMap<>();
        for (Path file : inside(folder)) {
            String name = file.getFileName().toString();
            sheets.put(name.substring(0, name.lastIndexOf('.') + 1).replace(".", ""), Files.readAllLines(file));
        }
        return sheets;
    }

    private static List<String> all(AccountReader.Report report) {
        List<String> found = new ArrayList<>(shown(report.findings()));
        report.parts().forEach(part -> {
            found.add(part.name() + " " + part.report().rows() + " "
                    + part.report().rowsAccepted());
            found.addAll(shown(part.report().findings()));
        });
        return found;
    }

    /** Findings with the file or the sheet that they are in; both have the same name but for what stands around it. */
    private static List<String> shown(Findings findings) {
        return findings.kept().stream().map(WorkbookPartsTest::shown).sorted().toList();
    }

    private static String shown(Finding finding) {
        return finding.code() + " " + finding.severity() + " "
                + finding.location().row() + " "
                + finding.location().column() + " "
                + bare(finding.location().source().orElse("")) + " "
                + bare(finding.arguments().getOrDefault("file", "")) + " "
                + finding.arguments().getOrDefault("part", "");
    }

    private static String bare(String source) {
        int sheet = source.lastIndexOf('!');
        int ending = source.lastIndexOf('.');
        if (sheet >= 0) {
            return source.substring(sheet + 1);
        }
        return source.endsWith(".csv") || source.endsWith(".txt") ? source.substring(0, ending) : "";
    }

    @TestFactory
    Stream<DynamicTest> read_sheetsOfACase_giveTheFindingsOfItsFolder() throws IOException {
        List<Path> cases = inside(folder()).stream()
                .filter(Files::isDirectory)
                .filter(one -> !one.endsWith("VA-S01-fail-all"))
                .toList();
        assertThat(cases).hasSizeGreaterThan(10);
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(String.valueOf(one.getFileName()), () -> {
                    AccountReader.Report files = READER.read(PartedSource.of(one, PartedSource.Limits.withDefaults())
                            .orElseThrow());
                    DeliverySource workbook = workbook(sheets(one));
                    assertThat(READER.recognises(workbook, Definitions.bundled()))
                            .isTrue();
                    AccountReader.Report sheets = READER.read(PartedSource.ofWorkbook(workbook));
                    assertThat(all(sheets)).isEqualTo(all(files));
                    assertThat(sheets.isGood()).isEqualTo(files.isGood());
                }));
    }

    @Test
    void read_errorInAPart_isPlacedInItsSheetAndRow() throws IOException {
        Map<String, List<String>> sheets = sheets(folder().resolve("VA-S01-pass"));
        sheets.compute(
                "ondersteuning",
                (name, lines) -> Objects.requireNonNull(lines).stream()
                        .map(line -> line.replace("LICHT", "LICHTT"))
                        .toList());
        AccountReader.Report report = READER.read(PartedSource.ofWorkbook(workbook(sheets)));
        List<Finding> found = report.parts().stream()
                .flatMap(part -> part.report().findings().kept().stream())
                .toList();
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.location().source()).contains("verantwoording.xlsx!ondersteuning");
            assertThat(finding.location().row()).hasValue(2);
            assertThat(finding.location().column()).contains("ernst");
        });
    }

    /** One file beside the workbook explains warnings of any sheet. */
    @Test
    void read_explanationsBesideTheWorkbook_goToTheSheetOfTheirWarning() throws IOException {
        Map<String, List<String>> sheets = sheets(folder().resolve("VA-S01-pass"));
        sheets.compute(
                "ondersteuning",
                (name, lines) -> Objects.requireNonNull(lines).stream()
                        .map(line -> line.replace("2026KW", "2026-Q"))
                        .toList());
        DeliverySource workbook = workbook(sheets);
        List<Finding> warnings = READER.read(PartedSource.ofWorkbook(workbook)).parts().stream()
                .flatMap(part -> part.report().findings().kept().stream())
                .filter(finding -> finding.severity() == Severity.WARNING)
                .toList();
        assertThat(warnings).isNotEmpty();
        Finding warning = warnings.get(0);
        String explanations =
                "{\"explanations\": [{\"code\": \"%s\", \"row\": %d, \"column\": \"%s\", \"fingerprint\": \"%s\","
                                .formatted(
                                        warning.code(),
                                        warning.location().row().orElseThrow(),
                                        warning.location().column().orElseThrow(),
                                        Acceptance.fingerprint(warning))
                        + " \"reason\": \"Zo gaat het bij ons.\", \"role\": \"FILLER\", \"date\": \"2026-04-02\"}]}";
        AccountReader.Report report = READER.read(
                PartedSource.ofWorkbook(workbook, DeliverySource.ofText("x.toelichtingen.json", explanations)));
        assertThat(report.parts())
                .filteredOn(part -> part.explanations().isPresent())
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.name()).isEqualTo("ondersteuning");
                    assertThat(part.explanations()
                                    .orElseThrow()
                                    .orThrow()
                                    .apply(part.report().findings())
                                    .explained())
                            .hasSize(1);
                });
        String misspelt = explanations.replace("{\"explanations\"", "{\"afzender\": \"x\", \"explanations\"");
        assertThat(READER.read(PartedSource.ofWorkbook(
                                workbook, DeliverySource.ofText("x.toelichtingen.json", misspelt)))
                        .parts()
                        .get(0)
                        .explanations()
                        .orElseThrow()
                        .findings()
                        .total())
                .isEqualTo(1);
        AccountReader.Report wrong =
                READER.read(PartedSource.ofWorkbook(workbook, DeliverySource.ofText("x.toelichtingen.json", "{")));
        assertThat(wrong.isGood()).isFalse();
    }

    /** By their headers, whatever they are called; a sheet with the name of a part only does not take its place. */
    @Test
    void read_sheetsWithOtherNames_areRecognisedByTheirHeaders() throws IOException {
        Map<String, List<String>> sheets = new LinkedHashMap<>();
        sheets.put("Telformat 2025 (oud)", List.of("Hier stond de telling van vorig jaar."));
        int number = 1;
        for (List<String> lines : sheets(folder().resolve("VA-S01-pass")).values()) {
            sheets.put("Blad" + number, lines);
            number++;
        }
        AccountReader.Report report = READER.read(PartedSource.ofWorkbook(workbook(sheets)));
        assertThat(report.parts()).hasSize(4).allMatch(part -> part.report().isGood());
        assertThat(report.findings().kept())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(AccountCodes.PART_TWICE));
    }

    @Test
    void read_blankSheetsAndExplanations_areSkipped() throws IOException {
        Map<String, List<String>> sheets = sheets(folder().resolve("VA-S01-pass"));
        sheets.put("Blad5", List.of());
        sheets.put("Uitleg", List.of("Zo vult u het formulier in"));
        AccountReader.Report report = READER.read(PartedSource.ofWorkbook(workbook(sheets)));
        assertThat(report.findings().kept()).isEmpty();
        assertThat(report.isGood()).isTrue();
    }

    @Test
    void read_noSheetWithRows_missesAllParts() throws IOException {
        AccountReader.Report report = READER.read(PartedSource.ofWorkbook(workbook(Map.of("Blad1", List.of()))));
        assertThat(report.findings().kept()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(AccountCodes.MISSING_PART);
            assertThat(finding.arguments())
                    .containsEntry("part", "telformat, ondersteuning, ervaringsmeting, impactverhaal");
        });
    }

    @Test
    void read_noWorkbook_saysSo() {
        AccountReader.Report report =
                READER.read(PartedSource.ofWorkbook(DeliverySource.ofText("verantwoording.xlsx", "geen werkmap")));
        assertThat(report.findings().kept())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(AccountCodes.UNREADABLE));
    }

    @Test
    void recognises_onePartOrAnotherVersion_isNoAccount() throws IOException {
        Map<String, List<String>> sheets = sheets(folder().resolve("VA-S01-pass"));
        List<String> support = Objects.requireNonNull(sheets.get("ondersteuning"));
        Map<String, List<String>> one = new LinkedHashMap<>();
        one.put("telformat", Objects.requireNonNull(sheets.get("telformat")));
        assertThat(READER.recognises(workbook(one), Definitions.bundled())).isFalse();
        // the harmonised format of before has no ernst
        one.put("ondersteuning", List.of(without(support.get(0), 4), without(support.get(1), 4)));
        assertThat(READER.recognises(workbook(one), Definitions.bundled())).isFalse();
        one.put("ondersteuning", support);
        assertThat(READER.recognises(workbook(one), Definitions.bundled())).isTrue();
        assertThat(READER.recognises(DeliverySource.ofText("x.csv", "a;b\n1;2\n"), Definitions.bundled()))
                .isFalse();
    }

    private static String without(String line, int cell) {
        List<String> cells = new ArrayList<>(List.of(line.split(";", -1)));
        cells.remove(cell);
        return String.join(";", cells);
    }
}
