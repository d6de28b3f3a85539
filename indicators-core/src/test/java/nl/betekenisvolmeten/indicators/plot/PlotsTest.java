package nl.betekenisvolmeten.indicators.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.plot.Plot.Line;
import nl.betekenisvolmeten.indicators.plot.Plot.Point;
import nl.betekenisvolmeten.indicators.plot.Plot.Position;
import nl.betekenisvolmeten.indicators.plot.Plots.Ranked;
import nl.betekenisvolmeten.indicators.signal.SignalVerdict;
import nl.betekenisvolmeten.indicators.statistics.Interval;
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
        assertThatIllegalArgumentException().isThrownBy(() -> new Ranked(OOST, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ranked(OOST, Double.NaN, 1, 1));
    }

    @Test
    void controlChart_linesThroughEveryPoint() {
        List<Point> points = List.of(
                new Point("2026KW01", "2026KW01", new Position(1, 4), Optional.empty(), Optional.empty()),
                new Point(
                        "2026KW02",
                        "2026KW02",
                        new Position(2, 9),
                        Optional.empty(),
                        Optional.of(new Plot.Category.Signalled(SignalVerdict.CHANGE))));
        Plot plot = Plots.controlChart(
                "x", new Plot.Axis(TEXT, TEXT), points, 5, List.of(Interval.of(2, 8), Interval.of(3, 7)));

        assertThat(line(plot, "centre").positions()).containsExactly(new Position(1, 5), new Position(2, 5));
        assertThat(line(plot, "lower").positions()).containsExactly(new Position(1, 2), new Position(2, 3));
        assertThat(line(plot, "upper").positions()).containsExactly(new Position(1, 8), new Position(2, 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plots.controlChart("x", new Plot.Axis(TEXT, TEXT), points, 5, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(1, Double.POSITIVE_INFINITY));
    }
}
