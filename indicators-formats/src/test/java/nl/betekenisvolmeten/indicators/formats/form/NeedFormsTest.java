package nl.betekenisvolmeten.indicators.formats.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import org.junit.jupiter.api.Test;

class NeedFormsTest {

    private static final Definitions DEFINITIONS = Definitions.bundled();
    private static final AreaCode LAAK = AreaCode.of("SD0518-LAAK");

    private static DeliverySource text(String... lines) {
        return DeliverySource.ofText("formulier.csv", String.join("\n", lines) + "\n");
    }

    @Test
    void facts_goodRows_areReadAndOthersLeftOut() {
        Checked<List<NeedRanking.Fact>> read = NeedReader.of(DEFINITIONS)
                .facts(text(
                        "gebied;kenmerk;waarde", "SD0518-LAAK;laag inkomen;15,25", "SD0518-LAAK;alleenstaand;n.v.t."));
        assertThat(read.value().orElseThrow()).containsExactly(new NeedRanking.Fact(LAAK, "laag inkomen", 15.25));
        assertThat(read.findings().kept().get(0).code().value()).isEqualTo("TF-V05");
    }

    @Test
    void weights_direction_isRead() {
        Checked<List<NeedRanking.Weight>> read = NeedReader.of(DEFINITIONS)
                .weights(text("kenmerk;gewicht;richting", "laag inkomen;2;HOOG", "opleiding;1;LAAG", "x;0;HOOG"));
        assertThat(read.value().orElseThrow())
                .containsExactly(
                        new NeedRanking.Weight("laag inkomen", 2, true), new NeedRanking.Weight("opleiding", 1, false));
        assertThat(read.findings().kept().get(0).code().value()).isEqualTo("BG-R02");
    }

    @Test
    void budget_amounts_areInCents() {
        Checked<Map<AreaCode, Long>> read =
                NeedReader.of(DEFINITIONS).budgets(text("gebied;bedrag", "SD0518-LAAK;1000000,05"));
        assertThat(read.value().orElseThrow()).containsExactly(Map.entry(LAAK, 100_000_005L));
    }

    @Test
    void read_otherFile_saysWhy() {
        assertThat(NeedReader.of(DEFINITIONS).facts(text("niets", "1")).value()).isEmpty();
        assertThat(NeedReader.of(DEFINITIONS).budgets(text("niets", "1")).value())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeedReader.of(Definitions.empty()).weights(text("niets", "1")))
                .withMessage("no format behoeftegewichten");
    }
}
