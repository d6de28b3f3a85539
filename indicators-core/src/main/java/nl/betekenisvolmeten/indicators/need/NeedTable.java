package nl.betekenisvolmeten.indicators.need;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.statistics.NeedIndex;

/** The characteristics of areas, as a table with a row for each area and a column for each weight. */
final class NeedTable {

    private static final FindingCode MISSING = FindingCode.of("BM-N01");
    private static final FindingCode NO_WEIGHT = FindingCode.of("BM-N02");
    private static final FindingCode OTHER_LEVEL = FindingCode.of("BM-N03");

    /** Nearer than this, two indexes only differ by how the machine rounds. */
    private static final double SAME = 1e-12;

    private final List<NeedRanking.Weight> weights;
    private final SortedMap<AreaCode, Map<String, Double>> facts = new TreeMap<>();
    private final Findings.Collector findings = Findings.Collector.withDefaults();

    NeedTable(List<NeedRanking.Weight> weights, List<NeedRanking.Fact> facts) {
        this.weights = List.copyOf(weights);
        long names = weights.stream()
                .map(NeedRanking.Weight::characteristic)
                .distinct()
                .count();
        if (weights.isEmpty() || names < weights.size()) {
            throw new IllegalArgumentException("weights must not be empty and must have different names: " + weights);
        }
        for (NeedRanking.Fact fact : facts) {
            Map<String, Double> own = this.facts.computeIfAbsent(fact.area(), any -> new LinkedHashMap<>());
            if (own.put(fact.characteristic(), fact.value()) != null) {
                throw new IllegalArgumentException(
                        "two values for one characteristic: " + fact.area() + ", " + fact.characteristic());
            }
        }
        removeOtherLevels();
        tellWithoutWeight();
    }

    private void removeOtherLevels() {
        Map<AreaLevel, Long> counts = facts.keySet().stream()
                .collect(Collectors.groupingBy(AreaCode::level, TreeMap::new, Collectors.counting()));
        AreaLevel mostFrequent = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(AreaLevel.WIJK);
        facts.keySet().stream()
                .filter(area -> area.level() != mostFrequent)
                .forEach(area -> add(OTHER_LEVEL, Severity.ERROR, Map.of("area", area.value())));
        facts.keySet().removeIf(area -> area.level() != mostFrequent);
    }

    private void tellWithoutWeight() {
        TreeSet<String> names = new TreeSet<>();
        facts.values().forEach(own -> names.addAll(own.keySet()));
        weights.forEach(weight -> names.remove(weight.characteristic()));
        names.forEach(name -> add(NO_WEIGHT, Severity.WARNING, Map.of("column", name)));
    }

    private void add(FindingCode code, Severity severity, Map<String, String> arguments) {
        findings.add(Finding.of(code, severity, arguments));
    }

    NeedRanking rank() {
        SortedMap<AreaCode, List<String>> refused = refused();
        List<AreaCode> areas = facts.keySet().stream()
                .filter(area -> !refused.containsKey(area))
                .toList();
        List<NeedRanking.Row> rows = areas.isEmpty() ? List.of() : rows(areas);
        return new NeedRanking(weights, rows, refused, findings.toFindings());
    }

    /** Returns the rows, most need first. */
    private List<NeedRanking.Row> rows(List<AreaCode> areas) {
        NeedIndex index = index(weights, areas);
        int[] ranks = ranks(index.values());
        Map<String, int[]> without = ranksWithout(areas);
        return IntStream.range(0, areas.size())
                .mapToObj(i -> new NeedRanking.Row(
                        areas.get(i),
                        index.values().get(i),
                        byName(c -> index.contributions().get(c).get(i)),
                        ranks[i],
                        ranksOf(without, i)))
                .sorted(Comparator.comparingInt(NeedRanking.Row::rank).thenComparing(NeedRanking.Row::area))
                .toList();
    }

    private Map<String, int[]> ranksWithout(List<AreaCode> areas) {
        Map<String, int[]> without = new LinkedHashMap<>();
        for (NeedRanking.Weight left : weights.size() > 1 ? weights : List.<NeedRanking.Weight>of()) {
            List<NeedRanking.Weight> others =
                    weights.stream().filter(one -> !one.equals(left)).toList();
            without.put(left.characteristic(), ranks(index(others, areas).values()));
        }
        return without;
    }

    private SortedMap<AreaCode, List<String>> refused() {
        SortedMap<AreaCode, List<String>> refused = new TreeMap<>();
        facts.forEach((area, own) -> {
            List<String> missing = weights.stream()
                    .map(NeedRanking.Weight::characteristic)
                    .filter(name -> !own.containsKey(name))
                    .toList();
            missing.forEach(name -> add(MISSING, Severity.WARNING, Map.of("area", area.value(), "column", name)));
            if (!missing.isEmpty()) {
                refused.put(area, missing);
            }
        });
        return refused;
    }

    private NeedIndex index(List<NeedRanking.Weight> with, List<AreaCode> areas) {
        return NeedIndex.of(with.stream()
                .map(weight -> new NeedIndex.Characteristic(
                        weight.characteristic(),
                        areas.stream()
                                .map(area ->
                                        facts.getOrDefault(area, Map.of()).getOrDefault(weight.characteristic(), 0.0))
                                .toList(),
                        weight.weight(),
                        weight.highMeansNeed()))
                .toList());
    }

    private Map<String, Double> byName(Function<Integer, Double> number) {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int c = 0; c < weights.size(); c++) {
            byName.put(weights.get(c).characteristic(), number.apply(c));
        }
        return byName;
    }

    private static Map<String, Integer> ranksOf(Map<String, int[]> without, int area) {
        Map<String, Integer> own = new LinkedHashMap<>();
        without.forEach((name, ranks) -> own.put(name, ranks[area]));
        return own;
    }

    /** Returns the ranks of values, 1 for the highest; equal ones share the first of their places. */
    private static int[] ranks(List<Double> values) {
        return values.stream()
                .mapToInt(own -> 1
                        + (int) values.stream()
                                .filter(other -> other > own + SAME)
                                .count())
                .toArray();
    }
}
