package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.validation.Rule;

/**
 * Makes tables that may be published. Figures about fewer persons than their threshold are hidden, as well as others
 * from which they could be worked out. The rest is rounded, each figure by itself, so that parts need not add up to their
 * whole unless the policy asks for that. Quotients are made of the rounded figures. No bounds are published: a figure
 * that is only known between bounds is withheld, unless both round to the same number.
 *
 * <p>The package description states what a release guarantees. Each release was attacked by {@link AttackCheck}, which
 * shares no code with what hides figures.
 */
public final class DisclosureControl {

    /** Number of key columns before those of categories. */
    private static final int AREA_AND_PERIOD = 3;

    private final Optional<Population> population;
    private final Map<String, ResultTable> earlier;
    private final List<Rule> rules;
    private final List<RejectedRows> absent;

    private DisclosureControl(
            Optional<Population> population,
            Map<String, ResultTable> earlier,
            List<Rule> rules,
            List<RejectedRows> absent) {
        this.population = population;
        this.earlier = Map.copyOf(earlier);
        this.rules = List.copyOf(rules);
        this.absent = List.copyOf(absent);
    }

    /**
     * Returns disclosure control without inhabitants: no figures per inhabitant are published. A rule about two published
     * counts, such as that new participants are at most all participants, is a relation that a plan must state.
     *
     * @param rules the rules that the rows were checked by, which are those of their format
     * @return disclosure control
     */
    public static DisclosureControl of(List<Rule> rules) {
        return new DisclosureControl(Optional.empty(), Map.of(), rules, List.of());
    }

    /**
     * Returns a copy that publishes figures per inhabitant where the plan says so.
     *
     * @param newPopulation the inhabitants
     * @return a copy
     */
    public DisclosureControl withPopulation(Population newPopulation) {
        return new DisclosureControl(Optional.of(newPopulation), earlier, rules, absent);
    }

    /**
     * Returns a copy that takes earlier publications of the same plan into account: a figure that was published once stays
     * known, also where it is hidden now.
     *
     * @param newEarlier the tables that were published, by the names of the plan's parts
     * @return a copy
     */
    public DisclosureControl withEarlier(Map<String, ResultTable> newEarlier) {
        return new DisclosureControl(population, newEarlier, rules, absent);
    }

    /**
     * Returns a copy that marks as incomplete every cell that rows of absent deliveries may belong to. What is hidden
     * stays the same.
     *
     * @param newAbsent the rows of agreed deliveries that did not come in
     * @return a copy
     */
    public DisclosureControl withAbsent(List<RejectedRows> newAbsent) {
        return new DisclosureControl(population, earlier, rules, newAbsent);
    }

    /**
     * Protects all tables of a plan. The order of the rows makes no difference. Totals that organisations counted themselves
     * are left out, because no smaller area has a part of them, so that areas would not add up; the report has their number.
     *
     * @param plan the tables to publish together, and the policy
     * @param given all rows that the tables are computed from
     * @return the tables
     * @throws IndicatorsException if an earlier publication gives too much away, or published another number for a
     *     figure of this one: what the difference reveals is not known here
     * @throws IllegalArgumentException if the rows lack an area, period, category or measure of the plan, if it
     *     describes a measure differently, or if it does not state a relation between two of its counts
     */
    public Release protect(PublicationPlan plan, CountTable given) {
        CountTable rows = given.withoutOwnTotals();
        PlanCheck.check(plan, rows.structure(), rules);
        CountedCells counted = CountedCells.of(plan, rows);
        Reporters reporters = Reporters.of(counted, rows);
        Map<ColumnName, HiddenCells> hidden = new TreeMap<>();
        plan.counts()
                .forEach(count -> hidden.computeIfAbsent(
                        count.persons(), persons -> new HiddenCells(counted, reporters, persons)));
        Protection protection = new Protection(
                counted,
                hidden,
                new PublicTables(counted, plan.policy(), population, absent(counted, rows)),
                AttackCheck.of(plan, areas(plan, rows)),
                new EarlierFigures(earlier));
        List<Attacker> outsiders = new ArrayList<>();
        for (List<PublicationPlan.Count> counts : plan.groups()) {
            for (Period period : counted.longest()) {
                outsiders.add(protection.complete(counts, period, reporters.insiders(counts, period)));
            }
        }
        Map<String, ResultTable> made = protection.safe(outsiders);
        List<Release.ProtectionReport.TableReport> reports = new ArrayList<>();
        made.forEach((name, table) -> reports.add(report(name, table)));
        Population people = population.orElseGet(() -> new Population("", Map.of()));
        return new Release(
                made,
                PublicFigures.of(plan, areas(plan, rows), people, made),
                new Release.ProtectionReport(reports, given.ownTotals(), absent(counted.longest(), rows)));
    }

    /** Returns the periods as short as the shortest of the rows, within longer ones, that no row is about. */
    private static List<Period> absent(List<Period> longest, CountTable rows) {
        int time = rows.structure().timeIndex().orElseThrow();
        Set<Period> delivered =
                rows.observations().map(row -> Period.ofCode(row.code(time))).collect(Collectors.toSet());
        Optional<PeriodKind> shortest =
                delivered.stream().map(Period::kind).min(Comparator.comparingInt(PeriodKind::months));
        return longest.stream()
                .filter(period -> shortest.filter(
                                kind -> kind.months() <= period.kind().months())
                        .isPresent())
                .flatMap(period -> period.parts(shortest.orElseThrow()).stream())
                .filter(part -> delivered.stream().noneMatch(period -> period.contains(part)))
                .toList();
    }

    /**
     * The protection of a publication.
     *
     * @param hidden the cells that are hidden, by the persons that they are about
     */
    private record Protection(
            CountedCells counted,
            Map<ColumnName, HiddenCells> hidden,
            PublicTables tables,
            AttackCheck check,
            EarlierFigures earlier) {

        /**
         * Hides more until nothing can be derived about some counts in a period, which are related to no others.
         *
         * @return the outsider who derived nothing
         */
        Attacker complete(List<PublicationPlan.Count> counts, Period period, List<Insider> against) {
            Deque<Insider> insiders = new ArrayDeque<>(against);
            List<Attacker> before = List.of();
            while (true) {
                Map<String, ResultTable> known = earlier.with(made(period::contains));
                Attacker outsider = check.outsider(known, counts, before);
                before = List.of(outsider);
                AttackCheck.Outcome outcome = outsider.outcome();
                // hiding more helps against each insider, so those who were stopped need no second look
                while (outcome.isSafe() && !insiders.isEmpty()) {
                    outcome = outsider.with(insiders.getFirst()).outcome();
                    if (outcome.isSafe()) {
                        insiders.removeFirst();
                    }
                }
                if (outcome.isSafe()) {
                    return outsider;
                }
                if (!hideMore(outcome)) {
                    throw unprotected(outcome);
                }
            }
        }

        /**
         * Returns the tables, after a last attack on all of them together.
         *
         * @param outsiders those who attacked them one by one
         */
        Map<String, ResultTable> safe(List<Attacker> outsiders) {
            Map<String, ResultTable> made = made(any -> true);
            AttackCheck.Outcome outcome = check.outsider(
                            earlier.with(made), counted.plan().counts(), outsiders)
                    .outcome();
            if (!outcome.isSafe()) {
                throw unprotected(outcome);
            }
            return made;
        }

        private Map<String, ResultTable> made(Predicate<Period> when) {
            Map<String, ResultTable> made = new LinkedHashMap<>();
            counted.plan().parts().forEach(part -> made.put(part.id(), tables.table(part, hidden, when)));
            return made;
        }

        private IndicatorsException unprotected(AttackCheck.Outcome outcome) {
            return new IndicatorsException("cannot be protected, "
                    + (earlier.tables().isEmpty() ? "" : "given what was published before: ")
                    + Stream.concat(
                                    outcome.exposed().stream().map(cell -> cell.measure() + " " + cell.key()),
                                    outcome.objections().stream().map(LocalizedText::en))
                            .toList());
        }

        /** Hides something near each figure about which too much was found out. Returns whether anything more is hidden. */
        private boolean hideMore(AttackCheck.Outcome outcome) {
            boolean more = false;
            for (AttackCheck.Cell cell : outcome.exposed()) {
                PublicationPlan.Part part = counted.plan().parts().stream()
                        .filter(one -> one.id().equals(cell.table()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("not in the plan: " + cell.table()));
                List<String> codes = counted.plan().breakdowns().stream()
                        .map(one -> part.by().contains(one)
                                ? cell.key().get(AREA_AND_PERIOD + part.by().indexOf(one))
                                : PublicationPlan.TOTAL)
                        .toList();
                int at = counted.cell(cell.key().get(0), cell.key().get(2), codes);
                List<HiddenCells> groups = part.counts().stream()
                        .filter(count -> count.measure().value().equals(cell.measure()))
                        .flatMap(count -> Stream.concat(Stream.of(count.persons()), count.atMost().stream()))
                        .flatMap(persons -> Optional.ofNullable(hidden.get(persons)).stream())
                        .toList();
                more |= groups.stream().anyMatch(group -> group.hideNear(at, false))
                        || (earlier.tables().isEmpty() && groups.stream().anyMatch(group -> group.hideNear(at, true)));
            }
            return more;
        }
    }

    private AbsentRows absent(CountedCells counted, CountTable rows) {
        List<RejectedRows> all =
                Stream.concat(rows.rejected().stream(), absent.stream()).toList();
        return AbsentRows.of(counted, rows.structure(), all);
    }

    private static AreaHierarchy areas(PublicationPlan plan, CountTable rows) {
        return plan.parts().stream()
                .flatMap(part -> rows.structure().place(part.level()).stream())
                .map(Dimension.Place::areas)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no areas of the plan's levels: " + plan.id()));
    }

    private static Release.ProtectionReport.TableReport report(String name, ResultTable table) {
        List<CellValue> values = table.rows().stream()
                .flatMap(row -> row.figures().stream())
                .map(Figure::value)
                .toList();
        return new Release.ProtectionReport.TableReport(
                name,
                values.size(),
                values.stream().filter(CellValue.Suppressed.class::isInstance).count(),
                values.stream().filter(CellValue.NotDefined.class::isInstance).count(),
                values.stream().filter(CellValue.Missing.class::isInstance).count());
    }
}
