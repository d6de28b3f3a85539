package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare --export signals} and {@code --export plots}. */
class SignalsTest {

    private static final String VISITS = "bezoeken-per-1000-inwoners";

    private static final String KIND = "{\"kind\":\"";

    /** Twelve quarters of one organisation in two stadsdelen: in the last one the visits in Centrum fall away. */
    private static final int QUARTERS = 12;

    @TempDir
    private static Path samples;

    private static final List<Path> FILES = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeQuarters() {
        for (int i = 0; i < QUARTERS; i++) {
            String period = (2026 + i / 4) + "KW0" + (i % 4 + 1);
            int own = i == QUARTERS - 1 ? 40 : 200 + i % 3;
            FILES.add(Sheet.write(
                    samples,
                    period + ".csv",
                    Sheet.row("periode", period, "bezoeken", Integer.toString(own)),
                    Sheet.row(
                            "periode",
                            period,
                            "stadsdeel",
                            "Scheveningen",
                            "wijk",
                            "WK051807",
                            "bezoeken",
                            Integer.toString(150 + i % 4))));
        }
    }

    private static Run compare(Object... options) {
        List<Object> args = new ArrayList<>(List.of("compare"));
        args.addAll(FILES);
        args.addAll(List.of("--level", "stadsdeel", "--indicator", VISITS));
        args.addAll(List.of(options));
        return Run.of(args.toArray());
    }

    @Test
    void signals_listsTheFallFirst_andSaysHowMuchWasLookedAt() {
        Run run = compare("--export", "signals", "--lang", "en").exits(0);
        assertThat(run.lines().get(0))
                .isEqualTo("area_code;area;indicator;period;numerator;denominator;per;value;expected;earlier_periods;"
                        + "organisations;strength;dispersion;p_value;p_adjusted;rule;signal;signal_kind;verdict;use");
        List<Map<String, String>> rows = Sheet.rows(run.out());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .containsEntry("area", "Centrum")
                .containsEntry("period", "2028KW04")
                .containsEntry("numerator", "40")
                .containsEntry("earlier_periods", "11")
                .containsEntry("organisations", "1")
                .containsEntry("signal", "yes")
                .containsEntry("verdict", "change");
        assertThat(cell(rows.get(0), "rule")).contains("astronomical-point-low");
        assertThat(Double.parseDouble(cell(rows.get(0), "strength"))).isGreaterThan(10);
        assertThat(rows.get(1)).containsEntry("signal", "no").containsEntry("verdict", "none");
        assertThat(run.err())
                .contains("Looked at 2 series and tested 2: 1 signal, at most 0.1 of them expected to be false");
        assertThat(compare("--export", "signals").exits(0).err()).contains("Gekeken naar 2 reeksen");
    }

    @Test
    void signals_steadyRiseOver20Quarters_isASignalOfARule() {
        List<Object> args = new ArrayList<>(List.of("compare"));
        for (int i = 0; i < 20; i++) {
            String period = (2026 + i / 4) + "KW0" + (i % 4 + 1);
            args.add(Sheet.write(
                    folder, period + ".csv", Sheet.row("periode", period, "bezoeken", Integer.toString(200 + 3 * i))));
        }
        args.addAll(List.of("--level", "stadsdeel", "--indicator", VISITS, "--export", "signals"));
        Run run = Run.of(args.toArray()).exits(0);
        Map<String, String> row = Sheet.rows(run.out()).get(0);
        assertThat(row).containsEntry("signal", "yes").containsEntry("signal_kind", "rule");
        assertThat(cell(row, "rule")).contains("trend-high", "shift-high");
        assertThat(run.err()).contains("regel van de regelkaart");
    }

    @Test
    void signals_ofAnEarlierPeriod_doesNotLookAhead() {
        Run run = compare("--export", "signals", "--periode", "2028KW03").exits(0);
        assertThat(Sheet.rows(run.out()))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("period", "2028KW03")
                        .containsEntry("earlier_periods", "10")
                        .containsEntry("signal", "no"));
    }

    @Test
    void signals_afterABreak_haveTooLittleToGoOn() {
        Run run = compare("--export", "signals", "--trend-break", "2028KW03").exits(0);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).contains("Niet getoetst: 2 reeksen").contains("minder dan 3 eerdere periodes");
        compare("--export", "signals", "--trend-break", "gisteren").exits(2).saysOneLine();
    }

    @Test
    void signals_asJson_haveTheSameRowsAndTheCounts() {
        Path file = folder.resolve("signals.json");
        compare("--export", "signals", "-o", file).exits(0);
        String json = Sheet.read(file);
        assertThat(json)
                .contains("\"looked_at\" : 2", "\"tested\" : 2", "\"signals\" : 1", "\"expected_false\" : 0.05")
                .contains("\"area\" : \"Centrum\"", "\"earlier_periods\" : 11", "\"signal\" : \"yes\"");
    }

    @Test
    void plots_haveEveryKind() {
        Run run = compare("--export", "plots").exits(0);
        assertThat(run.out().lines().map(SignalsTest::kind).flatMap(Optional::stream))
                .contains("funnel", "caterpillar", "small-multiple", "control-chart", "concentration-curve");
        assertThat(run.out()).contains("\"upper-0\"", "\"category\":\"change\"");
    }

    /** A plot stands on a line of its own, after a comma from the second on. */
    private static Optional<String> kind(String line) {
        int start = line.indexOf(KIND);
        return start < 0 || start > 1
                ? Optional.empty()
                : Optional.of(line.substring(start + KIND.length(), line.indexOf('"', start + KIND.length())));
    }

    @Test
    void register_isToldAndHasNoMethod() {
        Run run = compare("--inference", "register").exits(0);
        assertThat(run.err()).contains("volledige registratie");
        assertThat(Sheet.rows(run.out()))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("method", "none").containsEntry("lower", ""));
        assertThat(compare().exits(0).err()).doesNotContain("volledige registratie");
    }
}
