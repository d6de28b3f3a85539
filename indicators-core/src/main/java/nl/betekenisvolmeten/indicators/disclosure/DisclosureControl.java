package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * Makes tables that may be published. Figures about fewer persons than the threshold are hidden, and so are others from which
 * they could be worked out; what is left is rounded, each figure by itself, so that parts need not add up to their whole.
 * Quotients are made of the rounded figures. No bounds are published: a figure that is only known between bounds is
 * withheld, unless both round to the same number.
 *
 * <p>For each hidden figure in a release:
 *
 * <ol>
 *   <li>An outsider, who knows all tables of the release, how areas lie in each other, the policy and this text, cannot
 *       compute it, and at level L1 cannot prove that it is about fewer persons than the threshold.
 *   <li>That was verified: {@link AttackCheck}, which shares no code with what hides figures, found for each other tables that
 *       agree with everything published. Where it cannot, more is hidden.
 * </ol>
 *
 * <p>Outside this promise is what follows from other sources, or from an earlier publication that was not given, and what someone who knows how
 * figures are chosen may guess from the pattern of hidden figures (minimality attack: Wong et al., VLDB 2007).
 */
public final class DisclosureControl {

    private final Optional<Population> population;
    private final Map<String, ResultTable> earlier;

    private DisclosureControl(Optional<Population> population, Map<String, ResultTable> earlier) {
        this.population = population;
        this.earlier = Map.copyOf(earlier);
    }

    /**
     * Returns disclosure control without inhabitants: no figures per inhabitant are published.
     *
     * @return disclosure control
     */
    public static DisclosureControl of() {
        return new DisclosureControl(Optional.empty(), Map.of());
    }

    /**
     * Returns a copy that publishes figures per inhabitant where the plan says so.
     *
     * @param newPopulation the inhabitants
     * @return a copy
     */
    public DisclosureControl withPopulation(Population newPopulation) {
        return new DisclosureControl(Optional.of(newPopulation), earlier);
    }

    /**
     * Returns a copy that reckons with what was published before by the same plan: a figure that was published once stays
     * known, also where it is hidden now.
     *
     * @param newEarlier the tables that were published, by the names of the plan's parts
     * @return a copy
     */
    public DisclosureControl withEarlier(Map<String, ResultTable> newEarlier) {
        return new DisclosureControl(population, newEarlier);
    }

    /**
     * Protects all tables of a plan. The order of the rows makes no difference.
     *
     * @param plan what is published together, and by which policy
     * @param rows all rows that it is made of
     * @return the tables
     * @throws IndicatorsException if an earlier publication gives too much away, or published another number for a figure
     *     of this one: what follows from the difference is not known here
     * @throws IllegalArgumentException if the rows lack an area, period or measure of the plan, or it describes a measure
     *     otherwise than they do
     */
    public Release protect(PublicationPlan plan, CountTable rows) {
        CountedAreas counted = CountedAreas.of(plan, rows);
        List<Map<ColumnName, HiddenAreas>> hidden = new ArrayList<>();
        for (int period = 0; period < counted.periods().size(); period++) {
            Map<ColumnName, HiddenAreas> groups = new TreeMap<>();
            for (PublicationPlan.Part part : plan.parts()) {
                for (PublicationPlan.Count count : part.counts()) {
                    int current = period;
                    groups.computeIfAbsent(
                            count.persons(), persons -> new HiddenAreas(counted, plan.policy(), current, persons));
                }
            }
            hidden.add(groups);
        }
        PublicTables tables = new PublicTables(counted, plan.policy(), population);
        AttackCheck check = AttackCheck.of(plan, areas(plan, rows));
        while (true) {
            Map<String, ResultTable> made = new LinkedHashMap<>();
            plan.parts().forEach(part -> made.put(part.id(), tables.table(part, hidden)));
            AttackCheck.Outcome outcome = check.attack(new EarlierFigures(earlier).with(made));
            if (outcome.isSafe()) {
                return release(plan, made);
            }
            if (!hideMore(plan, counted, hidden, outcome)) {
                throw new IndicatorsException("cannot be protected, "
                        + (earlier.isEmpty() ? "" : "given what was published before: ")
                        + outcome.exposed().stream()
                                .map(cell -> cell.measure() + " " + cell.key())
                                .toList());
            }
        }
    }

    private static AreaHierarchy areas(PublicationPlan plan, CountTable rows) {
        return plan.parts().stream()
                .flatMap(part -> rows.structure().place(part.level()).stream())
                .map(Dimension.Place::areas)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no areas of the plan's levels: " + plan.id()));
    }

    /** Hides something near each figure about which too much was found out. Returns whether anything more is hidden. */
    private static boolean hideMore(
            PublicationPlan plan,
            CountedAreas counted,
            List<Map<ColumnName, HiddenAreas>> hidden,
            AttackCheck.Outcome outcome) {
        boolean more = false;
        for (AttackCheck.Cell cell : outcome.exposed()) {
            int period = counted.periods().indexOf(cell.key().get(2));
            for (int area = 0; area < counted.areas().size(); area++) {
                if (counted.areas().get(area).code().value().equals(cell.key().get(0))) {
                    more |= Optional.ofNullable(hidden.get(period).get(persons(plan, cell.measure())))
                            .filter(new Near(area)::hidden)
                            .isPresent();
                }
            }
        }
        return more;
    }

    /** Hides near an area. */
    private record Near(int area) {
        boolean hidden(HiddenAreas group) {
            return group.hideNear(area);
        }
    }

    private static ColumnName persons(PublicationPlan plan, String measure) {
        return plan.parts().stream()
                .flatMap(part -> part.counts().stream())
                .filter(count -> count.measure().value().equals(measure))
                .map(PublicationPlan.Count::persons)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not in the plan: " + measure));
    }

    private static Release release(PublicationPlan plan, Map<String, ResultTable> made) {
        Map<String, Protected<ResultTable>> tables = new LinkedHashMap<>();
        List<ProtectionReport.TableReport> reports = new ArrayList<>();
        made.forEach((name, table) -> {
            tables.put(name, new Protected<>(table, plan.id().toString()));
            reports.add(report(name, table));
        });
        return new Release(plan, tables, new ProtectionReport(reports));
    }

    private static ProtectionReport.TableReport report(String name, ResultTable table) {
        List<CellValue> values = table.rows().stream()
                .flatMap(row -> row.figures().stream())
                .map(Figure::value)
                .toList();
        return new ProtectionReport.TableReport(
                name,
                values.size(),
                values.stream().filter(CellValue.Suppressed.class::isInstance).count(),
                values.stream().filter(CellValue.NotDefined.class::isInstance).count(),
                values.stream().filter(CellValue.Missing.class::isInstance).count());
    }
}
