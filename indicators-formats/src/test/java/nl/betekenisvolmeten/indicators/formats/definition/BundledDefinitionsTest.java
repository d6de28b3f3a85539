package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Verdict;
import org.junit.jupiter.api.Test;

class BundledDefinitionsTest {

    private static final Definitions BUNDLED = Definitions.bundled();
    private static final FormatDefinition TELFORMAT =
            BUNDLED.formats().get(FormatId.of("telformat-gebiedsgericht", "2026.1"));
    private static final IndicatorSet INDICATORS =
            BUNDLED.indicatorSets().get(FormatId.of("denhaag-welzijn", "2026.2"));

    private static final Path RESOURCES = Path.of("src/main/resources/nl/betekenisvolmeten/indicators/formats");

    private static <T> Checked<T> read(DefinitionKind<?, T> kind, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Bundle.open(name), name)) {
            return DefinitionReader.of(BUNDLED).read(kind, name, in);
        }
    }

    @Test
    void read_everyBundledFile_findsNothing() throws IOException {
        for (Bundle.Entry entry : Bundle.index(Bundle::open)) {
            assertThat(read(DefinitionKind.ofFile(entry.file()), entry.file())
                            .findings()
                            .kept())
                    .as(entry.file())
                    .isEmpty();
        }
    }

    @Test
    void index_hasEveryFile() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES, 2)) {
            List<String> expected = files.map(
                            file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.contains("/") && name.endsWith(".json") && !name.startsWith("schemas/"))
                    .toList();
            assertThat(Bundle.index(Bundle::open))
                    .extracting(Bundle.Entry::file)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void load_aFileIsMissing_namesIt() {
        assertThatThrownBy(() -> Bundle.load(name -> name.startsWith("populations/") ? null : Bundle.open(name))
                        .populations()
                        .find("denhaag-inwoners"))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("populations/denhaag-2026.json");
    }

    @Test
    void load_aFileIsBroken_namesItAndTheFirstFinding() {
        InputStream broken = new ByteArrayInputStream("{".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Bundle.load(name -> name.startsWith("formats/") ? broken : Bundle.open(name))
                        .formats()
                        .find(FormatId.of("telformat-gebiedsgericht", "2025.1")))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("formats/telformat-gebiedsgericht-2025.1.json")
                .hasMessageContaining("BM-D01");
    }

    @Test
    void load_theIndexIsMissing_namesIt() {
        assertThatThrownBy(() -> Bundle.load(name -> null))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining(Bundle.INDEX);
    }

    /** A delivery's format is told by the index, so it must say what the definitions say. */
    @Test
    void index_saysWhatTheDefinitionsSay() throws IOException {
        for (Bundle.Entry entry : Bundle.index(Bundle::open)) {
            assertThat(entry.id())
                    .as("%s in %s", entry.file(), Bundle.INDEX)
                    .isEqualTo(id(DefinitionKind.ofFile(entry.file()), entry.file()));
        }
    }

    private static <K extends Comparable<K>, T> String id(DefinitionKind<K, T> kind, String file) throws IOException {
        T definition = read(kind, file).orThrow();
        return definition instanceof FormatDefinition format
                ? FormatDefinition.Outline.from(format).line()
                : kind.key(definition).toString();
    }

    @Test
    void load_oneFormatIsAskedFor_readsNoIndicatorsAndNoLaterFormat() {
        List<String> opened = new ArrayList<>();
        Definitions definitions = Bundle.load(name -> {
            opened.add(name);
            return Bundle.open(name);
        });
        assertThat(definitions.outlines())
                .extracting(FormatDefinition.Outline::id)
                .containsExactlyElementsOf(BUNDLED.formats().all().stream()
                        .map(FormatDefinition::id)
                        .toList());
        assertThat(opened).containsExactly(Bundle.INDEX);
        FormatId first = FormatId.of("telformat-gebiedsgericht", "2025.1");
        assertThat(definitions.formats().find(first))
                .isEqualTo(BUNDLED.formats().find(first));
        assertThat(definitions.formats().get(first))
                .isSameAs(definitions.formats().get(first));
        assertThat(opened)
                .contains("formats/telformat-gebiedsgericht-2025.1.json")
                .doesNotContain(
                        "indicators/denhaag-welzijn-2026.2.json", "formats/telformat-gebiedsgericht-2026.1.json")
                .doesNotHaveDuplicates();
    }

    @Test
    void areas_denHaag_areThoseOfStatisticsNetherlands() {
        Definitions.AreaList list = BUNDLED.areas().get("denhaag");
        AreaHierarchy areas = list.hierarchy();
        assertThat(areas.year()).isEqualTo(2025);
        assertThat(areas.areas(AreaLevel.WIJK)).hasSize(44);
        assertThat(areas.areas(AreaLevel.BUURT)).hasSize(114);
        assertThat(areas.areas(AreaLevel.STADSDEEL)).hasSize(8);
        assertThat(areas.areas(AreaLevel.WIJK))
                .allSatisfy(wijk -> assertThat(areas.ancestor(wijk.code(), AreaLevel.STADSDEEL))
                        .isPresent());
        assertThat(areas.areas(AreaLevel.BUURT))
                .allSatisfy(buurt -> assertThat(areas.ancestor(buurt.code(), AreaLevel.GEMEENTE))
                        .contains(AreaCode.of("GM0518")));
        assertThat(list.provenance().status()).isEqualTo(Provenance.Status.PUBLISHED);
        assertThat(list.provenance().sources().get(0).licence()).contains("CC BY 4.0");
    }

    @Test
    void areas_haarlem_hasWijkenAndStadsdelen() {
        AreaHierarchy areas = BUNDLED.areas().get("haarlem").hierarchy();
        assertThat(areas.areas(AreaLevel.WIJK)).hasSize(21);
        assertThat(areas.areas(AreaLevel.STADSDEEL)).hasSize(5);
    }

    @Test
    void population_denHaag_tellsZeroFromUnknown() {
        Definitions.PopulationList list = BUNDLED.populations().get("denhaag-inwoners");
        Population population = list.population();
        assertThat(list.provenance().status()).isEqualTo(Provenance.Status.PROVISIONAL);
        assertThat(population.figures()).hasSize(44);
        assertThat(population.total(AreaCode.of("GM0518"))).hasValue(569_468);
        assertThat(population.total(AreaCode.of("WK051801"))).hasValue(0);
        assertThat(population.total(AreaCode.of("WK051803"))).isEqualTo(OptionalLong.empty());
        assertThat(population.exactly(AreaCode.of("WK051821"), AgeBand.atLeast(65)))
                .hasValue(1_715);
    }

    @Test
    void telformat_columns_areThoseOfTheContract() {
        assertThat(TELFORMAT.columns().stream().map(column -> column.name().value()))
                .containsExactly(
                        "organisatie",
                        "stadsdeel",
                        "wijk",
                        "periode",
                        "ambitie",
                        "activiteitsoort",
                        "activiteit",
                        "doelgroep",
                        "leeftijdsgroep",
                        "bijeenkomsten",
                        "bezoeken",
                        "unieke_deelnemers",
                        "nieuwe_deelnemers",
                        "vrijwilligers",
                        "vrijwilligersuren",
                        "doorverwijzingen",
                        "toelichting");
        assertThat(TELFORMAT.requiredColumns()).hasSize(12);
        assertThat(TELFORMAT.validity().contains(Period.ofQuarter(2026, 1))).isTrue();
        assertThat(TELFORMAT.validity().contains(Period.ofQuarter(2025, 4))).isFalse();
        assertThat(TELFORMAT.provenance().status()).isEqualTo(Provenance.Status.RECONSTRUCTION);
    }

    @Test
    void telformat_columns_playTheirParts() {
        assertThat(part("wijk"))
                .isInstanceOfSatisfying(
                        ColumnRule.Part.OfDimension.class,
                        part -> assertThat(part.dimension())
                                .isEqualTo(new Dimension.Place(
                                        ColumnName.of("wijk"),
                                        BUNDLED.areas().get("denhaag").hierarchy(),
                                        AreaLevel.WIJK,
                                        false)));
        assertThat(part("leeftijdsgroep"))
                .isEqualTo(new ColumnRule.Part.OfDimension(new Dimension.Category(
                        ColumnName.of("leeftijdsgroep"), Set.of("0-11", "12-17", "18-29", "30-49", "50-66", "67+"))));
        assertThat(part("vrijwilligersuren"))
                .isEqualTo(new ColumnRule.Part.OfMeasure(new Measure.Flow(
                        ColumnName.of("vrijwilligersuren"), 2, repeatedBy("vrijwilligers", Optional.empty()))));
        assertThat(part("bezoeken"))
                .isEqualTo(new ColumnRule.Part.OfMeasure(new Measure.Flow(
                        ColumnName.of("bezoeken"),
                        0,
                        repeatedBy("unieke_deelnemers", Optional.of(ColumnName.of("bezoeken_kwadraatsom"))))));
        assertThat(part("bijeenkomsten"))
                .isInstanceOfSatisfying(
                        ColumnRule.Part.OfMeasure.class,
                        part -> assertThat(part.measure().repeats()).contains(Measure.Repeats.BY_NOBODY));
        assertThat(part("doorverwijzingen"))
                .isEqualTo(new ColumnRule.Part.OfMeasure(new Measure.Flow(ColumnName.of("doorverwijzingen"), 0)));
        assertThat(part("unieke_deelnemers"))
                .isEqualTo(new ColumnRule.Part.OfMeasure(new Measure.Distinct(ColumnName.of("unieke_deelnemers"))));
        assertThat(part("toelichting")).isEqualTo(new ColumnRule.Part.OfAttribute());
    }

    /** A reader sees the few that matter; those that differed only in a filter name their successor. */
    @Test
    void indicators_core_areFewAndRetiredOnesNameTheirSuccessor() {
        assertThat(INDICATORS.core().stream().map(one -> one.id().value()))
                .containsExactlyInAnyOrder(
                        "unieke-deelnemers",
                        "bereik-per-1000-inwoners",
                        "bezoeken-per-1000-inwoners",
                        "bijeenkomsten",
                        "deelnemers-12-29",
                        "deelnemers-67-plus",
                        "vrijwilligers-per-1000-inwoners",
                        "vrijwilligersuren",
                        "unieke-clienten",
                        "aandeel-terugkeer",
                        "aandeel-gestart-binnen-norm",
                        "aandeel-afgesloten-volgens-plan",
                        "ervaren-effect",
                        "deelnemerservaring-gunstig",
                        "clientervaring-gunstig",
                        "partnertevredenheid-gunstig");
        assertThat(INDICATORS.indicators())
                .allSatisfy(one -> assertThat(one.use().level()).isPresent());
        assertThat(INDICATORS.retired())
                .anySatisfy(old ->
                        assertThat(old.toString()).contains("bereik-mantelzorgers", "unieke-deelnemers", "MANTELZ"));
    }

    /** What its own note says may be good or bad has no direction. */
    @Test
    void indicators_withANoteThatGoesBothWays_haveNoDirection() {
        assertThat(List.of("doorlooptijd", "aandeel-bezoeken-leeftijd-onbekend", "vrijwilligers-per-100-deelnemers"))
                .allSatisfy(id -> assertThat(INDICATORS
                                .find(IndicatorId.of(id))
                                .orElseThrow()
                                .direction())
                        .isInstanceOf(Indicator.Direction.NoJudgement.class));
        assertThat(INDICATORS
                        .find(IndicatorId.of("vrijwilligers-per-100-deelnemers"))
                        .orElseThrow()
                        .aspect())
                .isEqualTo(Indicator.Aspect.REACH);
    }

    private static Optional<Measure.Repeats> repeatedBy(String persons, Optional<ColumnName> squares) {
        return Optional.of(new Measure.Repeats(Optional.of(ColumnName.of(persons)), squares));
    }

    private static ColumnRule.Part part(String column) {
        return TELFORMAT.column(ColumnName.of(column)).orElseThrow().rule().part();
    }

    /** The table of rules in the contract of the telformat, without those that files, deliveries and migrations give. */
    @Test
    void telformat_rules_haveTheCodesAndSeveritiesOfTheContract() {
        Map<String, Severity> found = new TreeMap<>();
        Stream.concat(
                        TELFORMAT.ruleSet().verdicts().values().stream(),
                        TELFORMAT.ruleSet().rules().stream().map(rule -> rule.verdict()))
                .forEach((Verdict verdict) -> found.put(verdict.code().value(), verdict.severity()));
        Map<String, Severity> expected = new TreeMap<>();
        Stream.of(
                        "V01", "V02", "V03", "V04", "V05", "V06", "V07", "V08", "V09", "R01", "R02", "R03", "R04",
                        "R05", "P01")
                .forEach(code -> expected.put("TF-" + code, Severity.ERROR));
        Stream.of("R06", "R07", "R08", "X01", "W01", "W02", "W04")
                .forEach(code -> expected.put("TF-" + code, Severity.WARNING));
        expected.put("TF-R09", Severity.NOTE);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void indicators_all_restOnAPassage() {
        assertThat(INDICATORS.indicators()).hasSizeGreaterThanOrEqualTo(34);
        assertThat(INDICATORS.indicators()).allSatisfy(indicator -> {
            assertThat(indicator.basis()).isNotEmpty();
            assertThat(indicator.basis())
                    .allSatisfy(basis -> assertThat(basis.inventory()).isNotEmpty());
        });
        assertThat(INDICATORS.provenance().status()).isEqualTo(Provenance.Status.RECONSTRUCTION);
    }

    @Test
    void indicators_ofTheTelformat_nameRealMeasuresAndCodes() {
        List<Indicator> ofTelformat = INDICATORS.indicators().stream()
                .filter(indicator -> indicator.formula().format().equals("telformat-gebiedsgericht"))
                .toList();
        assertThat(ofTelformat).hasSizeGreaterThanOrEqualTo(20);
        for (Indicator indicator : ofTelformat) {
            assertThat(indicator.formula().columns())
                    .as("%s", indicator.id())
                    .allSatisfy(
                            column -> assertThat(part(column.value())).isInstanceOf(ColumnRule.Part.OfMeasure.class));
            for (Formula.Part part : parts(indicator.formula())) {
                part.where()
                        .forEach((column, codes) -> assertThat(codesOf(column))
                                .as("%s where %s", indicator.id(), column)
                                .containsAll(codes));
            }
        }
    }

    private static List<Formula.Part> parts(Formula formula) {
        if (formula instanceof Formula.Total total) {
            return List.of(total.part());
        }
        if (formula instanceof Formula.Proportion proportion) {
            return List.of(proportion.numerator(), proportion.denominator());
        }
        if (formula instanceof Formula.Rate rate) {
            return List.of(rate.numerator(), rate.denominator());
        }
        return formula instanceof Formula.PopulationRate rate ? List.of(rate.numerator()) : List.of();
    }

    private static List<String> codesOf(ColumnName column) {
        Optional<Codelist> codes = TELFORMAT
                .column(column)
                .map(known -> known.rule().type())
                .filter(ColumnType.Code.class::isInstance)
                .map(type -> ((ColumnType.Code) type).codes());
        return codes.map(Codelist::codes).orElse(List.of());
    }
}
