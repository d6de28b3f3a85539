package nl.betekenisvolmeten.indicators.formats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Role;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Use;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {

    private static final String HEADER =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                    + "bijeenkomsten;bezoeken;unieke_deelnemers;nieuwe_deelnemers;vrijwilligers;vrijwilligersuren;"
                    + "doorverwijzingen;toelichting\n";

    private static final DeliverySource FIRST = DeliverySource.ofText(
            "een.csv",
            HEADER
                    + "91000001;Centrum;WK051829;2026KW01;1;ONTMOETEN;Café;ALLEN;50-66;12;180;40;6;4;48,5;2;\n"
                    + "91000001;Centrum;WK051829;2026KW01;1;ONTMOETEN;Café;ALLEN;67+;12;60;20;;2;10;0;warm weer\n"
                    + "91000001;Centrum;WK051828;2026KW01;2;TAAL;Les;NIEUWKOM;30-49;4;30;10;1;1;4,25;1;\n"
                    + "91000001;Centrum;WK051828;2026KW01;2;TAAL;Fout;NIEUWKOM;30-49;0;30;10;1;1;4,25;1;\n"
                    + "91000001;Centrum;WK051829;2026KW02;1;ONTMOETEN;Café;ALLEN;50-66;10;100;35;5;4;40;1;\n");

    private static final DeliverySource SECOND = DeliverySource.ofText(
            "twee.csv",
            HEADER
                    + "91000002;Centrum;WK051829;2026KW01;1;ETEN;Tafel;ALLEN;50-66;5;50;25;2;3;15;0;\n"
                    + "91000002;Laak;WK051838;2026KW01;1;ETEN;Tafel;ALLEN;50-66;5;70;30;2;3;15;0;\n");

    private static final DeliverySource OLDER = DeliverySource.ofText(
            "oud.csv",
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                    + "bijeenkomsten;bezoeken;unieke_deelnemers;vrijwilligers;vrijwilligersuren;doorverwijzingen;toelichting\n"
                    + "91000001;Centrum;WK051829;2025-Q4;1;ONTMOETEN;Café;ALLEN;18-26;3;33;11;2;6;0;\n");

    private static Explanation explain(String cell, DeliverySource... sources) {
        Definitions definitions = Definitions.bundled();
        return Explainer.of(definitions, definitions.populations().get("denhaag-inwoners"))
                .explain(Cell.parse(cell), List.of(sources));
    }

    @Test
    void explain_flow_namesRowsThatCountedAndNoOthers() {
        Explanation of = explain("measure=bezoeken;stadsdeel=Centrum;periode=2026KW01", FIRST, SECOND);
        assertThat(of.figure().value()).isEqualTo(CellValue.Incomplete.of(CellValue.of(320)));
        assertThat(of.files().get(0).rejected()).containsExactly(5L);
        assertThat(of.files().get(1).rowsRejected()).isZero();
        assertThat(of.rows().stream().map(row -> row.file() + " " + row.number() + " " + row.counted()))
                .containsExactly(
                        "een.csv 2 {TOTAL=Known[value=180]}",
                        "een.csv 3 {TOTAL=Known[value=60]}",
                        "een.csv 4 {TOTAL=Known[value=30]}",
                        "twee.csv 2 {TOTAL=Known[value=50]}");
        assertThat(of.files().stream().map(Explanation.UsedFile::rowsCounted)).containsExactly(3L, 1L);
        assertThat(of.files().get(0).report().findings().hasErrors()).isTrue();
        assertThat(of.definitions().stream().map(one -> one.kind() + " " + one.version()))
                .contains("FORMAT 2026.1");
    }

    @Test
    void explain_persons_tellsBounds() {
        Explanation of = explain("measure=unieke_deelnemers;stad=Den Haag;jaar=2026", SECOND);
        // 30 people in Laak and 25 in Centrum, who may be the same
        assertThat(of.figure().value()).isEqualTo(CellValue.between(BigDecimal.valueOf(30), BigDecimal.valueOf(55)));
        assertThat(of.rowsCounted()).isEqualTo(2);
    }

    @Test
    void explain_emptyCell_isNamedAndDoesNotCountAsZero() {
        Explanation of = explain("measure=nieuwe_deelnemers;wijk=WK051829;periode=2026KW01", FIRST);
        assertThat(of.parts().get(0).figure().cellsMissing()).isEqualTo(1);
        assertThat(of.rows().get(1).counted()).containsEntry(Role.TOTAL, new CellValue.Missing());
    }

    @Test
    void explain_earlierVersion_namesTheRowOfItsOwnFile() {
        Explanation of = explain("measure=bezoeken;stadsdeel=Centrum;periode=2025KW04", OLDER, FIRST);
        assertThat(of.files().stream().map(Explanation.UsedFile::use)).containsExactly(Use.CARRIED_OVER, Use.READ);
        assertThat(of.rows()).singleElement().satisfies(row -> {
            assertThat(row.file()).isEqualTo("oud.csv");
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.texts().values()).contains("18-26");
        });
        assertThat(of.definitions().stream().map(Explanation.UsedDefinition::version))
                .contains("2025.2", "2026.1");
    }

    /** Rows that only the newer version refuses are refused one by one, and may be many. */
    @Test
    void explain_manyRowsThatTheNewerVersionRefuses_keepsAsManyFindingsAsAnyCheck() throws IOException {
        String form;
        try (InputStream in = ExplainerTest.class.getResourceAsStream(
                "/nl/betekenisvolmeten/indicators/formats/formats/telformat-gebiedsgericht-2026.1.json")) {
            form = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"version\": \"2026.1\"", "\"version\": \"2026.9\"")
                    .replaceAll("(\"TF-R06\",\\s*\"severity\": \")WARNING", "$1ERROR");
        }
        Definitions definitions = Definitions.bundled()
                .with(DefinitionReader.of(Definitions.bundled())
                        .readFormat("streng.json", new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)))
                        .orThrow());
        String header = HEADER.replace("nieuwe_deelnemers;", "");
        String refused = IntStream.range(0, 3000)
                .mapToObj(i ->
                        "91000001;Centrum;WK051829;2025-Q4;1;ONTMOETEN;Café " + i + ";ALLEN;18-26;3;33;11;0;6;0;\n")
                .collect(Collectors.joining());
        Explanation of = Explainer.of(definitions, definitions.populations().get("denhaag-inwoners"))
                .explain(
                        Cell.parse("measure=bezoeken;stadsdeel=Centrum;periode=2026KW01"),
                        List.of(DeliverySource.ofText("oud.csv", header + refused), FIRST));
        Findings findings = of.files().get(0).report().findings();
        assertThat(findings.countByCode().get(FindingCode.of("TF-R06"))).isGreaterThanOrEqualTo(3000L);
        assertThat(findings.kept().size()).isLessThan(2500);
        assertThat(findings.truncated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "measure=bezoeken;stadsdeel=Centrum;periode=2026KW01",
                "measure=vrijwilligersuren;wijk=WK051829;periode=2026",
                "measure=unieke_deelnemers;stadsdeel=Centrum;periode=2026KW01",
                "measure=unieke_deelnemers;stad=Den Haag;jaar=2026",
                "measure=nieuwe_deelnemers;wijk=WK051829;periode=2026KW01;leeftijdsgroep=67+",
                "measure=bezoeken;ambitie=1",
                "indicator=bijeenkomsten;stadsdeel=Centrum;periode=2026KW01",
                "indicator=bezoeken-per-bijeenkomst;stadsdeel=Centrum;periode=2026KW01",
                "indicator=aandeel-bezoeken-30-49;stadsdeel=Centrum;periode=2026KW01",
                "indicator=bereik-per-1000-inwoners;stad=Den Haag;periode=2026",
                "indicator=bezoeken-per-1000-inwoners;stadsdeel=Laak;periode=2026KW01"
            })
    void explain_onlyTheRowsNamed_giveTheSameFigure(String cell) {
        Explanation all = explain(cell, FIRST, SECOND);
        assertThat(all.rowsCounted()).isPositive();
        Explanation again = explain(cell, only(all, FIRST), only(all, SECOND));
        assertThat(again.figure().value()).isEqualTo(all.figure().value());
        assertThat(again.parts()).isEqualTo(all.parts());
        assertThat(again.rows()).hasSameSizeAs(all.rows());
    }

    /** A delivery with no other rows than those that an explanation names: that counted, or were rejected. */
    private static DeliverySource only(Explanation of, DeliverySource source) {
        Set<Long> rows = of.rows().stream()
                .filter(row -> row.file().equals(source.name()))
                .map(Explanation.CountedRow::number)
                .collect(Collectors.toSet());
        of.files().stream()
                .filter(file -> file.report().source().equals(source.name()))
                .forEach(file -> rows.addAll(file.rejected()));
        String[] lines = text(source).split("\n");
        return DeliverySource.ofText(
                source.name(),
                IntStream.range(0, lines.length)
                        .filter(line -> line == 0 || rows.contains(line + 1L))
                        .mapToObj(line -> lines[line])
                        .collect(Collectors.joining("\n")));
    }

    private static String text(DeliverySource source) {
        try (var in = source.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void explain_nothingInTheCell_isMissing() {
        Explanation of = explain("measure=bezoeken;stadsdeel=Escamp;periode=2026KW01", FIRST);
        assertThat(of.figure().value()).isEqualTo(new CellValue.Missing());
        assertThat(of.rows()).isEmpty();
    }

    @Test
    void explain_moreRowsThanKept_countsThemAll() {
        Definitions definitions = Definitions.bundled();
        Explanation of = Explainer.of(definitions, definitions.populations().get("denhaag-inwoners"))
                .withMostRows(1)
                .explain(Cell.parse("measure=bezoeken"), List.of(FIRST));
        assertThat(of.rows()).hasSize(1);
        assertThat(of.rowsCounted()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void write_text_namesFileRowAndHashAndHasAllWords(Language language) throws IOException {
        for (String cell : List.of(
                "measure=unieke_deelnemers;stad=Den Haag;jaar=2026",
                "indicator=aandeel-nieuwe-deelnemers;stadsdeel=Centrum;periode=2026KW01")) {
            Explanation of = explain(cell, FIRST, SECOND, OLDER);
            StringWriter out = new StringWriter();
            Explanation.writeText(InternalUse.of(of, "test"), language, out);
            assertThat(out.toString())
                    .contains("een.csv", of.files().get(0).report().sha256().orElseThrow(), "TF-R04")
                    .doesNotContain("{", "null", "Known[");
        }
    }

    @Test
    void write_json_isTheSameAtEveryCall() throws IOException {
        Function<Explanation, String> json = of -> {
            try {
                StringWriter out = new StringWriter();
                Explanation.writeJson(InternalUse.of(of, "test"), out);
                return out.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        String cell = "indicator=bezoeken-per-1000-inwoners;stadsdeel=Centrum;periode=2026KW01";
        String first = json.apply(explain(cell, FIRST, SECOND));
        assertThat(first).isEqualTo(json.apply(explain(cell, FIRST, SECOND)));
        assertThat(first).contains("\"per\" : 1000", "\"row\" : 2", "\"kind\" : \"population\"");
    }

    @Test
    void texts_ofPeople_areMasked() {
        assertThat(explain("measure=bezoeken", FIRST).rows().stream().flatMap(row -> row.texts().values().stream()))
                .contains("warm weer");
        DeliverySource mail = DeliverySource.ofText(
                "mail.csv",
                HEADER + "91000001;Centrum;WK051829;2026KW01;1;ETEN;Jan jan@example.org;ALLEN;67+;1;9;9;1;1;1;0;\n");
        StringWriter out = new StringWriter();
        Explanation of = explain("measure=bezoeken", FIRST, mail);
        try {
            Explanation.writeJson(InternalUse.of(of, "test"), out);
            Explanation.writeText(InternalUse.of(of, "test"), Language.NL, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(out.toString()).contains("TF-P01").doesNotContain("jan@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bezoeken", "measure=a b", "indicator=x;measure=y", "measure=bezoeken;periode=", "=3"})
    void parse_otherShapes_areRefused(String text) {
        assertThatThrownBy(() -> Cell.parse(text)).isInstanceOf(Cell.UnknownCellException.class);
    }

    @Test
    void parse_cell_writesItselfBack() {
        Cell cell = Cell.parse(" measure = bezoeken ; Periode=2026KW01;");
        assertThat(cell).hasToString("measure=bezoeken;periode=2026KW01");
        assertThat(cell.where()).isEqualTo(Map.of("periode", "2026KW01"));
    }

    private static final String SURVEY =
            "organisatie;stadsdeel;periode;vragenlijst;vraag;doelgroep;helemaal_oneens;oneens;neutraal;eens;helemaal_eens;"
                    + "score_1;score_2;score_3;score_4;score_5;score_6;score_7;score_8;score_9;score_10;ja;nee;weet_niet;nvt;"
                    + "uitgenodigd;respons\n"
                    + "91000011;Laak;2026KW02;clientervaring;ce-snel;ALLEN;1;3;6;18;7;;;;;;;;;;;;;2;3;60;40\n"
                    + "91000011;Laak;2026KW02;clientervaring;ce-samen;ALLEN;2;3;;5;;;;;;;;;;;;;;;;60;10\n"
                    + "91000011;Laak;2026KW02;clientervaring;ce-effect;ALLEN;;;;;;;;;;;;;;;;20;15;;5;60;40\n"
                    + "91000011;Laak;2026KW02;clientervaring;ce-rapportcijfer;ALLEN;;;;;;;;;;;;25;;15;;;;;;60;40\n"
                    + "91000011;Laak;2026KW02;partnertevredenheid;pt-afspraken;ALLEN;1;3;6;18;7;;;;;;;;;;;;;2;3;60;40\n"
                    + "91000011;Escamp;2026KW02;clientervaring;ce-snel;ALLEN;;;;;;;;;;;;;;;;;;;;60;0\n";

    /** Of Laak: 18 + 7 + 5 favourable of 35 + 10 answers; 20 of 35; 40 of 40. */
    @ParameterizedTest
    @CsvSource({
        "clientervaring-gunstig, 30, 45, 2",
        "ervaren-effect, 20, 35, 1",
        "clientervaring-rapportcijfer, 40, 40, 1",
        "partnertevredenheid-gunstig, 25, 35, 1"
    })
    void explain_answers_areThoseOfTheScaleWithoutWhoDoesNotKnow(
            String indicator, String above, String below, int rows) {
        Explanation of = explain(
                "indicator=" + indicator + ";stadsdeel=Laak;periode=2026",
                DeliverySource.ofText("ervaring.csv", SURVEY));
        BigDecimal numerator = new BigDecimal(above);
        BigDecimal denominator = new BigDecimal(below);
        assertThat(of.figure().numerator()).contains(CellValue.of(numerator));
        assertThat(of.figure().denominator()).contains(CellValue.of(denominator));
        assertThat(of.figure().value())
                .isEqualTo(BoundedRatio.ofPart(CellValue.of(numerator), CellValue.of(denominator), Per.HUNDRED)
                        .value());
        assertThat(of.per()).hasValue(100);
        assertThat(of.rows()).hasSize(rows);
        assertThat(of.rows().stream()
                        .map(row -> row.counted()
                                .getOrDefault(Role.DENOMINATOR, new CellValue.Missing())
                                .exact()
                                .orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(denominator);
    }

    @Test
    void explain_answersOfNobody_haveNoShare() {
        Explanation of = explain(
                "indicator=clientervaring-gunstig;stadsdeel=Escamp;periode=2026KW02",
                DeliverySource.ofText("ervaring.csv", SURVEY));
        assertThat(of.figure().value().exact()).isEmpty();
        assertThat(of.rows()).hasSize(1);
    }

    @Test
    void explain_rows_haveTheirKey() {
        Explanation of = explain("measure=bezoeken;wijk=WK051838;periode=2026KW01", SECOND);
        assertThat(of.rows().get(0).key().toString())
                .isEqualTo("{organisatie=91000002, wijk=WK051838, periode=2026KW01, activiteit=Tafel, doelgroep=ALLEN,"
                        + " leeftijdsgroep=50-66}");
    }

    @Test
    void explain_ownInhabitants_areUsedAndNamed() {
        Population own = new Population(
                "eigen.csv",
                Map.of(AreaCode.of("SD0518-LAAK"), new Population.Figures("2026", OptionalLong.of(7_000), List.of())));
        Definitions definitions = Definitions.bundled();
        Explanation of = Explainer.of(definitions, definitions.populations().get("denhaag-inwoners"))
                .withPopulation(own)
                .explain(
                        Cell.parse("indicator=bezoeken-per-1000-inwoners;stadsdeel=Laak;periode=2026KW01"),
                        List.of(SECOND));
        assertThat(of.figure().value().exact().orElseThrow()).isEqualByComparingTo(BigDecimal.TEN);
        assertThat(of.definitions())
                .filteredOn(one -> one.kind() == Explanation.DefinitionKind.POPULATION)
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo("eigen.csv"));
    }
}
