package nl.betekenisvolmeten.indicators.formats.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.disclosure.PublicFigures;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scheveningen with three wijken, of which 8 has two persons and 7 is hidden with it, and what is computed of the tables. */
class DerivedFilesTest {

    private static final Definitions BUNDLED = Definitions.bundled();
    private static final List<Indicator> INDICATORS =
            BUNDLED.indicatorSets().latest("denhaag-welzijn").orElseThrow().indicators();
    private static final DerivedFiles FILES = new DerivedFiles(
            INDICATORS,
            INDICATORS.stream()
                    .filter(one -> one.formula().format().equals("telformat-gebiedsgericht"))
                    .toList(),
            BUNDLED.targetSets().all(),
            List.of(
                    target("bijeenkomsten", "WK051807", "5"),
                    target("bijeenkomsten", "WK051808", "5"),
                    target("bijeenkomsten", "WK051809", "5"),
                    target("bezoeken-per-1000-inwoners", "SD0518-SCHEVENINGEN", "1"),
                    new Target(
                            IndicatorId.of("bijeenkomsten"),
                            AreaCode.of("SD0518-SCHEVENINGEN"),
                            Period.ofYear(2026),
                            new Target.InEveryArea(AreaLevel.WIJK, BigDecimal.TEN),
                            Optional.empty(),
                            "plan")));

    private static Target target(String indicator, String area, String least) {
        return new Target(
                IndicatorId.of(indicator),
                AreaCode.of(area),
                Period.ofYear(2026),
                new Target.Value(Target.Relation.AT_LEAST, new BigDecimal(least)),
                Optional.empty(),
                "plan");
    }

    private static List<String> names(DerivedFiles.Kind kind) {
        return DerivedFiles.names(PublishedFilesTest.release().plan(), EnumSet.of(kind));
    }

    private static Map<String, String> files(Release release, DerivedFiles.Kind kind) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : names(kind)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            FILES.write(release, name, out);
            files.put(name, out.toString(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** What an attack says of files next to the tables of a release. */
    private static List<String> check(Release release, Map<String, String> files) throws IOException {
        Population people = BUNDLED.populations().get("denhaag-inwoners").population();
        PublicFigures published = PublicFigures.of(
                release.plan(),
                BUNDLED.areas().get("denhaag").hierarchy(),
                people,
                PublishedFilesTest.read(PublishedFilesTest.files(release)).tables());
        List<DeliverySource> sources = new ArrayList<>();
        files.forEach((name, text) -> sources.add(DeliverySource.of(name, text.getBytes(StandardCharsets.UTF_8))));
        return FILES.check(published, sources).stream().map(LocalizedText::en).toList();
    }

    @ParameterizedTest
    @EnumSource
    void files_arePublic_andFollowFromTheTables(DerivedFiles.Kind kind) throws IOException {
        Release release = PublishedFilesTest.release();
        Map<String, String> files = files(release, kind);
        assertThat(files).isNotEmpty().allSatisfy((name, text) -> assertThat(text)
                .contains("public")
                .doesNotContain("internal"));
        assertThat(check(release, files)).isEmpty();
    }

    /** In one world wijk 8 has two persons, in another 40: who has the files cannot tell which of them is the real one. */
    @ParameterizedTest
    @EnumSource
    void worldsThatDifferInWhatIsHidden_giveTheSameBytes(DerivedFiles.Kind kind) throws IOException {
        Release release = PublishedFilesTest.release();
        for (long[][] world : new long[][][] {
            {{7, 88, 39}, {8, 4, 3}, {9, 88, 50}},
            {{7, 3, 2}, {8, 88, 40}, {9, 88, 50}},
            {{7, 88, 30}, {8, 2, 2}, {9, 89, 48}}
        }) {
            Release other = PublishedFilesTest.release(world);
            assertThat(PublishedFilesTest.files(other)).isEqualTo(PublishedFilesTest.files(release));
            assertThat(files(other, kind)).isEqualTo(files(release, kind));
        }
    }

    /** What would be published of the rows themselves. */
    @ParameterizedTest
    @EnumSource
    void filesOfOtherTables_areObjectedTo(DerivedFiles.Kind kind) throws IOException {
        Map<String, String> unprotected =
                files(PublishedFilesTest.release(new long[][] {{7, 88, 41}, {8, 60, 31}, {9, 88, 50}}), kind);
        assertThat(check(PublishedFilesTest.release(), unprotected))
                .containsExactlyElementsOf(unprotected.keySet().stream()
                        .map(name -> "A file does not follow from the published tables: " + name)
                        .toList());
    }

    /** 12 meetings are published as 10, which may be 8 to 12. */
    @Test
    void targets_onHiddenFigures_areWithheld() throws IOException {
        String targets = files(PublishedFilesTest.release(), DerivedFiles.Kind.TARGETS).get("doelen.csv");
        assertThat(targets)
                .contains("bijeenkomsten;WK051807;2026JJ00;MINSTENS;5;;;;;;suppressed;;complete;stated;withheld;;;;;"
                        + "no-figure;hidden;;;plan;denhaag-jaarpublicatie@2026.1;public\n")
                .contains("bijeenkomsten;WK051808;2026JJ00;MINSTENS;5;;;;;;suppressed;;complete;stated;withheld;")
                .contains("bijeenkomsten;WK051809;2026JJ00;MINSTENS;5;;;;8;12;between;;complete;stated;met;")
                .contains("part;bijeenkomsten;WK051808;2026JJ00;ELK_GEBIED;10;;;;;;suppressed;;complete;stated;withheld;");
    }

    @Test
    void anotherName_isRefused() {
        assertThatThrownBy(() -> FILES.write(PublishedFilesTest.release(), "x.csv", new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x.csv");
    }
}
