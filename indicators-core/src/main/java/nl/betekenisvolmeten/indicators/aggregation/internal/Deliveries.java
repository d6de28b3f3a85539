package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/**
 * Deliveries by organisation, stadsdeel (or municipality) and period. An organisation that delivered has reported on
 * the whole stadsdeel: where it has no row, it had no activity. Memory grows with the number of stadsdelen, periods and
 * organisations.
 */
public final class Deliveries {

    /** Rolls an area up to the stadsdeel that deliveries are about. */
    public record Area(int dimension, UnaryOperator<String> rollUp) {

        /**
         * Returns the coarsest column of areas that lie in stadsdelen, otherwise that of municipalities; empty if there
         * is none.
         */
        public static Optional<Area> of(TableStructure structure) {
            return of(structure, AreaLevel.STADSDEEL).or(() -> of(structure, AreaLevel.GEMEENTE));
        }

        private static Optional<Area> of(TableStructure structure, AreaLevel level) {
            return IntStream.range(0, structure.dimensions().size())
                    .boxed()
                    .filter(d -> structure.dimensions().get(d) instanceof Dimension.Place place
                            && place.level().compareTo(level) <= 0)
                    .max(Comparator.comparing(
                            d -> ((Dimension.Place) structure.dimensions().get(d)).level()))
                    .map(d -> {
                        Dimension.Place place =
                                (Dimension.Place) structure.dimensions().get(d);
                        return new Area(d, codes -> stadsdelen(place, codes));
                    });
        }

        /** Returns the stadsdeel of a code; the text itself if it contains codes in several stadsdelen. */
        private static String stadsdelen(Dimension.Place place, String codes) {
            List<String> all = PossibleCodes.of(codes).stream()
                    .map(code -> stadsdeel(place, code))
                    .distinct()
                    .toList();
            return all.size() == 1 ? all.get(0) : codes;
        }

        private static String stadsdeel(Dimension.Place place, String code) {
            return place.area(code, AreaLevel.STADSDEEL)
                    .or(() -> place.code(code))
                    .map(AreaCode::value)
                    .orElse(code);
        }
    }

    /** Placeholder for an unknown reporter, area or period. */
    private static final String ANY = "";

    private final TableStructure structure;
    private final Level root = new Level();
    private final Level.Below area;
    private final Level.Below period;
    private final Reports reports;
    /** Deliveries with a rejected row. */
    private final Reports rejected;
    /** Deliveries with a rejected row that lacks the reporter, area or period. */
    private final Reports uncertain;

    private Map<String, Map<String, Set<String>>> accepted = new HashMap<>();
    private Map<String, Map<String, Set<String>>> all = new HashMap<>();
    private Map<String, Map<String, Set<String>>> possible = new HashMap<>();
    private boolean changed;

    private Deliveries(TableStructure structure, int reporter, int time) {
        this.structure = structure;
        // without areas, all rows are about the same one
        Area of = Area.of(structure).orElseGet(() -> new Area(time, any -> ""));
        area = new Level.Below(root, new Codes(of.dimension(), of.rollUp()));
        period = new Level.Below(area, new Codes(time, UnaryOperator.identity()));
        reports = new Reports(period, reporter);
        rejected = new Reports(period, reporter);
        uncertain = new Reports(period, reporter);
    }

    /** Returns deliveries to add to; empty if rows do not say who reports, or on which period. */
    public static Optional<Deliveries> of(TableStructure structure) {
        return structure.reporterIndex().isPresent() && structure.timeIndex().isPresent()
                ? Optional.of(new Deliveries(
                        structure,
                        structure.reporterIndex().getAsInt(),
                        structure.timeIndex().getAsInt()))
                : Optional.empty();
    }

    public List<Codes> codes() {
        return List.of(area.codes(), period.codes(), reports.codes());
    }

    public void add(ObservationBatch batch, int from, int to) {
        root.start(batch, from, to);
        area.start(batch, from, to);
        period.start(batch, from, to);
        reports.add(batch, from, to);
        changed = true;
    }

    /** Adds a row, which shows that there is a delivery about its stadsdeel and period, whichever group it is in. */
    public void add(Observation row) {
        String inArea = row.code(area.codes().dimension());
        String time = row.code(period.codes().dimension());
        if (PossibleCodes.isOne(inArea) && PossibleCodes.isOne(time)) {
            String reporter = row.code(reports.codes().dimension());
            add(reports, area.codes().rollUp(inArea), time, reports.codes().rollUp(reporter));
        }
    }

    /** Adds rejected rows: they show, too, that there is a delivery about their city district and period. */
    public void add(RejectedRows rows) {
        Set<String> reporters = rows.codes().get(reports.codes().dimension());
        Set<String> times = rows.codes().get(period.codes().dimension());
        Set<String> areas = rows.codes().get(area.codes().dimension());
        if (rows.rows() > 0 && reporters.size() == 1 && times.size() == 1 && areas.size() == 1) {
            add(
                    rejected,
                    area.codes().rollUp(areas.iterator().next()),
                    times.iterator().next(),
                    reporters.iterator().next());
        } else if (rows.rows() > 0) {
            for (String reporter : orAny(reporters)) {
                orAny(times).forEach(time -> add(uncertain, ANY, time, reporter));
            }
        }
    }

    private static Set<String> orAny(Set<String> codes) {
        return codes.isEmpty() ? Set.of(ANY) : codes;
    }

    private void add(Reports to, String inArea, String time, String reporter) {
        to.add(period.node(root, 0, List.of(inArea, time)), reporter);
        changed = true;
    }

    public void combine(Deliveries other) {
        other.each(other.reports, (inArea, time, reporter) -> add(reports, inArea, time, reporter));
        other.each(other.rejected, (inArea, time, reporter) -> add(rejected, inArea, time, reporter));
        other.each(other.uncertain, (inArea, time, reporter) -> add(uncertain, inArea, time, reporter));
    }

    private interface Each {
        void accept(String inArea, String time, String reporter);
    }

    private void each(Reports of, Each action) {
        for (int node = 0; node < period.size(); node++) {
            List<String> path = period.path(root, node);
            of.each(node, reporter -> action.accept(path.get(0), path.get(1), reporter));
        }
    }

    private void refresh() {
        if (changed) {
            accepted = byReporter(List.of(reports));
            all = byReporter(List.of(reports, rejected));
            possible = byReporter(List.of(uncertain));
            changed = false;
        }
    }

    /** Returns the periods of each organisation, by city district. */
    private Map<String, Map<String, Set<String>>> byReporter(List<Reports> of) {
        Map<String, Map<String, Set<String>>> periods = new HashMap<>();
        for (Reports one : of) {
            each(
                    one,
                    (inArea, time, reporter) -> periods.computeIfAbsent(reporter, any -> new TreeMap<>())
                            .computeIfAbsent(inArea, any -> new TreeSet<>())
                            .add(time));
        }
        return periods;
    }

    /**
     * Returns the periods that an organisation delivered, by stadsdeel, including those whose rows were all rejected.
     */
    public Map<String, Set<String>> of(String reporter) {
        refresh();
        return all.getOrDefault(reporter, Map.of());
    }

    /** Returns the periods that organisations delivered about some stadsdelen, including those whose rows were all rejected. */
    public Map<String, Set<String>> periods(Predicate<String> isAbout, Predicate<String> isIn) {
        Map<String, Set<String>> periods = new HashMap<>();
        area.each(root, 0, where -> {
            if (isAbout.test(area.code(where))) {
                period.each(area, where, node -> addPeriod(node, isIn, periods));
            }
        });
        return periods;
    }

    private void addPeriod(int node, Predicate<String> isIn, Map<String, Set<String>> periods) {
        String time = period.code(node);
        if (isIn.test(time)) {
            for (Reports of : List.of(reports, rejected)) {
                of.each(
                        node,
                        who -> periods.computeIfAbsent(who, any -> new HashSet<>())
                                .add(time));
            }
        }
    }

    /** Returns the periods for which an organisation delivered rows without an error, by stadsdeel. */
    public Map<String, Set<String>> accepted(String reporter) {
        refresh();
        return accepted.getOrDefault(reporter, Map.of());
    }

    /** Returns the periods of rejected rows that an organisation may have delivered about any stadsdeel; empty text for any. */
    public Set<String> possible(String reporter) {
        refresh();
        Set<String> periods = new TreeSet<>();
        Stream.of(reporter, ANY)
                .flatMap(one -> possible.getOrDefault(one, Map.of()).values().stream())
                .forEach(periods::addAll);
        return periods;
    }

    /**
     * Returns whether a city district contains or lies in an area of the rows, by their codes; true if it is not an
     * area code.
     */
    public boolean isCompatible(String stadsdeel, AreaCode with) {
        Optional<AreaCode> own = AreaCode.parse(stadsdeel);
        return own.isEmpty()
                || structure.dimensions().stream()
                        .filter(Dimension.Place.class::isInstance)
                        .map(place -> ((Dimension.Place) place).areas())
                        .anyMatch(areas -> areas.isWithin(own.get(), with) || areas.isWithin(with, own.get()));
    }

    public void write(StateWriter out) {
        for (Reports of : List.of(reports, rejected, uncertain)) {
            List<List<String>> sorted = new ArrayList<>();
            each(of, (inArea, time, reporter) -> sorted.add(List.of(inArea, time, reporter)));
            sorted.sort(RowOrder.INSTANCE);
            out.number(sorted.size());
            sorted.forEach(out::texts);
        }
    }

    public void read(StateReader in) {
        for (Reports of : List.of(reports, rejected, uncertain)) {
            long count = in.number();
            for (long i = 0; i < count; i++) {
                List<String> one = in.texts();
                if (one.size() != 3) {
                    throw new IllegalArgumentException("not a state: a delivery of " + one.size() + " codes");
                }
                add(of, one.get(0), one.get(1), one.get(2));
            }
        }
    }
}
