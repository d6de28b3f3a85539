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
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.disclosure.PublicFigures;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files computed from tables of Scheveningen with three wijken. Wijk 8 has two persons in the last of six years, and
 * wijk 7 is hidden with it.
 */
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
                            "plan")),
            Optional.of(NeedRanking.of(
                    List.of(new NeedRanking.Weight("laag inkomen", 1, true)),
                    List.of(fact("WK051807", 3), fact("WK051808", 2), fact("WK051809", 1)))),
            ColumnName.of("unieke_deelnemers"));

    private static final Release RELEASE = release(new long[][] {{7, 88, 41}, {8, 3, 2}, {9, 88, 50}});

    /** Other worlds with the same published tables. */
    private static final List<Release> WORLDS = Stream.of(new long[][][] {
                {{7, 88, 39}, {8, 4, 3}, {9, 88, 50}},
                {{7, 3, 2}, {8, 88, 40}, {9, 88, 50}},
                {{7, 88, 30}, {8, 2, 2}, {9, 89, 48}}
            })
            .map(DerivedFilesTest::release)
            .toList();

    private static final Release NOTHING_HIDDEN = release(new long[][] {{7, 88, 41}, {8, 60, 31}, {9, 88, 50}});

    private static NeedRanking.Fact fact(String area, double value) {
        return new NeedRanking.Fact(AreaCode.of(area), "laag inkomen", value);
    }

    private static Target target(String indicator, String area, String least) {
        return new Target(
                IndicatorId.of(indicator),
                AreaCode.of(area),
                Period.ofYear(2026),
                new Target.Value(Target.Relation.AT_LEAST, new BigDecimal(least)),
                Optional.empty(),
                "plan");
    }

    private static Release release(long[][] wijken) {
        return PublishedFilesTest.release(wijken, 2021, 2022, 2023, 2024, 2025);
    }

    private static List<String> names(DerivedFiles.Kind kind) {
        return DerivedFiles.names(RELEASE.plan(), EnumSet.of(kind));
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

    /** Returns what an attack says about files that accompany the tables of a release. */
    private static List<String> check(Release release, Map<String, String> files) throws IOException {
        return check(FILES, release, files);
    }

    private static List<String> check(DerivedFiles asked, Release release, Map<String, String> files)
            throws IOException {
        Population people = BUNDLED.populations().get("denhaag-inwoners").population();
        PublicFigures published = PublicFigures.of(
                release.plan(),
                BUNDLED.areas().get("denhaag").hierarchy(),
                people,
                PublishedFilesTest.read(PublishedFilesTest.files(release)).tables());
        List<DeliverySource> sources = new ArrayList<>();
        files.forEach((name, text) -> sources.add(DeliverySource.of(name, text.getBytes(StandardCharsets.UTF_8))));
        return asked.check(published, sources).stream().map(LocalizedText::en).toList();
    }

    @ParameterizedTest
    @EnumSource
    void files_arePublic_andFollowFromTheTables(DerivedFiles.Kind kind) throws IOException {
        Map<String, String> files = files(RELEASE, kind);
        assertThat(files)
                .isNotEmpty()
                .allSatisfy((name, text) -> assertThat(text).contains("public").doesNotContain("internal"));
        assertThat(check(RELEASE, files)).isEmpty();
    }

    /** Wijk 8 has two persons in one world and 40 in another: readers of the files cannot distinguish them. */
    @ParameterizedTest
    @EnumSource
    void worldsThatDifferInWhatIsHidden_giveTheSameBytes(DerivedFiles.Kind kind) throws IOException {
        for (Release other : WORLDS) {
            assertThat(PublishedFilesTest.files(other)).isEqualTo(PublishedFilesTest.files(RELEASE));
            assertThat(files(other, kind)).isEqualTo(files(RELEASE, kind));
        }
    }

    /** Files that were computed from the rows themselves are reported. */
    @ParameterizedTest
    @EnumSource
    void filesOfOtherTables_areObjectedTo(DerivedFiles.Kind kind) throws IOException {
        Map<String, String> unprotected = files(NOTHING_HIDDEN, kind);
        assertThat(check(RELEASE, unprotected))
                .containsExactlyElementsOf(unprotected.keySet().stream()
                        .map(name -> "A file does not follow from the published tables: " + name)
                        .toList());
    }

    /** 12 meetings are published as 10, which may be 8 to 12. */
    @Test
    void targets_onHiddenFigures_areWithheld() throws IOException {
        String targets = files(RELEASE, DerivedFiles.Kind.TARGETS).get("doelen.csv");
        assertThat(targets)
                .contains("bijeenkomsten;WK051807;2026JJ00;MINSTENS;5;;;;;;suppressed;;complete;stated;withheld;;;;;"
                        + "no-figure;hidden;;;plan;denhaag-jaarpublicatie@2026.1;public\n")
                .contains("bijeenkomsten;WK051808;2026JJ00;MINSTENS;5;;;;;;suppressed;;complete;stated;withheld;")
                .contains("bijeenkomsten;WK051809;2026JJ00;MINSTENS;5;;;;8;12;between;;complete;stated;met;")
                .contains(
                        "part;bijeenkomsten;WK051808;2026JJ00;ELK_GEBIED;10;;;;;;suppressed;;complete;stated;withheld;");
    }

    /** In the last year there are 90 visits, where there were about 200. */
    @Test
    void signals_areOfWhatIsPublished() throws IOException {
        Map<String, String> signals = files(RELEASE, DerivedFiles.Kind.SIGNALS);
        assertThat(signals.get("wijk-jaar-signalen.csv"))
                .contains("WK051809;Geuzen- en Statenkwartier;bezoeken-per-1000-inwoners;2026JJ00;90;")
                .contains(";yes;test;change;public\n")
                .doesNotContain("WK051807;Scheveningen;b", "WK051808;Duindorp;b", "organisations");
        assertThat(signals.get("stadsdeel-jaar-signalen.csv")).contains("SD0518-SCHEVENINGEN;Scheveningen;");
    }

    /** Volunteers of Duindorp are published, its visits are not. */
    @Test
    void plots_areOfWhatIsPublished() throws IOException {
        String plots = files(RELEASE, DerivedFiles.Kind.PLOTS).getOrDefault("wijk-jaar-grafieken.json", "");
        assertThat(plots.lines().filter(line -> line.contains("bezoeken-per-1000-inwoners/2026JJ00")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains("Geuzen- en Statenkwartier", "\"use\":\"public\"")
                        .doesNotContain("Duindorp"));
    }

    /** 50 persons may be 48 to 52. */
    @Test
    void need_hasTheReachThatIsPublished() throws IOException {
        assertThat(files(RELEASE, DerivedFiles.Kind.NEED).get("behoefte.csv"))
                .contains("reached;reached_lower;reached_upper;reached_status;")
                .containsPattern("WK051808;exact;.*;;;;suppressed;;;;public\n")
                .containsPattern("WK051809;exact;.*;;48;52;between;;");
    }

    /** Without the ranking from which it was made, the file cannot be checked. */
    @Test
    void need_withoutItsRanking_isObjectedTo() throws IOException {
        Map<String, String> files = files(RELEASE, DerivedFiles.Kind.NEED);
        DerivedFiles other = new DerivedFiles(
                INDICATORS, INDICATORS, List.of(), List.of(), Optional.empty(), ColumnName.of("bezoeken"));
        assertThat(check(other, RELEASE, files))
                .containsExactly("A file does not follow from the published tables: behoefte.csv");
    }

    @Test
    void anotherName_isRefused() {
        assertThatThrownBy(() -> FILES.write(RELEASE, "x.csv", new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x.csv");
    }
}
