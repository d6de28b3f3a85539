package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals of which part did not come in, and totals that were delivered. */
class AggregatePolicyTest {

    @TempDir
    private Path folder;

    private Path first = Path.of("");
    private Path second = Path.of("");

    /** Two quarters of one organisation and one of another: 30, 40 and 50 visits. */
    @BeforeEach
    void write() {
        first = Sheet.write(
                folder,
                "first.csv",
                Sheet.row("organisatie", "91000011", "bezoeken", "30"),
                Sheet.row("organisatie", "91000011", "bezoeken", "40", "periode", "2026KW02"));
        second = Sheet.write(folder, "second.csv", Sheet.row("organisatie", "91000029", "bezoeken", "50"));
    }

    private Run aggregate(String by, Object... options) {
        Object[] args = new Object[7 + options.length];
        List<Object> fixed = List.of("aggregate", first, second, "--by", by, "--measure", "bezoeken,unieke_deelnemers");
        for (int i = 0; i < args.length; i++) {
            args[i] = i < 7 ? fixed.get(i) : options[i - 7];
        }
        return Run.of(args);
    }

    @Test
    void missing_default_addsUpAndSaysSo() {
        Run run = aggregate("halfjaar").exits(0);
        assertThat(Sheet.rows(run.out()).get(0))
                .containsEntry("bezoeken", "120")
                .containsEntry("coverage", "0.75")
                .doesNotContainKey("missing_policy");
        assertThat(run.err()).contains("Opgeteld is wat er wel is");
        assertThat(aggregate("halfjaar", "--missing", "sum").exits(0).out()).isEqualTo(run.out());
    }

    @Test
    void missing_refuse_givesNoTotalOfAPart() {
        Run run = aggregate("halfjaar", "--missing", "refuse").exits(0);
        assertThat(Sheet.rows(run.out()).get(0))
                .containsEntry("bezoeken", "")
                .containsEntry("bezoeken_status", "refused")
                .containsEntry("missing_policy", "refuse");
        assertThat(run.err()).contains("niet gegeven");
        assertThat(Sheet.rows(aggregate("periode", "--missing", "refuse").out()).get(0))
                .containsEntry("bezoeken", "80");
    }

    @Test
    void missing_bound_givesBoundsWhereThereIsACeiling() {
        Run run = aggregate("halfjaar", "--missing", "bound", "--at-most", "bezoeken=60")
                .exits(0);
        assertThat(Sheet.rows(run.out()).get(0))
                .containsEntry("bezoeken_lower", "120")
                .containsEntry("bezoeken_upper", "180")
                .containsEntry("bezoeken_status", "incomplete")
                .containsEntry("unieke_deelnemers_lower", "15")
                .containsEntry("unieke_deelnemers_upper", "")
                .containsEntry("unieke_deelnemers_status", "incomplete");
    }

    @ParameterizedTest
    @CsvSource({
        "--at-most, bezoeken=60, --missing bound",
        "--missing, niets, --missing",
        "--totals, ontbreekt.csv, ontbreekt.csv"
    })
    void option_thatDoesNotFit_isTold(String option, String value, String said) {
        Run run = aggregate("halfjaar", option, value);
        assertThat(run.exit()).isIn(ExitCodes.USAGE, ExitCodes.FAULT);
        assertThat(run.err()).contains(said);
    }

    @Test
    void atMost_unknownMeasureOrNegative_isWrongUsage() {
        assertThat(aggregate("halfjaar", "--missing", "bound", "--at-most", "iets=60")
                        .exits(2)
                        .err())
                .contains("iets");
        assertThat(aggregate("halfjaar", "--missing", "bound", "--at-most", "bezoeken=-1")
                        .exits(2)
                        .err())
                .contains("bezoeken=-1");
    }

    @Test
    void totals_areBesideTheSumOfTheirParts() {
        Path totals = Sheet.writeText(
                folder, "totalen.csv", "stad;halfjaar;bezoeken;unieke_deelnemers\nDen Haag;2026HJ01;1.000;20\n");
        Run run = aggregate("stad,halfjaar", "--totals", totals).exits(0);
        assertThat(Sheet.rows(run.out()).get(0))
                .containsEntry("bezoeken", "120")
                .containsEntry("bezoeken_delivered", "1000")
                .containsEntry("bezoeken_difference", "880")
                .containsEntry("bezoeken_beside", "different")
                .containsEntry("unieke_deelnemers_delivered", "20")
                .containsEntry("unieke_deelnemers_difference", "")
                .containsEntry("unieke_deelnemers_beside", "possible");
        assertThat(run.err()).contains("BM-T01").contains("1000");
        Path json = folder.resolve("uit.json");
        aggregate("stad,halfjaar", "--totals", totals, "-o", json).exits(0);
        Map<String, @Nullable Object> row =
                Json.object(Json.list(Json.read(Sheet.read(json))).get(0));
        assertThat(row)
                .containsEntry("bezoeken_delivered", new BigDecimal("1000"))
                .containsEntry("bezoeken_difference", new BigDecimal("880"))
                .containsEntry("bezoeken_beside", "different");
    }

    @Test
    void totals_ofAnotherYear_haveNoParts() {
        Path totals = Sheet.writeText(folder, "totalen.csv", "jaar;bezoeken\n2025;1000\n");
        Run run = aggregate("jaar", "--totals", totals).exits(0);
        assertThat(run.err()).contains("BM-T02");
        assertThat(Sheet.rows(run.out()).get(0)).containsEntry("bezoeken_delivered", "");
    }

    @Test
    void totals_wrongFile_isWrongUsage() {
        Path totals = Sheet.writeText(folder, "totalen.csv", "jaar;bezoeken\n2025;veel\n");
        assertThat(aggregate("jaar", "--totals", totals).exits(2).err()).contains("totalen.csv", "TF-V05");
    }
}
