package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals.Counted;

class RankProperties {

    @Provide
    Arbitrary<List<MoverInterval.Figure>> figures() {
        Arbitrary<Double> sizes = Arbitraries.doubles().between(0, 40);
        return Combinators.combine(Arbitraries.integers().between(0, 60), sizes, sizes, sizes)
                .as((lower, more, below, above) ->
                        new MoverInterval.Figure(lower, lower + more, Interval.of(lower - below, lower + more + above)))
                .list()
                .ofMaxSize(12);
    }

    @Property
    void pairwise_holdsThePlaceOfWhateverIsWithinTheBounds(@ForAll("figures") List<MoverInterval.Figure> figures) {
        List<RankInterval> places = RankIntervals.pairwise(figures);
        for (int i = 0; i < figures.size(); i++) {
            double lower = figures.get(i).lower();
            double upper = figures.get(i).upper();
            long surelyAbove =
                    figures.stream().filter(other -> other.lower() > upper).count();
            long surelyBelow =
                    figures.stream().filter(other -> other.upper() < lower).count();
            assertThat(places.get(i).lower()).isLessThanOrEqualTo((int) surelyAbove + 1);
            assertThat(places.get(i).upper()).isGreaterThanOrEqualTo(figures.size() - (int) surelyBelow);
        }
    }

    @Property
    void pairwise_wherePlacesAreApart_figuresAreInThatOrder(@ForAll("figures") List<MoverInterval.Figure> figures) {
        List<RankInterval> places = RankIntervals.pairwise(figures);
        for (int i = 0; i < figures.size(); i++) {
            for (int j = 0; j < figures.size(); j++) {
                if (places.get(i).upper() < places.get(j).lower()) {
                    assertThat(figures.get(i).upper())
                            .isGreaterThanOrEqualTo(figures.get(j).lower());
                }
            }
        }
    }

    @Property
    void pairwise_orderAndScale_doNotMatter(
            @ForAll("figures") List<MoverInterval.Figure> figures, @ForAll Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<RankInterval> places = RankIntervals.pairwise(figures);
        // a power of two changes no digit
        List<RankInterval> turned = RankIntervals.pairwise(
                order.stream().map(i -> scaled(figures.get(i), 1024)).toList());
        for (int i = 0; i < order.size(); i++) {
            assertThat(turned.get(i)).isEqualTo(places.get(order.get(i)));
        }
    }

    private static MoverInterval.Figure scaled(MoverInterval.Figure figure, double factor) {
        Interval limits = figure.limits();
        return new MoverInterval.Figure(
                figure.lower() * factor,
                figure.upper() * factor,
                Interval.of(limits.lower() * factor, limits.upper() * factor));
    }

    @Property
    void pairwise_widerLimits_neverNarrowPlaces(@ForAll("figures") List<MoverInterval.Figure> figures) {
        List<RankInterval> places = RankIntervals.pairwise(figures);
        List<RankInterval> wider = RankIntervals.pairwise(figures.stream()
                .map(figure -> new MoverInterval.Figure(
                        figure.lower(),
                        figure.upper(),
                        Interval.of(figure.limits().lower() - 5, figure.limits().upper() + 5)))
                .toList());
        for (int i = 0; i < places.size(); i++) {
            assertThat(wider.get(i).lower()).isLessThanOrEqualTo(places.get(i).lower());
            assertThat(wider.get(i).upper())
                    .isGreaterThanOrEqualTo(places.get(i).upper());
        }
    }

    @Property(tries = 50)
    void monteCarlo_manyEvents_isTheTrueOrder(@ForAll Random random, @ForAll long seed) {
        List<Counted> areas = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            // forty standard errors apart
            areas.add(new Counted("area " + i, 10_000L * (i + 1) * (i + 1), 1_000, false));
        }
        Collections.shuffle(areas, random);
        List<RankInterval> places = RankIntervals.monteCarlo(areas, Confidence.P95, 50, seed);
        for (int i = 0; i < areas.size(); i++) {
            long own = areas.get(i).count();
            int place = 1
                    + (int) areas.stream().filter(other -> other.count() > own).count();
            assertThat(places.get(i)).isEqualTo(new RankInterval(place, place, 8, "monte-carlo"));
        }
    }
}
