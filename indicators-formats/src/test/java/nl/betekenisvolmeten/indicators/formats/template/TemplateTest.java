package nl.betekenisvolmeten.indicators.formats.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.Forms;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

    private static final ColumnName ORGANISATIE = ColumnName.of("organisatie");
    private static final ColumnName STADSDEEL = ColumnName.of("stadsdeel");
    private static final ColumnName PERIODE = ColumnName.of("periode");
    private static final Pattern LIST = Pattern.compile("Codes!\\$([A-Z]+)\\$(\\d+):\\$\\1\\$(\\d+)");

    static Stream<FormatDefinition> formats() {
        return Forms.all().stream();
    }

    private static List<String> names(FormatDefinition format) {
        return format.onForm().columns().stream()
                .map(column -> column.name().value())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void writeWorkbook_anyFormat_hasTheHeaderOnTheFirstRowOfTheFirstSheet(FormatDefinition format) throws IOException {
        Sheets book = Sheets.of(Template.of(format));
        assertThat(book.names()).containsExactly("Invullen", "Uitleg", "Codes");
        assertThat(book.rows("Invullen")).containsExactly(names(format));
        assertThat(book.part("xl/workbook.xml")).doesNotContain("state=\"hidden\"", "state=\"veryHidden\"");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void writeWorkbook_again_givesTheSameBytes(FormatDefinition format) throws IOException {
        assertThat(Sheets.of(Template.of(format)).bytes())
                .isEqualTo(Sheets.of(Template.of(format)).bytes());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void writeWorkbook_everyOfferedValue_isReadAsAgreed(FormatDefinition format) throws IOException {
        Sheets book = Sheets.of(Template.of(format));
        int left = 0;
        for (Choices choices : Choices.of(format, Language.NL)) {
            List<String> offered = book.codes(left);
            assertThat(offered)
                    .isNotEmpty()
                    .isEqualTo(
                            choices.items().stream().map(Choices.Choice::value).toList());
            for (String value : offered) {
                assertThat(choices.column().rule().type().read(value).isAgreed())
                        .as(value)
                        .isTrue();
            }
            boolean named =
                    choices.items().stream().anyMatch(item -> !item.name().isEmpty());
            left += (choices.within().isPresent() ? 3 : named ? 2 : 1) + 1;
        }
    }

    /** Rows of offered values, filled in and read back, pass the validator without any finding. */
    @ParameterizedTest
    @MethodSource("formats")
    void writeWorkbook_filledInFromTheLists_validatesWithoutAFinding(FormatDefinition format) throws IOException {
        List<Boolean> numeric = format.onForm().columns().stream()
                .map(column -> column.rule().type().decimals().isPresent())
                .toList();
        Optional<ConformanceKit.Case> good = ConformanceKit.of(List.of(format.onForm())).cases().stream()
                .filter(one -> one.expected().isEmpty())
                .findFirst();
        if (good.isEmpty()) {
            assertThat(format.id().name())
                    .as("of which no good row can be made")
                    .isEqualTo("ervaringsmeting");
            return;
        }
        List<List<String>> rows = ConformanceKitTest.text(good.orElseThrow())
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(";", -1)))
                .toList();
        Sheets filled = Sheets.of(Template.of(format)).filled(rows, numeric);
        StringBuilder csv = new StringBuilder();
        for (List<String> row : filled.rows("Invullen")) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < names(format).size(); i++) {
                String cell = i < row.size() ? row.get(i) : "";
                cells.add(numeric.get(i) ? cell.replace('.', ',') : cell);
            }
            csv.append(String.join(";", cells)).append('\n');
        }
        DeliveryReport report = DeliveryReader.of(Forms.definitions())
                .withFormat(format.id())
                .validate(DeliverySource.ofText("filled.csv", csv.toString()));
        assertThat(report.findings().kept()).isEmpty();
        assertThat(report.rowsAccepted()).isEqualTo(2);
    }

    @Test
    void writeWorkbook_dropDowns_pointAtTheirLists() throws IOException {
        Sheets book = Sheets.of(Template.of(Forms.telformat()));
        // B stadsdeel, H doelgroep: the lists of the sheet of codes, of as many rows as there are codes
        assertThat(validation(book, "B")).isEqualTo("Codes!$A$3:$A$10");
        assertThat(LIST.matcher(validation(book, "H")).results().map(TemplateTest::size))
                .containsExactly(10);
        // C wijk: those of the stadsdeel on the same row, or all
        assertThat(validation(book, "C"))
                .isEqualTo("IF(COUNTIF(Codes!$E$3:$E$46,$B2)=0,Codes!$C$3:$C$46,"
                        + "OFFSET(Codes!$C$3,MATCH($B2,Codes!$E$3:$E$46,0)-1,0,COUNTIF(Codes!$E$3:$E$46,$B2),1))");
        assertThat(book.form()).contains("errorStyle=\"stop\"", "Dit past hier niet", "Kies een waarde uit de lijst");
    }

    private static int size(MatchResult range) {
        return Integer.parseInt(range.group(3)) - Integer.parseInt(range.group(2)) + 1;
    }

    private static String validation(Sheets book, String letter) {
        var match = Pattern.compile(
                        "<dataValidation sqref=\"" + letter + "2:" + letter + "5001\"[^>]*><formula1>(.*?)</formula1>")
                .matcher(book.form());
        assertThat(match.find()).as(letter).isTrue();
        return match.group(1).replace("&quot;", "\"");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void writeWorkbook_formulasAndMessages_fitWhatASpreadsheetTakes(FormatDefinition format) throws IOException {
        for (Language language : Language.values()) {
            Sheets book = Sheets.of(Template.of(format).withLanguage(language));
            assertThat(attribute(book, "formula1>([^<]*)<")).isNotEmpty().allMatch(text -> text.length() <= 255);
            assertThat(attribute(book, " error=\"([^\"]*)\"")).isNotEmpty().allMatch(text -> text.length() <= 225);
            assertThat(attribute(book, " errorTitle=\"([^\"]*)\"")).isNotEmpty().allMatch(text -> text.length() <= 32);
        }
    }

    private static List<String> attribute(Sheets book, String pattern) {
        List<String> found = Pattern.compile(pattern)
                .matcher(book.form())
                .results()
                .map(match -> match.group(1)
                        .replace("&quot;", "\"")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">"))
                .toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    /** In a dependent list, what belongs together stands together: the drop-down shows one stretch of it. */
    @ParameterizedTest
    @MethodSource("formats")
    void choices_thatDepend_standTogether(FormatDefinition format) {
        for (Choices choices : Choices.of(format, Language.NL)) {
            List<String> within =
                    choices.items().stream().map(Choices.Choice::within).toList();
            List<String> changes = new ArrayList<>();
            within.forEach(one -> {
                if (changes.isEmpty() || !changes.get(changes.size() - 1).equals(one)) {
                    changes.add(one);
                }
            });
            assertThat(changes).doesNotHaveDuplicates();
        }
    }

    @Test
    void choices_closedValidity_areAllPeriods() {
        Choices periods = Choices.of(Forms.eettafels(), Language.NL).get(0);
        assertThat(periods.items().stream().map(Choices.Choice::value))
                .containsExactly("2025HJ01", "2025HJ02", "2026HJ01", "2026HJ02");
        assertThat(periods.complete()).isTrue();
        Choices open = Choices.of(Forms.telformat(), Language.NL).stream()
                .filter(one -> one.column().name().equals(PERIODE))
                .findFirst()
                .orElseThrow();
        assertThat(open.items()).hasSize(12);
        assertThat(open.complete()).isFalse();
    }

    @Test
    void writeWorkbook_cells_areProtectedAndOfTheirKind() throws IOException {
        Sheets book = Sheets.of(Template.of(Forms.telformat()));
        assertThat(book.form())
                .contains("<sheetProtection ", "sheet=\"true\"", "state=\"frozen\"")
                .doesNotContain("password");
        String styles = book.part("xl/styles.xml");
        assertThat(styles).contains("locked=\"false\"", "formatCode=\"0.00\"").contains("formatCode=\"@\"");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void writeWorkbook_explanation_saysWhatWasAgreed(FormatDefinition format) throws IOException {
        for (Language language : Language.values()) {
            Sheets book = Sheets.of(Template.of(format).withLanguage(language));
            String guide = book.text(language == Language.NL ? "Uitleg" : "Explanation");
            String notes = book.notes();
            for (Column column : format.onForm().columns()) {
                assertThat(guide)
                        .contains(
                                column.title().in(language), column.agreement().in(language));
                assertThat(notes).contains(column.agreement().in(language));
            }
            format.onForm()
                    .ruleSet()
                    .rules()
                    .forEach(rule ->
                            assertThat(guide).contains(rule.verdict().code().value()));
            assertThat(guide)
                    .contains(
                            format.provenance().note().in(language), format.id().version())
                    .doesNotContain("{0}", "{1}", "{column}");
            // a question mark stands for what a message would say of one finding
            assertThat(Mistake.of(format, language))
                    .noneMatch(mistake -> mistake.action().matches(".*(^|\\s)\\?.*"));
        }
    }

    @Test
    void writeWorkbook_prefilled_appearsWithTheRestOfTheRow() throws IOException {
        Sheets book = Sheets.of(Template.of(Forms.telformat())
                .withPrefilled(ORGANISATIE, "0910 0001")
                .withPrefilled(PERIODE, "2026-Q2")
                .withPrefilled(STADSDEEL, "haagse hout"));
        assertThat(book.form())
                .contains("<f>IF(COUNTA(C2:C2,E2:Q2)=0,&quot;&quot;,&quot;09100001&quot;)</f>")
                .contains("<f>IF(COUNTA(C501:C501,E501:Q501)=0,&quot;&quot;,&quot;2026KW02&quot;)</f>")
                .contains("<f>IF(COUNTA(C9:C9,E9:Q9)=0,&quot;&quot;,&quot;Haagse Hout&quot;)</f>")
                .doesNotContain("C502");
        // only the wijken of that stadsdeel are offered
        assertThat(validation(book, "C")).contains("MATCH(\"Haagse Hout\",").doesNotContain("$B2");
        assertThat(book.text("Uitleg")).contains("Staat er al: Haagse Hout.", "organisatie, periode, stadsdeel");
    }

    @Test
    void withPrefilled_whatDoesNotFit_isRefused() {
        Template form = Template.of(Forms.telformat());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.withPrefilled(ORGANISATIE, "123"))
                .withMessageContaining("123");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.withPrefilled(PERIODE, "2025-Q4"))
                .withMessage("column periode cannot hold '2025-Q4'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.withPrefilled(STADSDEEL, ""))
                .withMessage("column stadsdeel cannot hold ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.withPrefilled(ColumnName.of("buurt"), "x"))
                .withMessageContaining("buurt");
    }

    @Test
    void writeCsv_empty_isAHeader() throws IOException {
        StringWriter out = new StringWriter();
        Template.of(Forms.eettafels()).writeCsv(out);
        assertThat(out)
                .hasToString("aanbieder;halfjaar;gebied;buurtdeel;leeftijd;vorm;maaltijden;eters;kilo;opmerking\n");
    }

    @Test
    void writeCsv_prefilledFormula_isHarmless() throws IOException {
        StringWriter out = new StringWriter();
        Template.of(Forms.telformat())
                .withPrefilled(ColumnName.of("activiteit"), "=1+1")
                .writeCsv(out);
        assertThat(out.toString()).contains(";'=1+1;");
    }

    @Test
    void writeCsv_prefilled_hasAFirstRow() throws IOException {
        StringWriter out = new StringWriter();
        Template.of(Forms.telformat()).withPrefilled(PERIODE, "2026-Q2").writeCsv(out);
        assertThat(out.toString().lines().skip(1)).containsExactly(";;;2026KW02;;;;;;;;;;;;;");
    }
}
