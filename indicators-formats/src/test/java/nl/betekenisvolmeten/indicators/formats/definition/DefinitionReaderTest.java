package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionHeader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionLimits;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DefinitionReaderTest {

    private static final DefinitionReader READER = DefinitionReader.of(Definitions.bundled());

    private static String text(String name) throws IOException {
        try (InputStream in = DefinitionReaderTest.class.getResourceAsStream("/cases/definitions/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Checked<Definitions.AreaList> areas(String text) {
        return READER.read(DefinitionKind.AREAS, "own.json", stream(text));
    }

    private static Finding only(Checked<?> checked) {
        assertThat(checked.findings().kept()).hasSize(1);
        return checked.findings().kept().get(0);
    }

    private static String replaced(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    @Test
    void readAreas_arguments_nameWhatIsWrong() throws IOException {
        Finding finding = only(areas(text("not-allowed-status.json")));
        assertThat(finding.arguments()).containsEntry("property", "status").containsEntry("value", "drift");
        assertThat(finding.arguments().get("expected")).startsWith("reconstruction, draft, agreed, published");
        assertThat(only(areas(replaced(text("areas-good.json"), "\"year\": 2026,", "")))
                        .arguments())
                .containsEntry("property", "year");
        assertThat(only(areas(text("wrong-kind-year.json"))).arguments())
                .containsEntry("property", "year")
                .containsEntry("expected", "integer");
        assertThat(only(areas(text("twice-area.json"))).value()).contains("WK099901");
        assertThat(only(areas(text("contradiction-name.json"))).arguments().get("reason"))
                .contains("WK099901")
                .contains("WK099902");
    }

    @Test
    void readIndicatorSet_aNumberBeyondAnyUse_isNotAllowed() throws IOException {
        String good = text("indicators-good.json");
        for (String number : List.of("1e99999999999", "-1e16", "1e-13", "1000000000000001")) {
            Finding finding = only(READER.read(
                    DefinitionKind.INDICATOR_SETS,
                    "own.json",
                    stream(replaced(good, "\"to\": 12.5", "\"to\": " + number))));
            assertThat(finding.code().value()).isEqualTo("BM-D05");
            assertThat(finding.value()).contains(number);
        }
    }

    @Test
    void readAreas_aWarning_stillGivesTheAreas() throws IOException {
        Checked<Definitions.AreaList> checked = areas(text("unknown-property.json"));
        assertThat(only(checked).severity()).isEqualTo(Severity.WARNING);
        assertThat(checked.orThrow().hierarchy().areas(AreaLevel.WIJK)).hasSize(2);
    }

    @Test
    void readAreas_everyWordForAStatus_isRead() throws IOException {
        String good = text("areas-good.json");
        for (String word : DefinitionHeader.STATUSES.keySet()) {
            Definitions.AreaList list =
                    areas(replaced(good, "\"draft\"", '"' + word + '"')).orThrow();
            assertThat(list.provenance().status()).isEqualTo(DefinitionHeader.STATUSES.get(word));
        }
    }

    @Test
    void readIndicatorSet_good_isReadInFull() throws IOException {
        IndicatorSet set = READER.read(DefinitionKind.INDICATOR_SETS, "own.json", stream(text("indicators-good.json")))
                .orThrow();
        assertThat(set.validity().to()).contains(Period.ofYear(2027));
        Indicator visits = set.indicators().get(0);
        assertThat(visits.ambition()).contains("1");
        assertThat(visits.formula())
                .isInstanceOfSatisfying(
                        Formula.Total.class,
                        total -> assertThat(total.part().where().get(ColumnName.of("ambitie")))
                                .containsExactlyInAnyOrder("1", "2"));
        assertThat(set.indicators().get(1).direction())
                .isEqualTo(new Indicator.Direction.WithinBand(BigDecimal.valueOf(5), new BigDecimal("12.5")));
        assertThat(set.indicators().get(1).counting().inclusions()).hasSize(1);
    }

    @Test
    void readFormat_aMean_keepsItsWeight() throws IOException {
        FormatDefinition format =
                READER.readFormat("own.json", stream(text("format-good.json"))).orThrow();
        assertThat(format.column(ColumnName.of("gemiddeld"))
                        .orElseThrow()
                        .rule()
                        .part())
                .isEqualTo(new ColumnRule.Part.OfMeasure(
                        new Measure.Mean(ColumnName.of("gemiddeld"), 2, ColumnName.of("aantal"))));
        assertThat(format.ruleSet().rules()).hasSize(7);
    }

    @Test
    void readFormat_threeColumns_needFewLines() throws IOException {
        String text = text("three-columns.json");
        assertThat(text.lines().count()).isLessThanOrEqualTo(25);
        Checked<FormatDefinition> read = READER.readFormat("own.json", stream(text));
        assertThat(read.findings().kept()).isEmpty();
        FormatDefinition format = read.orThrow();
        assertThat(format.title().nl()).isEqualTo("inloop");
        assertThat(format.requiredColumns()).hasSize(3);
        assertThat(format.ruleSet().structure().measures())
                .containsExactly(new Measure.Flow(ColumnName.of("bezoeken"), 0));
        assertThat(format.ruleSet().verdicts())
                .containsAllEntriesOf(Definitions.bundled()
                        .formats()
                        .get(FormatId.of("telformat-gebiedsgericht", "2026.1"))
                        .ruleSet()
                        .verdicts());
    }

    @Test
    void readFormat_decisionAndHandover_areKept() throws IOException {
        String text = replaced(text("three-columns.json"), "\"columns\"", """
                "provenance": {"decided": {"by": {"nl": "De raad", "en": "The council"}, "on": "2025-03-13"}},
                "recipients": ["Gemeente Haarlem"], "dueAfterDays": 30,
                "columns\"""");
        FormatDefinition format = READER.readFormat("own.json", stream(text)).orThrow();
        assertThat(format.provenance().decision())
                .contains(
                        new Provenance.Decision(LocalizedText.of("De raad", "The council"), LocalDate.of(2025, 3, 13)));
        assertThat(format.handover())
                .isEqualTo(new FormatDefinition.Handover(List.of("Gemeente Haarlem"), OptionalInt.of(30)));
        Finding wrong = only(READER.readFormat("own.json", stream(replaced(text, "2025-03-13", "13 maart"))));
        assertThat(wrong.arguments()).containsEntry("value", "13 maart");
    }

    @Test
    void readFormat_aReferenceToNothing_listsWhatExists() throws IOException {
        String text =
                replaced(text("three-columns.json"), "\"COUNT\"", "{\"kind\": \"CODE\", \"codelist\": \"soort\"}");
        Finding finding = only(READER.readFormat("own.json", stream(text)));
        assertThat(finding.code().value()).isEqualTo("BM-D06");
        assertThat(MessageCatalogue.bundled()
                        .message(finding, Language.NL, MessageCatalogue.Audience.FILLER)
                        .text())
                .endsWith("Dit bestaat wel: niets.");
        String area = replaced(
                text("three-columns.json"), "\"KVK\"", "{\"kind\": \"AREA\", \"areas\": \"x\", \"level\": \"WIJK\"}");
        assertThat(only(READER.readFormat("own.json", stream(area))).arguments().get("expected"))
                .isEqualTo("denhaag, haarlem");
    }

    @Test
    void readFormat_concept_isDeclaredOrFollowsFromTheColumn() throws IOException {
        String text = replaced(
                text("format-good.json"), "\"name\": \"aantal\"", "\"name\": \"aantal\", \"concept\": \"BEZOEKEN\"");
        FormatDefinition format = READER.readFormat("own.json", stream(text)).orThrow();
        assertThat(format.columns().stream().map(Column::concept))
                .containsExactly("ORGANISATIE", "WIJK", "TIME_PERIOD", "GROEP", "BEZOEKEN", "GEMIDDELD", "TOELICHTING");
    }

    @Test
    void readFormat_conceptOfAnotherShape_isNotAllowed() throws IOException {
        String text = replaced(
                text("format-good.json"), "\"name\": \"aantal\"", "\"name\": \"aantal\", \"concept\": \"bezoeken\"");
        Finding found = only(READER.readFormat("own.json", stream(text)));
        assertThat(found.code()).isEqualTo(FindingCode.of("BM-D05"));
        assertThat(found.location().path()).contains("/columns/4/concept");
    }

    @Test
    void readFormat_aCodeListThatIsWrong_isNoSecondErrorForItsColumns() throws IOException {
        String text = replaced(text("format-good.json"), "\"aliases\": [\"Jeugd\"]", "\"aliases\": [\"Oud\"]");
        assertThat(only(READER.readFormat("own.json", stream(text))).location().path())
                .contains("/codelists/0");
    }

    @Test
    void readFormat_severalRulesThatDoNotFit_areAllFound() throws IOException {
        String text = replaced(text("format-good.json"), "\"outer\": \"wijk\"", "\"outer\": \"periode\"");
        text = replaced(text, "\"columns\": [\"aantal\"]", "\"columns\": [\"toelichting\"]");
        Checked<FormatDefinition> checked = READER.readFormat("own.json", stream(text));
        assertThat(checked.findings().kept())
                .extracting(finding ->
                        finding.code().value() + finding.location().path().orElse("?"))
                .containsExactly("BM-D09/rules/1", "BM-D09/rules/4");
    }

    @Test
    void readFormat_tooManyColumnsOrRules_isBeyondTheLimit() throws IOException {
        String good = text("format-good.json");
        String column = "{\"name\": \"kolom\", \"role\": \"ATTRIBUTE\"}, ";
        String columns = replaced(good, "\"columns\": [\n", "\"columns\": [" + column.repeat(DefinitionLimits.COLUMNS));
        assertThat(READER.readFormat("own.json", stream(columns)).findings().count(FindingCode.of("BM-D08")))
                .isEqualTo(1);
        String rules = replaced(good, "\"rules\": [", "\"rules\": [" + "{}, ".repeat(DefinitionLimits.RULES));
        assertThat(READER.readFormat("own.json", stream(rules)).findings().count(FindingCode.of("BM-D08")))
                .isEqualTo(1);
    }

    @Test
    @Timeout(120)
    void readAreas_tensOfThousandsOfErrors_areCountedAndNotAllKept() throws IOException {
        String areas = IntStream.range(0, 30_000)
                .mapToObj(i -> "{\"code\": \"BU0999" + (1000 + i % 9000) + "\", \"parent\": \"WK0998" + i % 100 + "\"}")
                .collect(Collectors.joining(", "));
        String text = replaced(text("areas-good.json"), "\"areas\": [\n", "\"areas\": [" + areas + ",");
        Checked<Definitions.AreaList> checked = areas(text);
        assertThat(checked.value()).isEmpty();
        assertThat(checked.findings().count(FindingCode.of("BM-D06"))).isEqualTo(30_000);
        assertThat(checked.findings().count(FindingCode.of("BM-D07"))).isEqualTo(21_000);
        assertThat(checked.findings().truncated()).isTrue();
    }

    @Test
    void readFormat_withoutAreasAtHand_doesNotFindThem() throws IOException {
        Checked<FormatDefinition> checked =
                DefinitionReader.of(Definitions.empty()).readFormat("own.json", stream(text("format-good.json")));
        assertThat(checked.findings().kept())
                .extracting(finding ->
                        finding.code().value() + finding.location().path().orElse("?"))
                .containsExactly("BM-D06/columns/1/type/areas", "BM-D06/rules/2/population");
    }

    @Test
    void with_ownDefinitions_loadThroughTheSameDoor() throws IOException {
        Definitions.AreaList village = areas(text("areas-good.json")).orThrow();
        Definitions all = Definitions.bundled().changed(known -> known.with(DefinitionKind.AREAS, village));
        String own = replaced(text("format-good.json"), "\"areas\": \"denhaag\"", "\"areas\": \"dorp\"");
        FormatDefinition first = DefinitionReader.of(all)
                .readFormat("own.json", stream(replaced(own, "\"1.0\"", "\"1.9\"")))
                .orThrow();
        FormatDefinition second = DefinitionReader.of(all)
                .readFormat("own.json", stream(replaced(own, "\"1.0\"", "\"1.10\"")))
                .orThrow();
        Definitions more = all.with(second).with(first);
        assertThat(more.formats().all())
                .extracting(format -> format.id().toString())
                .containsSubsequence("proefformat@1.9", "proefformat@1.10", "telformat-gebiedsgericht@2026.1")
                .hasSize(Definitions.bundled().formats().all().size() + 2);
        assertThat(more.formats().latest("proefformat")).contains(second);
        assertThat(more.formats().latest("onbekend")).isEmpty();
        assertThat(more.formats().find(FormatId.of("proefformat", "1.9"))).contains(first);
        assertThat(more.areas().find("dorp")).contains(village);
        assertThat(Definitions.bundled().areas().find("dorp")).isEmpty();
    }

    @Test
    void with_theSameIdAndVersion_takesItsPlace() throws IOException {
        IndicatorSet set = READER.read(DefinitionKind.INDICATOR_SETS, "own.json", stream(text("indicators-good.json")))
                .orThrow();
        IndicatorSet other = new IndicatorSet(
                set.id(),
                set.version(),
                set.title(),
                set.validity(),
                set.provenance(),
                List.of(),
                List.of(),
                List.of());
        Definitions all = Definitions.bundled().with(set).with(other);
        assertThat(all.indicatorSets().all())
                .hasSize(Definitions.bundled().indicatorSets().all().size() + 1);
        assertThat(all.indicatorSets().find(FormatId.of("proef", "1"))).contains(other);
        assertThat(all.indicatorSets().find(FormatId.of("proef", "2"))).isEqualTo(Optional.empty());
    }

    @Test
    void with_population_isFoundByItsId() throws IOException {
        Definitions.PopulationList list = READER.read(
                        DefinitionKind.POPULATIONS, "own.json", stream(text("population-good.json")))
                .orThrow();
        Definitions all = READER.readInto("own.json", stream(text("population-good.json")))
                .orThrow();
        assertThat(all.populations().find("denhaag-proef")).contains(list);
        assertThat(Definitions.empty().populations().find("denhaag-proef")).isEmpty();
    }
}
