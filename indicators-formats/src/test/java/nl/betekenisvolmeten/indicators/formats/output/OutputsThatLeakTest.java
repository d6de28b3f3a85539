package nl.betekenisvolmeten.indicators.formats.output;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every output that can give a hidden count back, published next to a release by mistake: the attack shows how the count
 * follows, or names what must not be there.
 */
class OutputsThatLeakTest {

    private static final String WIJKEN = "wijk-jaar.csv";
    private static final String SDMX = "wijk-jaar.sdmx.csv";

    /** A mistake with an output. */
    private record Leak(String output, Mistake mistake, String fault) {
        @Override
        public String toString() {
            return output;
        }
    }

    /** What was done to the files. */
    @FunctionalInterface
    private interface Mistake {
        void make(Map<String, String> files);
    }

    private static Mistake column(String name) {
        return files -> files.computeIfPresent(
                WIJKEN,
                (file, text) -> text.replace(";use\n", ";" + name + ";use\n").replace(";public\n", ";4;public\n"));
    }

    private static Mistake replace(String file, String text, String by) {
        return files -> {
            assertThat(requireNonNull(files.get(file))).contains(text);
            files.computeIfPresent(file, (name, all) -> all.replace(text, by));
        };
    }

    private static Mistake file(String name) {
        return files -> files.put(name, "x\n3\n");
    }

    private static Leak forbidden(String output, String column) {
        return new Leak(output, column(column), "hoort niet in een publicatie: wijk-jaar.csv " + column);
    }

    private static Leak foreign(String output, String name) {
        return new Leak(output, file(name), "hoort niet bij de publicatie: " + name);
    }

    static Stream<Leak> leaks() {
        String visits = "WK051808;Duindorp;2026JJ00;;suppressed;;suppressed;";
        return Stream.of(
                new Leak(
                        "1 counts: a hidden neighbour is published",
                        replace(
                                WIJKEN,
                                "WK051807;Scheveningen;2026JJ00;;suppressed;;suppressed;",
                                "WK051807;Scheveningen;2026JJ00;;suppressed;90;exact;"),
                        "- 88 (bezoeken Scheveningen 2026JJ00) - 88 (bezoeken Geuzen- en Statenkwartier 2026JJ00) = 6"),
                forbidden("2 bounds of distinct persons", "unieke_deelnemers_lower"),
                forbidden("3 shared persons of an agreed overlap", "unieke_deelnemers_shared"),
                forbidden("4 bounds of what is missing", "missing_policy"),
                new Leak(
                        "5 an absent row",
                        replace(WIJKEN, visits, "WK051899;Nergens;2026JJ00;;suppressed;;suppressed;"),
                        "hoort niet in de tabel"),
                new Leak(
                        "6 the number of rows, in SDMX",
                        replace(SDMX, "CONF_STATUS", "OBS_ROWS"),
                        "hoort niet in een publicatie: wijk-jaar.sdmx.csv obs_rows"),
                forbidden("7 the number of organisations", "organisations"),
                new Leak(
                        "8 a quotient at full precision",
                        files -> files.computeIfPresent(
                                "stadsdeel-jaar.csv",
                                (name, text) ->
                                        text.replaceFirst("(SD0518-SCHEVENINGEN;[^\n]*?;180;exact;\\d+);", "$1.37;")),
                        "niet afgerond: bezoeken Scheveningen"),
                forbidden("9 limits of an interval", "lower"),
                forbidden("10 the difference with the rest of the city", "city_value"),
                forbidden("11 a p-value", "p_value"),
                forbidden("12 an adjusted p-value", "p_adjusted"),
                forbidden("13 a verdict", "verdict"),
                forbidden("14 a rank", "rank_lower"),
                forbidden("15 overdispersion", "overdispersion"),
                forbidden("16 a standardised value", "value"),
                forbidden("17 the change of the same organisations", "change"),
                foreign("18 the points of a chart", "trechter.csv"),
                foreign("19 a list of signals", "signalen.csv"),
                foreign("20 targets", "streefwaarden.csv"),
                foreign("21 need", "behoefte.csv"),
                forbidden("22 a mean of answers with their number", "gemiddelde"),
                forbidden("23 a delivered total", "bezoeken_delivered"),
                foreign("24 findings", "bevindingen.json"),
                forbidden("25 the hash of a delivery", "sha256"),
                foreign("26 stories", "verhalen.csv"),
                new Leak(
                        "27 two words for what is hidden",
                        replace(WIJKEN, visits, "WK051808;Duindorp;2026JJ00;;small;;suppressed;"),
                        "Een woord hoort niet in een publicatie: wijk-jaar.csv small"));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void anOutputPublishedByMistake_isFound(Leak leak) throws IOException {
        Map<String, String> files = PublishedFilesTest.files();
        assertThat(PublishedFilesTest.faults(files)).isEmpty();
        leak.mistake().make(files);
        assertThat(PublishedFilesTest.faults(files))
                .anySatisfy(fault -> assertThat(fault).contains(leak.fault()));
    }

    @Test
    void everyOutputOfTheListIsTried() {
        assertThat(leaks().map(leak -> leak.output().split(" ", 2)[0]))
                .hasSize(27)
                .doesNotHaveDuplicates();
    }

    @Test
    void aHiddenCountWithItsMean_isNamed() throws IOException {
        assertNamed(column("bezoeken_per_deelnemer"), "bezoeken_per_deelnemer");
    }

    @Test
    void anAgreedOverlapNextToTheRelease_isNamed() throws IOException {
        assertNamed(file("overlap.json"), "overlap.json");
    }

    /** Who has the mirrors of two organisations side by side reads the one by taking it off the total. */
    @Test
    void mirrorsOfTwoOrganisationsSideBySide_areNamed() throws IOException {
        assertNamed(
                files -> {
                    file("spiegel-91000011.csv").make(files);
                    file("spiegel-91000029.csv").make(files);
                },
                "spiegel-91000029.csv");
    }

    @Test
    void aTotalInAnotherTable_givesTheCountAway() throws IOException {
        assertNamed(
                replace(
                        "wijk-jaar.json",
                        "\"area_code\" : \"WK051807\",\n  \"area\" : \"Scheveningen\",\n  \"period\" : \"2026JJ00\",\n"
                                + "  \"bijeenkomsten\" : null,\n  \"bijeenkomsten_status\" : \"suppressed\",\n"
                                + "  \"bezoeken\" : null,\n  \"bezoeken_status\" : \"suppressed\"",
                        "\"area_code\" : \"WK051807\",\n  \"area\" : \"Scheveningen\",\n  \"period\" : \"2026JJ00\",\n"
                                + "  \"bijeenkomsten\" : null,\n  \"bijeenkomsten_status\" : \"suppressed\",\n"
                                + "  \"bezoeken\" : 90,\n  \"bezoeken_status\" : \"exact\""),
                "bezoeken Duindorp 2026JJ00 ten hoogste");
    }

    private static void assertNamed(Mistake mistake, String fault) throws IOException {
        Map<String, String> files = PublishedFilesTest.files();
        mistake.make(files);
        assertThat(PublishedFilesTest.faults(files))
                .anySatisfy(found -> assertThat(found).contains(fault));
    }
}
