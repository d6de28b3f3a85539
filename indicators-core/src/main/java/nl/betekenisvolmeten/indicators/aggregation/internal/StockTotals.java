package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * States: the sum of the last value of each organisation in each stadsdeel, or of the first one for a state at the beginning.
 * The last value is that of its last delivery about the stadsdeel; without a row of the group in it, there was nothing. Who did
 * not report the last moment of the group makes the total incomplete, unless it was agreed that its work had ended, or was
 * taken over; then it does not count.
 */
public final class StockTotals implements SeriesTotals {

    /** An organisation in a stadsdeel. */
    private record Subject(String stadsdeel, String reporter) {}

    private final Measure.Moment moment;
    private final int scale;
    private final Levels levels;
    private final Level group;
    private final Level day;
    private final FlowTotals ofDays;
    private final Levels.Stock parts;
    private final SeriesTotals.Place place;

    public StockTotals(int measure, Measure.Stock stock, SeriesTotals.Place place, RowSelection rows) {
        moment = stock.moment();
        scale = stock.scale();
        this.place = place;
        levels = place.levels();
        group = levels.group();
        parts = levels.stock(moment);
        day = parts.day();
        ofDays = new FlowTotals(measure, stock.scale(), day, rows);
    }

    @Override
    public void add(ObservationBatch batch, int from) {
        ofDays.add(batch, from);
    }

    @Override
    public List<Kept> parts() {
        return List.of(new NodeStates(day, group, ofDays::hasRows, List.of(ofDays)));
    }

    /** Returns the nodes of a group that have rows that count, by reporter and area and then by day. */
    private Map<Subject, NavigableMap<String, Integer>> days(int number) {
        Map<Subject, NavigableMap<String, Integer>> days = new HashMap<>();
        day.each(group, number, node -> {
            if (ofDays.hasRows(node)) {
                List<String> path = day.path(group, node);
                Subject subject = new Subject(
                        parts.hasArea() ? path.get(0) : "",
                        parts.hasReporter() ? path.get(parts.hasArea() ? 1 : 0) : "");
                String when = parts.hasTime() ? path.get(path.size() - 1) : "";
                days.computeIfAbsent(subject, any -> new TreeMap<>()).put(when, node);
            }
        });
        return days;
    }

    @Override
    public Figure figure(int number) {
        Map<Subject, NavigableMap<String, Integer>> subjects = days(number);
        if (subjects.isEmpty()) {
            return Figure.of(new CellValue.Missing(), 0, 0);
        }
        Map<Subject, NavigableMap<String, String>> delivered = new HashMap<>();
        List<String> ends = new ArrayList<>();
        Sum sum = new Sum();
        subjects.forEach((subject, days) -> {
            delivered.put(subject, delivered(number, subject, days.keySet(), false));
            ends.add(last(delivered(number, subject, days.keySet(), true)));
            possible(subject).forEach(period -> {
                if (period.isEmpty()) {
                    sum.late = true;
                } else if (levels.isIn(number, period)) {
                    ends.add(Levels.day(period, moment));
                }
            });
        });
        String latest = ends.stream().reduce((a, b) -> isLater(a, b) ? a : b).orElseThrow();
        subjects.forEach(
                (subject, days) -> sum.add(subject, days, delivered.getOrDefault(subject, new TreeMap<>()), latest));
        return sum.figure();
    }

    /**
     * Returns the days on which an organisation has a state in a city district, each with its period, or an empty text
     * for the given days; rejected rows are included if asked.
     */
    private NavigableMap<String, String> delivered(int number, Subject subject, Set<String> days, boolean rejected) {
        NavigableMap<String, String> delivered = new TreeMap<>();
        days.forEach(one -> delivered.put(one, ""));
        place.deliveries()
                .map(known -> rejected ? known.of(subject.reporter()) : known.accepted(subject.reporter()))
                .orElse(Map.of())
                .forEach((stadsdeel, periods) -> {
                    if (!parts.hasArea() || stadsdeel.equals(subject.stadsdeel())) {
                        new TreeSet<>(periods)
                                .stream()
                                        .filter(period -> levels.isIn(number, period))
                                        .forEach(period -> delivered.put(Levels.day(period, moment), period));
                    }
                });
        return delivered;
    }

    /**
     * Returns the periods of rejected rows that may be an organisation's, about any stadsdeel; an empty text is any
     * period.
     */
    private Set<String> possible(Subject subject) {
        return place.deliveries()
                .map(known -> known.possible(subject.reporter()))
                .orElse(Set.of());
    }

    private String last(NavigableMap<String, ?> days) {
        return moment == Measure.Moment.START ? days.firstKey() : days.lastKey();
    }

    private boolean isLater(String day, String than) {
        int order = day.compareTo(than);
        return moment == Measure.Moment.START ? order < 0 : order > 0;
    }

    /** What counts of each organisation in each stadsdeel. */
    private final class Sum {
        private BigInteger total = BigInteger.ZERO;
        private boolean overflow;
        private boolean late;
        private long known;
        private long missing;
        private Optional<String> oldest = Optional.empty();

        void add(
                Subject subject,
                NavigableMap<String, Integer> days,
                NavigableMap<String, String> delivered,
                String latest) {
            String own = last(delivered);
            boolean isLate = !own.equals(latest);
            if (isLate && !place.spans().works(subject.reporter(), subject.stadsdeel(), LocalDate.parse(latest))) {
                return;
            }
            late |= isLate;
            Integer node = days.get(own);
            if (node != null && ofDays.known(node) == 0) {
                // the last report says nothing of it, so the one before it counts
                missing = Math.addExact(missing, ofDays.missing(node));
                late = true;
                own = lastKnown(days);
                node = own.isEmpty() ? null : days.get(own);
            }
            if (node != null) {
                known = Math.addExact(known, ofDays.known(node));
                missing = Math.addExact(missing, ofDays.missing(node));
                ofDays.sum(node)
                        .ifPresentOrElse(sum -> total = total.add(BigInteger.valueOf(sum)), () -> overflow = true);
            }
            String period = delivered.getOrDefault(own, "");
            if (!period.isEmpty()
                    && oldest.map(other -> isEarlier(period, other)).orElse(true)) {
                oldest = Optional.of(period);
            }
        }

        private String lastKnown(NavigableMap<String, Integer> days) {
            List<String> known = new ArrayList<>();
            days.forEach((one, node) -> {
                if (ofDays.known(node) > 0) {
                    known.add(one);
                }
            });
            return known.isEmpty() ? "" : moment == Measure.Moment.START ? known.get(0) : known.get(known.size() - 1);
        }

        private boolean isEarlier(String period, String other) {
            return Period.ofCode(period)
                    .lastDayInclusive()
                    .isBefore(Period.ofCode(other).lastDayInclusive());
        }

        Figure figure() {
            Figure figure = Figure.of(value(), known, missing);
            return oldest.map(Period::ofCode).map(figure::withOldest).orElse(figure);
        }

        private CellValue value() {
            if (known == 0 && missing > 0) {
                return new CellValue.Missing();
            }
            if (overflow || total.bitLength() >= Long.SIZE) {
                return new CellValue.NotDefined(CellValue.Reason.OVERFLOW);
            }
            BigDecimal sum = new BigDecimal(total, scale);
            return late
                    ? new CellValue.Incomplete(Optional.of(sum), Optional.empty(), Optional.empty())
                    : CellValue.of(sum);
        }
    }
}
