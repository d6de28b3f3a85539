package nl.betekenisvolmeten.indicators.need;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.statistics.BudgetByNeed;
import org.jspecify.annotations.Nullable;

/**
 * How a budget is spread over areas today, how it would be by inhabitants alone, and how by need: something to talk about,
 * not what should be done. By need an area gets its share of the sum of inhabitants x factor<sup>index</sup>: of two areas
 * with as many inhabitants the one with an index of 1 more gets {@code factor} times as much. How large the factor should
 * be is a choice, as the weights are. Areas without an index, an amount or inhabitants stay out, with what they have today.
 *
 * @param factor 1 or more: how many times as much an inhabitant counts for with each step of the index
 * @param budget what is spread, in cents
 * @param rows the areas, most need first
 * @param findings the areas that stayed out, and why
 */
public record NeedBudget(double factor, long budget, List<Row> rows, Findings findings) {

    private static final FindingCode LEFT_OUT = FindingCode.of("BM-N04");

    public NeedBudget {
        rows = List.copyOf(rows);
    }

    /**
     * An area. Amounts are in cents; those of all areas add up to the budget, except today's where another budget is given.
     *
     * @param area the area
     * @param today what it has
     * @param byInhabitants what it would have if everybody counted alike
     * @param byNeed what it would have by need
     */
    public record Row(AreaCode area, long today, long byInhabitants, long byNeed) {

        /**
         * Returns what need would change.
         *
         * @return in cents; above 0 if it would get more than today
         */
        public long change() {
            return byNeed - today;
        }
    }

    /**
     * Spreads what the areas have together today.
     *
     * @param ranking the need
     * @param today what each area has, in cents, 0 or more
     * @param population the inhabitants
     * @param factor 1 or more; 1 leaves need out
     * @return the budget; without rows when no area has all that it takes
     * @throws IllegalArgumentException if {@code factor} is below 1 or not finite, or an amount is negative
     */
    public static NeedBudget of(NeedRanking ranking, Map<AreaCode, Long> today, Population population, double factor) {
        return spread(ranking, today, population, factor, null);
    }

    /**
     * Spreads another budget than that of today.
     *
     * @param ranking the need
     * @param today what each area has, in cents, 0 or more
     * @param population the inhabitants
     * @param factor 1 or more; 1 leaves need out
     * @param total what to spread, in cents, 0 or more
     * @return the budget; without rows when no area has all that it takes
     * @throws IllegalArgumentException if {@code factor} is below 1 or not finite, or an amount is negative
     */
    public static NeedBudget of(
            NeedRanking ranking, Map<AreaCode, Long> today, Population population, double factor, long total) {
        return spread(ranking, today, population, factor, total);
    }

    private static NeedBudget spread(
            NeedRanking ranking,
            Map<AreaCode, Long> today,
            Population population,
            double factor,
            @Nullable Long total) {
        if (!(factor >= 1) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("factor must be 1 or more: " + factor);
        }
        Findings.Collector findings = Findings.Collector.withDefaults();
        Set<AreaCode> without = excluded(ranking, today, population, findings);
        List<NeedRanking.Row> areas = ranking.rows().stream()
                .filter(row -> !without.contains(row.area()))
                .toList();
        List<BudgetByNeed.Area> byNeed = needs(areas, today, population, factor);
        long budget = total != null
                ? total
                : byNeed.stream().mapToLong(BudgetByNeed.Area::today).reduce(0, Math::addExact);
        List<Row> rows = areas.isEmpty() ? List.of() : rows(areas, budget, byNeed, needs(areas, today, population, 1));
        return new NeedBudget(factor, budget, rows, findings.toFindings());
    }

    private static List<Row> rows(
            List<NeedRanking.Row> areas,
            long budget,
            List<BudgetByNeed.Area> byNeed,
            List<BudgetByNeed.Area> byInhabitants) {
        List<BudgetByNeed.Allocation> people =
                BudgetByNeed.of(budget, byInhabitants).areas();
        List<BudgetByNeed.Allocation> need = BudgetByNeed.of(budget, byNeed).areas();
        return IntStream.range(0, areas.size())
                .mapToObj(i -> new Row(
                        areas.get(i).area(),
                        need.get(i).area().today(),
                        people.get(i).byNeed(),
                        need.get(i).byNeed()))
                .toList();
    }

    private static Set<AreaCode> excluded(
            NeedRanking ranking, Map<AreaCode, Long> today, Population population, Findings.Collector findings) {
        Set<AreaCode> needs = ranking.rows().stream().map(NeedRanking.Row::area).collect(Collectors.toSet());
        Set<AreaCode> all = new TreeSet<>(needs);
        all.addAll(today.keySet());
        all.addAll(ranking.refused().keySet());
        Set<AreaCode> without = new TreeSet<>();
        for (AreaCode area : all) {
            reason(area, needs, today, population).ifPresent(reason -> {
                without.add(area);
                findings.add(Finding.of(LEFT_OUT, Severity.WARNING, Map.of("area", area.value(), "reason", reason)));
            });
        }
        return without;
    }

    /** Returns what an area lacks to receive a part; empty if nothing. */
    private static Optional<String> reason(
            AreaCode area, Set<AreaCode> needs, Map<AreaCode, Long> today, Population population) {
        if (!needs.contains(area)) {
            return Optional.of("index");
        }
        if (!today.containsKey(area)) {
            return Optional.of("amount");
        }
        OptionalLong people = population.total(area);
        return people.isEmpty() || people.getAsLong() == 0 ? Optional.of("inhabitants") : Optional.empty();
    }

    private static List<BudgetByNeed.Area> needs(
            List<NeedRanking.Row> areas, Map<AreaCode, Long> today, Population population, double factor) {
        return areas.stream()
                .map(row -> new BudgetByNeed.Area(
                        row.area().value(),
                        population.total(row.area()).orElseThrow() * Math.pow(factor, row.index()),
                        today.getOrDefault(row.area(), 0L)))
                .toList();
    }
}
