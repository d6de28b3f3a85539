package nl.betekenisvolmeten.indicators.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.plot.Plot.Line;
import nl.betekenisvolmeten.indicators.plot.Plot.Point;
import nl.betekenisvolmeten.indicators.plot.Plot.Position;
import nl.betekenisvolmeten.indicators.plot.Plots.Ranked;
import org.junit.jupiter.api.Test;

class PlotsTest {

    private static final LocalizedText TEXT = LocalizedText.of("tekst", "text");
    private static final Area OOST = Area.of(AreaCode.of("SD9999-OOST"), "Oost");
    private static final Area WEST = Area.of(AreaCode.of("SD9999-WEST"), "West");
    private static final Area ZUID = Area.of(AreaCode.of("SD9999-ZUID"), "Zuid");

    private static Line line(Plot plot, String name) {
        return plot.lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void concentration_byRankAndEqualRanksInOneStep() {
        Plot plot = Plots.concentration(
                        "bereik",
                        TEXT,
                        TEXT,
                        List.of(new Ranked(ZUID, 3, 50, 20), new Ranked(OOST, 1, 25, 40), new Ranked(WEST, 1, 25, 20)))
                .orElseThrow();

        assertThat(plot.kind().code()).isEqualTo("concentration-curve");
        assertThat(line(plot, "curve").positions())
                .containsExactly(new Position(0, 0), new Position(0.5, 0.75), new Position(1, 1));
        assertThat(line(plot, "equal").positions()).containsExactly(new Position(0, 0), new Position(1, 1));
        assertThat(plot.points()).extracting(Point::key).containsExactly("SD9999-WEST", "SD9999-ZUID");
    }

    @Test
    void concentration_nothingToSpread_none() {
        assertThat(Plots.concentration("x", TEXT, TEXT, List.of())).isEmpty();
        assertThat(Plots.concentration("x", TEXT, TEXT, List.of(new Ranked(OOST, 1, 1, 0))))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ranked(OOST, 1, 0, 1))
                .withMessageContaining("a ranked area must have a rank, a weight above 0 and an amount: 1.0, 0.0, 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ranked(OOST, Double.NaN, 1, 1))
                .withMessageContaining("a ranked area must have a rank, a weight above 0 and an amount: NaN, 1.0, 1.0");
    }

    @Test
    void position_notFinite_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(1, Double.POSITIVE_INFINITY))
                .withMessageContaining("a place in a plot must be finite: 1.0, Infinity");
    }
}
