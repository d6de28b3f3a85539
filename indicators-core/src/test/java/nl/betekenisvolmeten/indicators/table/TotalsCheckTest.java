package nl.betekenisvolmeten.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsCheckTest {

    private static final ColumnName PERIOD = ColumnName.of("periode");
    private static final ColumnName KIND = ColumnName.of("vorm");
    private static final ColumnName HANDLED = ColumnName.of("behandeld");
    private static final ColumnName CLIENTS = ColumnName.of("clienten");
    private static final ColumnName DAYS = ColumnName.of("dagen");

    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(new Dimension.Time(PERIOD), Dimension.Category.of(KIND)),
            List.of(new Measure.Flow(HANDLED, 0), new Measure.Distinct(CLIENTS), new Measure.Mean(DAYS, 1, HANDLED)));

    private static final TotalsCheck CHECK = TotalsCheck.of(KIND, "TOTAAL");

    private static Observation row(String period, String kind, @Nullable Long handled, @Nullable Long clients) {
        Long[] given = {handled, clients, 1_440L};
        return Observation.of(
                new String[] {period, kind},
                Arrays.stream(given)
                        .mapToLong(value -> value == null ? 0 : value)
                        .toArray(),
                new boolean[] {handled != null, clients != null, true});
    }

    private static CountTable table(Observation... rows) {
        CountTable.Builder builder = CountTable.builder(STRUCTURE);
        Arrays.stream(rows).forEach(builder);
        return builder.build();
    }

    private static List<Finding> findings(Observation... rows) {
        return CHECK.check(table(rows)).kept();
    }

    /**
     * The dashboard that De Badde published over 2021: 359 cases handled, in five kinds of 247, 19, 55, 12 and 46, which
     * are 379.
     */
    private static Observation[] dashboard() {
        return new Observation[] {
            row("2021JJ00", "TOTAAL", 359L, 311L),
            row("2021JJ00", "INDIVIDUEEL", 247L, null),
            row("2021JJ00", "HUISELIJK_GEWELD", 19L, null),
            row("2021JJ00", "SCHOOL", 55L, null),
            row("2021JJ00", "JONGVOLWASSENEN", 12L, null),
            row("2021JJ00", "CLIENTONDERSTEUNING", 46L, null)
        };
    }

    @Test
    void check_publishedDashboard_findsThatItsKindsAreTwentyMore() {
        Location place = Location.of("dashboard-2021.csv");
        List<Finding> found = CHECK.withPlace(place).check(table(dashboard())).kept();
        assertThat(found).hasSize(1);
        Finding finding = found.get(0);
        assertThat(finding.code().value()).isEqualTo("BM-T01");
        assertThat(finding.location()).isEqualTo(place.withColumn("behandeld"));
        assertThat(finding.arguments())
                .containsOnly(
                        entry("column", "behandeld"),
                        entry("total", "359"),
                        entry("sum", "379"),
                        entry("difference", "-20"),
                        entry("key", "2021JJ00"));
        assertThat(MessageCatalogue.bundled()
                        .message(finding, Language.EN, Audience.FILLER)
                        .text())
                .isEqualTo("At behandeld the total is 359, but the parts are 379 together. The difference is -20"
                        + " (2021JJ00).");
    }

    @Test
    void check_totalThatIsTheSum_findsNothing() {
        Observation[] mended = dashboard();
        mended[0] = row("2021JJ00", "TOTAAL", 379L, 311L);
        assertThat(findings(mended)).isEmpty();
    }

    @Test
    void check_totalAboveTheSum_hasANegativeDifference() {
        assertThat(findings(row("2025JJ00", "TOTAAL", 10L, 1L), row("2025JJ00", "A", 7L, 1L))
                        .get(0)
                        .arguments())
                .contains(entry("difference", "3"));
    }

    @Test
    void check_persons_mayBeInSeveralParts() {
        Observation a = row("2025JJ00", "A", 0L, 30L);
        Observation b = row("2025JJ00", "B", 0L, 20L);
        assertThat(findings(row("2025JJ00", "TOTAAL", 0L, 30L), a, b)).isEmpty();
        assertThat(findings(row("2025JJ00", "TOTAAL", 0L, 50L), a, b)).isEmpty();
        assertThat(findings(row("2025JJ00", "TOTAAL", 0L, 29L), a, b)).hasSize(1);
        assertThat(findings(row("2025JJ00", "TOTAAL", 0L, 51L), a, b)).hasSize(1);
    }

    @Test
    void check_eachPeriodByItself() {
        List<Finding> found = findings(
                row("2024JJ00", "TOTAAL", 5L, 1L),
                row("2025JJ00", "TOTAAL", 9L, 1L),
                row("2024JJ00", "A", 5L, 1L),
                row("2025JJ00", "A", 8L, 1L));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).arguments()).contains(entry("key", "2025JJ00"));
    }

    @Test
    void check_somethingEmptyOrAlone_isNotJudged() {
        assertThat(findings(row("2025JJ00", "TOTAAL", 5L, 1L))).isEmpty();
        assertThat(findings(row("2025JJ00", "A", 5L, 1L))).isEmpty();
        assertThat(findings(row("2025JJ00", "TOTAAL", null, 1L), row("2025JJ00", "A", 5L, 1L)))
                .isEmpty();
        assertThat(findings(
                        row("2025JJ00", "TOTAAL", 9L, 1L),
                        row("2025JJ00", "A", 5L, 1L),
                        row("2025JJ00", "B", null, 1L)))
                .isEmpty();
        assertThat(findings(
                        row("2025JJ00", "TOTAAL", 9L, 1L),
                        row("2025JJ00", "TOTAAL", 9L, 1L),
                        row("2025JJ00", "A", 5L, 1L)))
                .isEmpty();
    }

    @Test
    void check_unknownDimension_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TotalsCheck.of(ColumnName.of("nergens"), "TOTAAL").check(table()))
                .withMessageContaining("nergens");
    }

    /**
     * Under a dimension of several answers the parts may be more than the total, but none of them alone; under one that
     * shares nobody they are the total; and who is of unknown age may be in any age group, so takes part in the sum.
     */
    @ParameterizedTest
    @CsvSource({
        "MEER, 40, true",
        "MEER, 70, true",
        "MEER, 39, false",
        "MEER, 71, false",
        "LEEFTIJD, 70, true",
        "LEEFTIJD, 69, false",
        "LEEFTIJD, 71, false",
        "ONBEKEND, 40, true",
        "ONBEKEND, 70, true",
        "ONBEKEND, 39, false"
    })
    void trap_multiAnswerAgainstExclusive_saysWhatATotalCanBe(String dimension, long total, boolean fits) {
        String[] parts = dimension.equals("ONBEKEND") ? new String[] {"67+", "onbekend"} : new String[] {"0-66", "67+"};
        Dimension kinds = dimension.equals("MEER")
                ? Dimension.Category.of(KIND)
                : new Dimension.Category(KIND, Set.of("0-66", "67+"));
        CountTable.Builder builder = CountTable.builder(
                new TableStructure(List.of(new Dimension.Time(PERIOD), kinds), List.of(new Measure.Distinct(CLIENTS))));
        builder.accept(persons("TOTAAL", total));
        builder.accept(persons(parts[0], 30));
        builder.accept(persons(parts[1], 40));
        assertThat(CHECK.check(builder.build()).total() == 0).isEqualTo(fits);
    }

    private static Observation persons(String kind, long persons) {
        return Observation.of(new String[] {"2026KW01", kind}, new long[] {persons}, new boolean[] {true});
    }
}
