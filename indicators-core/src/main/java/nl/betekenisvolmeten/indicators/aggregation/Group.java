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
            addReporter(
                    observation.code(reporter.getAsInt()), time.isPresent() ? observation.code(time.getAsInt()) : "");
        }
        for (SeriesAccumulator figure : figures) {
            figure.add(observation);
        }
    }

    void addObservations(long count) {
        observations = Math.addExact(observations, count);
    }

    /** Most have one period in a group, so that a set that can grow comes with the second. */
    void addReporter(String who, String when) {
        Set<String> known = periodsByReporter.get(who);
        if (known == null) {
            periodsByReporter.put(who, Set.of(when));
        } else if (!known.contains(when)) {
            Set<String> growing = known.size() == 1 ? new HashSet<>(known) : known;
            growing.add(when);
            periodsByReporter.put(who, growing);
        }
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
            String who = in.text();
            in.texts().forEach(when -> addReporter(who, when));
        }
        figures.forEach(figure -> figure.read(in));
    }

    void combine(Group other) {
        observations = Math.addExact(observations, other.observations);
        other.periodsByReporter.forEach((who, all) -> all.forEach(when -> addReporter(who, when)));
        for (int i = 0; i < figures.size(); i++) {
            figures.get(i).combine(other.figures.get(i));
        }
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
