package nl.betekenisvolmeten.indicators.formats.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.XlsxSheets;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Population;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPopulationTest {

    private static final AreaCode CITY = AreaCode.of("GM0518");
    private static final AreaCode STADSDEEL = AreaCode.of("SD0518-SCHEVENINGEN");
    private static final AreaCode WIJK = AreaCode.of("WK051807");
    private static final AreaCode OTHER_WIJK = AreaCode.of("WK051808");

    /** A stadsdeel and one of its wijken have the same name. */
    private static final AreaHierarchy AREAS = AreaHierarchy.of(
            "test",
            2026,
            List.of(
                    Area.of(CITY, "'s-Gravenhage"),
                    Area.of(STADSDEEL, "Scheveningen", CITY),
                    Area.of(WIJK, "Scheveningen", STADSDEEL),
                    Area.of(OTHER_WIJK, "Geuzen- en Statenkwartier", STADSDEEL)));

    private static Checked<Population> read(AreaLevel level, String text) {
        return CsvPopulation.read(DeliverySource.ofText("inwoners.csv", text), AREAS, level);
    }

    private static Checked<Population> read(String text) {
        return read(AreaLevel.WIJK, text);
    }

    /** A workbook is read as the same rows in a text are: a sheet leaves out empty cells at the end of a row. */
    private static List<Population.Band> bands(Checked<Population> read, AreaCode area) {
        return Objects.requireNonNull(read.value().orElseThrow().figures().get(area))
                .bands();
    }

    /** The two wijken have 100 + 50 and 20 + 30 people; with only one wijk, nothing is known about the stadsdeel. */
    @Test
    void read_stadsdeelWithoutARow_isTheSumOfItsWijkenIfAllArePresent() {
        String one = "area_code;leeftijdsgroep;inwoners\nWK051807;0-17;100\nWK051807;18+;50\n";
        Population both =
                read(one + "WK051808;0-17;20\nWK051808;18+;30\n").value().orElseThrow();
        assertThat(both.total(STADSDEEL)).hasValue(200);
        assertThat(both.exactly(STADSDEEL, AgeBand.of(0, 17))).hasValue(120);
        assertThat(read(one).value().orElseThrow().total(STADSDEEL)).isEmpty();
        assertThat(read(one + "WK051808;;50\nSD0518-SCHEVENINGEN;;999\n")
                        .value()
                        .orElseThrow()
                        .total(STADSDEEL))
                .hasValue(999);
    }

    @Test
    void read_aWorkbook_isReadAsTheSameRowsInAText() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxSheets sheets = XlsxSheets.of(
                out, cell -> Optional.of(cell).filter(text -> !text.isEmpty()).map(BigDecimal::new))) {
            sheets.sheet("uitleg", List.of("Bron"), Set.of());
            sheets.row(List.of("CBS"));
            sheets.sheet("kwb", List.of("gwb_code_10", "a_inw", "a_00_14"), Set.of("a_inw", "a_00_14"));
            sheets.row(List.of(WIJK.value(), "1200", "300"));
            sheets.row(List.of(OTHER_WIJK.value(), "900", ""));
        }
        Checked<Population> read =
                CsvPopulation.read(DeliverySource.of("kwb.xlsx", out.toByteArray()), AREAS, AreaLevel.WIJK);
        assertThat(total(read, WIJK)).hasValue(1200);
        assertThat(total(read, OTHER_WIJK)).hasValue(900);
        assertThat(total(read, STADSDEEL)).hasValue(2100);
        assertThat(bands(read, WIJK)).extracting(Population.Band::count).containsExactly(300L);
        assertThat(bands(read, OTHER_WIJK)).isEmpty();
    }

    private static OptionalLong total(Checked<Population> read, AreaCode area) {
        assertThat(read.findings().kept()).isEmpty();
        return read.value().orElseThrow().total(area);
    }

    /** Code, row and column of each finding, whose text has no argument left to fill in. */
    private static List<String> problems(Checked<Population> read) {
        for (Finding finding : read.findings().kept()) {
            for (Audience audience : Audience.values()) {
                assertThat(MessageCatalogue.bundled()
                                .message(finding, Language.NL, audience)
                                .text())
                        .doesNotContain("{");
            }
        }
        return read.findings().kept().stream()
                .map(finding -> finding.code()
                        + (finding.location().row().isPresent()
                                ? " " + finding.location().row().getAsLong()
                                : "")
                        + finding.location().column().map(name -> " " + name).orElse(""))
                .toList();
    }

    @Test
    void read_byCode_areasOfAnyLevel() {
        Checked<Population> read =
                read("area_code;inwoners\nWK051807;14000\nSD0518-SCHEVENINGEN;60000\nGM0518;570000\n");

        assertThat(total(read, WIJK)).hasValue(14_000);
        assertThat(total(read, STADSDEEL)).hasValue(60_000);
        assertThat(total(read, CITY)).hasValue(570_000);
        assertThat(total(read, OTHER_WIJK)).isEmpty();
        assertThat(read.value().orElseThrow().id()).isEqualTo("inwoners.csv");
    }

    @Test
    void read_sharedName_levelDecides() {
        String text = "area;inwoners\nScheveningen;14000\n";

        assertThat(total(read(AreaLevel.WIJK, text), WIJK)).hasValue(14_000);
        assertThat(total(read(AreaLevel.WIJK, text), STADSDEEL)).isEmpty();
        assertThat(total(read(AreaLevel.STADSDEEL, text), STADSDEEL)).hasValue(14_000);
        assertThat(total(read(AreaLevel.STADSDEEL, text), WIJK)).isEmpty();
    }

    @Test
    void read_sharedNameTwice_refused() {
        assertThat(problems(read("area;inwoners\nScheveningen;14000\nScheveningen;60000\n")))
                .containsExactly("TF-R05 3");
    }

    @Test
    void read_nameOfAnotherLevel_found() {
        Checked<Population> read =
                read(AreaLevel.STADSDEEL, "area;inwoners\n's-gravenhage;570000\nWijk 07 Scheveningen;1\n");

        assertThat(total(read, CITY)).hasValue(570_000);
        assertThat(total(read, WIJK)).hasValue(1);
    }

    @Test
    void read_ages_bandsBesideTheTotal() {
        Checked<Population> read =
                read("area_code;leeftijdsgroep;inwoners\nWK051807;0-66;10000\nWK051807;;14000\nWK051807;67+;4000\n");

        assertThat(total(read, WIJK)).hasValue(14_000);
        assertThat(read.value().orElseThrow().exactly(WIJK, AgeBand.atLeast(67)))
                .hasValue(4_000);
        assertThat(read.value().orElseThrow().exactly(WIJK, AgeBand.atLeast(0))).hasValue(14_000);
        assertThat(read.value().orElseThrow().exactly(WIJK, AgeBand.atLeast(65)))
                .isEmpty();
    }

    @Test
    void read_agesWithoutTotal_totalIsNotKnown() {
        Checked<Population> read = read("area_code;age_group;inwoners\nWK051807;67+;4000\n");

        assertThat(total(read, WIJK)).isEmpty();
        assertThat(read.value().orElseThrow().exactly(WIJK, AgeBand.atLeast(67)))
                .hasValue(4_000);
    }

    @Test
    void read_overlappingAges_refused() {
        Checked<Population> read =
                read("area_code;leeftijdsgroep;inwoners\nWK051807;0-66;1\nWK051807;67+;2\nWK051807;65+;3\n");

        assertThat(problems(read)).containsExactly("TF-R05 4");
        assertThat(read.findings().kept().get(0).arguments())
                .containsEntry("first_row", "2")
                .containsEntry("reason", "ages");
    }

    @ParameterizedTest
    @CsvSource({
        "65 jaar, 65-65",
        "0, 0-0",
        "95 jaar of ouder, 95+",
        "0 tot 15 jaar, 0-14",
        "k_0Tot15Jaar_8, 0-14",
        "k_65JaarOfOuder_12, 65+",
        "a_00_14, 0-14",
        "a_65_oo, 65+",
        "k_0_14, 0-14",
        "k_65_plus, 65+",
        "Bevolking/Leeftijdsgroepen/45 tot 65 jaar (aantal), 45-64",
        "Bevolking/Leeftijdsgroepen/65 jaar of ouder (aantal), 65+"
    })
    void ages_asTheyArePublished_areRead(String text, String code) {
        assertThat(PublishedAges.parse(text)).map(AgeBand::code).contains(code);
    }

    @Test
    void read_singleAges_addUpToAllInhabitants() {
        StringBuilder rows = new StringBuilder("area_code;leeftijdsgroep;inwoners\n");
        for (int age = 0; age < 95; age++) {
            rows.append("WK051807;").append(age).append(";10\n");
        }
        Population people = read(rows + "WK051807;95 jaar of ouder;3\n").orThrow();
        assertThat(people.total(AreaCode.of("WK051807"))).hasValue(953);
        assertThat(people.exactly(AreaCode.of("WK051807"), AgeBand.of(12, 17))).hasValue(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"67-12", "15 tot 12 jaar", "jong", "1234", "65 jaar en"})
    void read_noAge_refused(String age) {
        assertThat(problems(read("area_code;leeftijdsgroep;inwoners\nWK051807;" + age + ";1\n")))
                .containsExactly("TF-V02 2 leeftijdsgroep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "26358|26358",
                " 26358 |26358",
                "26.358|26358",
                "1.026.358|1026358",
                "26 358|26358",
                "99999999|99999999"
            })
    void read_wholeNumber_read(String text, long expected) {
        assertThat(total(read("area_code;inwoners\nWK051807;" + text + "\n"), WIJK))
                .hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "veel",
                "-5",
                "26,358",
                "26,000",
                "26.35",
                "26.3584",
                "0.358",
                "26.358,5",
                "1.026 358",
                "26358.0",
                "1e5",
                "100000000",
                "012345678",
                "123.456.782",
                "٢٦٣٥٨",
                "."
            })
    void read_noWholeNumberOrTwoReadings_refused(String text) {
        Checked<Population> read = read("area_code;inwoners\nWK051807;" + text + "\nWK051808;5\n");

        assertThat(problems(read)).containsExactly("TF-V03 2 inwoners");
        assertThat(read.value().orElseThrow().total(WIJK)).isEmpty();
        assertThat(read.value().orElseThrow().total(OTHER_WIJK)).hasValue(5);
    }

    @Test
    void read_sameAreaTwice_firstCounts() {
        Checked<Population> read =
                read("area_code;leeftijdsgroep;inwoners\nWK051807;67+;3\nWK051807;;5\nWK051807;;6\n");

        assertThat(problems(read)).containsExactly("TF-R05 4");
        assertThat(read.findings().kept().get(0).arguments()).containsEntry("first_row", "3");
        assertThat(read.value().orElseThrow().total(WIJK)).hasValue(5);
    }

    /**
     * Separate rows for men, women and others have one cause, the column that is not read, and therefore one finding.
     */
    @Test
    void read_rowsToldApartByAnotherColumn_areOneFindingThatNamesIt() {
        Checked<Population> read =
                read("area_code;geslacht;inwoners\nWK051807;man;3\nWK051807;vrouw;4\n" + "WK051807;anders;5\n");

        assertThat(problems(read)).containsExactly("TF-R05 3");
        assertThat(read.findings().kept().get(0).arguments())
                .containsEntry("reason", "split")
                .containsEntry("columns", "geslacht")
                .containsEntry("first_row", "2");
    }

    @Test
    void read_unknownArea_refusedWithItsPlace() {
        Checked<Population> read = read("area_code;inwoners\nWK051899;5\nWK051807;6\n;7\n");

        assertThat(problems(read)).containsExactly("TF-V02 2 area_code", "TF-V02 4 area_code");
        assertThat(read.findings().kept().get(0).value()).contains("WK051899");
        assertThat(read.value().orElseThrow().figures()).containsOnlyKeys(WIJK);
    }

    @Test
    void read_blankRows_skipped() {
        Checked<Population> read = read("\n;\narea_code;inwoners\n\nWK051807;5\n ; \n\n");

        assertThat(total(read, WIJK)).hasValue(5);
    }

    @Test
    void read_otherOrderAndMoreColumns_found() {
        Checked<Population> read = read(" Inwoners ;naam;AREA_CODE\n5;Wijk;WK051807\n");

        assertThat(total(read, WIJK)).hasValue(5);
    }

    @Test
    void read_codeAndName_codeDecides() {
        Checked<Population> read = read("area;area_code;inwoners\nScheveningen;SD0518-SCHEVENINGEN;5\n");

        assertThat(total(read, STADSDEEL)).hasValue(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gebied;inwoners", "area_code;aantal"})
    void read_missingColumn_refused(String header) {
        Checked<Population> read = read(header + "\nWK051807;5\n");

        assertThat(read.value()).isEmpty();
        assertThat(problems(read))
                .containsExactly(header.startsWith("area") ? "TF-S01 1 inwoners" : "TF-S01 1 area_code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "area_code;inwoners;inwoners",
                "area_code;inwoners;area_code",
                "age_group;area_code;inwoners;leeftijdsgroep"
            })
    void read_columnTwice_refused(String header) {
        Checked<Population> read = read(header + "\nWK051807;5;6\n");

        assertThat(read.value()).isEmpty();
        assertThat(problems(read)).singleElement().asString().startsWith("TF-S03 1 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "area_code;inwoners\n", "area_code;inwoners\n;\n"})
    void read_noRows_refused(String text) {
        Checked<Population> read = read(text);

        assertThat(read.value()).isEmpty();
        assertThat(problems(read)).containsExactly("TF-S05");
    }

    @Test
    void read_raggedRow_refused() {
        Checked<Population> read = read("area_code;inwoners\nWK051807;5;6\nWK051808\nGM0518;9\n");

        assertThat(problems(read)).containsExactly("TF-S04 2", "TF-S04 3");
        assertThat(read.value().orElseThrow().figures()).containsOnlyKeys(CITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void read_separators_recognised(String separator) {
        String text = "area_code;inwoners\r\nWK051807;\"26.358\"\r\n".replace(";", separator);

        assertThat(total(read(text), WIJK)).hasValue(26_358);
    }

    @Test
    void read_encodings_recognised() {
        AreaHierarchy accents = AreaHierarchy.of("test", 2026, List.of(Area.of(CITY, "Súdwest €iland")));
        String text = "area;inwoners\nSúdwest €iland;5\n";
        List<byte[]> encoded = List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(Charset.forName("windows-1252")));
        for (byte[] bytes : encoded) {
            DeliverySource source = DeliverySource.of("inwoners.csv", bytes);
            assertThat(total(CsvPopulation.read(source, accents, AreaLevel.WIJK), CITY))
                    .hasValue(5);
        }
    }

    @Test
    void read_brokenQuote_refusedFromThatRow() {
        Checked<Population> read = read("area_code;inwoners\nWK051807;5\nWK051808;\"6\n");

        assertThat(problems(read)).containsExactly("TF-S06 3");
        assertThat(read.value().orElseThrow().figures()).containsOnlyKeys(WIJK);
    }

    @Test
    void read_binary_refused() {
        DeliverySource source = DeliverySource.of("inwoners.csv", new byte[] {'a', 0, 1, 2});

        assertThat(problems(CsvPopulation.read(source, AREAS, AreaLevel.WIJK))).containsExactly("TF-S06");
    }

    @Test
    void read_sourceThatFails_exception() {
        DeliverySource source = new DeliverySource() {
            @Override
            public String name() {
                return "weg.csv";
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> CsvPopulation.read(source, AREAS, AreaLevel.WIJK))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("weg.csv");
    }

    /** The neighbourhood table of Statistics Netherlands: made-up numbers under its three kinds of headers. */
    @Nested
    class Neighbourhoods {

        private static final String PUBLISHED =
                "gwb_code_10;gwb_code_8;regio;gm_naam;recs;a_inw;a_man;a_00_14;a_15_oo;p_00_14\n";
        private static final String STATLINE = "\"Wijken en buurten\";\"Regioaanduiding/Gemeentenaam (naam)\";"
                + "\"Regioaanduiding/Codering (code)\";\"Bevolking/Aantal inwoners (aantal)\";"
                + "\"Bevolking/Leeftijdsgroepen/0 tot 15 jaar (aantal)\";"
                + "\"Bevolking/Leeftijdsgroepen/15 jaar of ouder (aantal)\";"
                + "\"Motorvoertuigen/Personenauto's 6 jaar en ouder (aantal)\"\n";
        private static final String OPEN_DATA =
                "ID,WijkenEnBuurten,Gemeentenaam_1,Codering_3,AantalInwoners_5,k_0Tot15Jaar_8,k_15JaarOfOuder_9\n";

        private static final String PUBLISHED_ROWS = "NL00;;Nederland;;Land;18000000;9000000;2700000;15300000;15\n"
                + "GM0518;518;'s-Gravenhage;'s-Gravenhage;Gemeente;560.000;280000;90000;470000;16\n"
                + "WK051807;51807;Scheveningen;'s-Gravenhage;Wijk;100;50;20;80;20\n"
                + "WK051808;51808;Geuzen- en Statenkwartier;'s-Gravenhage;Wijk;200;100;.;.;.\n";

        private List<String> numbers(Checked<Population> read, AreaCode area) {
            Population population = read.value().orElseThrow();
            return Stream.of(
                            population.total(area),
                            population.exactly(area, AgeBand.of(0, 14)),
                            population.exactly(area, AgeBand.atLeast(15)))
                    .map(number -> number.isPresent() ? Long.toString(number.getAsLong()) : "-")
                    .toList();
        }

        @Test
        void read_asPublished_totalsAndAges() {
            Checked<Population> read = read(PUBLISHED + PUBLISHED_ROWS);
            assertThat(problems(read)).containsExactly("TF-I12");
            assertThat(read.findings().kept().get(0).arguments()).containsEntry("count", "1");
            assertThat(numbers(read, CITY)).containsExactly("560000", "90000", "470000");
            assertThat(numbers(read, WIJK)).containsExactly("100", "20", "80");
            assertThat(numbers(read, OTHER_WIJK)).containsExactly("200", "-", "-");
        }

        @Test
        void read_stadsdeel_isTheSumOfItsWijkenWhereAllAreThere() {
            Checked<Population> read = read(PUBLISHED + PUBLISHED_ROWS);
            assertThat(numbers(read, STADSDEEL)).containsExactly("300", "-", "-");
            Checked<Population> ages = read(PUBLISHED + PUBLISHED_ROWS.replace(".;.;.", "50;150;25"));
            assertThat(numbers(ages, STADSDEEL)).containsExactly("300", "70", "230");
            Checked<Population> half = read(PUBLISHED + PUBLISHED_ROWS.replace("WK051808", "WK036300"));
            assertThat(half.value().orElseThrow().total(STADSDEEL)).isEmpty();
        }

        @Test
        void read_statLine_namesOfTopicsAndSourceBelow() {
            Checked<Population> read =
                    read(STATLINE + "\"Scheveningen\";\"'s-Gravenhage   \";\"WK051807  \";\"100\";\"20\";"
                            + "\"80\";\"30\"\n\"Bron: CBS\"\n");
            assertThat(problems(read)).isEmpty();
            assertThat(numbers(read, WIJK)).containsExactly("100", "20", "80");
        }

        @Test
        void read_openData_codesWithBlanks() {
            Checked<Population> read = read(OPEN_DATA + "1,WK051807,'s-Gravenhage  ,WK051807  ,100,20,80\n"
                    + "2,BU05180701,'s-Gravenhage,BU05180701,,,\n");
            assertThat(problems(read)).containsExactly("TF-I12");
            assertThat(numbers(read, WIJK)).containsExactly("100", "20", "80");
        }

        @Test
        void read_singleYears_addUp() {
            Checked<Population> read = read("Codering (code);0 jaar;1 jaar;2 jaar of ouder\nWK051807;1;2;97\n");
            assertThat(problems(read)).isEmpty();
            assertThat(read.value().orElseThrow().total(WIJK)).hasValue(100);
            assertThat(read.value().orElseThrow().exactly(WIJK, AgeBand.of(0, 1)))
                    .hasValue(3);
        }

        @Test
        void read_whatCannotBeUsed_saysWhy() {
            assertThat(problems(read(PUBLISHED + "WK051807;;S;;;ca. 100;;20;80;\n")))
                    .containsExactly("TF-V03 2 inwoners");
            assertThat(problems(read(PUBLISHED + "WK051807;;S;;;100;;2x;80;\n")))
                    .containsExactly("TF-V03 2 0-14");
            assertThat(problems(read(PUBLISHED + "WK051807;;S;;;1;;;;\nWK051807;;S;;;2;;;;\n")))
                    .containsExactly("TF-R05 3");
            assertThat(problems(read("gwb_code;a_inw;a_00_14;a_10_19\nWK051807;1;1;1\n")))
                    .containsExactly("TF-S03 1 a_10_19");
            assertThat(problems(read(PUBLISHED + "WK036300;;Elders;;;1;;;;\n"))).containsExactly("TF-I12", "TF-S05");
            assertThat(problems(read("regio;a_man\nX;1\n"))).containsExactly("TF-S01 1 area_code", "TF-S01 1 inwoners");
        }
    }
}
