package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows chosen by their codes, for totals and for a comparison. */
class WhereTest {

    private static final String HEADER =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;"
                    + "leeftijdsgroep;bijeenkomsten;bezoeken;unieke_deelnemers;nieuwe_deelnemers;vrijwilligers;"
                    + "vrijwilligersuren;doorverwijzingen\n";
    private static final String START = "91000011;Laak;WK051838;2026KW01;1;";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = Sheet.writeText(
                folder,
                "levering.csv",
                HEADER
                        + START + "ONTMOETEN;inloop;ALLEN;30-49;10;100;40;4;2;12;1\n"
                        + START + "ONTMOETEN;inloop;ALLEN;67+;10;60;25;3;2;8;0\n"
                        + START + "ETEN;samen eten;ALLEN;67+;5;50;20;3;2;8;0\n");
    }

    private List<Map<String, String>> totals(Object... options) {
        Object[] args = new Object[options.length + 6];
        System.arraycopy(new Object[] {"aggregate", file, "--by", "stadsdeel", "--measure", "bezoeken"}, 0, args, 0, 6);
        System.arraycopy(options, 0, args, 6, options.length);
        return Sheet.rows(Run.of(args).exits(0).out());
    }

    @Test
    void aggregate_codesOfAnOptionAreAlternatives() {
        assertThat(totals("--where", "activiteitsoort=ETEN,ONTMOETEN"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("bezoeken", "210"));
        assertThat(totals("--where", "leeftijdsgroep=67+"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("bezoeken", "110"));
    }

    @Test
    void aggregate_optionsCombine() {
        assertThat(totals("--where", "leeftijdsgroep=67+", "--where", "activiteitsoort=ETEN"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("bezoeken", "50"));
    }

    @Test
    void compare_onlyTheRowsCount() {
        List<Map<String, String>> rows = Sheet.rows(Run.of(
                        "compare",
                        file,
                        "--level",
                        "stadsdeel",
                        "--indicator",
                        "bezoeken-per-1000-inwoners",
                        "--where",
                        "leeftijdsgroep=67+")
                .exits(0)
                .out());
        assertThat(rows)
                .filteredOn(row -> "Laak".equals(row.get("area")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("numerator", "110"));
    }

    @Test
    void where_thatIsNone_isWrongUsageWithWhatThereIs() {
        assertThat(Run.of("aggregate", file, "--by", "stadsdeel", "--where", "leeftijdsgroep")
                        .exits(2)
                        .err())
                .contains("leeftijdsgroep=67+");
        assertThat(Run.of("aggregate", file, "--by", "stadsdeel", "--where", "leeftijd=67+")
                        .exits(2)
                        .err())
                .contains("leeftijdsgroep");
        assertThat(Run.of("compare", file, "--level", "stadsdeel", "--where", "leeftijdsgroep=68+")
                        .exits(2)
                        .err())
                .contains("67+");
    }
}
