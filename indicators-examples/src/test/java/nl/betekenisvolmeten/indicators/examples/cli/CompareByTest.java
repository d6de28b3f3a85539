package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compared on what matters: organisation, quality mark, kind and target group, for whoever reads it. */
class CompareByTest {

    private static final String HEADER = "organisatie;naam;soort;keurmerk;vanaf;tot\n";

    @TempDir
    private Path folder;

    private Path first;
    private Path second;
    private Path organisations;

    @BeforeEach
    void write() {
        first = Sheet.write(
                folder,
                "een.csv",
                Sheet.row("organisatie", "91000011", "bezoeken", "400", "doorverwijzingen", "8"),
                Sheet.row(
                        "organisatie",
                        "91000011",
                        "activiteit",
                        "Ander",
                        "doelgroep",
                        "OUDEREN",
                        "leeftijdsgroep",
                        "67+",
                        "bezoeken",
                        "100",
                        "doorverwijzingen",
                        "1"));
        second = Sheet.write(
                folder, "twee.csv", Sheet.row("organisatie", "91000029", "bezoeken", "500", "doorverwijzingen", "50"));
        organisations = Sheet.writeText(
                folder,
                "organisaties.csv",
                HEADER
                        + "91000011;Stichting Een;WELZIJN;JA;;\n"
                        + "91000029;Club Twee;AANVULLEND;NEE;;2025-12-31\n"
                        + "91000029;Club Twee;AANVULLEND;JA;2026-01-01;\n");
    }

    private List<Map<String, String>> compare(Object... more) {
        return Run.with(List.of("compare", first, second, "--indicator", "doorverwijzingen-per-1000-bezoeken"), more)
                .exits(0)
                .rows();
    }

    private static List<String> figures(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> Sheet.cell(row, "area_code") + " " + Sheet.cell(row, "area") + " "
                        + Sheet.cell(row, "numerator") + " " + Sheet.cell(row, "denominator") + " "
                        + new BigDecimal(Sheet.cell(row, "city_value"))
                                .stripTrailingZeros()
                                .toPlainString())
                .toList();
    }

    @Test
    void compare_byOrganisation_isWithAllTogether() {
        assertThat(figures(compare("--by", "organisatie", "--organisations", organisations)))
                .containsExactly("91000011 Stichting Een 9 500 59", "91000029 Club Twee 50 500 59");
        assertThat(figures(compare("--by", "organisatie")))
                .containsExactly("91000011 91000011 9 500 59", "91000029 91000029 50 500 59");
    }

    /** Totals that organisations counted themselves have no rows, and still an organisation, a kind and a quality mark. */
    @Test
    void compare_totalsOnly_haveFiguresUnderTheTitleOfTheColumn() {
        Path totals = Sheet.writeText(
                folder,
                "totalen.csv",
                "organisatie;stadsdeel;periode;activiteit;activiteitsoort;bijeenkomsten;bezoeken;unieke_deelnemers;eerste_keer_dit_jaar\n"
                        + "91000011;Laak;2026KW01;ALLE;;40;800;120;120\n"
                        + "91000029;Escamp;2026KW01;ALLE;;30;500;90;90\n");
        Path own = Sheet.writeText(folder, "eigen.json", """
                {"id": "eigen", "indicators": [
                  {"id": "bereik", "measure": {"type": "TOTAL", "format": "telformat-kort", "column": "unieke_deelnemers"}},
                  {"id": "per-keer", "measure": {"type": "RATE", "per": 1, "format": "telformat-kort",
                    "numerator": {"column": "bezoeken"}, "denominator": {"column": "bijeenkomsten"}}}]}
                """);
        List<Object> line = List.of("compare", totals, "--definitions", own, "--report", "text");
        assertThat(Run.with(line, "--by", "organisatie").exits(0).out())
                .containsPattern("Organisatie +Waarde .*\\n +samen\\n +91000011 +20,0 ");
        assertThat(Run.with(line, "--by", "soort", "--organisations", organisations)
                        .exits(0)
                        .out())
                .containsPattern("AANVULLEND +16,7 ");
        assertThat(Run.with(line, "--level", "stadsdeel", "--indicator", "bereik")
                        .exits(0)
                        .err())
                .contains("indicators aggregate FILE... --by stadsdeel --indicator bereik.");
        assertThat(Run.of("aggregate", totals, "--definitions", own, "--by", "stadsdeel", "--indicator", "bereik")
                        .exits(0)
                        .out())
                .contains("Laak;120;120;120;exact;");
    }

    /** A quality mark counts as it was on the last day of the period. */
    @Test
    void compare_byKindOrMark_isAsItWasThen() {
        assertThat(figures(compare("--by", "soort", "--organisations", organisations)))
                .contains("AANVULLEND AANVULLEND 50 500 59", "WELZIJN WELZIJN 9 500 59");
        assertThat(figures(compare("--by", "keurmerk", "--organisations", organisations)))
                .contains("JA JA 59 1000 59");
    }

    @Test
    void compare_byTargetGroup_hasNamesAndNoFiguresPerInhabitant() {
        List<Map<String, String>> rows =
                Run.of("compare", first, second, "--by", "doelgroep").exits(0).rows();
        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("area_code", "OUDEREN")
                        .containsEntry("area", "Ouderen")
                        .containsEntry("indicator", "doorverwijzingen-per-1000-bezoeken")
                        .containsEntry("numerator", "1"));
        assertThat(rows)
                .noneSatisfy(row -> assertThat(Sheet.cell(row, "indicator")).contains("inwoners"));
        assertThat(compare("--level", "stadsdeel", "--organisations", organisations, "--where", "soort=AANVULLEND"))
                .anySatisfy(row -> assertThat(row).containsEntry("numerator", "50"))
                .noneSatisfy(row -> assertThat(row).containsEntry("numerator", "59"));
    }

    @Test
    void compare_wrongChoice_isRefused() {
        assertThat(Run.of("compare", first).exits(2).err()).contains("--level", "--by");
        assertThat(Run.of("compare", first, "--level", "stadsdeel", "--by", "doelgroep")
                        .exits(2)
                        .err())
                .contains("niet allebei");
        assertThat(Run.of("compare", first, "--by", "keurmerk").exits(2).err()).contains("keurmerk", "doelgroep");
        Path twice = Sheet.writeText(
                folder, "dubbel.csv", HEADER + "91000011;;WELZIJN;JA;2026-01-01;\n91000011;;WELZIJN;NEE;2026-01-01;\n");
        assertThat(Run.of("compare", first, "--by", "soort", "--organisations", twice)
                        .exits(1)
                        .err())
                .contains("OG-R01");
    }

    /** The council sees the core, who steers also what is judged, who does the work everything. */
    @Test
    void compare_forEachReader_showsMoreAsTheyAreNearer() {
        List<String> council = indicators("strategic");
        List<String> steering = indicators("tactical");
        List<String> work = indicators("operational");
        assertThat(council).contains("bereik-per-1000-inwoners").doesNotContain("doorverwijzingen-per-1000-bezoeken");
        assertThat(steering)
                .containsAll(council)
                .contains("doorverwijzingen-per-1000-bezoeken")
                .doesNotContain("bezoeken-per-bijeenkomst");
        assertThat(work).containsAll(steering).contains("bezoeken-per-bijeenkomst");
    }

    private List<String> indicators(String reader) {
        return Run.of("compare", first, "--level", "stadsdeel", "--for", reader).exits(0).rows().stream()
                .map(row -> Sheet.cell(row, "indicator"))
                .distinct()
                .toList();
    }

    @Test
    void explain_byKind_isTheFigureOfTheComparison() {
        assertThat(Run.of(
                                "explain",
                                first,
                                second,
                                "--organisations",
                                organisations,
                                "--cell",
                                "indicator=doorverwijzingen-per-1000-bezoeken;soort=WELZIJN;periode=2026")
                        .exits(0)
                        .out())
                .contains("9 gedeeld door 500, maal 1000", "Rijen die meetellen: 2");
    }

    @Test
    void aggregate_byKind_addsUpWhatOrganisationsDid() {
        assertThat(Run.aggregate("soort", "bezoeken", first, second, "--organisations", organisations)
                        .exits(0)
                        .lines())
                .anySatisfy(line -> assertThat(line).startsWith("AANVULLEND;500;500;500;exact"))
                .anySatisfy(line -> assertThat(line).startsWith("WELZIJN;500;500;500;exact"));
    }

    /** A target is judged by the same rows as the other commands count: those of organisations of a kind. */
    @Test
    void targets_ofAKindOfOrganisation_countItsRowsOnly() {
        Path targets = Sheet.targets(folder, "vrijwilligersuren;GM0518;2026JJ00;MINSTENS;30;;");
        List<Object> command = List.of(
                "targets",
                first,
                second,
                "--targets",
                targets,
                "--date",
                "2026-12-31",
                "--organisations",
                organisations);
        assertThat(Run.with(command, "--where", "soort=WELZIJN").exits(0).rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("outcome", "met"));
        assertThat(Run.with(command, "--where", "soort=AANVULLEND").exits(0).rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("outcome", "not-enough-data"));
        Run.of("targets", first, "--targets", targets, "--where", "soort=WELZIJN")
                .exits(2)
                .saysOneLine();
    }
}
