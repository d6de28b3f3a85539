package nl.betekenisvolmeten.indicators.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorsTest {

    private static final String HEADER =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;"
                    + "leeftijdsgroep;bijeenkomsten;bezoeken;unieke_deelnemers\n";

    private static Delivery read(String rows) {
        return Indicators.bundled().read(DeliverySource.ofText("levering.csv", HEADER + rows));
    }

    @Test
    void read_goodAndBadRow_givesFindingsAndIncompleteTotals() {
        Delivery delivery = read("91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;80;20\n"
                + "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;30-49;10;veel;20\n");
        assertThat(delivery.messages(Language.NL)).hasSize(1).first().asString().contains("veel");
        assertThat(delivery.findings().hasErrors()).isTrue();
        assertThat(delivery.totals("wijk")
                        .figure("bezoeken", "WK051838")
                        .orElseThrow()
                        .value())
                .isEqualTo(CellValue.Incomplete.of(CellValue.of(80)));
        assertThat(delivery.compare(AreaLevel.WIJK).rows()).isNotEmpty();
    }

    @Test
    void read_unknownFormat_isFindingsAndNothingElse() {
        Delivery delivery = Indicators.bundled().read(DeliverySource.ofText("a.csv", "a;b\n1;2\n"));
        assertThat(delivery.findings().hasErrors()).isTrue();
        assertThat(delivery.table()).isEmpty();
        assertThat(delivery.totals("wijk").rows()).isEmpty();
        assertThat(delivery.compare(AreaLevel.WIJK).rows()).isEmpty();
        assertThat(delivery.totals("wijk").toText(Language.NL)).isEqualTo("Er zijn geen rijen.\n");
        assertThat(delivery.compare(AreaLevel.WIJK).toText(Language.NL)).isEqualTo("Er is niets vergeleken.\n");
    }

    @Test
    void withReader_limits_applyAndAreNamed() {
        Delivery delivery = Indicators.bundled()
                .withReader(
                        reader -> reader.withLimits(ReadLimits.withDefaults().withRows(1)))
                .read(DeliverySource.ofText(
                        "levering.csv",
                        HEADER + "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;80;20\n"
                                + "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;30-49;10;80;20\n"));
        assertThat(delivery.messages(Language.NL))
                .first()
                .isEqualTo("TF-S08 (3): Het bestand heeft meer dan 1 rijen (grens van de ontvanger).");
    }

    @Test
    void withTexts_ofAHost_reachTheMessages() {
        MessageCatalogue texts = MessageCatalogue.bundled()
                .with(Language.NL, Map.of("TF-V03.text", "{value} in {column}: bel de helpdesk."));
        Delivery delivery = Indicators.bundled()
                .withTexts(texts)
                .withPopulation(Indicators.bundled()
                        .definitions()
                        .populations()
                        .get("denhaag-inwoners")
                        .population())
                .read(DeliverySource.ofText(
                        "levering.csv",
                        HEADER + "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;veel;20\n"));
        assertThat(delivery.messages(Language.NL))
                .containsExactly("TF-V03 (2, bezoeken): veel in bezoeken: bel de helpdesk.");
    }

    /** A column of another form may have the same name and mean something else. */
    @Test
    void compare_anotherForm_takesNoIndicatorsOfThisOne() {
        String form = """
                {"id": "inloop", "version": "1", "columns": [
                  {"name": "stadsdeel", "role": "PLACE", "type": {"kind": "AREA", "areas": "denhaag", "level": "STADSDEEL"}},
                  {"name": "periode", "role": "TIME", "type": {"kind": "PERIOD"}},
                  {"name": "bezoeken", "role": "MEASURE", "type": {"kind": "COUNT"}}]}
                """;
        Definitions definitions = DefinitionReader.of(Definitions.bundled())
                .readInto("inloop.json", new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)))
                .orThrow();
        Delivery delivery = Indicators.of(definitions)
                .read(DeliverySource.ofText("inloop.csv", "stadsdeel;periode;bezoeken\nLaak;2026KW01;80\n"));
        assertThat(delivery.findings().hasErrors()).isFalse();
        assertThat(delivery.compare(AreaLevel.STADSDEEL).rows()).isEmpty();
    }

    @Test
    void compare_twoVersionsOfASet_takesTheLatest() {
        Definitions bundled = Definitions.bundled();
        IndicatorSet set = bundled.indicatorSets().all().get(0);
        Indicator first = set.indicators().get(1);
        IndicatorSet later = new IndicatorSet(
                set.id(),
                "2999.1",
                set.title(),
                set.validity(),
                set.provenance(),
                List.of(first),
                List.of(),
                List.of());
        Delivery delivery = Indicators.of(bundled.with(later))
                .read(DeliverySource.ofText(
                        "levering.csv",
                        HEADER + "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;80;20\n"));
        assertThat(delivery.compare(AreaLevel.WIJK).rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.key().indicator()).isEqualTo(first));
    }

    @Test
    void compare_otherInhabitants_areUsed() {
        Population nobodyKnown = new Population("eigen", Map.of());
        Delivery delivery = Indicators.bundled()
                .withPopulation(nobodyKnown)
                .read(DeliverySource.ofText(
                        "levering.csv",
                        HEADER + "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;80;20\n"));
        assertThat(delivery.compare(AreaLevel.WIJK).toText(Language.NL))
                .contains("Laakkwartier en Spoorwijk - geen cijfer: niet bekend is waardoor het wordt gedeeld.");
    }

    @Test
    void totals_unknownColumn_isMisuse() {
        Delivery delivery = read("91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;80;20\n");
        assertThatThrownBy(() -> delivery.totals("straat"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("straat");
    }

    @Test
    void read_absentFile_isAFaultOfTheSurroundings(@TempDir java.nio.file.Path folder) {
        assertThatThrownBy(() -> Indicators.bundled().read(folder.resolve("absent.csv")))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("absent.csv");
    }
}
