package nl.betekenisvolmeten.indicators.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.finding.PersonalData.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCatalogueTest {

    /** What a finding has besides where its reason asks for another wording. */
    private static final Map<String, Set<String>> VARIANTS = Map.ofEntries(
            Map.entry("TF-S04.text.rows", Set.of("count", "row")),
            Map.entry("TF-S04.text.comma", Set.of("count", "row")),
            Map.entry("TF-S04.text.separator", Set.of("count", "row")),
            Map.entry("TF-S08.text.bytes", Set.of("details")),
            Map.entry("TF-V01.text.labels", Set.of("count", "row")),
            Map.entry("TF-V05.text.two_readings", Set.of("decimal", "thousands")),
            Map.entry("TF-V07.text.unclear", Set.of("unit", "example")),
            Map.entry("TF-V07.text.two_readings", Set.of("day_first", "month_first")),
            Map.entry("TF-R05.text.split", Set.of("columns")),
            Map.entry("TF-V07.text.early", Set.of("limit")),
            Map.entry("TF-V07.text.late", Set.of("limit")),
            Map.entry("TF-W02.text.wrapped", Set.of("count", "row")),
            Map.entry("TF-W05.text.counted", Set.of("column", "value")),
            Map.entry("TF-W08.text.zeros", Set.of("count", "row")),
            Map.entry("VA-S01.text.packed", Set.of("file")),
            Map.entry("VA-S01.action.packed", Set.of("file")),
            Map.entry("VA-S03.text.same", Set.of("other")));

    /** What a finding of each code always has. */
    private static final String ARGUMENTS = """
            TF-S01 column headers mapping
            TF-S02 column
            TF-S03 column
            TF-S04 expected found
            TF-S05
            TF-S06 reason
            TF-S07 reason details
            TF-S08 limit reason
            TF-S09 details
            TF-V01 column
            TF-V02 column value
            TF-V03 column value
            TF-V04 column value
            TF-V05 column value
            TF-V06 column value
            TF-V07 column value expected
            TF-V08 column value length limit
            TF-V09 column value limit
            TF-V10 column value
            TF-V11 column value
            TF-V12
            TF-R01 wijk stadsdeel actual
            TF-R02 left left_value right right_value
            TF-R03 left left_value right right_value
            TF-R04 left left_value right
            TF-R05 row first_row
            TF-R06 left left_value right
            TF-R07 left_value limit area
            TF-R08 left left_value right right_value
            TF-R09
            TF-R10 left left_value right right_value
            TF-R11 left left_value right right_value
            TF-R12 left left_value right right_value
            TK-R01 area left left_value organisation period right_value
            TK-R02 area left left_value organisation period right_value
            TK-R03 left left_value right right_value
            TK-R04 left left_value right right_value
            TK-R05 left left_value right right_value
            TK-R06 area left_value limit
            TK-R07 first_row row
            TK-R08 left left_value right right_value
            TK-R09 left left_value right right_value
            TK-I01 area organisation period
            TK-I02 area organisation period
            TF-P01 column kinds value
            TF-X01 column
            TF-W01 value read_as
            TF-W02 value read_as
            TF-W03 row sheet
            TF-W04 value read_as
            TF-W05
            TF-W06 count row
            TF-W07 column value
            TF-W08
            TF-W09 columns
            TF-I01 encoding
            TF-I02 count row
            TF-I03 limit count
            TF-I04 limit row
            TF-I05 row
            TF-I06 row
            TF-I07 reason count
            TF-I08 sheet other
            TF-I31 column reason details count rows
            BM-M01 column reason details count rows
            BM-M02 reason count rows
            BM-M03 column reason count rows
            BM-M04 column reason count rows
            BM-M05 column details count rows
            BM-D01 reason character
            BM-D02 property
            BM-D03 property expected
            BM-D04 property expected
            BM-D05 property value expected
            BM-D06 property value expected
            BM-D07 value
            BM-D08 limit unit
            BM-D09 reason
            BM-A01 column
            BM-A02 area
            BM-A03 area period found expected
            BM-A04 date
            BM-A05 standard
            BM-A06 ages found expected
            BM-A07 indicators
            BM-A08 group
            BM-A09 value count
            BM-A10 group
            BM-A20 column group found expected
            BM-A21
            BM-A22 period expected
            BM-A23 column expected found group period
            BM-B01 reason
            TF-T01 left left_value right right_value
            TF-T02 key
            TF-I09 reason previous
            TF-I10 count period versions
            TF-I11 periods
            TF-I12 count
            IO-R01 left left_value right right_value
            IO-R02 left left_value right right_value
            IO-R03 left left_value right right_value
            IO-R04 left left_value right right_value
            IO-R05 left left_value right right_value
            IO-R06 left left_value right right_value
            IO-R07 left left_value right right_value
            IO-R08 left left_value right right_value
            IO-R09 row first_row
            OG-R01 row first_row
            PG-R01 row first_row
            RG-R01 row first_row
            RG-R02 column right right_value
            RG-R03 left left_value right right_value
            RG-R04 left left_value lower upper
            RG-R05 column
            RG-R06 measure file row first_file first_row
            RG-R07 count files
            RG-R08 left left_value lower upper
            SW-R01 column right right_value
            SW-R02 column right right_value
            SW-R03 left left_value right right_value
            SW-R04 column right right_value
            SW-R05 column right right_value
            SW-R06 row first_row
            SW-R07 column right right_value
            SW-R08 column right right_value
            EM-R01 left left_value right right_value
            EM-R02 left left_value right right_value
            EM-R03 left left_value right right_value
            EM-R04 column right right_value
            EM-R05 row first_row
            IV-P01 column kinds value
            IV-P02 column kinds
            IV-R01 column
            IV-R02 column
            IV-R03 column
            IV-R04 column value
            SW-V01 column value
            RZ-R01 left left_value right right_value
            RZ-R02 row first_row
            BM-G01 column area period value found
            GK-R01 row first_row
            BG-R01 row first_row
            BG-R02 left left_value lower upper
            HK-R01 row first_row
            HK-R02 left left_value right right_value
            GB-R01 row first_row
            BM-N01 column area
            BM-N02 column
            BM-N03 area
            BM-N04 area reason
            VA-R01 part value expected
            VA-R02 part value expected
            VA-R03 value
            VA-I01 part
            VA-S01 part
            VA-S02 file
            VA-S03 part file
            VA-S04 reason
            BM-T01 column total sum difference key
            BM-T02 column total key
            BM-K01 column series parts basis
            BM-K02 column series parts basis
            BM-K03 organisation area period due
            BM-K04 organisation area period due received
            BM-K05 organisation area period due
            BM-K06 period found expected complete organisations reason
            BM-K07 file organisation period count
            BM-K08 file organisation period count
            BM-K09 file organisation period count
            BM-K10 file organisation period count
            BM-K11 file organisation period
            BM-K12 organisation period number
            BM-K13 organisation period number count
            BM-K14 area period from to
            BM-K15 area period from to
            BM-K16 area period from to
            BM-K17 organisation successor period count
            BM-K18 column
            BM-K19 from to count reason
            BM-K20 row file otherRow other
            BM-K21 file other count
            BM-K22 number organisation period
            BM-C01 count limit
            BM-C02 count
            BM-C03 count
            BM-C04 period count
            BM-C05 count
            BM-C06 count
            BM-C07 count
            BM-C08 value count
            BM-C09 count
            BM-C10 year date
            BM-C11 year date
            BM-E01 code where
            BM-E02 code where
            BM-E03 code where
            BM-E04 code where limit
            """;

    private static final Pattern ARGUMENT = Pattern.compile("\\{([^},]*)(?:,number)?}");
    private static final Pattern KEY = Pattern.compile(
            "[A-Z]{2}-[A-Z][0-9]{2}\\.(?:title|(?:text|action)(?:\\.[a-z_]+)?|(?:kinds|reason|group|expected|unit)\\.[A-Za-z_-]+)");
    private static final Pattern TECHNICAL =
            Pattern.compile("csv|regex|\\bnull\\b|pars(?:e|ing)|header|kopregel|export|codelijst|bytes?\\b");

    /** Of two lines with one key the later wins, and nobody notices. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void bundled_noKey_standsTwice(Language language) throws IOException {
        String name = "messages_" + language.tag() + ".properties";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MessageCatalogue.class.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            assertThat(lines.lines()
                            .filter(line -> line.contains("=") && !line.startsWith("#"))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .doesNotHaveDuplicates();
        }
    }

    private static Map<String, String> texts(Language language) {
        String name = "messages_" + language.tag() + ".properties";
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MessageCatalogue.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        texts.keySet().removeIf(key -> key.startsWith("OWN."));
        return texts;
    }

    private static Map<String, Set<String>> argumentsByCode() {
        return ARGUMENTS
                .lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(
                        words -> words[0], words -> Set.of(Arrays.copyOfRange(words, 1, words.length))));
    }

    private static Set<String> argumentsOf(String template) {
        return ARGUMENT.matcher(template).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Finding finding(String code, Map<String, String> arguments) {
        return Finding.of(FindingCode.of(code), Severity.ERROR, Location.nowhere(), arguments);
    }

    @ParameterizedTest
    @EnumSource
    void bundled_everyCode_hasTitleTextAndAction(Language language) {
        Map<String, String> texts = texts(language);
        for (String code : argumentsByCode().keySet()) {
            assertThat(texts).containsKeys(code + ".title", code + ".text", code + ".action");
        }
        assertThat(MessageCatalogue.bundled().codes(language).stream().map(FindingCode::value))
                .containsExactlyInAnyOrderElementsOf(argumentsByCode().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void bundled_everyKey_hasAKnownFormAndAText(Language language) {
        texts(language).forEach((key, text) -> {
            assertThat(key).matches(KEY);
            assertThat(text).isNotBlank().isEqualTo(text.strip());
        });
    }

    @Test
    void bundled_bothLanguages_haveTheSameKeysAndArguments() {
        Map<String, String> dutch = texts(Language.NL);
        Map<String, String> english = texts(Language.EN);
        assertThat(dutch.keySet()).isEqualTo(english.keySet());
        dutch.forEach((key, text) ->
                assertThat(argumentsOf(text)).as(key).isEqualTo(argumentsOf(english.getOrDefault(key, ""))));
        dutch.forEach((key, text) -> assertThat(text).as(key).isNotEqualTo(english.getOrDefault(key, "")));
    }

    @ParameterizedTest
    @EnumSource
    void bundled_noTemplate_namesAnArgumentThatItsFindingLacks(Language language) {
        Map<String, Set<String>> known = argumentsByCode();
        texts(language)
                .forEach((key, text) -> assertThat(known.get(key.substring(0, key.indexOf('.'))))
                        .as(key)
                        .containsAll(argumentsOf(text).stream()
                                .filter(name ->
                                        !VARIANTS.getOrDefault(key, Set.of()).contains(name))
                                .toList()));
    }

    @ParameterizedTest
    @EnumSource
    void bundled_fillerWording_hasNoTechnicalWords(Language language) {
        texts(language).forEach((key, text) -> {
            if (!key.endsWith(".it") && !key.endsWith(".clerk")) {
                String words = ARGUMENT.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
                assertThat(words).as(key).doesNotContainPattern(TECHNICAL);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void message_everyCodeAndAudience_fillsEachArgument(Audience audience) {
        argumentsByCode().forEach((code, names) -> {
            Finding finding =
                    finding(code, names.stream().collect(Collectors.toMap(name -> name, name -> "<" + name + ">")));
            for (Language language : Language.values()) {
                Message message = MessageCatalogue.bundled().message(finding, language, audience);
                for (String text : List.of(message.title(), message.text(), message.action())) {
                    assertThat(text).as(code).isNotBlank().doesNotContain("{", "}", "?");
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void bundled_everyKindOfPersonalData_hasAName(Language language) {
        Set<String> names = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            names.add("TF-P01.kinds." + kind);
            names.add("IV-P01.kinds." + kind);
        }
        names.addAll(List.of("IV-P02.kinds.NAME", "IV-P02.kinds.STREET", "IV-P02.kinds.AGE"));
        assertThat(texts(language).keySet().stream().filter(key -> key.contains(".kinds.")))
                .containsExactlyElementsOf(names);
    }

    @Test
    void message_personalData_isNamedAndNotShown() {
        Finding finding = finding(
                "TF-P01",
                Map.of("column", "toelichting", "kinds", "EMAIL, PHONE", "value", "jan@example.org 0612345678"));
        assertThat(MessageCatalogue.bundled()
                        .message(finding, Language.NL, Audience.FILLER)
                        .text())
                .isEqualTo("In kolom toelichting staat iets dat bij een persoon hoort: e-mailadres, telefoonnummer. "
                        + "Wij tonen het niet: [E-MAIL] [TELEFOON]");
    }

    @Test
    void message_reason_isNamedWhereKnownAndShownAsItIsOtherwise() {
        MessageCatalogue catalogue = MessageCatalogue.bundled();
        assertThat(catalogue
                        .message(finding("TF-S06", Map.of("reason", "binary")), Language.EN, Audience.FILLER)
                        .text())
                .isEqualTo("The file cannot be read: it is not text.");
        assertThat(catalogue
                        .message(finding("BM-D09", Map.of("reason", "a, b")), Language.EN, Audience.IT)
                        .text())
                .isEqualTo("The definition contradicts itself. The program says about it: a, b.");
    }

    @Test
    void message_audience_getsItsOwnWordingOrTheDefault() {
        MessageCatalogue catalogue = MessageCatalogue.bundled();
        Finding finding = finding("TF-V02", Map.of("column", "doelgroep", "value", "$1 {column}"));
        assertThat(catalogue.message(finding, Language.NL, Audience.FILLER).text())
                .isEqualTo("‘$1 {column}’ staat niet in de lijst van kolom doelgroep.");
        assertThat(catalogue.message(finding, Language.NL, Audience.IT).text())
                .isEqualTo("De waarde ‘$1 {column}’ komt niet voor in de codelijst van kolom doelgroep.");
        assertThat(catalogue.message(finding, Language.NL, Audience.CLERK).text())
                .isEqualTo(
                        catalogue.message(finding, Language.NL, Audience.FILLER).text());
    }

    @ParameterizedTest
    @EnumSource
    void general_everyCode_hasAnEllipsisForWhatAFindingNames(Audience audience) {
        MessageCatalogue catalogue = MessageCatalogue.bundled();
        for (Language language : Language.values()) {
            for (FindingCode code : catalogue.codes(language)) {
                Message message = catalogue.general(code, language, audience);
                assertThat(List.of(message.title(), message.text(), message.action()))
                        .as(code.value())
                        .noneMatch(text -> text.isBlank() || text.contains("{"));
            }
        }
        assertThat(catalogue
                        .general(FindingCode.of("TF-V02"), Language.NL, Audience.FILLER)
                        .text())
                .isEqualTo("‘…’ staat niet in de lijst van kolom ….");
    }

    @Test
    void message_absentArgument_isAQuestionMark() {
        assertThat(MessageCatalogue.bundled()
                        .message(finding("TF-S02", Map.of()), Language.EN, Audience.FILLER)
                        .text())
                .startsWith("The column ? is not part");
    }

    @ParameterizedTest
    @EnumSource
    void message_codeOfADefinitionOfOnesOwn_givesCodeAndArguments(Language language) {
        MessageCatalogue catalogue = MessageCatalogue.bundled();
        Finding finding = finding(
                "ZZ-Z99",
                Map.of("right", "bezoeken", "left", "deelnemers", "left_value", "12", "limit", "9 {code} $1"));
        Message message = catalogue.message(finding, language, Audience.FILLER);
        assertThat(message.title()).contains("ZZ-Z99");
        assertThat(message.text()).contains("ZZ-Z99", "(deelnemers: 12, limit: 9 {code} $1, right: bezoeken)");
        assertThat(message.action()).contains("ZZ-Z99").doesNotContain("{");
        assertThat(catalogue.general(finding.code(), language, Audience.IT).text())
                .contains("ZZ-Z99", "(…)");
        assertThat(catalogue.line(finding, language, Audience.CLERK)).startsWith("ZZ-Z99: ");
        assertThat(catalogue.codes(language)).doesNotContain(finding.code());
        assertThat(catalogue.knows(finding.code(), language)).isFalse();
        assertThat(catalogue.knows(FindingCode.of("TF-V02"), language)).isTrue();
    }

    @Test
    void with_ownTexts_leavesTheBundledOnesAlone() {
        MessageCatalogue own = MessageCatalogue.bundled().with(Language.NL, Map.of("ZZ-Z99.title", "Eigen regel"));
        assertThat(own.title(FindingCode.of("ZZ-Z99"), Language.NL)).isEqualTo("Eigen regel");
        assertThat(own.codes(Language.NL)).contains(FindingCode.of("ZZ-Z99"), FindingCode.of("TF-V02"));
        assertThat(MessageCatalogue.bundled().codes(Language.NL)).doesNotContain(FindingCode.of("ZZ-Z99"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TF-V02.text",
                "TF-V02.title.it",
                "TF-S08.text.rows",
                "TF-S08.action.rows.clerk",
                "TF-S06.reason.binary",
                "TF-P01.kinds.EMAIL",
                "OWN.text",
                "ZZ-Z99.text",
                "ZZ-Z99.text.any_reason"
            })
    void with_aKeyThatMeansSomething_isTaken(String key) {
        assertThat(MessageCatalogue.bundled()
                        .with(Language.EN, Map.of(key, "other"))
                        .codes(Language.EN))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TF-V02",
                "TF-V02.txt",
                "TF-V2.text",
                "tf-v02.text",
                "TF-V02.text.it.it",
                "TF-V02.text.row",
                "TF-S06.reason",
                "TF-S06.reason.binry",
                "TF-S06.reason.binary.it",
                "TF-S08.text.it.rows",
                ""
            })
    void with_aKeyThatMeansNothing_isMisuse(String key) {
        assertThatThrownBy(() -> MessageCatalogue.bundled().with(Language.EN, Map.of(key, "other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + key + "'");
    }

    @ParameterizedTest
    @CsvSource({"1234567, 1.234.567", "100, 100", "1000, 1.000", "a1000, a1000"})
    void message_number_hasItsThousandsSeparated(String limit, String shown) {
        Finding finding = finding("TF-S08", Map.of("reason", "rows", "limit", limit));
        assertThat(MessageCatalogue.bundled()
                        .message(finding, Language.NL, Audience.FILLER)
                        .text())
                .isEqualTo("Het bestand heeft meer dan " + shown + " rijen (grens van de ontvanger).");
        assertThat(MessageCatalogue.bundled()
                        .message(finding, Language.EN, Audience.FILLER)
                        .text())
                .contains("more than " + shown.replace('.', ',') + " rows");
    }

    @Test
    void line_rowAndColumn_standBeforeTheText() {
        Finding finding = Finding.of(
                FindingCode.of("TF-V01"),
                Severity.ERROR,
                Location.of("a.csv").withRow(12).withColumn("wijk"),
                Map.of("column", "wijk"));
        assertThat(MessageCatalogue.bundled().line(finding, Language.EN, Audience.FILLER))
                .startsWith("TF-V01 (12, wijk): ");
        assertThat(MessageCatalogue.bundled()
                        .line(finding.withLocation(Location.of("a.csv")), Language.EN, Audience.FILLER))
                .startsWith("TF-V01: ");
    }

    /** A text of others reaches people through every command and log, so none of them has to think of it. */
    @Test
    void texts_ofOthers_areSafeToShow() {
        Finding finding = Finding.of(
                FindingCode.of("TF-V02"),
                Severity.ERROR,
                Location.of("a.csv").withColumn("wi\u001b[31mjk"),
                Map.of("column", "wijk", Finding.VALUE, "TA\u202eAL"));
        assertThat(MessageCatalogue.bundled()
                        .message(finding, Language.NL, Audience.FILLER)
                        .text())
                .contains("TA[U+202E]AL");
        assertThat(MessageCatalogue.bundled().line(finding, Language.NL, Audience.FILLER))
                .startsWith("TF-V02 (wi[U+001B][31mjk): ")
                .contains("TA[U+202E]AL");
    }
}
