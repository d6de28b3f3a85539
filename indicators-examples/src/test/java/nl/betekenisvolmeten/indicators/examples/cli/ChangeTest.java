package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Areas compared with themselves over two made-up years, 2026 whole and 2027 to the second quarter. */
class ChangeTest {

    private static final String HEADER =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;"
                    + "leeftijdsgroep;bijeenkomsten;bezoeken;unieke_deelnemers;nieuwe_deelnemers;vrijwilligers;"
                    + "vrijwilligersuren;doorverwijzingen\n";

    @TempDir
    private Path folder;

    private Path first;
    private Path second;

    private static String row(String organisation, String period, int visits, int referrals) {
        return organisation + ";Laak;WK051838;" + period + ";1;ONTMOETEN;inloop;ALLEN;onbekend;20;" + visits
                + ";90;;4;40;" + referrals + "\n";
    }

    @BeforeEach
    void write() {
        first = Sheet.writeText(
                folder,
                "2026.csv",
                HEADER
                        + row("91000011", "2026KW01", 2000, 40)
                        + row("91000011", "2026KW02", 1000, 20)
                        + row("91000011", "2026KW03", 500, 10)
                        + row("91000011", "2026KW04", 2000, 40));
        second = Sheet.writeText(
                folder,
                "2027.csv",
                HEADER
                        + row("91000011", "2027KW01", 2000, 60)
                        + row("91000011", "2027KW02", 1000, 30)
                        + row("91000029", "2027KW02", 700, 2));
    }

    private Map<String, String> laak(String period, Object... change) {
        List<Object> args = new ArrayList<>(List.of(
                "compare",
                first,
                second,
                "--level",
                "stadsdeel",
                "--indicator",
                "doorverwijzingen-per-1000-bezoeken",
                "--periode",
                period));
        args.addAll(List.of(change));
        List<Map<String, String>> rows =
                Sheet.rows(Run.of(args.toArray()).exits(0).out());
        return rows.stream()
                .filter(row -> "Laak".equals(row.get("area")))
                .findFirst()
                .orElseThrow();
    }

    /** 30 per 1,000 visits against 20: 1.5 times, of the one organisation that was there in both springs. */
    @Test
    void change_byDefault_isSinceTheYearBefore() {
        assertThat(laak("2027KW02", "--change"))
                .containsEntry("previous_period", "2026KW02")
                .containsEntry("previous_value", "20")
                .containsEntry("change", "1.5")
                .containsEntry("organisations_matched", "1")
                .containsEntry("change_verdict", "similar");
    }

    /** 90 of 3,000 visits to date against 60 of 3,000 in the same half of 2026, not 110 of 5,500. */
    @Test
    void change_ofAYear_isToDate() {
        assertThat(laak("2027", "--change", "same-period-last-year"))
                .containsEntry("previous_period", "2026JJ00")
                .containsEntry("previous_value", "20")
                .containsEntry("change", "1.5");
    }

    @Test
    void change_sincePreviousPeriod_warnsAboutSeasons() {
        assertThat(laak("2027KW02", "--change", "previous-period")).containsEntry("previous_period", "2027KW01");
        assertThat(Run.of(
                                "compare",
                                first,
                                second,
                                "--level",
                                "stadsdeel",
                                "--periode",
                                "2027KW02",
                                "--change",
                                "previous-period")
                        .exits(0)
                        .err())
                .contains("BM-A21");
    }

    @Test
    void change_ofTheFirstYear_saysThatThereIsNone() {
        assertThat(laak("2026KW02", "--change"))
                .containsEntry("change", "")
                .containsEntry("change_verdict", "not_decided")
                .containsEntry("change_reason", "no_earlier_period");
    }

    @Test
    void change_notAskedFor_hasNoColumns() {
        assertThat(laak("2027KW02")).doesNotContainKey("change");
    }
}
