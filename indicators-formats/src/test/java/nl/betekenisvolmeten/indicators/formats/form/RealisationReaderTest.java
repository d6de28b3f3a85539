package nl.betekenisvolmeten.indicators.formats.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.targets.TargetResult;
import nl.betekenisvolmeten.indicators.targets.TargetReview;
import org.junit.jupiter.api.Test;

class RealisationReaderTest {

    private static final RealisationReader READER = RealisationReader.of(Definitions.bundled());

    private static Checked<List<TargetReview.StatedFigure>> read(String rows) {
        return READER.read(DeliverySource.ofText(
                "realisaties.csv", "indicator;gebied;periode;waarde;waarde_tot;stand;bron\n" + rows));
    }

    @Test
    void read_valueOrBounds_haveTheirStates() {
        List<TargetReview.StatedFigure> read = read("keurmerken;GM0518;2026JJ00;20;;;Opgave\n"
                        + "senioren;GM0518;2026JJ00;550;640,5;MINSTENS;Opgave\n"
                        + "a;SD0518-LAAK;2026JJ00;1;1;ONVOLLEDIG;Opgave\n"
                        + "b;GM0518;2025JJ00;0;;NIET_VERGELIJKBAAR;Opgave\n"
                        + "c;GM0518;2025JJ00;0;;VOLLEDIG;Opgave\n")
                .value()
                .orElseThrow();
        assertThat(read.get(0))
                .isEqualTo(new TargetReview.StatedFigure(
                        IndicatorId.of("keurmerken"),
                        AreaCode.of("GM0518"),
                        Period.ofYear(2026),
                        TargetResult.Realised.of(CellValue.of(new BigDecimal("2E+1"))),
                        "Opgave"));
        assertThat(read.get(1).realised().value())
                .isEqualTo(CellValue.between(new BigDecimal("5.5E+2"), new BigDecimal("640.5")));
        assertThat(read.get(2).realised().value().exact()).contains(BigDecimal.ONE);
        assertThat(read.stream().map(one -> one.realised().state()))
                .containsExactly(
                        TargetResult.Realised.State.COMPLETE,
                        TargetResult.Realised.State.AT_LEAST,
                        TargetResult.Realised.State.INCOMPLETE,
                        TargetResult.Realised.State.NOT_COMPARABLE,
                        TargetResult.Realised.State.COMPLETE);
    }

    @Test
    void read_rowWithAnError_isLeftOut() {
        Checked<List<TargetReview.StatedFigure>> checked = read("Geen Code;GM0518;2026JJ00;20;;;Opgave\n"
                + "a;GM0518;2026JJ00;;5;;Opgave\n"
                + "b;GM0518;2026JJ00;5;;;Opgave\n");
        assertThat(checked.value().orElseThrow()).hasSize(1);
        assertThat(checked.findings().kept().stream()
                        .map(finding ->
                                finding.code() + " " + finding.location().row().orElse(0)))
                .containsExactlyInAnyOrder("SW-V01 2", "TF-V01 3");
        assertThat(READER.read(DeliverySource.ofText("x.csv", "niets\n1\n")).value())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealisationReader.of(Definitions.empty()))
                .withMessage("no format realisaties");
    }
}
