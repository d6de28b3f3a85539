package nl.betekenisvolmeten.indicators.aggregation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.table.Observation;

/** What is known of one group: its figures, and who reported when. */
final class Group {

    private final OptionalInt reporter;
    private final OptionalInt time;
    private final List<SeriesAccumulator> figures;
    private final Map<String, Set<String>> periodsByReporter = new HashMap<>();
    private long observations;

    Group(AggregationPlan plan) {
        reporter = plan.structure().reporterIndex();
        time = plan.structure().timeIndex();
        figures = plan.series().stream()
                .map(series -> SeriesAccumulator.of(series, plan.structure()))
                .toList();
    }

    void add(Observation observation) {
        observations = Math.incrementExact(observations);
        if (reporter.isPresent()) {
            periods(observation.code(reporter.getAsInt()))
                    .add(time.isPresent() ? observation.code(time.getAsInt()) : "");
        }
        for (SeriesAccumulator figure : figures) {
            figure.add(observation);
        }
    }

    void addObservations(long count) {
        observations = Math.addExact(observations, count);
    }

    void addReporter(String who, String when) {
        periods(who).add(when);
    }

    void write(StateWriter out) {
        out.number(observations);
        out.number(periodsByReporter.size());
        new TreeMap<>(periodsByReporter).forEach((who, when) -> {
            out.text(who);
            out.texts(when.stream().sorted().toList());
        });
        figures.forEach(figure -> figure.write(out));
    }

    /** Adds what another group of the same plan wrote. */
    void read(StateReader in) {
        addObservations(in.number());
        long reporters = in.number();
        for (long i = 0; i < reporters; i++) {
            periods(in.text()).addAll(in.texts());
        }
        figures.forEach(figure -> figure.read(in));
    }

    void combine(Group other) {
        observations = Math.addExact(observations, other.observations);
        other.periodsByReporter.forEach((who, when) -> periods(who).addAll(when));
        for (int i = 0; i < figures.size(); i++) {
            figures.get(i).combine(other.figures.get(i));
        }
    }

    private Set<String> periods(String who) {
        return periodsByReporter.computeIfAbsent(who, any -> new HashSet<>());
    }

    long observations() {
        return observations;
    }

    List<SeriesAccumulator> figures() {
        return figures;
    }

    Map<String, Set<String>> periodsByReporter() {
        return periodsByReporter;
    }
}
