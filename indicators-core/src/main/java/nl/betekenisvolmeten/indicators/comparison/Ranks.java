package nl.betekenisvolmeten.indicators.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.MoverInterval;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;

/** The places of the areas of one city for one indicator and period. */
final class Ranks {

    private Ranks() {}

    /** Returns the possible places of each area; empty for an area without an interval. */
    static List<Optional<RankIntervals.Places>> of(List<AreaCode> codes, List<Measured> areas, ComparisonPlan plan) {
        List<Integer> ranked = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).isRankable()) {
                ranked.add(i);
            }
        }
        List<Optional<RankIntervals.Places>> places =
                new ArrayList<>(Collections.nCopies(areas.size(), Optional.empty()));
        if (ranked.isEmpty()) {
            return places;
        }
        boolean draws = plan.options().ranking() == RankIntervals.MONTE_CARLO
                && ranked.stream()
                        .allMatch(i -> areas.get(i).isTestable()
                                && areas.get(i).effect().isEmpty()
                                && areas.get(i) instanceof Measurement);
        List<RankIntervals.Places> found = draws
                ? drawn(
                        ranked.stream()
                                .map(i -> counted(codes.get(i), areas.get(i)))
                                .toList(),
                        plan)
                : pairwise(ranked.stream().map(areas::get).toList(), plan);
        for (int i = 0; i < ranked.size(); i++) {
            places.set(ranked.get(i), Optional.of(found.get(i)));
        }
        return places;
    }

    private static List<RankIntervals.Places> pairwise(List<Measured> areas, ComparisonPlan plan) {
        Confidence perPair = RankIntervals.confidencePerPair(areas.size(), plan.confidence());
        List<MoverInterval.Figure> figures =
                areas.stream().map(area -> area.figure(perPair).orElseThrow()).toList();
        return RankIntervals.pairwise(figures);
    }

    private static List<RankIntervals.Places> drawn(List<RankIntervals.Counted> areas, ComparisonPlan plan) {
        return RankIntervals.monteCarlo(
                areas,
                plan.confidence(),
                ComparisonOptions.DRAWS,
                plan.options().seed());
    }

    private static RankIntervals.Counted counted(AreaCode code, Measured area) {
        return new RankIntervals.Counted(
                code.value(),
                ComparedPair.count(area.numerator()),
                area.denominator().exact().orElseThrow().doubleValue(),
                ((Measurement) area).kind() == Measurement.Kind.SHARE);
    }
}
