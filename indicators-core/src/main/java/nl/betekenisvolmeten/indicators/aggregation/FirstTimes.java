package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.aggregation.internal.Deliveries;
import nl.betekenisvolmeten.indicators.aggregation.internal.OwnTotalStates;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateReader;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateWriter;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * First visits in a year, by place and period, from all rows: also rows that are in no group or not selected, since a
 * person in a group may have come for the first time in another one.
 */
final class FirstTimes implements RowTaker {

    private static final FindingCode CONTRADICTION = FindingCode.of("BM-A23");

    private final Measure.FirstIn firstIn;
    private final int measure;
    /** The dimensions of a place other than the reporter. */
    private final List<Integer> others;

    private final TableStructure structure;
    private final Aggregator sums;
    /** Totals that organisations counted themselves. */
    private final Set<OwnTotal> own = new HashSet<>();
    /** Whether some rows came under a name other than that of the organisation that delivered them. */
    private boolean renamed;
    /** The persons by place and period; empty where a row is missing. */
    private Map<List<String>, OptionalLong> persons = Map.of();

    private List<Finding> contradictions = List.of();

    private FirstTimes(TableStructure structure, int measure, Measure.FirstIn firstIn, Aggregator sums) {
        this.structure = structure;
        this.measure = measure;
        this.firstIn = firstIn;
        this.sums = sums;
        others = others(structure, firstIn);
    }

    /** Returns the dimensions of a place other than the reporter. */
    static List<Integer> others(TableStructure structure, Measure.FirstIn firstIn) {
        return firstIn.at().stream()
                .map(name -> structure.dimensionIndex(name).orElseThrow())
                .filter(index -> index != structure.reporterIndex().orElseThrow())
                .toList();
    }

    /** Returns whether rows say where and when persons came for the first time. */
    static boolean isKnown(TableStructure structure, Measure.FirstIn firstIn) {
        return structure.timeIndex().isPresent()
                && structure.reporterIndex().isPresent()
                && firstIn.at()
                        .contains(structure
                                .dimensions()
                                .get(structure.reporterIndex().getAsInt())
                                .name())
                && firstIn.at().stream()
                        .allMatch(name -> structure.dimensionIndex(name).isPresent());
    }

    /** Returns the first visits of persons that a plan has totals of, by the measure of all persons. */
    static Map<ColumnName, FirstTimes> of(AggregationPlan plan) {
        Set<ColumnName> asked = new HashSet<>();
        plan.series().forEach(series -> series.totals().forEach(total -> asked.add(total.measure())));
        TableStructure structure = plan.structure();
        Map<ColumnName, FirstTimes> all = new HashMap<>();
        for (int i = 0; i < structure.measures().size(); i++) {
            int index = i;
            if (structure.measures().get(i) instanceof Measure.Distinct persons) {
                persons.firstIn()
                        .filter(first -> asked.contains(first.among()) && isKnown(structure, first))
                        .ifPresent(first -> all.put(
                                first.among(),
                                new FirstTimes(
                                        structure,
                                        index,
                                        first,
                                        new Aggregator(sums(structure, persons.name(), first), Map.of()))));
            }
        }
        return all;
    }

    private static AggregationPlan sums(TableStructure structure, ColumnName measure, Measure.FirstIn firstIn) {
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(structure.dimensions().get(structure.reporterIndex().orElseThrow()));
        others(structure, firstIn)
                .forEach(index -> dimensions.add(structure.dimensions().get(index)));
        dimensions.add(structure.dimensions().get(structure.timeIndex().orElseThrow()));
        List<Grouping> groupings = dimensions.stream()
                .<Grouping>map(dimension -> new Grouping.ByColumn(dimension.name()))
                .toList();
        List<Series> series = new ArrayList<>(List.of(Series.Total.of(measure), Series.Total.of(firstIn.among())));
        unnamed(structure, firstIn).ifPresent(without -> series.add(Series.Total.of(without)));
        return new AggregationPlan(structure, groupings, series, Optional.empty());
    }

    /** Returns the events without a name, if the structure has them: their persons are in no number of first visits. */
    private static Optional<ColumnName> unnamed(TableStructure structure, Measure.FirstIn firstIn) {
        return structure
                .measure(firstIn.among())
                .flatMap(persons -> ((Measure.Distinct) persons).unnamed())
                .map(Measure.Unnamed::without)
                .filter(without -> structure.measureIndex(without).isPresent());
    }

    int measure() {
        return measure;
    }

    List<Integer> others() {
        return others;
    }

    @Override
    public void accept(Observation row) {
        sums.accept(row);
    }

    /** Adds a row under the name of the organisation that delivered it. */
    @Override
    @SuppressWarnings("ReferenceEquality") // the same row where nobody took over
    public void accept(Observation row, Observation delivered) {
        sums.accept(delivered);
        // then rows with an error come under another name too
        renamed |= row != delivered;
    }

    void accept(ObservationBatch batch, int from, int to) {
        sums.accept(batch, from, to);
    }

    @Override
    public void acceptRejected(RejectedRows rows) {
        sums.acceptRejected(rows);
    }

    /** Treats a row about which two deliveries disagree as a row with an error. */
    @Override
    public void refuse(Observation row) {
        List<Set<String>> codes = IntStream.range(0, row.dimensions())
                .mapToObj(dimension -> Set.of(row.code(dimension)))
                .toList();
        List<OptionalLong> values = Collections.nCopies(row.measures(), OptionalLong.empty());
        sums.acceptRejected(new RejectedRows(codes, values, 1, OptionalLong.empty()));
    }

    /** Accepts a total that an organisation counted itself and that replaces its rows. */
    @Override
    public void acceptTotal(OwnTotal total) {
        if (total.scope() == OwnTotal.Scope.ONE_OF_SEVERAL) {
            sums.acceptTotal(total);
        } else if (isOfOnePlace(total) && total.isAll()) {
            own.add(OwnTotalStates.plain(total));
        }
    }

    /** Returns whether it is known in which place the persons of a total came for the first time. */
    private boolean isOfOnePlace(OwnTotal total) {
        return others.stream().allMatch(index -> total.codes().get(index).size() == 1);
    }

    void combine(FirstTimes other) {
        sums.combine(other.sums);
        other.own.forEach(this::acceptTotal);
        renamed |= other.renamed;
    }

    void write(StateWriter out) {
        OwnTotalStates.write(own, out);
        out.number(renamed ? 1 : 0);
        out.bytes(sums.toBytes());
    }

    void read(StateReader in) {
        OwnTotalStates.read(in, structure).forEach(this::acceptTotal);
        renamed |= in.number() == 1;
        sums.read(in.bytes());
    }

    /** Computes the sums, once all rows are in. */
    void start() {
        Map<List<String>, OptionalLong> all = new HashMap<>();
        Map<List<String>, OptionalLong> unnamed = new HashMap<>();
        Set<List<String>> incomplete = new HashSet<>();
        List<ResultTable.Row> rows = sums.result().rows();
        for (ResultTable.Row row : rows) {
            OptionalLong sum = sum(row);
            unnamed.put(row.key(), OptionalLong.of(unnamed(row)));
            all.put(row.key(), sum);
            if (sum.isEmpty()) {
                incomplete.add(withoutReporter(row.key()));
            }
        }
        if (renamed) {
            all.replaceAll((key, sum) -> incomplete.contains(withoutReporter(key)) ? OptionalLong.empty() : sum);
        }
        overrule(all);
        persons = all;
        contradictions = rows.stream()
                .flatMap(row -> contradiction(row, unnamed).stream())
                .toList();
    }

    /** Returns a finding if more persons came in a period than have a first visit since the year began. */
    private Optional<Finding> contradiction(ResultTable.Row row, Map<List<String>, OptionalLong> unnamed) {
        List<String> key = row.key();
        List<String> place = key.subList(0, key.size() - 1);
        Optional<Period> period = Period.parseCode(key.get(key.size() - 1));
        OptionalLong first = period.isPresent() ? until(place, period.get()) : OptionalLong.empty();
        OptionalLong others = period.isPresent() ? until(unnamed, place, period.get()) : OptionalLong.empty();
        Optional<BigDecimal> least = row.figures().get(1).value().least();
        if (first.isEmpty()
                || others.isEmpty()
                || least.filter(one -> one.longValue() > first.getAsLong() + others.getAsLong())
                        .isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                CONTRADICTION,
                Severity.WARNING,
                Location.nowhere(),
                Map.of(
                        "column", structure.measures().get(measure).name().value(),
                        "group", String.join(", ", place),
                        "period", key.get(key.size() - 1),
                        "found", Long.toString(first.getAsLong()),
                        "expected", least.get().toPlainString())));
    }

    /** Returns where first visits and persons cannot both be right, once all rows are in. */
    List<Finding> contradictions() {
        return contradictions;
    }

    /**
     * Replaces rows by totals, shortest first. A longer total does not say in which of its periods persons came for the
     * first time; assigning them to the first period gives the upper bound for each. If a place is larger than the
     * stadsdeel of a total, it is unknown how many persons came.
     */
    private void overrule(Map<List<String>, OptionalLong> all) {
        Set<String> spread = spread();
        Set<List<String>> given = new HashSet<>();
        OwnTotalStates.sorted(own).stream()
                .sorted(Comparator.comparing(total -> times(total).size()))
                .forEach(total -> {
                    List<List<String>> keys =
                            times(total).stream().map(time -> key(total, time)).toList();
                    if (spread.contains(keys.get(0).get(0))) {
                        keys.forEach(key -> all.put(key, OptionalLong.empty()));
                        return;
                    }
                    if (total.values().get(measure).isEmpty()) {
                        return;
                    }
                    long rest = total.values().get(measure).getAsLong();
                    for (List<String> key : keys) {
                        rest -= given.contains(key)
                                ? all.getOrDefault(key, OptionalLong.empty()).orElse(0)
                                : 0;
                    }
                    for (List<String> key : keys) {
                        if (rest >= 0 && given.add(key)) {
                            all.put(key, OptionalLong.of(rest));
                            rest = 0;
                        }
                    }
                });
    }

    /** Returns the organisations in several stadsdelen, if places do not distinguish these. */
    private Set<String> spread() {
        Optional<Deliveries.Area> area = Deliveries.Area.of(structure).filter(of -> !others.contains(of.dimension()));
        Map<String, Set<String>> stadsdelen = new HashMap<>();
        area.ifPresent(of -> own.forEach(total -> {
            String who = key(total, "").get(0);
            stadsdelen
                    .computeIfAbsent(who, any -> new HashSet<>(sums.stadsdelen(who)))
                    .add(OwnTotals.stadsdeel(total, area));
        }));
        stadsdelen.values().removeIf(some -> some.size() == 1);
        return stadsdelen.keySet();
    }

    private SortedSet<String> times(OwnTotal total) {
        return new TreeSet<>(total.codes().get(structure.timeIndex().orElseThrow()));
    }

    private List<String> key(OwnTotal total, String time) {
        List<String> key = new ArrayList<>();
        key.add(total.codes()
                .get(structure.reporterIndex().orElseThrow())
                .iterator()
                .next());
        others.forEach(index -> key.add(total.codes().get(index).iterator().next()));
        key.add(time);
        return key;
    }

    /** Returns the number of events without a name; an empty cell means that there are none. */
    private static long unnamed(ResultTable.Row row) {
        return row.figures().stream()
                .skip(2)
                .flatMap(figure -> figure.value().least().stream())
                .mapToLong(BigDecimal::longValue)
                .sum();
    }

    private static OptionalLong sum(ResultTable.Row row) {
        Figure figure = row.figures().get(0);
        return row.observations() > 0
                        && row.rejected() == 0
                        && figure.cellsMissing() == 0
                        && figure.value() instanceof CellValue.Known known
                ? OptionalLong.of(known.value().longValueExact())
                : OptionalLong.empty();
    }

    private static List<String> withoutReporter(List<String> key) {
        return key.subList(1, key.size());
    }

    /**
     * Returns how many persons came to a place since the year began.
     *
     * @param place the reporter and the codes of the other dimensions
     * @param last the last period that counts
     * @return the number of persons; empty if a row since then is missing
     */
    OptionalLong until(List<String> place, Period last) {
        return until(persons, place, last);
    }

    private OptionalLong until(Map<List<String>, OptionalLong> numbers, List<String> place, Period last) {
        if (last.kind().months() > firstIn.length().months()) {
            return OptionalLong.empty();
        }
        long sum = 0;
        for (Period period : last.rollUp(firstIn.length()).parts(last.kind())) {
            if (period.compareTo(last) <= 0) {
                List<String> key = new ArrayList<>(place);
                key.add(period.code());
                OptionalLong own = numbers.getOrDefault(key, OptionalLong.empty());
                if (own.isEmpty()) {
                    return OptionalLong.empty();
                }
                sum = Math.addExact(sum, own.getAsLong());
            }
        }
        return OptionalLong.of(sum);
    }
}
