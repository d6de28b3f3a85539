package nl.betekenisvolmeten.indicators.formats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.disclosure.DisclosureControl;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

class MirrorPageTest {

    private static final String OWN = "91000011";
    private static final Definitions DEFINITIONS = Definitions.bundled();

    /** Organisations that each delivered visits about Duindorp, the first of them the reader of the mirror. */
    private static CountTable rows(long... visits) {
        CountTable.Builder rows = CountTable.builder(DEFINITIONS
                .formats()
                .get(FormatId.of("telformat-gebiedsgericht", "2026.1"))
                .ruleSet()
                .structure());
        List<String> organisations = List.of(OWN, "91000029", "91000037", "91000045", "91000053");
        for (int i = 0; i < visits.length; i++) {
            rows.row()
                    .code("organisatie", organisations.get(i))
                    .code("stadsdeel", "Scheveningen")
                    .code("wijk", "WK051808")
                    .code("periode", "2026KW01")
                    .code("ambitie", "1")
                    .code("activiteitsoort", "BUURT")
                    .code("activiteit", "Koffie")
                    .code("doelgroep", "ALLEN")
                    .code("leeftijdsgroep", "67+")
                    .value("bijeenkomsten", 10)
                    .value("bezoeken", visits[i])
                    .value("unieke_deelnemers", visits[i] / 2)
                    .value("vrijwilligers", 20)
                    .value("vrijwilligersuren", 100)
                    .add();
        }
        return rows.build();
    }

    private static Release release(CountTable rows) {
        return DisclosureControl.of(DEFINITIONS
                        .formats()
                        .get(FormatId.of("telformat-gebiedsgericht", "2026.1"))
                        .ruleSet()
                        .rules())
                .withPopulation(
                        DEFINITIONS.populations().get("denhaag-inwoners").population())
                .protect(DEFINITIONS.plans().get(FormatId.of("denhaag-jaarpublicatie", "2026.1")), rows);
    }

    private static String html(CountTable rows) throws IOException {
        StringWriter out = new StringWriter();
        ComparisonReport.mirror(release(rows), rows, OWN, "1.0").writeHtml(Language.NL, out);
        return out.toString();
    }

    private static String shown(CountTable rows) throws IOException {
        return Reports.shown(html(rows), "", " ").replaceAll("\\s+", " ");
    }

    @Test
    void writeHtml_threeOthers_showsOwnAndWhatIsLeftOfThePublishedFigure() throws IOException {
        assertThat(shown(rows(123, 200, 301, 402)))
                .contains("Spiegel van 91000011, 2026", "Alleen voor organisatie 91000011.")
                // 123 + 200 + 301 + 402 = 1,026 is published as 1,025
                .contains("Bezoeken 123 902 1.025 12% 88%");
    }

    /** Neither side of the difference has totals that organisations counted themselves. */
    @Test
    void writeHtml_ownTotals_areOnNeitherSideAndMentioned() throws IOException {
        CountTable plain = rows(123, 200, 301, 402);
        TableStructure structure = plain.structure();
        CountTable.Builder with = CountTable.builder(structure);
        plain.handTo(with);
        with.acceptTotal(new OwnTotal(
                IntStream.range(0, structure.dimensions().size())
                        .mapToObj(i -> Set.of(plain.observation(0).code(i)))
                        .toList(),
                structure.measures().stream()
                        .map(measure -> OptionalLong.of(999))
                        .toList(),
                Map.of(),
                OwnTotal.Scope.IN_PLACE_OF_ROWS));
        assertThat(shown(with.build())).contains("eigen totalen", "Bezoeken 123 902 1.025 12% 88%");
    }

    @Test
    void writeHtml_threeOthers_personsOfTheOthersAreNotShown() throws IOException {
        assertThat(shown(rows(123, 200, 301, 402))).contains("Unieke deelnemers 61 . ");
    }

    @Test
    void writeHtml_twoOthers_showsOnlyOwnFigures() throws IOException {
        assertThat(shown(rows(123, 200, 301)))
                .contains("Geen vergelijking in Scheveningen", "123")
                .doesNotContain("625", "624", "Deel van de anderen");
    }

    /** What others delivered may be spread over them in any way: the organisation sees the same page. */
    @Test
    void writeHtml_otherSpreadOverTheOthers_sameBytes() throws IOException {
        assertThat(html(rows(123, 300, 201, 402))).isEqualTo(html(rows(123, 200, 301, 402)));
        assertThat(html(rows(123, 250, 250, 250, 153))).isEqualTo(html(rows(123, 200, 301, 202, 200)));
    }

    @Test
    void mirror_organisationWithoutRows_isRefused() {
        CountTable rows = rows(123, 200);
        Release release = release(rows);
        assertThatThrownBy(() -> ComparisonReport.mirror(release, rows, "90000001", "1.0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("90000001");
    }

    @Test
    void percentages_ofParts_addUpToAHundred() {
        assertThat(ComparisonWords.percentages(List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE)))
                .containsExactly(34L, 33L, 33L);
    }
}
